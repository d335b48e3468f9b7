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
        <translation>Es kommt kein Ton an. Sieh nach, ob das Mikrofon stumm ist; manche Player beginnen ohne Ton nicht.</translation>
    </message>
    <message>
        <source>No picture arrives, only sound. See whether its source still runs.</source>
        <translation>Es kommt kein Bild an, nur Ton. Sieh nach, ob seine Quelle noch läuft.</translation>
    </message>
    <message>
        <source>A key frame comes only every %1 s. Set the key frame interval to 2 s: viewers wait for one when they join.</source>
        <translation>Nur alle %1 s kommt ein Schlüsselbild. Stell den Schlüsselbildabstand auf 2 s: Zuschauer warten beim Einschalten darauf.</translation>
    </message>
    <message>
        <source>B frames cost every viewer some latency. Set them to 0 for the lowest latency.</source>
        <translation>B-Bilder kosten jeden Zuschauer etwas Latenz. Stell sie für die kleinste Latenz auf 0.</translation>
    </message>
    <message>
        <source>Your line does not carry the bitrate: the broadcast is %1 s behind by now. Lower the video bitrate.</source>
        <translation>Deine Leitung trägt die Bitrate nicht: Die Sendung liegt schon %1 s zurück. Senke die Video-Bitrate.</translation>
    </message>
    <message>
        <source>The network lost %1 packets in the last seconds. Use a cable, a lower bitrate, or SRT with a latency of four round trips.</source>
        <translation>Das Netz hat in den letzten Sekunden %1 Pakete verloren. Nimm ein Kabel, eine kleinere Bitrate oder SRT mit einer Latenz von vier Umläufen.</translation>
    </message>
    <message>
        <source>The time between pictures changes: %1 % of them come early or late. Set a constant frame rate.</source>
        <translation>Der Abstand der Bilder schwankt: %1 % kommen zu früh oder zu spät. Stell eine feste Bildrate ein.</translation>
    </message>
    <message>
        <source>Only %1 pictures a second arrive. Choose a faster preset or a smaller picture.</source>
        <translation>Nur %1 Bilder pro Sekunde kommen an. Wähle eine schnellere Voreinstellung oder ein kleineres Bild.</translation>
    </message>
    <message>
        <source>The bitrate leaps by %1 %. Set the encoder&apos;s rate control to CBR.</source>
        <translation>Die Bitrate springt um %1 %. Stell die Ratensteuerung des Encoders auf CBR.</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>%1 is live</source>
        <translation>%1 ist live</translation>
    </message>
    <message>
        <source>%1 begins soon</source>
        <translation>%1 beginnt gleich</translation>
    </message>
    <message>
        <source>New recording of %1</source>
        <translation>Neue Aufnahme von %1</translation>
    </message>
    <message>
        <source>%1 mentioned you in the chat of %2</source>
        <translation>%1 hat dich im Chat von %2 erwähnt</translation>
    </message>
    <message>
        <source>%1 answered you in the chat of %2</source>
        <translation>%1 hat dir im Chat von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 follows you</source>
        <translation>%1 folgt dir</translation>
    </message>
    <message>
        <source>%1 wants to be your friend</source>
        <translation>%1 möchte mit dir befreundet sein</translation>
    </message>
    <message>
        <source>%1 is your friend now</source>
        <translation>%1 ist jetzt mit dir befreundet</translation>
    </message>
    <message>
        <source>A channel that I follow goes live</source>
        <translation>Ein Kanal, dem ich folge, geht live</translation>
    </message>
    <message>
        <source>It begins in 15 minutes, by its schedule</source>
        <translation>Er beginnt laut Programm in 15 Minuten</translation>
    </message>
    <message>
        <source>It has a new recording</source>
        <translation>Er hat eine neue Aufnahme</translation>
    </message>
    <message>
        <source>Somebody mentions me in a chat</source>
        <translation>Jemand erwähnt mich in einem Chat</translation>
    </message>
    <message>
        <source>Somebody answers me in a chat</source>
        <translation>Jemand antwortet mir in einem Chat</translation>
    </message>
    <message>
        <source>Somebody follows my channel</source>
        <translation>Jemand folgt meinem Kanal</translation>
    </message>
    <message>
        <source>Somebody wants to be my friend</source>
        <translation>Jemand möchte mit mir befreundet sein</translation>
    </message>
    <message>
        <source>Somebody is my friend now</source>
        <translation>Jemand ist jetzt mit mir befreundet</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>A webhook took nothing for a day. It is sent nothing until you add it anew.</source>
        <translation>Ein Webhook hat einen Tag lang nichts angenommen. Er bekommt nichts mehr, bis du ihn neu anlegst.</translation>
    </message>
    <message>
        <source>A webhook of mine is suspended</source>
        <translation>Ein Webhook von mir wurde ausgesetzt</translation>
    </message>
</context>
<context>
    <name>PictureFile</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 has %2. Choose a picture of up to 20 MB.</source>
        <translation>%1 hat %2. Wähle ein Bild mit höchstens 20 MB.</translation>
    </message>
    <message>
        <source>%1 is no picture that can be opened. Choose a PNG, JPEG or WebP.</source>
        <translation>%1 ist kein Bild, das sich öffnen lässt. Wähle ein PNG, JPEG oder WebP.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 has %2. Choose one of at least 64 on each side.</source>
        <translation>%1 hat %2. Wähle eines mit mindestens 64 auf jeder Seite.</translation>
    </message>
    <message>
        <source>%1 has %2. Choose one of up to 12,000 on each side.</source>
        <translation>%1 hat %2. Wähle eines mit höchstens 12.000 auf jeder Seite.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 ist beschädigt: %2.</translation>
    </message>
</context>
<context>
    <name>PollDraft</name>
    <message>
        <source>Write the question first.</source>
        <translation>Schreib zuerst die Frage.</translation>
    </message>
    <message>
        <source>The question is too long: at most 200 characters.</source>
        <translation>Die Frage ist zu lang: höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>Write at least two choices, and leave none empty.</source>
        <translation>Schreib mindestens zwei Antworten, und lass keine leer.</translation>
    </message>
    <message>
        <source>A choice is too long: at most 80 characters.</source>
        <translation>Eine Antwort ist zu lang: höchstens 80 Zeichen.</translation>
    </message>
    <message>
        <source>The sign | separates choices and cannot be part of one.</source>
        <translation>Das Zeichen | trennt Antworten und kann in keiner stehen.</translation>
    </message>
    <message>
        <source>Two choices are the same.</source>
        <translation>Zwei Antworten sind gleich.</translation>
    </message>
</context>
<context>
    <name>PollPicture</name>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
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
    <message>
        <source>Footlight on %1 (%2)</source>
        <translation>Footlight auf %1 (%2)</translation>
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
        <translation>Der Dienst nennt dir seine Adresse (rtmp:// oder rtmps://) und deinen Schlüssel.</translation>
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
    <name>footlight::audience::AttendeeModel</name>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message numerus="yes">
        <source>%n moderators</source>
        <translation>
            <numerusform>%n Moderator</numerusform>
            <numerusform>%n Moderatoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VIPs</source>
        <translation>
            <numerusform>%n VIP</numerusform>
            <numerusform>%n VIPs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>watching, %1</source>
        <translation>sieht zu, %1</translation>
    </message>
    <message>
        <source>watching</source>
        <translation>sieht zu</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>in the chat</source>
        <translation>im Chat</translation>
    </message>
</context>
<context>
    <name>footlight::audience::AudienceTabs</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Sign in to ask</source>
        <translation>Zum Fragen anmelden</translation>
    </message>
    <message>
        <source>Questions (%1)</source>
        <translation>Fragen (%1)</translation>
    </message>
</context>
<context>
    <name>footlight::audience::FriendsStrip</name>
    <message>
        <source>Friends watching</source>
        <translation>Freunde, die zuschauen</translation>
    </message>
</context>
<context>
    <name>footlight::audience::FriendsWatching</name>
    <message>
        <source>%1 watches %2</source>
        <translation>%1 schaut %2</translation>
    </message>
</context>
<context>
    <name>footlight::audience::HandQueue</name>
    <message>
        <source>@%1, it is your turn.</source>
        <translation>@%1, du bist dran.</translation>
    </message>
</context>
<context>
    <name>footlight::audience::HandsStrip</name>
    <message>
        <source>Lower your hand</source>
        <translation>Hand senken</translation>
    </message>
    <message>
        <source>Raise your hand</source>
        <translation>Hand heben</translation>
    </message>
    <message>
        <source>You are number %1 of %2</source>
        <translation>Du bist Nummer %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hands are up</source>
        <translation>
            <numerusform>%n Hand ist oben</numerusform>
            <numerusform>%n Hände sind oben</numerusform>
        </translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 aufrufen</translation>
    </message>
    <message>
        <source>Lower %1&apos;s hand</source>
        <translation>Die Hand von %1 senken</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Senken</translation>
    </message>
    <message>
        <source>Tells in the chat that it is their turn, and takes the hand down</source>
        <translation>Sagt im Chat, dass sie dran sind, und senkt die Hand</translation>
    </message>
</context>
<context>
    <name>footlight::audience::OwnReactions</name>
    <message>
        <source>The channel&apos;s own reactions</source>
        <translation>Eigene Reaktionen des Kanals</translation>
    </message>
    <message>
        <source>React: %1</source>
        <translation>Reagieren: %1</translation>
    </message>
</context>
<context>
    <name>footlight::audience::PeoplePanel</name>
    <message>
        <source>Viewers</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>People here</source>
        <translation>Leute hier</translation>
    </message>
    <message>
        <source>People and guests who watch, each counted once</source>
        <translation>Leute und Gäste, die zusehen, je einmal gezählt</translation>
    </message>
    <message numerus="yes">
        <source>watching, %n guests here</source>
        <translation>
            <numerusform>sehen zu, %n Gast ist hier</numerusform>
            <numerusform>sehen zu, %n Gäste sind hier</numerusform>
        </translation>
    </message>
    <message>
        <source>watching</source>
        <translation>sieht zu</translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollCard</name>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Close the poll&apos;s card</source>
        <translation>Karte der Umfrage schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End the poll now</source>
        <translation>Umfrage jetzt beenden</translation>
    </message>
    <message>
        <source>Quiz by %1</source>
        <translation>Quiz von %1</translation>
    </message>
    <message>
        <source>Poll by %1</source>
        <translation>Umfrage von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n Stimme</numerusform>
            <numerusform>%n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>Beendet, %1</translation>
    </message>
    <message>
        <source>%1. Click or press 1 to %2</source>
        <translation>%1. Klicken oder 1 bis %2 drücken</translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollMaker</name>
    <message>
        <source>Add a choice</source>
        <translation>Antwort hinzufügen</translation>
    </message>
    <message>
        <source>Quiz: one choice is right</source>
        <translation>Quiz: eine Antwort ist richtig</translation>
    </message>
    <message>
        <source>Start the poll</source>
        <translation>Umfrage starten</translation>
    </message>
    <message>
        <source>What do you ask?</source>
        <translation>Was fragst du?</translation>
    </message>
    <message>
        <source>Question of the poll</source>
        <translation>Frage der Umfrage</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>How long the poll is open</source>
        <translation>Wie lange die Umfrage offen ist</translation>
    </message>
    <message>
        <source>Choice %1 is right</source>
        <translation>Antwort %1 ist richtig</translation>
    </message>
    <message>
        <source>Choice %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>Start the quiz</source>
        <translation>Quiz starten</translation>
    </message>
    <message>
        <source>Mark the choice that is right.</source>
        <translation>Markiere die richtige Antwort.</translation>
    </message>
</context>
<context>
    <name>footlight::audience::PollOptionButton</name>
    <message numerus="yes">
        <source>%1. %2, %n votes</source>
        <translation>
            <numerusform>%1. %2, %n Stimme</numerusform>
            <numerusform>%1. %2, %n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, your choice</source>
        <translation>%1, deine Wahl</translation>
    </message>
    <message>
        <source>%1, the right answer</source>
        <translation>%1, die richtige Antwort</translation>
    </message>
</context>
<context>
    <name>footlight::audience::QuestionBoard</name>
    <message numerus="yes">
        <source>%1 asks: %2, %n votes</source>
        <translation>
            <numerusform>%1 fragt: %2, %n Stimme</numerusform>
            <numerusform>%1 fragt: %2, %n Stimmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::audience::QuestionDelegate</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
</context>
<context>
    <name>footlight::audience::QuestionsPanel</name>
    <message>
        <source>No questions yet</source>
        <translation>Noch keine Fragen</translation>
    </message>
    <message>
        <source>What viewers want to know is collected here. Others vote it up.</source>
        <translation>Was Zuschauer wissen möchten, sammelt sich hier. Andere stimmen dafür.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Vote up</source>
        <translation>Dafür stimmen</translation>
    </message>
    <message>
        <source>I want to know this too (Enter)</source>
        <translation>Das möchte ich auch wissen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Takes the question off the list</source>
        <translation>Nimmt die Frage von der Liste</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Eine Frage stellen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask this question</source>
        <translation>Diese Frage stellen</translation>
    </message>
</context>
<context>
    <name>footlight::audience::ReactionBar</name>
    <message>
        <source>Why it was not done</source>
        <translation>Warum es nicht ausgeführt wurde</translation>
    </message>
    <message>
        <source>React: %1</source>
        <translation>Reagieren: %1</translation>
    </message>
    <message>
        <source>the channel&apos;s own</source>
        <translation>eigene des Kanals</translation>
    </message>
    <message>
        <source>Sign in to react</source>
        <translation>Zum Reagieren anmelden</translation>
    </message>
</context>
<context>
    <name>footlight::audience::ReactionBoard</name>
    <message>
        <source>Fire</source>
        <translation>Feuer</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>Applaus</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Laughter</source>
        <translation>Lachen</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Staunen</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Feier</translation>
    </message>
    <message>
        <source>Sign in to take part.</source>
        <translation>Melde dich an, um mitzumachen.</translation>
    </message>
</context>
<context>
    <name>footlight::audience::ReactionCounts</name>
    <message>
        <source>Reactions since the start</source>
        <translation>Reaktionen seit Beginn</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 Tsd.</translation>
    </message>
</context>
<context>
    <name>footlight::audience::ReactionField</name>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
</context>
<context>
    <name>footlight::audience::RoomLink</name>
    <message>
        <source>Sign in to take part.</source>
        <translation>Melde dich an, um mitzumachen.</translation>
    </message>
</context>
<context>
    <name>footlight::audience::SyncMenu</name>
    <message>
        <source>Chat and picture</source>
        <translation>Chat und Bild</translation>
    </message>
    <message>
        <source>Chat in sync with the picture</source>
        <translation>Chat im Takt mit dem Bild</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Chat waits for the picture where that is more than 3 seconds behind.</source>
        <translation>Der Chat wartet auf das Bild, wenn es mehr als 3 Sekunden zurückliegt.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Chat always waits for the picture.</source>
        <translation>Der Chat wartet immer auf das Bild.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Chat is shown as soon as it is said.</source>
        <translation>Der Chat erscheint, sobald etwas gesagt wird.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Chat later by seconds</source>
        <translation>Chat um Sekunden später</translation>
    </message>
    <message>
        <source>Chat that waits comes so much later than its picture; earlier below 0.</source>
        <translation>Wartender Chat kommt um so viel später als sein Bild; unter 0 früher.</translation>
    </message>
    <message>
        <source>Later by</source>
        <translation>Später um</translation>
    </message>
</context>
<context>
    <name>footlight::audience::SyncStrip</name>
    <message>
        <source>Replayed with the recording</source>
        <translation>Läuft mit der Aufnahme mit</translation>
    </message>
    <message numerus="yes">
        <source>In sync with the picture, %n to come</source>
        <translation>
            <numerusform>Im Takt mit dem Bild, %n kommt noch</numerusform>
            <numerusform>Im Takt mit dem Bild, %n kommen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>In sync with the picture</source>
        <translation>Im Takt mit dem Bild</translation>
    </message>
</context>
<context>
    <name>footlight::channel::AboutSection</name>
    <message>
        <source>About the channel</source>
        <translation>Über den Kanal</translation>
    </message>
    <message>
        <source>What people read on its page, and how they find it on Home.</source>
        <translation>Was auf seiner Seite zu lesen ist und wie man ihn auf der Startseite findet.</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Link hinzufügen</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Seite speichern</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Music, Games, Talk…</source>
        <translation>Musik, Spiele, Gespräch …</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Up to ten, of a-z, 0-9 and -, with spaces between them.</source>
        <translation>Bis zu zehn, aus a-z, 0-9 und -, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the link</source>
        <translation>Name des Links</translation>
    </message>
    <message>
        <source>Address of the link</source>
        <translation>Adresse des Links</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Link entfernen</translation>
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
        <translation>Kopiert. Er gilt, wann immer du live bist.</translation>
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
        <translation>Dein Kanal ist auf dem Relay</translation>
    </message>
    <message>
        <source>Its settings appear here as soon as the relay has let you in.</source>
        <translation>Seine Einstellungen erscheinen hier, sobald das Relay dich eingelassen hat.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::CropDialog</name>
    <message>
        <source>Use this picture</source>
        <translation>Dieses Bild nehmen</translation>
    </message>
    <message>
        <source>Picture: pull it, or move it with the arrow keys</source>
        <translation>Bild: ziehen oder mit den Pfeiltasten bewegen</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>What is within the frame is shown. Pull the picture to where it shall be.</source>
        <translation>Gezeigt wird, was im Rahmen liegt. Zieh das Bild dorthin, wo es sein soll.</translation>
    </message>
</context>
<context>
    <name>footlight::channel::EntryDialog</name>
    <message>
        <source>Change what is announced</source>
        <translation>Ankündigung ändern</translation>
    </message>
    <message>
        <source>Announce a broadcast</source>
        <translation>Sendung ankündigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Ankündigen</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
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
        <translation>Das Studio braucht nichts davon. OBS, ein Hardware-Encoder oder ein Telefon senden mit deinem Stream-Schlüssel an eine dieser Adressen; ein zweiter Encoder an eine Reserveadresse.</translation>
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
        <translation>Wer den Schlüssel hat, kann in deinem Namen senden.</translation>
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
        <translation>Kopiert. Füge ihn ein, wo der Encoder nach dem Stream-Schlüssel fragt.</translation>
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
        <translation>Das Relay spielt diesen Stream ab und zeigt ihn als deinen.</translation>
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
        <translation>Encoder, die MPEG-TS an eine Adresse senden, auf einen Anruf warten oder anderswo senden. Was hereinkommt, ist deine Sendung.</translation>
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
    <name>footlight::channel::PictureSection</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Shown on the channel&apos;s page, on Home and beside your name.</source>
        <translation>Zu sehen auf der Seite des Kanals, auf der Startseite und neben deinem Namen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>Banner</translation>
    </message>
    <message>
        <source>Removed the picture</source>
        <translation>Bild entfernt</translation>
    </message>
    <message>
        <source>Removed the banner</source>
        <translation>Banner entfernt</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen…</translation>
    </message>
    <message>
        <source>Choose the picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Choose the banner</source>
        <translation>Banner wählen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Remove the banner</source>
        <translation>Banner entfernen</translation>
    </message>
    <message>
        <source>A PNG, JPEG or WebP of up to 20 MB; you choose the part that is shown.</source>
        <translation>Ein PNG, JPEG oder WebP mit höchstens 20 MB; du wählst den Ausschnitt.</translation>
    </message>
    <message>
        <source>Four times as wide as high; 1640 × 410 pixels look best.</source>
        <translation>Viermal so breit wie hoch; 1640 × 410 Pixel sehen am besten aus.</translation>
    </message>
    <message>
        <source>How much is sent</source>
        <translation>Wie viel gesendet ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Picture of the channel</source>
        <translation>Bild des Kanals</translation>
    </message>
    <message>
        <source>Banner of the channel</source>
        <translation>Banner des Kanals</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
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
        <translation>Zuschauer können dann zurückspulen, während du live bist, und später zusehen.</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Behalten für</translation>
    </message>
    <message>
        <source>Recordings that you keep by hand stay.</source>
        <translation>Aufnahmen, die du von Hand behältst, bleiben.</translation>
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
    <name>footlight::channel::ScheduleSection</name>
    <message>
        <source>Schedule</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Shown on the channel&apos;s page and to who follows it, who is told 15 minutes before.</source>
        <translation>Steht auf der Seite des Kanals; wer ihm folgt, erfährt es 15 Minuten vorher.</translation>
    </message>
    <message>
        <source>Nothing is announced.</source>
        <translation>Nichts ist angekündigt.</translation>
    </message>
    <message>
        <source>Announce a broadcast…</source>
        <translation>Sendung ankündigen …</translation>
    </message>
    <message>
        <source>Announce a broadcast</source>
        <translation>Sendung ankündigen</translation>
    </message>
    <message>
        <source>Removed “%1”</source>
        <translation>„%1“ entfernt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>Das Relay gibt deine Sendung an diese Dienste weiter, während du auf Sendung bist. Fällt einer aus, hält er keinen anderen auf.</translation>
    </message>
    <message>
        <source>No service yet: your broadcast stays on this relay.</source>
        <translation>Noch kein Dienst: Deine Sendung bleibt auf diesem Relay.</translation>
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
        <translation>Deine Sendungen gehen nicht mehr dorthin, und das Relay vergisst den Schlüssel.</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Ziel entfernen</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatActions</name>
    <message>
        <source>The message is deleted.</source>
        <translation>Die Nachricht ist gelöscht.</translation>
    </message>
    <message>
        <source>The message is pinned.</source>
        <translation>Die Nachricht ist angeheftet.</translation>
    </message>
    <message>
        <source>The message is not pinned any more.</source>
        <translation>Die Nachricht ist nicht mehr angeheftet.</translation>
    </message>
    <message>
        <source>%1 is timed out for %2.</source>
        <translation>%1 muss %2 lang schweigen.</translation>
    </message>
    <message>
        <source>%1 is banned.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 may take part again.</source>
        <translation>%1 darf wieder mitmachen.</translation>
    </message>
    <message>
        <source>%1 is a moderator now.</source>
        <translation>%1 ist jetzt Moderator.</translation>
    </message>
    <message>
        <source>%1 is a VIP now.</source>
        <translation>%1 ist jetzt VIP.</translation>
    </message>
    <message>
        <source>%1 is no moderator any more.</source>
        <translation>%1 ist kein Moderator mehr.</translation>
    </message>
    <message>
        <source>%1 is no VIP any more.</source>
        <translation>%1 ist kein VIP mehr.</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatCommand</name>
    <message>
        <source>NAME [TIME] [REASON]</source>
        <translation>NAME [ZEIT] [GRUND]</translation>
    </message>
    <message>
        <source>Keep somebody from taking part for a while</source>
        <translation>Jemanden eine Weile nicht mitmachen lassen</translation>
    </message>
    <message>
        <source>NAME [REASON]</source>
        <translation>NAME [GRUND]</translation>
    </message>
    <message>
        <source>Keep somebody from taking part</source>
        <translation>Jemanden nicht mehr mitmachen lassen</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Lift a ban or a time-out</source>
        <translation>Sperre oder Auszeit aufheben</translation>
    </message>
    <message>
        <source>Free somebody from slow mode and the like</source>
        <translation>Jemanden vom langsamen Modus und Ähnlichem befreien</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Das zurücknehmen</translation>
    </message>
    <message>
        <source>Make somebody a moderator</source>
        <translation>Jemanden zum Moderator machen</translation>
    </message>
    <message>
        <source>Lower a raised hand</source>
        <translation>Eine gehobene Hand senken</translation>
    </message>
    <message>
        <source>[TIME|off]</source>
        <translation>[ZEIT|off]</translation>
    </message>
    <message>
        <source>A pause between a member&apos;s messages</source>
        <translation>Eine Pause zwischen den Nachrichten einer Person</translation>
    </message>
    <message>
        <source>Only followers may write</source>
        <translation>Nur wer folgt, darf schreiben</translation>
    </message>
    <message>
        <source>[on|off]</source>
        <translation>[on|off]</translation>
    </message>
    <message>
        <source>Only emoji and emotes</source>
        <translation>Nur Emoji und Emotes</translation>
    </message>
    <message>
        <source>[NAME]</source>
        <translation>[NAME]</translation>
    </message>
    <message>
        <source>Delete everything, or all of somebody</source>
        <translation>Alles löschen, oder alles von jemandem</translation>
    </message>
    <message>
        <source>Delete somebody&apos;s newest message</source>
        <translation>Die neueste Nachricht von jemandem löschen</translation>
    </message>
    <message>
        <source>Pin somebody&apos;s newest message</source>
        <translation>Die neueste Nachricht von jemandem anheften</translation>
    </message>
    <message>
        <source>Take the newest pin away</source>
        <translation>Die neueste angeheftete lösen</translation>
    </message>
    <message>
        <source>[TIME] QUESTION | CHOICE | CHOICE</source>
        <translation>[ZEIT] FRAGE | ANTWORT | ANTWORT</translation>
    </message>
    <message>
        <source>Ask everybody; “/poll end” ends it</source>
        <translation>Alle fragen; „/poll end“ beendet es</translation>
    </message>
    <message>
        <source>[TIME] QUESTION | CHOICE | *RIGHT CHOICE</source>
        <translation>[ZEIT] FRAGE | ANTWORT | *RICHTIGE ANTWORT</translation>
    </message>
    <message>
        <source>A poll with a right answer</source>
        <translation>Eine Umfrage mit richtiger Antwort</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>Say it and pin it</source>
        <translation>Sagen und anheften</translation>
    </message>
    <message>
        <source>Say what you do</source>
        <translation>Sagen, was du tust</translation>
    </message>
    <message>
        <source>List the moderators</source>
        <translation>Die Moderatoren auflisten</translation>
    </message>
    <message>
        <source>List the VIPs</source>
        <translation>Die VIPs auflisten</translation>
    </message>
    <message>
        <source>[off]</source>
        <translation>[off]</translation>
    </message>
    <message>
        <source>Ask to speak</source>
        <translation>Um das Wort bitten</translation>
    </message>
    <message>
        <source>List what you may write</source>
        <translation>Auflisten, was du schreiben darfst</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatFeed</name>
    <message>
        <source>The broadcast has begun.</source>
        <translation>Die Sendung hat begonnen.</translation>
    </message>
    <message>
        <source>The broadcast has begun: %1</source>
        <translation>Die Sendung hat begonnen: %1</translation>
    </message>
    <message>
        <source>The broadcast has ended.</source>
        <translation>Die Sendung ist zu Ende.</translation>
    </message>
    <message>
        <source>“%1” was not changed: %2</source>
        <translation>„%1“ wurde nicht geändert: %2</translation>
    </message>
    <message>
        <source>%1 cleared the chat.</source>
        <translation>%1 hat den Chat geleert.</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatModel</name>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatPanel</name>
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
        <translation>Was zur Sendung gesagt wird, erscheint hier.</translation>
    </message>
    <message>
        <source>How the chat looks</source>
        <translation>Wie der Chat aussieht</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatRow</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>a message that is deleted</source>
        <translation>eine gelöschte Nachricht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::ChatView</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>Zu den neuesten</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s), the last: %1</source>
        <translation>
            <numerusform>%n neue Nachricht: %1</numerusform>
            <numerusform>%n neue Nachrichten, die letzte: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::chatui::CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Composer</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Say something</source>
        <translation>Sag etwas</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabetaste)</translation>
    </message>
    <message>
        <source>Emoji and emotes only</source>
        <translation>Nur Emoji und Emotes</translation>
    </message>
    <message>
        <source>No connection at present. What you write is sent when it is back.</source>
        <translation>Zurzeit keine Verbindung. Was du schreibst, wird gesendet, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Sign in to write</source>
        <translation>Zum Schreiben anmelden</translation>
    </message>
    <message>
        <source>Follow this channel to write</source>
        <translation>Folge diesem Kanal, um zu schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply to %1: %2</source>
        <translation>Antwort an %1: %2</translation>
    </message>
    <message>
        <source>Editing your message</source>
        <translation>Du bearbeitest deine Nachricht</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Emoji</name>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Animals</source>
        <translation>Tiere</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Essen</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>Dinge</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Zeichen</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji suchen</translation>
    </message>
    <message>
        <source>Lately used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::HoverBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions for this line</source>
        <translation>Mehr zu dieser Zeile</translation>
    </message>
    <message>
        <source>Delete (with Shift: at once)</source>
        <translation>Löschen (mit Umschalttaste: sofort)</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Line</name>
    <message>
        <source>The connection was away. Earlier messages are not shown.</source>
        <translation>Die Verbindung war unterbrochen. Frühere Nachrichten werden nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) missed while the connection was away.</source>
        <translation>
            <numerusform>%n Nachricht verpasst, während die Verbindung unterbrochen war.</numerusform>
            <numerusform>%n Nachrichten verpasst, während die Verbindung unterbrochen war.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) or more missed while the connection was away.</source>
        <translation>
            <numerusform>%n Nachricht oder mehr verpasst, während die Verbindung unterbrochen war.</numerusform>
            <numerusform>%n Nachrichten oder mehr verpasst, während die Verbindung unterbrochen war.</numerusform>
        </translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Moderator</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 antwortet %2</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message>
        <source>(being sent)</source>
        <translation>(wird gesendet)</translation>
    </message>
    <message>
        <source>%1 deleted this message</source>
        <translation>%1 hat diese Nachricht gelöscht</translation>
    </message>
    <message>
        <source>Message by %1, deleted by %2</source>
        <translation>Nachricht von %1, gelöscht von %2</translation>
    </message>
    <message>
        <source>one message every %1</source>
        <translation>eine Nachricht alle %1</translation>
    </message>
    <message>
        <source>followers for %1 or longer</source>
        <translation>wer seit mindestens %1 folgt</translation>
    </message>
    <message>
        <source>followers only</source>
        <translation>nur wer folgt</translation>
    </message>
    <message>
        <source>emotes only</source>
        <translation>nur Emotes</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::LineDesk</name>
    <message>
        <source>Delete your message?</source>
        <translation>Deine Nachricht löschen?</translation>
    </message>
    <message>
        <source>Delete the message by %1?</source>
        <translation>Die Nachricht von %1 löschen?</translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Open this link in the browser?</source>
        <translation>Diesen Link im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Actions for this line</source>
        <translation>Aktionen zu dieser Zeile</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Erwähnen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Time out</source>
        <translation>Auszeit</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Go to what it answers</source>
        <translation>Zur Nachricht, auf die sie antwortet</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::OptionsMenu</name>
    <message>
        <source>How the chat looks</source>
        <translation>Wie der Chat aussieht</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Show times</source>
        <translation>Uhrzeiten zeigen</translation>
    </message>
    <message>
        <source>Show deleted messages</source>
        <translation>Gelöschte Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Text size: %1</source>
        <translation>Schriftgröße: %1</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::PinBar</name>
    <message>
        <source>Show what is pinned</source>
        <translation>Angeheftetes zeigen</translation>
    </message>
    <message>
        <source>Hide what is pinned</source>
        <translation>Angeheftetes verbergen</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned message(s)</source>
        <translation>
            <numerusform>%n angeheftete Nachricht</numerusform>
            <numerusform>%n angeheftete Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned by %1</source>
        <translation>Angeheftet von %1</translation>
    </message>
    <message>
        <source>Show in the chat</source>
        <translation>Im Chat zeigen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::Room</name>
    <message>
        <source>Everybody may write again.</source>
        <translation>Alle dürfen wieder schreiben.</translation>
    </message>
    <message>
        <source>%1 has no special role any more.</source>
        <translation>%1 hat keine besondere Rolle mehr.</translation>
    </message>
    <message>
        <source>%1 has a new role: %2.</source>
        <translation>%1 hat eine neue Rolle: %2.</translation>
    </message>
    <message>
        <source>This is a recording: its chat is replayed</source>
        <translation>Das ist eine Aufnahme: Der Chat läuft mit</translation>
    </message>
    <message>
        <source>No chat for this address</source>
        <translation>Kein Chat für diese Adresse</translation>
    </message>
    <message>
        <source>You are watching as a guest.</source>
        <translation>Du siehst als Gast zu.</translation>
    </message>
    <message>
        <source> Reason: %1</source>
        <translation> Grund: %1</translation>
    </message>
    <message>
        <source>You are banned from this chat.</source>
        <translation>Du bist in diesem Chat gesperrt.</translation>
    </message>
    <message>
        <source>You may write again in %1.</source>
        <translation>Du darfst in %1 wieder schreiben.</translation>
    </message>
    <message>
        <source>Only followers may write here.</source>
        <translation>Hier dürfen nur Leute schreiben, die folgen.</translation>
    </message>
    <message>
        <source>Slow mode: you may write again in %1.</source>
        <translation>Langsamer Modus: Du darfst in %1 wieder schreiben.</translation>
    </message>
</context>
<context>
    <name>footlight::chatui::UserCard</name>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) in sight</source>
        <translation>
            <numerusform>%n Nachricht in Sicht</numerusform>
            <numerusform>%n Nachrichten in Sicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Erwähnen</translation>
    </message>
    <message>
        <source>Make VIP</source>
        <translation>Zum VIP machen</translation>
    </message>
    <message>
        <source>Take VIP away</source>
        <translation>VIP wegnehmen</translation>
    </message>
    <message>
        <source>Make moderator</source>
        <translation>Zum Moderator machen</translation>
    </message>
    <message>
        <source>Take moderator away</source>
        <translation>Moderator wegnehmen</translation>
    </message>
    <message>
        <source>Time out</source>
        <translation>Auszeit</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Not known whether they follow</source>
        <translation>Ob hier gefolgt wird, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Follows since %1</source>
        <translation>Folgt seit %1</translation>
    </message>
    <message>
        <source>Does not follow this channel</source>
        <translation>Folgt diesem Kanal nicht</translation>
    </message>
</context>
<context>
    <name>footlight::client::LiveSocket</name>
    <message>
        <source>The chat of %1 is for those who have a link. Ask for one, and open it under Watch.</source>
        <translation>Der Chat von %1 ist für alle, die einen Link haben. Bitte um einen und öffne ihn unter „Ansehen“.</translation>
    </message>
    <message>
        <source>The channel %1 is no more: its owner has deleted it.</source>
        <translation>Den Kanal %1 gibt es nicht mehr: Er wurde gelöscht.</translation>
    </message>
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
    <message>
        <source>Not done: there is no connection to the relay at present.</source>
        <translation>Nicht ausgeführt: Zurzeit besteht keine Verbindung zum Relay.</translation>
    </message>
    <message>
        <source>Too much waits for the relay. Try again in a moment.</source>
        <translation>Zu vieles wartet auf das Relay. Versuch es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The connection was lost before the relay answered; look whether it was done.</source>
        <translation>Die Verbindung brach ab, bevor das Relay antwortete; sieh nach, ob es ausgeführt wurde.</translation>
    </message>
    <message>
        <source>The relay did not answer.</source>
        <translation>Das Relay hat nicht geantwortet.</translation>
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
        <translation>%1 kann nicht geschrieben werden: %2. Schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The connection ended before all of it was there. Try again.</source>
        <translation>Die Verbindung endete, bevor alles da war. Versuche es noch einmal.</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::AppWindow</name>
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
    <message>
        <source>Nobody is signed in. Sign in from the menu at the top right.</source>
        <translation>Niemand ist angemeldet. Melde dich über das Menü oben rechts an.</translation>
    </message>
    <message>
        <source>Nobody is signed in at %1 any more. Open Footlight&apos;s window and sign in from the menu at the top right, then start this again.</source>
        <translation>Bei %1 ist niemand mehr angemeldet. Öffne das Fenster von Footlight, melde dich im Menü oben rechts an und starte dann noch einmal.</translation>
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
    <name>footlight::desktop::PeopleSide</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Freunde</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>footlight::desktop::RelayAccount</name>
    <message>
        <source>The keychain does not give out the password of %1 at %2. Unlock the keychain and start Footlight again.</source>
        <translation>Der Schlüsselbund gibt das Passwort von %1 bei %2 nicht heraus. Entsperre den Schlüsselbund und starte Footlight neu.</translation>
    </message>
    <message>
        <source>%1 is not signed in at %2 any more. Sign in again from the menu at the top right.</source>
        <translation>%1 ist bei %2 nicht mehr angemeldet. Melde dich über das Menü oben rechts wieder an.</translation>
    </message>
    <message>
        <source>Another relay was chosen before this one answered.</source>
        <translation>Bevor dieses Relay geantwortet hat, wurde ein anderes gewählt.</translation>
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
    <name>footlight::desktop::Tray</name>
    <message>
        <source>Footlight</source>
        <translation>Footlight</translation>
    </message>
    <message>
        <source>Open Footlight</source>
        <translation>Footlight öffnen</translation>
    </message>
    <message>
        <source>Mute notifications</source>
        <translation>Benachrichtigungen stumm schalten</translation>
    </message>
    <message>
        <source>Quit Footlight</source>
        <translation>Footlight beenden</translation>
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
    <name>footlight::people::AccountPage</name>
    <message>
        <source>You are a guest here</source>
        <translation>Du bist hier Gast</translation>
    </message>
    <message>
        <source>Guests may watch and read. With an account you have a channel, write, follow and have friends.</source>
        <translation>Gäste dürfen zusehen und lesen. Mit einem Konto hast du einen Kanal, schreibst, folgst und hast Freunde.</translation>
    </message>
    <message>
        <source>The password is changed</source>
        <translation>Das Passwort ist geändert</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>footlight::people::BellButton</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Benachrichtigungen, %n neue</numerusform>
            <numerusform>Benachrichtigungen, %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::people::ChipRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>footlight::people::ChoicesSection</name>
    <message>
        <source>What you are told of</source>
        <translation>Was du erfährst</translation>
    </message>
    <message>
        <source>In the app it is under the bell, and on the desktop while you look elsewhere. Mail needs a verified address in your account.</source>
        <translation>In der App steht es unter der Glocke und auf dem Desktop, während du woanders hinsiehst. Für E-Mails braucht dein Konto eine bestätigte Adresse.</translation>
    </message>
    <message>
        <source>In the app</source>
        <translation>In der App</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Per E-Mail</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>%1: in the app</source>
        <translation>%1: in der App</translation>
    </message>
    <message>
        <source>%1: by mail</source>
        <translation>%1: per E-Mail</translation>
    </message>
    <message>
        <source>%1: by webhook</source>
        <translation>%1: per Webhook</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>footlight::people::DataSection</name>
    <message>
        <source>Your data</source>
        <translation>Deine Daten</translation>
    </message>
    <message>
        <source>All that this relay has of you, but for keys and passwords, as one JSON file.</source>
        <translation>Alles, was dieses Relay von dir hat, außer Schlüsseln und Passwörtern, als eine JSON-Datei.</translation>
    </message>
    <message>
        <source>Save my data…</source>
        <translation>Meine Daten speichern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete the account…</source>
        <translation>Konto löschen …</translation>
    </message>
    <message>
        <source>Save my data</source>
        <translation>Meine Daten speichern</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Cancel saving my data</source>
        <translation>Speichern meiner Daten abbrechen</translation>
    </message>
    <message>
        <source>Saving my data</source>
        <translation>Meine Daten werden gespeichert</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The relay puts it together…</source>
        <translation>Das Relay stellt sie zusammen …</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>footlight::people::DeleteAccountDialog</name>
    <message>
        <source>Delete the account %1?</source>
        <translation>Das Konto %1 löschen?</translation>
    </message>
    <message>
        <source>The channel, its recordings, what it tells of itself and all that you wrote go with it, for good. Nobody can bring them back.</source>
        <translation>Der Kanal, seine Aufnahmen, seine Seite und alles, was du geschrieben hast, gehen für immer mit. Niemand kann sie zurückholen.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>Konto behalten</translation>
    </message>
</context>
<context>
    <name>footlight::people::DirectoryModel</name>
    <message>
        <source>%1, %2, live, %3</source>
        <translation>%1, %2, live, %3</translation>
    </message>
    <message>
        <source>%1, %2, not live</source>
        <translation>%1, %2, nicht live</translation>
    </message>
</context>
<context>
    <name>footlight::people::EmailSection</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>For a forgotten password, and for what you want to hear of by mail.</source>
        <translation>Für ein vergessenes Passwort und für das, was du per E-Mail erfahren möchtest.</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Send a code</source>
        <translation>Code senden</translation>
    </message>
    <message>
        <source>Code from the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>Verify the address</source>
        <translation>Adresse bestätigen</translation>
    </message>
    <message>
        <source>Remove the address</source>
        <translation>Adresse entfernen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>%1, verified</source>
        <translation>%1, bestätigt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Type the address first.</source>
        <translation>Gib zuerst die Adresse ein.</translation>
    </message>
    <message>
        <source>A code is on its way to %1. It is good for a day; the address counts once the code is typed here.</source>
        <translation>Ein Code ist unterwegs an %1. Er gilt einen Tag; die Adresse zählt, sobald der Code hier eingegeben ist.</translation>
    </message>
    <message>
        <source>The address is verified.</source>
        <translation>Die Adresse ist bestätigt.</translation>
    </message>
    <message>
        <source>The address is removed.</source>
        <translation>Die Adresse ist entfernt.</translation>
    </message>
</context>
<context>
    <name>footlight::people::Field</name>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
</context>
<context>
    <name>footlight::people::FollowButton</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow %1 again</source>
        <translation>%1 wieder folgen</translation>
    </message>
    <message>
        <source>Following %1; press to stop</source>
        <translation>Du folgst %1; drücken, um aufzuhören</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>%1 folgen</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>Be told when it goes live</source>
        <translation>Erfahren, wenn der Kanal live geht</translation>
    </message>
</context>
<context>
    <name>footlight::people::FriendDelegate</name>
    <message>
        <source>here now</source>
        <translation>gerade da</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>footlight::people::FriendListModel</name>
    <message>
        <source>%1, online</source>
        <translation>%1, da</translation>
    </message>
    <message>
        <source>%1, not here</source>
        <translation>%1, nicht da</translation>
    </message>
</context>
<context>
    <name>footlight::people::FriendsPage</name>
    <message>
        <source>Friends are for who has an account</source>
        <translation>Freunde hat, wer ein Konto hat</translation>
    </message>
    <message>
        <source>Sign in from the menu at the top right; then you can ask people here by their name.</source>
        <translation>Melde dich über das Menü oben rechts an; dann kannst du hier Leute mit ihrem Namen fragen.</translation>
    </message>
    <message>
        <source>%1 is no friend any more</source>
        <translation>%1 ist nicht mehr mit dir befreundet</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Freunde</translation>
    </message>
    <message>
        <source>Name of whom you ask</source>
        <translation>Name, wen du fragst</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask to be friends</source>
        <translation>Nach Freundschaft fragen</translation>
    </message>
    <message>
        <source>No friends yet</source>
        <translation>Noch keine Freunde</translation>
    </message>
    <message>
        <source>Ask somebody by name. Friends see when the other is here.</source>
        <translation>Frag jemanden mit Namen. Freunde sehen, wann der andere da ist.</translation>
    </message>
    <message>
        <source>Open the channel</source>
        <translation>Kanal öffnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this friend</source>
        <translation>Diese Freundschaft beenden</translation>
    </message>
    <message>
        <source>%1 wants to be your friend</source>
        <translation>%1 möchte mit dir befreundet sein</translation>
    </message>
    <message>
        <source>You have asked %1</source>
        <translation>Du hast %1 gefragt</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message>
        <source>Take back what you asked %1</source>
        <translation>Die Anfrage an %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Gib zuerst einen Namen ein.</translation>
    </message>
    <message>
        <source>%1 is asked.</source>
        <translation>%1 ist gefragt.</translation>
    </message>
</context>
<context>
    <name>footlight::people::FriendsWatchingPart</name>
    <message>
        <source>watches %1</source>
        <translation>schaut %1</translation>
    </message>
    <message>
        <source>Friends watching</source>
        <translation>Freunde schauen zu</translation>
    </message>
    <message>
        <source>None of your friends is watching right now.</source>
        <translation>Gerade schaut niemand von deinen Freunden zu.</translation>
    </message>
    <message>
        <source>With friends on this relay you see here what they watch, and join them with one click.</source>
        <translation>Mit Freunden auf diesem Relay siehst du hier, was sie schauen, und bist mit einem Klick dabei.</translation>
    </message>
    <message>
        <source>Your friends</source>
        <translation>Deine Freunde</translation>
    </message>
    <message>
        <source>Add friends</source>
        <translation>Freunde finden</translation>
    </message>
</context>
<context>
    <name>footlight::people::HomePage</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Go live in the Studio</source>
        <translation>Im Studio live gehen</translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation>Kanal suchen</translation>
    </message>
    <message>
        <source>Open the Studio</source>
        <translation>Studio öffnen</translation>
    </message>
    <message>
        <source>Live now</source>
        <translation>Jetzt live</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>Bald</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>More channels</source>
        <translation>Weitere Kanäle</translation>
    </message>
    <message>
        <source>%1   %2, %3</source>
        <translation>%1   %2, %3</translation>
    </message>
    <message>
        <source>No channel fits</source>
        <translation>Kein Kanal passt</translation>
    </message>
    <message>
        <source>Nothing here has these words, this category and this tag.</source>
        <translation>Nichts hat diese Wörter, diese Kategorie und dieses Schlagwort.</translation>
    </message>
    <message>
        <source>Show all channels</source>
        <translation>Alle Kanäle zeigen</translation>
    </message>
    <message>
        <source>Nobody is live right now</source>
        <translation>Gerade ist niemand live</translation>
    </message>
    <message>
        <source>Channels of this relay appear here the moment they go live. Be the first: the Studio has your screen, camera and microphone ready.</source>
        <translation>Kanäle dieses Relays erscheinen hier, sobald sie live gehen. Mach den Anfang: Das Studio hat Bildschirm, Kamera und Mikrofon bereit.</translation>
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
    <name>footlight::people::IdentitySection</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Make an invitation</source>
        <translation>Einladung erstellen</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Sign in as somebody else…</source>
        <translation>Als jemand anderes anmelden …</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Als jemand anderes anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Lets one person make an account here, also where the relay takes nobody else.</source>
        <translation>Lässt eine Person hier ein Konto anlegen, auch wenn das Relay sonst niemanden aufnimmt.</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Dieser Computer (%1)</translation>
    </message>
    <message>
        <source>For one account, until %1. Send it to whom it is for.</source>
        <translation>Für ein Konto, bis %1. Schick sie, an wen sie gerichtet ist.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Change the picture…</source>
        <translation>Bild ändern…</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>Bild ändern</translation>
    </message>
</context>
<context>
    <name>footlight::people::InboxPanel</name>
    <message>
        <source>Load more</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Load more notifications</source>
        <translation>Weitere Benachrichtigungen laden</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>When a channel that you follow goes live, or somebody mentions you, it is here.</source>
        <translation>Wenn ein Kanal, dem du folgst, live geht oder dich jemand erwähnt, steht es hier.</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Choose what you are told of</source>
        <translation>Wählen, was du erfährst</translation>
    </message>
</context>
<context>
    <name>footlight::people::NotificationListModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>New: %1, %2, %3</source>
        <translation>Neu: %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>footlight::people::NotificationsPage</name>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Notifications are for who has an account.</source>
        <translation>Benachrichtigungen bekommt, wer ein Konto hat.</translation>
    </message>
</context>
<context>
    <name>footlight::people::PasswordSection</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>All other places where you are signed in are ended with it.</source>
        <translation>Alle anderen Anmeldungen enden damit.</translation>
    </message>
    <message>
        <source>With a password you can sign in from other computers too.</source>
        <translation>Mit einem Passwort kannst du dich auch von anderen Computern anmelden.</translation>
    </message>
    <message>
        <source>Type the new password.</source>
        <translation>Gib das neue Passwort ein.</translation>
    </message>
</context>
<context>
    <name>footlight::people::ProfilePage</name>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Nothing is announced.</source>
        <translation>Nichts ist angekündigt.</translation>
    </message>
    <message>
        <source>Save as a calendar…</source>
        <translation>Als Kalender speichern …</translation>
    </message>
    <message>
        <source>Save the schedule as a calendar</source>
        <translation>Programm als Kalender speichern</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnere mich</translation>
    </message>
    <message>
        <source>Remind me before each of these begins</source>
        <translation>Vor jedem Beginn erinnern</translation>
    </message>
    <message>
        <source>Follows the channel: you are told 15 minutes before</source>
        <translation>Folgt dem Kanal: Du erfährst es 15 Minuten vorher</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>live, %1</source>
        <translation>live, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n Person folgt</numerusform>
            <numerusform>%n Personen folgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not written about this channel yet.</source>
        <translation>%1 hat noch nichts über diesen Kanal geschrieben.</translation>
    </message>
    <message>
        <source>Asking the relay…</source>
        <translation>Das Relay wird gefragt …</translation>
    </message>
    <message>
        <source>Link: %1</source>
        <translation>Link: %1</translation>
    </message>
    <message>
        <source>This link leads nowhere that Footlight would open.</source>
        <translation>Dieser Link führt nirgendwohin, was Footlight öffnen würde.</translation>
    </message>
    <message>
        <source>Open %1 in the browser?</source>
        <translation>%1 im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Save the schedule of %1</source>
        <translation>Programm von %1 speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Noch ist nichts aufgehoben.</translation>
    </message>
    <message>
        <source>%1   %2, %3</source>
        <translation>%1   %2, %3</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>%1 abspielen</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n recordings</source>
        <translation>
            <numerusform>Alle %n Aufnahmen zeigen</numerusform>
            <numerusform>Alle %n Aufnahmen zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footlight::people::ProofDialog</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>Code der App</translation>
    </message>
</context>
<context>
    <name>footlight::people::QrView</name>
    <message>
        <source>QR code for an authenticator app</source>
        <translation>QR-Code für eine Authenticator-App</translation>
    </message>
</context>
<context>
    <name>footlight::people::SecondStepDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Turn the second step on</source>
        <translation>Zweiten Schritt einschalten</translation>
    </message>
    <message>
        <source>Your password, please</source>
        <translation>Dein Passwort, bitte</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Only you can make signing in harder.</source>
        <translation>Nur du kannst das Anmelden schwerer machen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Code of the app</source>
        <translation>Code der App</translation>
    </message>
    <message>
        <source>1. Scan this with an authenticator app, or type the key there.</source>
        <translation>1. Scanne dies mit einer Authenticator-App, oder gib dort den Schlüssel ein.</translation>
    </message>
    <message>
        <source>2. Type the six digits that the app shows.</source>
        <translation>2. Gib die sechs Ziffern ein, die die App zeigt.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the recovery codes</source>
        <translation>Notfallcodes kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Notfallcodes speichern</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Without the telephone, each of these lets you in once. They are shown now and never again: keep them where you keep other keys.</source>
        <translation>Ohne das Telefon lässt dich jeder davon einmal herein. Du siehst sie jetzt und nie wieder: Bewahre sie auf, wo du andere Schlüssel aufbewahrst.</translation>
    </message>
    <message>
        <source>Tell your authenticator app</source>
        <translation>Sag es deiner Authenticator-App</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>The second step is on</source>
        <translation>Der zweite Schritt ist eingeschaltet</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Ich habe sie aufbewahrt</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Not saved: %1.</source>
        <translation>Nicht gespeichert: %1.</translation>
    </message>
</context>
<context>
    <name>footlight::people::SecondStepOffDialog</name>
    <message>
        <source>Turn the second step off?</source>
        <translation>Den zweiten Schritt ausschalten?</translation>
    </message>
    <message>
        <source>Signing in asks for the password alone then. The recovery codes stop working.</source>
        <translation>Das Anmelden fragt dann nur noch nach dem Passwort. Die Notfallcodes gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Keep it on</source>
        <translation>Eingeschaltet lassen</translation>
    </message>
</context>
<context>
    <name>footlight::people::SecondStepSection</name>
    <message>
        <source>Second step</source>
        <translation>Zweiter Schritt</translation>
    </message>
    <message>
        <source>Beside the password, signing in asks for six digits that an authenticator app on your telephone shows. Somebody who learns the password alone stays out.</source>
        <translation>Neben dem Passwort fragt das Anmelden nach sechs Ziffern, die eine Authenticator-App auf deinem Telefon zeigt. Wer nur das Passwort erfährt, bleibt draußen.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>The second step is on</source>
        <translation>Der zweite Schritt ist eingeschaltet</translation>
    </message>
    <message>
        <source>The second step is off</source>
        <translation>Der zweite Schritt ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten …</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten …</translation>
    </message>
    <message>
        <source>Turn the second step off</source>
        <translation>Zweiten Schritt ausschalten</translation>
    </message>
    <message>
        <source>Turn the second step on</source>
        <translation>Zweiten Schritt einschalten</translation>
    </message>
</context>
<context>
    <name>footlight::people::SessionsSection</name>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo du angemeldet bist</translation>
    </message>
    <message>
        <source>End all others…</source>
        <translation>Alle anderen beenden …</translation>
    </message>
    <message>
        <source>End all other sign-ins</source>
        <translation>Alle anderen Anmeldungen beenden</translation>
    </message>
    <message>
        <source>A program without a name</source>
        <translation>Ein Programm ohne Namen</translation>
    </message>
    <message>
        <source>This one, since %1</source>
        <translation>Diese hier, seit %1</translation>
    </message>
    <message>
        <source>Last used %1, since %2; network %3</source>
        <translation>Zuletzt benutzt %1, seit %2; Netz %3</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the sign-in of %1</source>
        <translation>Anmeldung von %1 beenden</translation>
    </message>
    <message>
        <source>End all other sign-ins of %1?</source>
        <translation>Alle anderen Anmeldungen von %1 beenden?</translation>
    </message>
    <message>
        <source>Whoever uses them has to sign in again. This one stays.</source>
        <translation>Wer sie benutzt, muss sich neu anmelden. Diese hier bleibt.</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Alle anderen beenden</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Ended.</source>
        <translation>Beendet.</translation>
    </message>
    <message>
        <source>%1; the app that runs this relay</source>
        <translation>%1; die App, die dieses Relay betreibt</translation>
    </message>
</context>
<context>
    <name>footlight::people::SignInDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Code from the mail</source>
        <translation>Code aus der E-Mail</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Ich habe ein Konto</translation>
    </message>
    <message>
        <source>Make an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Password forgotten</source>
        <translation>Passwort vergessen</translation>
    </message>
    <message>
        <source>Sign in at %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Only where the relay asks for one</source>
        <translation>Nur wenn das Relay eine verlangt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The account is one of this relay.</source>
        <translation>Das Konto gehört zu diesem Relay.</translation>
    </message>
    <message>
        <source>The second step</source>
        <translation>Der zweite Schritt</translation>
    </message>
    <message>
        <source>Type the six digits that the authenticator app shows, or a recovery code.</source>
        <translation>Gib die sechs Ziffern der Authenticator-App oder einen Notfallcode ein.</translation>
    </message>
    <message>
        <source>You get a channel of the same name. A name has 3 to 25 letters, digits, _ or -.</source>
        <translation>Du bekommst einen Kanal mit demselben Namen. Ein Name hat 3 bis 25 Buchstaben, Ziffern, _ oder -.</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>A code goes to the address that your account has, if it is this one.</source>
        <translation>Ein Code geht an die Adresse deines Kontos, wenn es diese ist.</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>Code senden</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>Ein neues Passwort</translation>
    </message>
    <message>
        <source>The code is good for an hour. All sign-ins of the account end with it.</source>
        <translation>Der Code gilt eine Stunde. Alle Anmeldungen des Kontos enden damit.</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>Type this first.</source>
        <translation>Gib das zuerst ein.</translation>
    </message>
    <message>
        <source>The password is set. Sign in with it.</source>
        <translation>Das Passwort ist gesetzt. Melde dich damit an.</translation>
    </message>
</context>
<context>
    <name>footlight::people::WebhooksSection</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>The relay posts each notification as JSON to these addresses, signed, and again until it is taken.</source>
        <translation>Das Relay schickt jede Benachrichtigung als JSON an diese Adressen, unterschrieben und so oft, bis sie angenommen ist.</translation>
    </message>
    <message>
        <source>No webhook yet.</source>
        <translation>Noch kein Webhook.</translation>
    </message>
    <message>
        <source>%1, suspended</source>
        <translation>%1, angehalten</translation>
    </message>
    <message>
        <source>It has taken nothing for a day, so nothing is sent there any more. Remove it and add it anew once it works.</source>
        <translation>Er hat einen Tag lang nichts angenommen, darum wird nichts mehr dorthin geschickt. Entferne ihn und lege ihn neu an, sobald er wieder geht.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What happens on my channel, too</source>
        <translation>Auch, was auf meinem Kanal geschieht</translation>
    </message>
    <message>
        <source>Add the webhook</source>
        <translation>Webhook hinzufügen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>My channel</source>
        <translation>Mein Kanal</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Remove the webhook %1</source>
        <translation>Webhook %1 entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Type the address first.</source>
        <translation>Gib zuerst die Adresse ein.</translation>
    </message>
    <message>
        <source>It signs what goes to %1. It is shown now and never again: give it to the receiver.</source>
        <translation>Es unterschreibt, was an %1 geht. Es wird jetzt gezeigt und nie wieder: Gib es dem Empfänger.</translation>
    </message>
    <message>
        <source>Remove the webhook %1?</source>
        <translation>Den Webhook %1 entfernen?</translation>
    </message>
    <message>
        <source>Nothing is sent there any more; its secret is forgotten.</source>
        <translation>Dorthin wird nichts mehr geschickt; sein Geheimnis wird vergessen.</translation>
    </message>
    <message>
        <source>Remove webhook</source>
        <translation>Webhook entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
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
        <translation>Die Aufnahme läuft gerade: Man kann sie von Anfang an abspielen, während sie wächst.</translation>
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
        <translation>Während du live bist, wird die Sendung auch auf diesen Computer geschrieben. Was das Netz verliert, lässt sich dann nachträglich auf der Seite Aufnahmen an das Relay senden.</translation>
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
        <translation>Andere erreichen dieses Relay an den Ports 1935 (Senden), 8080 (die Adresse für ihr Footlight) und 8081 (Ansehen) dieses Computers: %1. Eine Änderung startet das Relay neu.</translation>
    </message>
    <message>
        <source>You are on air. End the broadcast to change the relay.</source>
        <translation>Du bist auf Sendung. Beende die Sendung, um das Relay zu wechseln.</translation>
    </message>
    <message>
        <source>“%1” is no address of a relay. It looks like studio.example or 192.168.1.20:8080.</source>
        <translation>„%1“ ist keine Adresse eines Relays. So eine sieht aus wie studio.example oder 192.168.1.20:8080.</translation>
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
        <translation>„%1“ ist keine Adresse eines Relays. So eine sieht aus wie studio.example oder 192.168.1.20:8080.</translation>
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
    <name>footlight::studio::PollDesk</name>
    <message>
        <source>Show the results in the picture</source>
        <translation>Ergebnisse im Bild zeigen</translation>
    </message>
    <message>
        <source>Sign in to ask your viewers</source>
        <translation>Melde dich an, um Zuschauer zu fragen</translation>
    </message>
</context>
<context>
    <name>footlight::studio::PollInPicture</name>
    <message>
        <source>The poll&apos;s picture could not be written to “%1”.</source>
        <translation>Das Bild der Umfrage konnte nicht in „%1“ geschrieben werden.</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Umfrage</translation>
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
        <translation>Umgeschaltet wird beim nächsten Schlüsselbild. Es bleibt so, bis du zurückschaltest.</translation>
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
        <source>Poll</source>
        <translation>Umfrage</translation>
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
    <name>footlight::watch::SideSplitter</name>
    <message>
        <source>Show or fold the chat</source>
        <translation>Chat zeigen oder einklappen</translation>
    </message>
</context>
<context>
    <name>footlight::watch::WatchController</name>
    <message>
        <source>This broadcast cannot be rewound: the channel does not record it.</source>
        <translation>Diese Sendung lässt sich nicht zurückspulen: Der Kanal nimmt sie nicht auf.</translation>
    </message>
    <message>
        <source>%1 is shown to those who have a link. Ask for one and open it under Watch.</source>
        <translation>%1 sehen nur die, die einen Link haben. Bitte um einen und öffne ihn unter Ansehen.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
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
        <translation>Das ist keine Adresse eines Streams: So eine beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Chat in sync with the picture</source>
        <translation>Chat im Takt mit dem Bild</translation>
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
