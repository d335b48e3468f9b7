#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTcpServer>
#include <QTest>
#include <QTranslator>

#include "core/client/relay_client.h"
#include "tests/ui/studio/fake_engine.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/channel/channel_controller.h"
#include "ui/channel/channel_page.h"
#include "ui/channel/input_dialog.h"
#include "ui/channel/page_controller.h"
#include "ui/channel/picture_controller.h"
#include "ui/channel/target_dialog.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/models/channel_list_model.h"
#include "ui/people/directory.h"
#include "ui/people/follows.h"
#include "ui/people/friends.h"
#include "ui/people/home_page.h"
#include "ui/people/upcoming.h"
#include "ui/recordings/cut_dialog.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/recordings/recordings_page.h"
#include "ui/settings/channel_section.h"
#include "ui/settings/relay_section.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/first_start.h"
#include "ui/shell/main_window.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/properties_dialog.h"
#include "ui/studio/studio_feed.h"
#include "ui/studio/studio_page.h"
#include "ui/theme/theme.h"
#include "ui/watch/player_pane.h"
#include "ui/watch/watch_controller.h"
#include "ui/watch/watch_page.h"
#include "ui/widgets/video_view.h"

using namespace footlight;

namespace {

std::vector<wire::Channel> someChannels() {
    std::vector<wire::Channel> channels;
    for (const auto& [name, title, viewers] : {std::tuple{"anna", "Late night synth jam", 1204},
                                               std::tuple{"bertil", "Rebuilding a 1962 radio", 38},
                                               std::tuple{"stage-two", "Soundcheck, doors at eight", 7}}) {
        wire::Channel channel;
        channel.name = name;
        channel.title = title;
        channel.viewers = viewers;
        channel.live = true;
        channel.startedAt = utcFromMilliseconds(1795252800000);
        channels.push_back(channel);
    }
    return channels;
}

wire::ChatMessage line(const char* author, const char* text, std::int64_t minute) {
    wire::ChatMessage message;
    message.id = MessageId::make(utcFromMilliseconds(1795252800000 + minute));
    message.channel = "anna";
    message.user.name = author;
    message.text = text;
    message.at = utcFromMilliseconds(1795252800000 + minute * 60000);
    return message;
}

std::vector<wire::ChatMessage> someChat() {
    return {line("bertil", "evening everyone", 1),
            line("Cleo",
                 "is that the modular from last week? It sounds so much warmer through the new speakers", 1),
            line("dana_k", "<img src=x onerror=alert(1)> <b>hello</b>", 2),
            line("Émile", "the filter sweep at 40 seconds!", 3),
            line("bertil", "👏👏", 4),
            line("Cleo", "https://example.org/patch-notes", 5)};
}

capture::Property property(const char* name, const char* label, capture::PropertyType type,
                           capture::PropertyValue value) {
    capture::Property result;
    result.name = name;
    result.label = label;
    result.type = type;
    result.value = std::move(value);
    result.maximum = 400;
    return result;
}

std::vector<capture::Property> someProperties() {
    using capture::PropertyType;
    std::vector<capture::Property> properties{
        property("text", "Text", PropertyType::LongText, std::string("Hello")),
        property("size", "Size", PropertyType::Number, std::int64_t{72}),
        property("colour", "Colour", PropertyType::Colour, capture::Colour{0x6C8CFFFF}),
        property("file", "From a file", PropertyType::Path, std::string()),
        property("outline", "Outline", PropertyType::Toggle, true),
        property("font", "Font", PropertyType::TextChoice, std::string("inter"))};
    properties[1].unit = "px";
    properties[5].choices = {{"Inter", std::string("inter"), true}, {"Serif", std::string("serif"), true}};
    return properties;
}

/// The Studio with everything it needs, none of it real.
struct StudioSet {
    StudioSet() {
        studio::fillScene(engine);
        page = new studio::StudioPage(engine.ports(), QSize(1280, 720), broadcast, feed, chat);
        wire::Session session;
        session.channel = "anna";
        session.user.name = "anna";
        Q_EMIT relay.api().signedIn(session);
        wire::Joined joined;
        joined.channel = "anna";
        joined.title = "Late night synth jam";
        joined.viewers = 38;
        joined.history = someChat();
        Q_EMIT relay.live().joined(joined);
    }
    void goLive() {
        broadcast.goLive();
        destinations.answerWithOne();
        engine.live.timeOnAir = std::chrono::seconds{3725};
        engine.live.kbps = 2612;
        engine.live.fps = 30;
        engine.live.encodedFrames = 111750;
        engine.live.skippedFrames = 3;
        engine.live.destinations.front().roundTrip = std::chrono::microseconds{380};
        engine.become(capture::DestinationState::Live);
        wire::Health health;
        health.channel = "anna";
        health.health.bitrate = 2'612'000;
        health.health.frameRate = 30;
        health.health.keyFrameInterval = 8;
        health.health.driftMs = 12;
        health.health.advice = {{"ingest.long_gop", wire::AdviceSeverity::Warning, 8, ""}};
        health.input = wire::InputStatus{wire::IngestSlot::Primary, true, true};
        health.recording = wire::RecordingStatus{wire::RecordingPhase::Writing, "", 1'100'000'000, 3'725'000};
        const auto now = utcFromMilliseconds(1795252800000);
        health.targets = {{TargetId::make(now), wire::TargetPhase::Sending, 2'510'000, 0, ""},
                          {TargetId::make(now), wire::TargetPhase::Waiting, 0, 0, "No answer."}};
        Q_EMIT relay.live().healthReceived(health);
        const std::vector<capture::MeterLevel> levels{{{3}, -9.0F, -16.0F}, {{4}, -20.0F, -31.0F}};
        engine.meterListener(levels);
    }

    SystemClock clock;
    client::RelayClient relay{clock};
    studio::FakeEngine engine;
    studio::FakeDestinations destinations;
    studio::BroadcastController broadcast{engine, destinations};
    models::MemorySettings settings;
    chatui::ChatOptions chatOptions{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, chatOptions};
    studio::StudioFeed feed{relay, chat};
    studio::StudioPage* page = nullptr;
};

/// Grey bars that grow lighter to the right: enough to see where the picture is.
QVideoFrame somePicture() {
    QVideoFrame frame(QVideoFrameFormat(QSize(1280, 720), QVideoFrameFormat::Format_YUV420P));
    frame.map(QVideoFrame::WriteOnly);
    for (int row = 0; row < 720; ++row) {
        for (int column = 0; column < 1280; ++column) {
            frame.bits(0)[row * frame.bytesPerLine(0) + column] = static_cast<uchar>(40 + column / 160 * 24);
        }
    }
    for (int row = 0; row < 360; ++row) {
        for (int column = 0; column < 640; ++column) {
            frame.bits(1)[row * frame.bytesPerLine(1) + column] = static_cast<uchar>(90 + row / 6);
            frame.bits(2)[row * frame.bytesPerLine(2) + column] = static_cast<uchar>(170 - column / 8);
        }
    }
    frame.unmap();
    return frame;
}

/// Has every stretch shorter than ten seconds.
class CopiesOfTheFirst final : public recordings::LocalCopies {
public:
    [[nodiscard]] bool covers(const wire::RecordingHole& hole) const override {
        return hole.durationMs < 10'000;
    }
    void cut(const wire::RecordingHole&, std::function<void(Result<QString>)> callback) override {
        callback(fail(ErrorCategory::NotFound, "copy.none", "There is none."));
    }
};

/// The Watch page over a player that has nothing to fetch.
struct WatchSet {
    explicit WatchSet(models::ChannelListModel& list) : controller(relay, player, list, chat) {
        page = new watch::WatchPage(controller, list, chat, settings);
    }
    void play() {
        controller.openChannel(QStringLiteral("anna"));
        wire::Joined joined;
        joined.channel = "anna";
        joined.title = "Late night synth jam";
        joined.viewers = 1204;
        joined.history = someChat();
        silent.listen(QHostAddress::LocalHost);
        joined.playback = "http://127.0.0.1:" + std::to_string(silent.serverPort()) + "/live/anna/index.m3u8";
        Q_EMIT relay.live().joined(joined);
        page->findChild<widgets::VideoView*>()->sink()->setVideoFrame(somePicture());
        become(playback::Player::State::Playing);
        playback::Statistics statistics;
        statistics.latencyMs = 912;
        statistics.targetLatencySeconds = 0.7;
        Q_EMIT player.statisticsChanged(statistics);
        page->findChild<watch::PlayerPane*>()->showSpan(3725, 2610);
    }
    void showRecordings() {
        const auto now = utcFromMilliseconds(1795252800000);
        std::vector<wire::Recording> all;
        for (const auto& [title, minutes] :
             {std::pair{"Late night synth jam", 62}, std::pair{"Soundcheck", 4},
              std::pair{"Rebuilding a 1962 radio, part two", 187}}) {
            wire::Recording recording;
            recording.id = BroadcastId::make(now);
            recording.title = title;
            recording.startedAt = now;
            recording.phase = wire::RecordingPhase::Finished;
            recording.durationMs = minutes * 60'000 + 3'000;
            recording.bytes = std::int64_t{minutes} * 20'000'000;
            recording.holes = all.empty() ? 2 : 0;
            recording.expiresAt = now + std::chrono::hours(24 * 14);
            recording.playback = recording.download = "http://studio.example:8081/vod/x";
            all.push_back(recording);
        }
        const auto first = all.front().id;
        recordings.recordings().setRecordings(std::move(all));
        Q_EMIT recordings.refreshed();
        Q_EMIT recordings.holesChanged(
            first, {{now + std::chrono::minutes(12), 4200}, {now + std::chrono::minutes(40), 61'000}});
        Q_EMIT recordings.transferBegan(QStringLiteral("Downloading “Late night synth jam”"));
        Q_EMIT recordings.transferProgressed(410'000'000, 1'240'000'000);
    }
    void showChannel() {
        wire::Session session;
        session.channel = "anna";
        Q_EMIT relay.api().signedIn(session);
        wire::IngestAddresses ingest;
        ingest.rtmp = "rtmp://studio.example:1935/live";
        ingest.rtmpBackup = "rtmp://studio.example:1935/backup";
        ingest.rtmps = "rtmps://studio.example:1935/live";
        ingest.srt = "srt://studio.example:8890";
        ingest.srtHasPassphrase = false;
        Q_EMIT channel.ingestChanged(ingest);
        wire::ChannelSettings chosen;
        chosen.visibility = wire::Visibility::Protected;
        Q_EMIT channel.settingsChanged(chosen);
        const auto now = utcFromMilliseconds(1795252800000);
        wire::Target youTube;
        youTube.id = TargetId::make(now);
        youTube.name = "YouTube";
        youTube.url = "rtmps://a.rtmps.youtube.com:443/live2";
        youTube.status = wire::TargetStatus{youTube.id, wire::TargetPhase::Sending, 2'510'000, 0, ""};
        wire::Target twitch = youTube;
        twitch.id = TargetId::make(now);
        twitch.name = "Twitch";
        twitch.url = "rtmps://ingest.global-contribute.live-video.net:443/app";
        twitch.audioTrack = 1;
        twitch.status = wire::TargetStatus{twitch.id, wire::TargetPhase::Refused, 0, 0, "The key is wrong."};
        Q_EMIT channel.targetsChanged({youTube, twitch});
        wire::ChannelInput input;
        input.url = "udp://239.1.1.1:5004";
        input.sources = {"10.0.0.7"};
        Q_EMIT channel.inputsChanged({input});
    }
    void become(playback::Player::State state, const QString& message = {}) {
        Q_EMIT player.messageChanged(message);
        Q_EMIT player.stateChanged(state);
    }

    QTcpServer silent;  ///< takes connections and never answers
    SystemClock clock;
    client::RelayClient relay{clock};
    playback::Player player;
    models::MemorySettings settings;
    chatui::ChatOptions chatOptions{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, chatOptions};
    watch::WatchController controller;
    channel::ChannelController channel{relay};
    channel::PageController channelAbout{relay};
    channel::PictureController channelPictures{relay, pictures};
    CopiesOfTheFirst copies;
    recordings::RecordingsController recordings{relay, copies};
    watch::WatchPage* page = nullptr;
};

void shoot(QWidget& widget, const QString& name) {
    QTest::qWait(60);
    widget.grab().save(name + QStringLiteral(".png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    // As Translations does: English too, for its plural forms.
    QTranslator texts;
    if (texts.load(QStringLiteral("footlight_") + app.arguments().value(2, QStringLiteral("en")),
                   QStringLiteral(FOOTLIGHT_TEXTS))) {
        QApplication::installTranslator(&texts);
    }
    theme::Theme theme(app);
    const QDir out(app.arguments().value(1, QStringLiteral(".")));
    for (const auto appearance : {theme::Appearance::Dark, theme::Appearance::Light}) {
        theme.setAppearance(appearance);
        const QString tone = theme::toString(appearance);
        models::ChannelListModel channels;
        StudioSet studio;
        WatchSet watching(channels);
        people::Directory directory(watching.relay);
        people::Follows follows(watching.relay);
        people::Upcoming upcoming(watching.relay, follows);
        people::Friends friends(watching.relay);
        shell::MainWindow window;
        auto* home = new people::HomePage({directory,
                                           follows,
                                           upcoming,
                                           friends,
                                           {watching.controller.friends(), audience::FriendsWatching::Name,
                                            audience::FriendsWatching::Channel},
                                           watching.pictures.faces});
        window.addPage({QStringLiteral("home"), QStringLiteral("Home"), QStringLiteral("home"), home});
        window.addPage(
            {QStringLiteral("watch"), QStringLiteral("Watch"), QStringLiteral("watch"), watching.page});
        window.addPage(
            {QStringLiteral("studio"), QStringLiteral("Studio"), QStringLiteral("studio"), studio.page});
        auto* settings = new settings::SettingsPage(watching.settings);
        settings->relay().showConnection(QStringLiteral("this computer"), {});
        settings->channel().showIdentity(QStringLiteral("anna"), QStringLiteral("anna"));
        window.addPage({QStringLiteral("settings"), QStringLiteral("Settings"), QStringLiteral("settings"),
                        settings, shell::Page::Place::Bottom});
        auto* channel =
            new channel::ChannelPage(watching.channel, watching.channelAbout, watching.channelPictures);
        window.addPage(
            {QStringLiteral("channel"), QStringLiteral("Channel"), QStringLiteral("channel"), channel});
        auto* kept = new recordings::RecordingsPage(watching.recordings);
        window.addPage(
            {QStringLiteral("recordings"), QStringLiteral("Recordings"), QStringLiteral("library"), kept});
        window.setIdentity(QStringLiteral("anna"));
        window.show();
        shoot(window, out.filePath(QStringLiteral("home-empty-") + tone));
        channels.setChannels(someChannels());
        window.setOnAir({true, std::chrono::seconds{3725}, 1204});
        home->setOnAir({true, std::chrono::seconds{3725}, 1204});
        window.setNotice(
            QStringLiteral("relay"),
            QStringLiteral("The relay at studio.example does not answer. Footlight keeps trying."),
            QStringLiteral("Try now"));
        shoot(window, out.filePath(QStringLiteral("home-") + tone));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            shoot(*popup, out.filePath(QStringLiteral("palette-") + tone));
            popup->close();
        }
        QTest::keyClick(&window, Qt::Key_Question);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            shoot(*popup, out.filePath(QStringLiteral("keys-") + tone));
            popup->close();
        }
        window.setNotice(QStringLiteral("relay"), {});
        window.showPage(QStringLiteral("studio"));
        shoot(window, out.filePath(QStringLiteral("studio-off-") + tone));
        studio.goLive();
        shoot(window, out.filePath(QStringLiteral("studio-") + tone));
        window.resize(1920, 1080);
        shoot(window, out.filePath(QStringLiteral("studio-1080-") + tone));
        studio.engine.propertyList = someProperties();
        studio::PropertiesDialog properties(studio.engine, {1}, QStringLiteral("Title card"));
        properties.show();
        shoot(properties, out.filePath(QStringLiteral("properties-") + tone));
        window.resize(1280, 720);
        window.showPage(QStringLiteral("watch"));
        shoot(window, out.filePath(QStringLiteral("watch-list-") + tone));
        watching.play();
        shoot(window, out.filePath(QStringLiteral("watch-") + tone));
        watching.become(playback::Player::State::Failed,
                        QStringLiteral("The relay at studio.example has no channel “anna”. Check the name."));
        shoot(window, out.filePath(QStringLiteral("watch-failed-") + tone));
        watching.become(playback::Player::State::Buffering);
        shoot(window, out.filePath(QStringLiteral("watch-buffering-") + tone));
        window.showPage(QStringLiteral("settings"));
        shoot(window, out.filePath(QStringLiteral("settings-") + tone));
        window.showPage(QStringLiteral("channel"));
        shoot(window, out.filePath(QStringLiteral("channel-empty-") + tone));
        watching.showChannel();
        window.resize(1280, 1900);
        shoot(window, out.filePath(QStringLiteral("channel-") + tone));
        window.resize(1280, 720);
        channel::TargetDialog target(std::nullopt);
        target.show();
        shoot(target, out.filePath(QStringLiteral("target-") + tone));
        channel::InputDialog input(std::nullopt);
        input.show();
        shoot(input, out.filePath(QStringLiteral("input-") + tone));
        window.showPage(QStringLiteral("recordings"));
        shoot(window, out.filePath(QStringLiteral("recordings-empty-") + tone));
        watching.showRecordings();
        shoot(window, out.filePath(QStringLiteral("recordings-") + tone));
        recordings::CutDialog cut(QStringLiteral("Late night synth jam"), 3'723'000);
        cut.show();
        shoot(cut, out.filePath(QStringLiteral("cut-") + tone));
        shell::FirstStart first;
        first.show();
        shoot(first, out.filePath(QStringLiteral("first-") + tone));
    }
    return 0;
}
