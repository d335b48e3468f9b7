<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BroadcastWording</name>
    <message>
        <source>Backup</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nimmt auf</translation>
    </message>
    <message>
        <source>Recording on the relay: %1</source>
        <translation>Aufnahme auf dem Relay: %1</translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation>Aufnahme angehalten</translation>
    </message>
    <message>
        <source>The relay does not record at the moment.</source>
        <translation>Das Relay nimmt gerade nicht auf.</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) left out</source>
        <translation>
            <numerusform>%n Bild ausgelassen</numerusform>
            <numerusform>%n Bilder ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>No sound arrives. See whether the microphone is muted; some players do not begin without sound.</source>
        <translation>Es kommt kein Ton an. Sehen Sie nach, ob das Mikrofon stumm ist; manche Player beginnen ohne Ton nicht.</translation>
    </message>
    <message>
        <source>No picture arrives, only sound. See whether its source still runs.</source>
        <translation>Es kommt kein Bild an, nur Ton. Sehen Sie nach, ob seine Quelle noch läuft.</translation>
    </message>
    <message>
        <source>A key frame comes only every %1 s. Set the key frame interval to 2 s: viewers wait for one when they join.</source>
        <translation>Nur alle %1 s kommt ein Schlüsselbild. Stellen Sie den Schlüsselbildabstand auf 2 s: Zuschauer warten beim Einschalten darauf.</translation>
    </message>
    <message>
        <source>B frames cost every viewer some latency. Set them to 0 for the lowest latency.</source>
        <translation>B-Bilder kosten jeden Zuschauer etwas Latenz. Stellen Sie sie für die kleinste Latenz auf 0.</translation>
    </message>
    <message>
        <source>Your line does not carry the bitrate: the broadcast is %1 s behind by now. Lower the video bitrate.</source>
        <translation>Ihre Leitung trägt die Bitrate nicht: Die Sendung liegt schon %1 s zurück. Senken Sie die Video-Bitrate.</translation>
    </message>
    <message>
        <source>The network lost %1 packets in the last seconds. Use a cable, a lower bitrate, or SRT with a latency of four round trips.</source>
        <translation>Das Netz hat in den letzten Sekunden %1 Pakete verloren. Nehmen Sie ein Kabel, eine kleinere Bitrate oder SRT mit einer Latenz von vier Umläufen.</translation>
    </message>
    <message>
        <source>The time between pictures changes: %1 % of them come early or late. Set a constant frame rate.</source>
        <translation>Der Abstand der Bilder schwankt: %1 % kommen zu früh oder zu spät. Stellen Sie eine feste Bildrate ein.</translation>
    </message>
    <message>
        <source>Only %1 pictures a second arrive. Choose a faster preset or a smaller picture.</source>
        <translation>Nur %1 Bilder pro Sekunde kommen an. Wählen Sie eine schnellere Voreinstellung oder ein kleineres Bild.</translation>
    </message>
    <message>
        <source>The bitrate leaps by %1 %. Set the encoder&apos;s rate control to CBR.</source>
        <translation>Die Bitrate springt um %1 %. Stellen Sie die Ratensteuerung des Encoders auf CBR.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe auswählen</translation>
    </message>
</context>
<context>
    <name>RelayApi</name>
    <message>
        <source>The relay answers in a way that this version of Footlight does not know: %1</source>
        <translation>Das Relay antwortet in einer Weise, die diese Version von Footlight nicht kennt: %1</translation>
    </message>
</context>
<context>
    <name>RelayProblem</name>
    <message>
        <source>The relay at %1 does not answer. Check the network, or try again later.</source>
        <translation>Das Relay unter %1 antwortet nicht. Prüfe das Netzwerk oder versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>There is no machine called %1. Check the relay&apos;s address.</source>
        <translation>Es gibt keinen Rechner namens %1. Prüfe die Adresse des Relays.</translation>
    </message>
    <message>
        <source>No relay is running at %1. Start it, or check its address.</source>
        <translation>Unter %1 läuft kein Relay. Starte es oder prüfe die Adresse.</translation>
    </message>
    <message>
        <source>The relay at %1 cannot be reached: %2.</source>
        <translation>Das Relay unter %1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Something answers at %1, but it is no Footlight relay (HTTP %2). Check the address.</source>
        <translation>Unter %1 antwortet etwas, aber es ist kein Footlight-Relay (HTTP %2). Prüfe die Adresse.</translation>
    </message>
</context>
<context>
    <name>TargetPresets</name>
    <message>
        <source>The key is in YouTube Studio under Create &gt; Go live &gt; Stream.</source>
        <translation>Den Schlüssel zeigt YouTube Studio unter Erstellen &gt; Livestream starten &gt; Stream.</translation>
    </message>
    <message>
        <source>The key is in Twitch&apos;s Creator Dashboard under Settings &gt; Stream.</source>
        <translation>Den Schlüssel zeigt Twitchs Creator-Dashboard unter Einstellungen &gt; Stream.</translation>
    </message>
    <message>
        <source>The key is in Facebook&apos;s Live Producer under Streaming software.</source>
        <translation>Den Schlüssel zeigt Facebooks Live Producer unter Streaming-Software.</translation>
    </message>
    <message>
        <source>Kick shows address and key in its Creator Dashboard under Settings &gt; Stream URL and key.</source>
        <translation>Kick zeigt Adresse und Schlüssel im Creator-Dashboard unter Einstellungen &gt; Stream-URL und Schlüssel.</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Anderer Dienst</translation>
    </message>
    <message>
        <source>The service tells you its address (rtmp:// or rtmps://) and your key.</source>
        <translation>Der Dienst nennt Ihnen seine Adresse (rtmp:// oder rtmps://) und Ihren Schlüssel.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>1 viewer</source>
        <translation>1 Zuschauer</translation>
    </message>
    <message>
        <source>%1 viewers</source>
        <translation>%1 Zuschauer</translation>
    </message>
</context>
<context>
    <name>footlight::channel::AudienceSection</name>
    <message>
        <source>Who may watch</source>
        <translation>Wer zusehen darf</translation>
    </message>
    <message>
        <source>Players may also fetch it over RTMP</source>
        <translation>Player dürfen auch über RTMP abrufen</translation>
    </message>
    <message>
        <source>Link to watch</source>
        <translation>Link zum Ansehen</translation>
    </message>
    <message>
        <source>Everybody, listed on this relay</source>
        <translation>Alle, auf diesem Relay gelistet</translation>
    </message>
    <message>
        <source>Everybody who has the address</source>
        <translation>Alle, die die Adresse haben</translation>
    </message>
    <message>
        <source>Only who has a link from me</source>
        <translation>Nur wer einen Link von mir hat</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Sichtbar für</translation>
    </message>
    <message>
        <source>Other players</source>
        <translation>Andere Player</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copied. It plays until %1.</source>
        <translation>Kopiert. Er gilt bis %1.</translation>
    </message>
    <message>
        <source>for 1 hour</source>
        <translation>für 1 Stunde</translation>
    </message>
    <message>
        <source>for 24 hours</source>
        <translation>für 24 Stunden</translation>
    </message>
    <message>
        <source>for 7 days</source>
        <translation>für 7 Tage</translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation>für 30 Tage</translation>
    </message>
    <message>
        <source>for a year</source>
        <translation>für ein Jahr</translation>
    </message>
    <message>
        <source>How long the link plays</source>
        <translation>Wie lange der Link gilt</translation>
    </message>
    <message>
        <source>Copied. It plays whenever you are live.</source>
        <translation>Kopiert. Er gilt, wann immer Sie live sind.</translation>
    </message>
    <message>
        <source>Whoever has the link can watch: in Footlight under Watch &gt; Open a link, and in any player of HLS.</source>
        <translation>Wer den Link hat, kann zusehen: in Footlight unter Ansehen &gt; Link öffnen und in jedem Player für HLS.</translation>
    </message>
    <message>
        <source>It opens in Footlight under Watch &gt; Open a link, and in any player of HLS.</source>
        <translation>Er öffnet sich in Footlight unter Ansehen &gt; Link öffnen und in jedem Player für HLS.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::AwaySection</name>
    <message>
        <source>When the encoder is away</source>
        <translation>Wenn der Encoder weg ist</translation>
    </message>
    <message>
        <source>A connection that breaks does not end the broadcast: viewers see the picture below until the encoder is back.</source>
        <translation>Eine Verbindung, die abreißt, beendet die Sendung nicht: Zuschauer sehen das Bild unten, bis der Encoder zurück ist.</translation>
    </message>
    <message>
        <source>Choose a picture or clip…</source>
        <translation>Bild oder Clip wählen…</translation>
    </message>
    <message>
        <source>Use the relay&apos;s own</source>
        <translation>Das des Relays nehmen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Darauf warten</translation>
    </message>
    <message>
        <source>After that the broadcast is over. 0 ends it at once.</source>
        <translation>Danach ist die Sendung vorbei. 0 beendet sie sofort.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>What viewers see</source>
        <translation>Was Zuschauer sehen</translation>
    </message>
    <message>
        <source>Choose a picture or clip</source>
        <translation>Bild oder Clip wählen</translation>
    </message>
    <message>
        <source>The relay shows its own picture: “Back in a moment”.</source>
        <translation>Das Relay zeigt sein eigenes Bild: „Back in a moment“.</translation>
    </message>
    <message>
        <source>A clip, %1</source>
        <translation>Ein Clip, %1</translation>
    </message>
    <message>
        <source>Picture or clip for viewers</source>
        <translation>Bild oder Clip für Zuschauer</translation>
    </message>
    <message>
        <source>Pictures and clips (*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.webm *.mkv *.ts *.flv)</source>
        <translation>Bilder und Clips (*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.webm *.mkv *.ts *.flv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The file has %1. The relay takes up to 50 MB.</source>
        <translation>Die Datei hat %1. Das Relay nimmt bis zu 50 MB.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
</context>
<context>
    <name>footlight::channel::ChannelPage</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Your channel is on the relay</source>
        <translation>Ihr Kanal ist auf dem Relay</translation>
    </message>
    <message>
        <source>Its settings appear here as soon as the relay has let you in.</source>
        <translation>Seine Einstellungen erscheinen hier, sobald das Relay Sie eingelassen hat.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::IngestSection</name>
    <message>
        <source>Publish from elsewhere</source>
        <translation>Von anderswo senden</translation>
    </message>
    <message>
        <source>The Studio needs none of this. OBS, a hardware encoder or a phone publish to one of these addresses with your stream key; a second encoder goes to a backup address.</source>
        <translation>Das Studio braucht nichts davon. OBS, ein Hardware-Encoder oder ein Telefon senden mit Ihrem Stream-Schlüssel an eine dieser Adressen; ein zweiter Encoder an eine Reserveadresse.</translation>
    </message>
    <message>
        <source>Copy the stream key</source>
        <translation>Stream-Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Rotate the stream key in the settings</source>
        <translation>Stream-Schlüssel in den Einstellungen erneuern</translation>
    </message>
    <message>
        <source>Whoever has the key can go live as you.</source>
        <translation>Wer den Schlüssel hat, kann als Sie senden.</translation>
    </message>
    <message>
        <source>RTMPS</source>
        <translation>RTMPS</translation>
    </message>
    <message>
        <source>RTMP</source>
        <translation>RTMP</translation>
    </message>
    <message>
        <source>SRT</source>
        <translation>SRT</translation>
    </message>
    <message>
        <source>Backup, RTMPS</source>
        <translation>Reserve, RTMPS</translation>
    </message>
    <message>
        <source>Backup, RTMP</source>
        <translation>Reserve, RTMP</translation>
    </message>
    <message>
        <source>Copied. Paste it where the encoder asks for a stream key.</source>
        <translation>Kopiert. Fügen Sie ihn ein, wo der Encoder nach dem Stream-Schlüssel fragt.</translation>
    </message>
    <message>
        <source>The stream id is the stream key; a backup&apos;s is “backup/” and the key.</source>
        <translation>Die Stream-ID ist der Stream-Schlüssel; für die Reserve „backup/“ und der Schlüssel.</translation>
    </message>
    <message>
        <source>The encoder also needs the relay&apos;s SRT passphrase, from whoever runs the relay.</source>
        <translation>Der Encoder braucht auch die SRT-Passphrase des Relays; wer das Relay betreibt, hat sie.</translation>
    </message>
    <message>
        <source>From other machines the relay refuses SRT until it has a passphrase: whoever runs it sets srt.passphrase (10 to 79 characters) in its configuration and starts it again.</source>
        <translation>Von anderen Rechnern nimmt das Relay SRT erst an, wenn es eine Passphrase hat: Wer es betreibt, setzt srt.passphrase (10 bis 79 Zeichen) in dessen Konfiguration und startet es neu.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::InputDialog</name>
    <message>
        <source>Add input</source>
        <translation>Eingang hinzufügen</translation>
    </message>
    <message>
        <source>Save input</source>
        <translation>Eingang speichern</translation>
    </message>
    <message>
        <source>Add a network input</source>
        <translation>Netzeingang hinzufügen</translation>
    </message>
    <message>
        <source>Change a network input</source>
        <translation>Netzeingang ändern</translation>
    </message>
    <message>
        <source>MPEG-TS over UDP</source>
        <translation>MPEG-TS über UDP</translation>
    </message>
    <message>
        <source>SRT, called by the relay</source>
        <translation>SRT, vom Relay angerufen</translation>
    </message>
    <message>
        <source>RTMP, pulled by the relay</source>
        <translation>RTMP, vom Relay geholt</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jeder Adresse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Nur von</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Publishes as</source>
        <translation>Sendet als</translation>
    </message>
    <message>
        <source>The relay listens there; a multicast address is joined.</source>
        <translation>Das Relay hört dort zu; einer Multicast-Adresse tritt es bei.</translation>
    </message>
    <message>
        <source>The relay calls this address. A passphrase has 10 to 79 characters.</source>
        <translation>Das Relay ruft diese Adresse an. Eine Passphrase hat 10 bis 79 Zeichen.</translation>
    </message>
    <message>
        <source>The relay plays this stream and shows it as yours.</source>
        <translation>Das Relay spielt diesen Stream ab und zeigt ihn als Ihren.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::InputsSection</name>
    <message>
        <source>Network inputs</source>
        <translation>Netzeingänge</translation>
    </message>
    <message>
        <source>Encoders that send MPEG-TS to an address, wait to be called, or publish elsewhere. What comes in is your broadcast.</source>
        <translation>Encoder, die MPEG-TS an eine Adresse senden, auf einen Anruf warten oder anderswo senden. Was hereinkommt, ist Ihre Sendung.</translation>
    </message>
    <message>
        <source>None. Encoders that know the stream key need none.</source>
        <translation>Keine. Encoder, die den Stream-Schlüssel kennen, brauchen keinen.</translation>
    </message>
    <message>
        <source>Add an input…</source>
        <translation>Eingang hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>from %n address(es)</source>
        <translation>
            <numerusform>von %n Adresse</numerusform>
            <numerusform>von %n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>The relay does not take this stream any more.</source>
        <translation>Das Relay nimmt diesen Stream nicht mehr an.</translation>
    </message>
    <message>
        <source>Remove input</source>
        <translation>Eingang entfernen</translation>
    </message>
</context>
<context>
    <name>footlight::channel::RecordingSection</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Keep every broadcast on the relay</source>
        <translation>Jede Sendung auf dem Relay behalten</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Viewers can then rewind while you are live, and watch it afterwards.</source>
        <translation>Zuschauer können dann zurückspulen, während Sie live sind, und später zusehen.</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Behalten für</translation>
    </message>
    <message>
        <source>Recordings that you keep by hand stay.</source>
        <translation>Aufnahmen, die Sie von Hand behalten, bleiben.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::RouteDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>footlight::channel::RouteRow</name>
    <message>
        <source>%1 is on</source>
        <translation>%1 ist an</translation>
    </message>
    <message>
        <source>On or off</source>
        <translation>An oder aus</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>footlight::channel::RoutesSection</name>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>footlight::channel::TargetDialog</name>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Save target</source>
        <translation>Ziel speichern</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Change a target</source>
        <translation>Ziel ändern</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Stream key</source>
        <translation>Stream-Schlüssel</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Tonspur</translation>
    </message>
    <message>
        <source>An empty key leaves the key as it is.</source>
        <translation>Ein leerer Schlüssel lässt den Schlüssel, wie er ist.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::TargetsSection</name>
    <message>
        <source>Also send to</source>
        <translation>Auch senden an</translation>
    </message>
    <message>
        <source>The relay sends your broadcast on to these services while you are on air. One that fails holds up none of the others.</source>
        <translation>Das Relay gibt Ihre Sendung an diese Dienste weiter, während Sie auf Sendung sind. Fällt einer aus, hält er keinen anderen auf.</translation>
    </message>
    <message>
        <source>No service yet: your broadcast stays on this relay.</source>
        <translation>Noch kein Dienst: Ihre Sendung bleibt auf diesem Relay.</translation>
    </message>
    <message>
        <source>Add a service…</source>
        <translation>Dienst hinzufügen…</translation>
    </message>
    <message>
        <source>%1, audio track %2</source>
        <translation>%1, Tonspur %2</translation>
    </message>
    <message>
        <source>Your broadcasts are not sent there any more, and the relay forgets its key.</source>
        <translation>Ihre Sendungen gehen nicht mehr dorthin, und das Relay vergisst den Schlüssel.</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Ziel entfernen</translation>
    </message>
</context>
<context>
    <name>footlight::client::LiveSocket</name>
    <message>
        <source>The relay took the connection and then said nothing.</source>
        <translation>Das Relay hat die Verbindung angenommen und dann geschwiegen.</translation>
    </message>
    <message>
        <source>The relay does not know this sign-in any more.</source>
        <translation>Das Relay kennt diese Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>The connection to the relay was lost.</source>
        <translation>Die Verbindung zum Relay ist abgebrochen.</translation>
    </message>
    <message>
        <source>You are in %1 channels already. Leave one first.</source>
        <translation>Du bist schon in %1 Kanälen. Verlasse zuerst einen.</translation>
    </message>
    <message>
        <source>Too many lines wait for the relay. Try again in a moment.</source>
        <translation>Zu viele Zeilen warten auf das Relay. Versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The relay has gone quiet.</source>
        <translation>Das Relay meldet sich nicht mehr.</translation>
    </message>
    <message>
        <source>Not sent: there was no connection to the relay.</source>
        <translation>Nicht gesendet: Es gab keine Verbindung zum Relay.</translation>
    </message>
    <message>
        <source>The relay did not confirm this line; it may not have arrived.</source>
        <translation>Das Relay hat diese Zeile nicht bestätigt; vielleicht ist sie nicht angekommen.</translation>
    </message>
</context>
<context>
    <name>footlight::client::RelayApi</name>
    <message>
        <source>Too many requests wait for the relay already. Try again in a moment.</source>
        <translation>Es warten schon zu viele Anfragen auf das Relay. Versuche es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>footlight::client::SecretStore</name>
    <message>
        <source>none answers</source>
        <translation>keiner antwortet</translation>
    </message>
    <message>
        <source>Passwords and keys cannot be kept on this computer (keychain: %1). Footlight keeps them until it is closed. Install and unlock a keychain, such as gnome-keyring or KWallet, to keep them.</source>
        <translation>Passwörter und Schlüssel können auf diesem Computer nicht aufbewahrt werden (Schlüsselbund: %1). Footlight behält sie, bis es geschlossen wird. Installiere und entsperre einen Schlüsselbund wie gnome-keyring oder KWallet, um sie zu behalten.</translation>
    </message>
</context>
<context>
    <name>footlight::client::Transfer</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make room on the disk and try again.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The connection ended before all of it was there. Try again.</source>
        <translation>Die Verbindung endete, bevor alles da war. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::AppWindow</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The Studio cannot start</source>
        <translation>Das Studio kann nicht starten</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::BundledRelay</name>
    <message>
        <source>This computer&apos;s relay started but was not ready in time. %1</source>
        <translation>Das Relay dieses Computers ist gestartet, war aber nicht rechtzeitig bereit. %1</translation>
    </message>
    <message>
        <source>This computer&apos;s relay could not be started: %1.</source>
        <translation>Das Relay dieses Computers konnte nicht gestartet werden: %1.</translation>
    </message>
    <message>
        <source>The relay that comes with Footlight, footlight-relay, is not beside the app or in PATH. Install Footlight again, or use a relay elsewhere: Settings &gt; Relay.</source>
        <translation>Das Relay footlight-relay, das zu Footlight gehört, liegt weder neben der App noch im PATH. Installiere Footlight neu oder nutze ein anderes Relay: Optionen &gt; Relay.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; the relay keeps its data there. Check its permissions and the free space.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden; das Relay hält dort seine Daten. Prüfe die Rechte und den freien Platz.</translation>
    </message>
    <message>
        <source>This computer&apos;s relay could not start. %1</source>
        <translation>Das Relay dieses Computers konnte nicht starten. %1</translation>
    </message>
    <message>
        <source>This computer&apos;s relay crashed.</source>
        <translation>Das Relay dieses Computers ist abgestürzt.</translation>
    </message>
    <message>
        <source>This computer&apos;s relay ended (exit code %1). %2</source>
        <translation>Das Relay dieses Computers hat sich beendet (Code %1). %2</translation>
    </message>
    <message>
        <source>%1 It was started again %2 times within a minute, so Footlight has stopped trying. Start Footlight again; if that does not help, look at the relay&apos;s data in %3.</source>
        <translation>%1 Es wurde innerhalb einer Minute %2-mal neu gestartet, deshalb versucht Footlight es nicht weiter. Starte Footlight neu; wenn das nicht hilft, sieh dir die Daten des Relays in %3 an.</translation>
    </message>
    <message>
        <source>%1 It is being started again.</source>
        <translation>%1 Es wird neu gestartet.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Es meldete: %1</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::ChannelDestination</name>
    <message>
        <source>The relay did not let us in within 20 s.</source>
        <translation>Das Relay hat uns nicht innerhalb von 20 s eingelassen.</translation>
    </message>
    <message>
        <source>The relay has not let us in yet.</source>
        <translation>Das Relay hat uns noch nicht eingelassen.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::CopiesHere</name>
    <message>
        <source>No copy on this computer has that stretch.</source>
        <translation>Keine Kopie auf diesem Computer hat dieses Stück.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::HeadlessDemo</name>
    <message>
        <source>No picture came within %1 s. %2</source>
        <translation>Innerhalb von %1 s kam kein Bild. %2</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>On air with the test pattern.</source>
        <translation>Auf Sendung mit dem Testbild.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::HeadlessGoLive</name>
    <message>
        <source>On air at %1.</source>
        <translation>Auf Sendung bei %1.</translation>
    </message>
    <message>
        <source>On air. Watch at %1</source>
        <translation>Auf Sendung. Ansehen unter %1</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::HeadlessWatch</name>
    <message>
        <source>&quot;%1&quot; is a channel&apos;s name: say which relay it is on, with --relay studio.example, or give the URL of its playlist.</source>
        <translation>„%1“ ist der Name eines Kanals: Gib mit --relay studio.example an, auf welchem Relay er ist, oder nenne die URL seiner Playlist.</translation>
    </message>
    <message>
        <source>Nothing was played.</source>
        <translation>Es wurde nichts abgespielt.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::RelayAccount</name>
    <message>
        <source>The keychain does not give out the password of %1 at %2. Unlock the keychain and start Footlight again.</source>
        <translation>Der Schlüsselbund gibt das Passwort von %1 bei %2 nicht heraus. Entsperre den Schlüsselbund und starte Footlight neu.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::SceneFile</name>
    <message>
        <source>The scene could not be saved to %1: %2.</source>
        <translation>Die Szene konnte nicht in %1 gespeichert werden: %2.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::SettingsSide</name>
    <message>
        <source>Connecting to the relay.</source>
        <translation>Verbindung zum Relay wird hergestellt.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::WindowDemo</name>
    <message>
        <source>No picture came within %1 s. %2</source>
        <translation>Innerhalb von %1 s kam kein Bild. %2</translation>
    </message>
    <message>
        <source>The Studio cannot start; its page says why.</source>
        <translation>Das Studio kann nicht starten; seine Seite sagt, warum.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>On air with the test pattern.</source>
        <translation>Auf Sendung mit dem Testbild.</translation>
    </message>
    <message>
        <source>Hello from the demo</source>
        <translation>Hallo von der Demo</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::WindowGoLive</name>
    <message>
        <source>The Studio cannot start; its page says why.</source>
        <translation>Das Studio kann nicht starten; seine Seite sagt, warum.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::WindowVerb</name>
    <message>
        <source>End the broadcast and close Footlight?</source>
        <translation>Sendung beenden und Footlight schließen?</translation>
    </message>
    <message>
        <source>Viewers see that it is over.</source>
        <translation>Die Zuschauer sehen, dass sie vorbei ist.</translation>
    </message>
    <message>
        <source>End broadcast</source>
        <translation>Sendung beenden</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weitersenden</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::WindowWatch</name>
    <message>
        <source>Nothing was played.</source>
        <translation>Es wurde nichts abgespielt.</translation>
    </message>
</context>
<context>
    <name>footlight::models::ChatModel</name>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
</context>
<context>
    <name>footlight::models::RecordingListModel</name>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n Lücke</numerusform>
            <numerusform>%n Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>footlight::playback::Player</name>
    <message>
        <source>This broadcast is over.</source>
        <translation>Diese Sendung ist vorbei.</translation>
    </message>
</context>
<context>
    <name>footlight::playback::PlaylistFollower</name>
    <message>
        <source>The stream&apos;s playlist lists nothing to play.</source>
        <translation>Die Playlist des Streams nennt nichts Abspielbares.</translation>
    </message>
    <message>
        <source>The stream&apos;s playlist lists playlists of playlists, which Footlight does not follow.</source>
        <translation>Die Playlist des Streams verweist auf Playlists von Playlists; denen folgt Footlight nicht.</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::CutDialog</name>
    <message>
        <source>Only a part</source>
        <translation>Nur ein Stück</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Download as MP4</source>
        <translation>Als MP4 herunterladen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>It begins with the whole picture before that, up to a few seconds earlier.</source>
        <translation>Es beginnt mit dem letzten vollständigen Bild davor, bis zu ein paar Sekunden früher.</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::HolesView</name>
    <message>
        <source>What the network lost</source>
        <translation>Was das Netz verloren hat</translation>
    </message>
    <message>
        <source>%1, for %2 s</source>
        <translation>%1, für %2 s</translation>
    </message>
    <message>
        <source>Fill from my local copy</source>
        <translation>Aus meiner Kopie füllen</translation>
    </message>
    <message>
        <source>Fill %1 from my local copy</source>
        <translation>%1 aus meiner Kopie füllen</translation>
    </message>
    <message>
        <source>No local copy of it</source>
        <translation>Keine Kopie davon</translation>
    </message>
    <message>
        <source>Too short to be filled</source>
        <translation>Zu kurz zum Füllen</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::RecordingDetails</name>
    <message>
        <source>Keep it, whatever the rule says</source>
        <translation>Behalten, was die Regel auch sagt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>Die Aufnahme</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Download as MP4</source>
        <translation>Als MP4 herunterladen</translation>
    </message>
    <message>
        <source>Delete the recording</source>
        <translation>Aufnahme löschen</translation>
    </message>
    <message>
        <source>It is on air: it can be played from its start while it grows.</source>
        <translation>Sie läuft gerade: Man kann sie von Anfang an abspielen, während sie wächst.</translation>
    </message>
    <message>
        <source>Deleted by itself on %1.</source>
        <translation>Wird am %1 von selbst gelöscht.</translation>
    </message>
    <message>
        <source>Save the recording as</source>
        <translation>Aufnahme speichern als</translation>
    </message>
    <message>
        <source>MP4 (*.mp4)</source>
        <translation>MP4 (*.mp4)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Give it a title</source>
        <translation>Titel eingeben</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::RecordingsController</name>
    <message>
        <source>Downloading “%1”</source>
        <translation>„%1“ wird heruntergeladen</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Cutting the missing stretch out of the local copy</source>
        <translation>Das fehlende Stück wird aus der Kopie geschnitten</translation>
    </message>
    <message>
        <source>Sending the missing stretch</source>
        <translation>Das fehlende Stück wird gesendet</translation>
    </message>
    <message>
        <source>The gap is filled.</source>
        <translation>Die Lücke ist gefüllt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::RecordingsPage</name>
    <message>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <source>Every broadcast that the relay keeps appears here while it runs. Whether it keeps them is set on the Channel page.</source>
        <translation>Jede Sendung, die das Relay behält, erscheint hier, während sie läuft. Ob es sie behält, steht auf der Seite Kanal.</translation>
    </message>
    <message>
        <source>Open the Studio</source>
        <translation>Studio öffnen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Play the recording</source>
        <translation>Aufnahme abspielen</translation>
    </message>
    <message>
        <source>Download the recording</source>
        <translation>Aufnahme herunterladen</translation>
    </message>
    <message>
        <source>Rename the recording</source>
        <translation>Aufnahme umbenennen</translation>
    </message>
    <message>
        <source>Delete the recording</source>
        <translation>Aufnahme löschen</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
</context>
<context>
    <name>footlight::recordings::TransferBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel the transfer</source>
        <translation>Übertragung abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>footlight::settings::ChannelSection</name>
    <message>
        <source>Account and channel</source>
        <translation>Konto und Kanal</translation>
    </message>
    <message>
        <source>Rotate the stream key…</source>
        <translation>Streamschlüssel wechseln…</translation>
    </message>
    <message>
        <source>Rotate the stream key</source>
        <translation>Streamschlüssel wechseln</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Stream key</source>
        <translation>Streamschlüssel</translation>
    </message>
    <message>
        <source>Whoever has the key can go live as you. Footlight keeps it in the keychain and never shows it.</source>
        <translation>Wer den Schlüssel hat, kann in deinem Namen senden. Footlight verwahrt ihn im Schlüsselbund und zeigt ihn nie an.</translation>
    </message>
    <message>
        <source>Nobody: waiting for the relay</source>
        <translation>Niemand: Warten auf das Relay</translation>
    </message>
    <message>
        <source>Rotate the stream key of %1?</source>
        <translation>Streamschlüssel von %1 wechseln?</translation>
    </message>
    <message>
        <source>The old key stops working at once, in other programs too.</source>
        <translation>Der alte Schlüssel gilt sofort nicht mehr, auch nicht in anderen Programmen.</translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel wechseln</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Den alten behalten</translation>
    </message>
    <message>
        <source>Rotating…</source>
        <translation>Wird gewechselt…</translation>
    </message>
    <message>
        <source>Rotated. Footlight uses the new key from now on.</source>
        <translation>Gewechselt. Footlight benutzt ab jetzt den neuen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>footlight::settings::LocalCopySection</name>
    <message>
        <source>Local copy</source>
        <translation>Lokale Kopie</translation>
    </message>
    <message>
        <source>While you are live the broadcast is also written to this computer. What the network loses can then be sent to the relay afterwards, from the Recordings page.</source>
        <translation>Während Sie live sind, wird die Sendung auch auf diesen Computer geschrieben. Was das Netz verliert, lässt sich dann nachträglich auf der Seite Aufnahmen an das Relay senden.</translation>
    </message>
    <message>
        <source>Write a copy of each broadcast</source>
        <translation>Eine Kopie jeder Sendung schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Holds from the next broadcast.</source>
        <translation>Gilt ab der nächsten Sendung.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Delete after</source>
        <translation>Löschen nach</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>The oldest go first. Nothing is written while less than 5 GB are free.</source>
        <translation>Die ältesten gehen zuerst. Solange weniger als 5 GB frei sind, wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the folder for copies</source>
        <translation>Ordner für Kopien auswählen</translation>
    </message>
    <message>
        <source>Folder for copies</source>
        <translation>Ordner für Kopien</translation>
    </message>
    <message>
        <source>%1 free there; an hour at 2.5 Mbit/s takes %2.</source>
        <translation>Dort sind %1 frei; eine Stunde mit 2,5 Mbit/s braucht %2.</translation>
    </message>
</context>
<context>
    <name>footlight::settings::RelaySection</name>
    <message>
        <source>it has no address on a network now</source>
        <translation>Er hat gerade keine Adresse in einem Netzwerk</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>The relay takes your stream and hands it to everybody who watches.</source>
        <translation>Das Relay nimmt deinen Stream an und gibt ihn an alle weiter, die zusehen.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Let others on this network watch and publish</source>
        <translation>Andere in diesem Netzwerk dürfen zusehen und senden</translation>
    </message>
    <message>
        <source>Another relay</source>
        <translation>Ein anderes Relay</translation>
    </message>
    <message>
        <source>Use this relay</source>
        <translation>Dieses Relay verwenden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Adresse des Relays</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Broadcast through</source>
        <translation>Senden über</translation>
    </message>
    <message>
        <source>They reach this relay at ports 1935 (publishing), 8080 (the address for their Footlight) and 8081 (watching) of this computer: %1. Changing this starts the relay again.</source>
        <translation>Sie erreichen dieses Relay an den Ports 1935 (Senden), 8080 (die Adresse für ihr Footlight) und 8081 (Ansehen) dieses Computers: %1. Eine Änderung startet das Relay neu.</translation>
    </message>
    <message>
        <source>You are on air. End the broadcast to change the relay.</source>
        <translation>Du bist auf Sendung. Beende die Sendung, um das Relay zu wechseln.</translation>
    </message>
    <message>
        <source>“%1” is no address of a relay. It looks like studio.example or 192.168.1.20:8080.</source>
        <translation>„%1“ ist keine Adresse eines Relays. Sie sieht aus wie studio.example oder 192.168.1.20:8080.</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
</context>
<context>
    <name>footlight::settings::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Appearance: %1</source>
        <translation>Aussehen: %1</translation>
    </message>
</context>
<context>
    <name>footlight::settings::StreamSection</name>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>How the broadcast is made. More pixels and pictures want more of the processor and of the line.</source>
        <translation>Wie die Sendung gemacht wird. Mehr Pixel und Bilder verlangen mehr vom Prozessor und von der Leitung.</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Size and frame rate hold from the next start of Footlight.</source>
        <translation>Größe und Bildrate gelten ab dem nächsten Start von Footlight.</translation>
    </message>
    <message>
        <source>Video bitrate</source>
        <translation>Video-Bitrate</translation>
    </message>
    <message>
        <source>Audio bitrate</source>
        <translation>Audio-Bitrate</translation>
    </message>
    <message>
        <source>Bitrates hold from the next broadcast.</source>
        <translation>Bitraten gelten ab der nächsten Sendung.</translation>
    </message>
    <message>
        <source>%1 x %2</source>
        <translation>%1 x %2</translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation>%1 Bilder je Sekunde</translation>
    </message>
    <message>
        <source> kbit/s</source>
        <translation> kbit/s</translation>
    </message>
</context>
<context>
    <name>footlight::shell::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchtest du tun?</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>footlight::shell::FirstStart</name>
    <message>
        <source>Type the address that the relay&apos;s owner gave you, such as studio.example:8080.</source>
        <translation>Gib die Adresse ein, die du vom Betreiber des Relays hast, etwa studio.example:8080.</translation>
    </message>
    <message>
        <source>“%1” is no address of a relay. It looks like studio.example or 192.168.1.20:8080.</source>
        <translation>„%1“ ist keine Adresse eines Relays. Sie sieht aus wie studio.example oder 192.168.1.20:8080.</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Diesen Computer verwenden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Welcome to Footlight</source>
        <translation>Willkommen bei Footlight</translation>
    </message>
    <message>
        <source>Where should your broadcasts go?</source>
        <translation>Wohin sollen deine Sendungen gehen?</translation>
    </message>
    <message>
        <source>A relay takes your stream and hands it to everybody who watches. You can change this later in Settings.</source>
        <translation>Ein Relay nimmt deinen Stream an und gibt ihn an alle weiter, die zusehen. In den Optionen kannst du das später ändern.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Footlight runs a relay here. Account, channel and stream key are made for you. At first only this computer reaches it; Settings &gt; Relay opens it to your network.</source>
        <translation>Footlight betreibt hier ein Relay und legt Konto, Kanal und Streamschlüssel für dich an. Zunächst erreicht es nur dieser Computer; unter Optionen &gt; Relay öffnest du es für dein Netzwerk.</translation>
    </message>
    <message>
        <source>Another relay</source>
        <translation>Ein anderes Relay</translation>
    </message>
    <message>
        <source>Somebody runs a relay for you. Its address is all that Footlight needs.</source>
        <translation>Jemand betreibt ein Relay für dich. Footlight braucht nur dessen Adresse.</translation>
    </message>
    <message>
        <source>Address of the relay</source>
        <translation>Adresse des Relays</translation>
    </message>
    <message>
        <source>Connect to this relay</source>
        <translation>Mit diesem Relay verbinden</translation>
    </message>
</context>
<context>
    <name>footlight::shell::HeaderBar</name>
    <message>
        <source>Find an action    Ctrl+K</source>
        <translation>Aktion suchen    Strg+K</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation>Befehlspalette (Strg+K)</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Account and relay</source>
        <translation>Konto und Relay</translation>
    </message>
</context>
<context>
    <name>footlight::shell::HomePage</name>
    <message>
        <source>Live now</source>
        <translation>Jetzt live</translation>
    </message>
    <message>
        <source>Nobody is live right now</source>
        <translation>Gerade ist niemand live</translation>
    </message>
    <message>
        <source>Channels of this relay appear here the moment they go live. Be the first: the Studio has your screen, camera and microphone ready.</source>
        <translation>Kanäle dieses Relays erscheinen hier, sobald sie live gehen. Mach den Anfang: Im Studio stehen Bildschirm, Kamera und Mikrofon bereit.</translation>
    </message>
    <message>
        <source>Open the Studio</source>
        <translation>Studio öffnen</translation>
    </message>
    <message>
        <source>Go live in the Studio</source>
        <translation>Im Studio live gehen</translation>
    </message>
    <message>
        <source>You are on air: %1, %2</source>
        <translation>Du bist auf Sendung: %1, %2</translation>
    </message>
    <message>
        <source>You are on air: %1</source>
        <translation>Du bist auf Sendung: %1</translation>
    </message>
</context>
<context>
    <name>footlight::shell::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys on %1</source>
        <translation>Tasten auf %1</translation>
    </message>
</context>
<context>
    <name>footlight::shell::MainWindow</name>
    <message>
        <source>Footlight</source>
        <translation>Footlight</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Show the keys of this page</source>
        <translation>Tasten dieser Seite zeigen</translation>
    </message>
    <message>
        <source>Quit Footlight</source>
        <translation>Footlight beenden</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
</context>
<context>
    <name>footlight::shell::OnAirMarker</name>
    <message>
        <source>viewers unknown</source>
        <translation>Zuschauer unbekannt</translation>
    </message>
    <message>
        <source>On air, %1, %2. Open the Studio</source>
        <translation>Auf Sendung, %1, %2. Studio öffnen</translation>
    </message>
    <message>
        <source>On air for %1, %2</source>
        <translation>Seit %1 auf Sendung, %2</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>LIVE</translation>
    </message>
</context>
<context>
    <name>footlight::shell::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>footlight::studio::AdviceList</name>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::studio::BroadcastBar</name>
    <message>
        <source>What is this broadcast about?</source>
        <translation>Worum geht es in dieser Sendung?</translation>
    </message>
    <message>
        <source>Title of the broadcast</source>
        <translation>Titel der Sendung</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>No relay yet: choose one in Settings</source>
        <translation>Noch kein Relay: In den Optionen eines wählen</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>this broadcast</source>
        <translation>diese Sendung</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>End %1?</source>
        <translation>%1 beenden?</translation>
    </message>
    <message>
        <source>Viewers see that it is over. The chat stays open.</source>
        <translation>Die Zuschauer sehen, dass sie vorbei ist. Der Chat bleibt offen.</translation>
    </message>
    <message>
        <source>End broadcast</source>
        <translation>Sendung beenden</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Weitersenden</translation>
    </message>
    <message>
        <source>Connecting…  Cancel</source>
        <translation>Verbindet…  Abbrechen</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live gehen</translation>
    </message>
    <message>
        <source>Cancel going live</source>
        <translation>Livegehen abbrechen</translation>
    </message>
</context>
<context>
    <name>footlight::studio::BroadcastController</name>
    <message>
        <source>The relay ended the broadcast.</source>
        <translation>Das Relay hat die Sendung beendet.</translation>
    </message>
</context>
<context>
    <name>footlight::studio::HealthPanel</name>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Health of the broadcast</source>
        <translation>Zustand der Sendung</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1 kbit/s over the last second</source>
        <translation>%1 kbit/s in der letzten Sekunde</translation>
    </message>
    <message>
        <source>%1 over the last second</source>
        <translation>%1 in der letzten Sekunde</translation>
    </message>
    <message>
        <source>%1 not encoded, %2 not drawn in time, the rest not sent in time, of %3</source>
        <translation>%1 nicht kodiert, %2 nicht rechtzeitig gezeichnet, der Rest nicht rechtzeitig gesendet, von %3</translation>
    </message>
    <message>
        <source>Off air</source>
        <translation>Nicht auf Sendung</translation>
    </message>
    <message>
        <source>Losing frames</source>
        <translation>Verliert Bilder</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Seconds from one key frame to the next, as they arrive</source>
        <translation>Sekunden von einem Schlüsselbild zum nächsten, wie sie ankommen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>How far the stream has fallen behind its own time on the way</source>
        <translation>Wie weit der Stream unterwegs hinter seine eigene Zeit gefallen ist</translation>
    </message>
    <message>
        <source>Network packets that were lost on the way</source>
        <translation>Netzpakete, die unterwegs verloren gingen</translation>
    </message>
    <message>
        <source>Nothing arrives</source>
        <translation>Nichts kommt an</translation>
    </message>
    <message>
        <source>Wants care</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Frames/s</source>
        <translation>Bilder/s</translation>
    </message>
</context>
<context>
    <name>footlight::studio::MixerPanel</name>
    <message>
        <source>Mixer</source>
        <translation>Mischer</translation>
    </message>
    <message>
        <source>Nothing makes a sound yet. Add a microphone or the sound of this computer as a source.</source>
        <translation>Noch ist nichts zu hören. Füge ein Mikrofon oder den Ton dieses Computers als Quelle hinzu.</translation>
    </message>
</context>
<context>
    <name>footlight::studio::MixerStrip</name>
    <message>
        <source>Mute %1</source>
        <translation>%1 stummschalten</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Lautstärke von %1</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Unmute %1</source>
        <translation>%1 wieder hörbar machen</translation>
    </message>
</context>
<context>
    <name>footlight::studio::PreviewPane</name>
    <message>
        <source>Preview of what is on air</source>
        <translation>Vorschau des Sendebilds</translation>
    </message>
</context>
<context>
    <name>footlight::studio::PropertiesDialog</name>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel and put the settings back</source>
        <translation>Abbrechen und die Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>This source has no settings.</source>
        <translation>Diese Quelle hat keine Einstellungen.</translation>
    </message>
</context>
<context>
    <name>footlight::studio::RelayPanel</name>
    <message>
        <source>On the relay</source>
        <translation>Auf dem Relay</translation>
    </message>
    <message>
        <source>No encoder</source>
        <translation>Kein Encoder</translation>
    </message>
    <message>
        <source>Viewers see the picture for that until one is back.</source>
        <translation>Zuschauer sehen das Bild dafür, bis einer zurück ist.</translation>
    </message>
    <message>
        <source>Backup on air</source>
        <translation>Reserve auf Sendung</translation>
    </message>
    <message>
        <source>Primary on air</source>
        <translation>Haupt auf Sendung</translation>
    </message>
    <message>
        <source>The other encoder is ready.</source>
        <translation>Der andere Encoder ist bereit.</translation>
    </message>
    <message>
        <source>No other encoder publishes.</source>
        <translation>Kein anderer Encoder sendet.</translation>
    </message>
    <message>
        <source>To the primary…</source>
        <translation>Zum Haupt…</translation>
    </message>
    <message>
        <source>To the backup…</source>
        <translation>Zur Reserve…</translation>
    </message>
    <message>
        <source>Switch to the primary encoder</source>
        <translation>Auf den Haupt-Encoder umschalten</translation>
    </message>
    <message>
        <source>Switch to the backup encoder</source>
        <translation>Auf den Reserve-Encoder umschalten</translation>
    </message>
    <message>
        <source>Show viewers the backup encoder?</source>
        <translation>Zuschauern den Reserve-Encoder zeigen?</translation>
    </message>
    <message>
        <source>Show viewers the primary encoder?</source>
        <translation>Zuschauern den Haupt-Encoder zeigen?</translation>
    </message>
    <message>
        <source>The switch happens at its next key frame. It stays until you switch back.</source>
        <translation>Umgeschaltet wird beim nächsten Schlüsselbild. Es bleibt so, bis Sie zurückschalten.</translation>
    </message>
    <message>
        <source>Switch to backup</source>
        <translation>Auf Reserve umschalten</translation>
    </message>
    <message>
        <source>Switch to primary</source>
        <translation>Auf Haupt umschalten</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Dabei bleiben</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop sending to %1</source>
        <translation>Nicht mehr an %1 senden</translation>
    </message>
    <message>
        <source>Start sending to %1</source>
        <translation>An %1 senden</translation>
    </message>
</context>
<context>
    <name>footlight::studio::SourceListModel</name>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 x %2 Pixel</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1, sichtbar</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, verborgen</translation>
    </message>
</context>
<context>
    <name>footlight::studio::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Sources of the scene, topmost first</source>
        <translation>Quellen der Szene, die oberste zuerst</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Settings of the source</source>
        <translation>Einstellungen der Quelle</translation>
    </message>
    <message>
        <source>Rename the source</source>
        <translation>Quelle umbenennen</translation>
    </message>
    <message>
        <source>Show or hide the source</source>
        <translation>Quelle zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Move the source up</source>
        <translation>Quelle nach oben</translation>
    </message>
    <message>
        <source>Move the source down</source>
        <translation>Quelle nach unten</translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>%1 (not available)</source>
        <translation>%1 (nicht verfügbar)</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
</context>
<context>
    <name>footlight::studio::StudioPage</name>
    <message>
        <source>Write in the chat</source>
        <translation>Im Chat schreiben</translation>
    </message>
    <message>
        <source>Sign in to write</source>
        <translation>Zum Schreiben anmelden</translation>
    </message>
</context>
<context>
    <name>footlight::watch::PlayerControls</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Player controls</source>
        <translation>Bedienung des Players</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Abspielen (K)</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>Pause (K)</translation>
    </message>
    <message>
        <source>Jump to live</source>
        <translation>Zum Livebild springen</translation>
    </message>
    <message>
        <source>Jump to live (L)</source>
        <translation>Zum Livebild springen (L)</translation>
    </message>
    <message>
        <source>Latency %1 ms, measured from the capture clock</source>
        <translation>Verzögerung %1 ms, gemessen an der Aufnahmeuhr</translation>
    </message>
    <message>
        <source>Glass to glass %1 ms, read from the picture</source>
        <translation>Glas zu Glas %1 ms, aus dem Bild gelesen</translation>
    </message>
    <message>
        <source>%1 kbit/s, %2 frames a second, %3 dropped, %4 stalls</source>
        <translation>%1 kbit/s, %2 Bilder je Sekunde, %3 verloren, %4 Stockungen</translation>
    </message>
    <message>
        <source>%1 s buffered, speed %2</source>
        <translation>%1 s gepuffert, Tempo %2</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Unmute (M)</source>
        <translation>Ton an (M)</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>Stumm (M)</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>Vollbild verlassen (F)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>footlight::watch::PlayerMessage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Back to live channels</source>
        <translation>Zurück zu den Livekanälen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Buffering…</source>
        <translation>Puffert…</translation>
    </message>
    <message>
        <source>Not on air yet</source>
        <translation>Noch nicht auf Sendung</translation>
    </message>
    <message>
        <source>It starts here by itself as soon as it is live.</source>
        <translation>Es beginnt hier von selbst, sobald der Kanal live ist.</translation>
    </message>
    <message>
        <source>The broadcast is over</source>
        <translation>Die Sendung ist vorbei</translation>
    </message>
    <message>
        <source>If the channel goes live again, it starts here by itself.</source>
        <translation>Wenn der Kanal wieder live geht, beginnt es hier von selbst.</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>Das lässt sich nicht abspielen</translation>
    </message>
</context>
<context>
    <name>footlight::watch::PlayerPane</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Jump to live</source>
        <translation>Zum Livebild springen</translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation>Ton aus oder an</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
    <message>
        <source>Footlight</source>
        <translation>Footlight</translation>
    </message>
    <message>
        <source>Back by 10 seconds</source>
        <translation>10 Sekunden zurück</translation>
    </message>
    <message>
        <source>On by 10 seconds</source>
        <translation>10 Sekunden vor</translation>
    </message>
</context>
<context>
    <name>footlight::watch::SeekBar</name>
    <message>
        <source>Place in the broadcast</source>
        <translation>Stelle in der Sendung</translation>
    </message>
</context>
<context>
    <name>footlight::watch::WatchController</name>
    <message>
        <source>No chat for this address</source>
        <translation>Kein Chat zu dieser Adresse</translation>
    </message>
    <message>
        <source>Sign in to write</source>
        <translation>Zum Schreiben anmelden</translation>
    </message>
    <message>
        <source>This broadcast cannot be rewound: the channel does not record it.</source>
        <translation>Diese Sendung lässt sich nicht zurückspulen: Der Kanal nimmt sie nicht auf.</translation>
    </message>
    <message>
        <source>%1 is shown to those who have a link. Ask for one and open it under Watch.</source>
        <translation>%1 sehen nur die, die einen Link haben. Bitten Sie um einen und öffnen Sie ihn unter Ansehen.</translation>
    </message>
</context>
<context>
    <name>footlight::watch::WatchPage</name>
    <message>
        <source>Nothing to watch yet</source>
        <translation>Noch nichts zu sehen</translation>
    </message>
    <message>
        <source>Channels of this relay appear here the moment they go live. Nothing needs to be reloaded.</source>
        <translation>Kanäle dieses Relays erscheinen hier, sobald sie live gehen. Neu laden ist nicht nötig.</translation>
    </message>
    <message>
        <source>Back to live channels</source>
        <translation>Zurück zu den Livekanälen</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>People watching now</source>
        <translation>Menschen, die gerade zusehen</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>From the capture of this picture until now, measured</source>
        <translation>Von der Aufnahme dieses Bilds bis jetzt, gemessen</translation>
    </message>
    <message>
        <source>Write in the chat</source>
        <translation>Im Chat schreiben</translation>
    </message>
    <message>
        <source>Paste a link to watch</source>
        <translation>Link zum Ansehen einfügen</translation>
    </message>
    <message>
        <source>Link to watch</source>
        <translation>Link zum Ansehen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Den Link öffnen</translation>
    </message>
    <message>
        <source>That is no address of a stream: it begins with http:// or https://.</source>
        <translation>Das ist keine Adresse eines Streams: Sie beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::ChannelGrid</name>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Live channels</source>
        <translation>Livekanäle</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::ChatPanel</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>What people say about the broadcast appears here.</source>
        <translation>Was andere zur Sendung sagen, erscheint hier.</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Sag etwas</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::ChatView</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Zum Neuesten</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::CopyField</name>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::NoticeLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>footlight::widgets::VideoView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
</TS>
