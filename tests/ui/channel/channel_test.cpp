#include <gtest/gtest.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "core/client/relay_client.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/support/controls.h"
#include "ui/channel/away_section.h"
#include "ui/channel/channel_controller.h"
#include "ui/channel/channel_page.h"
#include "ui/channel/entry_dialog.h"
#include "ui/channel/ingest_section.h"
#include "ui/channel/input_dialog.h"
#include "ui/channel/page_controller.h"
#include "ui/channel/picture_controller.h"
#include "ui/channel/route_row.h"
#include "ui/channel/target_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/copy_field.h"
#include "ui/widgets/state_chip.h"

namespace footlight::channel {
namespace {

using tests::eventually;

const UtcTime kSomeTime = utcFromMilliseconds(1'795'252'800'000);

template <typename Control>
Control* named(const QWidget& parent, const QString& name) {
    for (auto* control : parent.findChildren<Control*>()) {
        if (control->accessibleName() == name) {
            return control;
        }
    }
    return nullptr;
}

/// The page over a hub that knows anna's channel.
class AChannelPage : public testing::Test {
protected:
    AChannelPage() {
        target.id = TargetId::make(kSomeTime);
        target.name = "YouTube";
        target.url = "rtmps://a.example:443/live2";
        input.id = InputId::make(kSomeTime);
        input.url = "srt://encoder.example:9000";
        input.slot = wire::IngestSlot::Backup;
        input.hasPassphrase = true;
        settings.graceSeconds = 90;
        answerWithAll();
        relay.api().setAddress(hub.address());
        wire::Session session;
        session.channel = "anna";
        session.user.name = "anna";
        Q_EMIT relay.api().signedIn(session);
        page.resize(1200, 700);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
        EXPECT_TRUE(eventually([this] { return page.findChildren<RouteRow*>().size() == 2; }));
    }

    void answerWithAll() {
        hub.answer("GET /channels/anna/settings", {200, wire::toJson(settings)});
        hub.answer("PATCH /channels/anna/settings", {200, wire::toJson(settings)});
        wire::IngestAddresses ingest;
        ingest.rtmp = "rtmp://relay.example:1935/live";
        ingest.rtmpBackup = "rtmp://relay.example:1935/backup";
        ingest.srt = "srt://relay.example:8890";
        ingest.srtHasPassphrase = srtHasPassphrase;
        hub.answer("GET /channels/anna/ingest", {200, wire::toJson(ingest)});
        hub.answer("GET /channels/anna/targets", {200, wire::toJson(wire::TargetList{{target}})});
        hub.answer("GET /channels/anna/inputs", {200, wire::toJson(wire::ChannelInputList{{input}})});
    }

    /// The last request of that kind, or an empty one.
    [[nodiscard]] tests::FakeHub::Request last(const std::string& method) const {
        for (auto each = hub.requests().rbegin(); each != hub.requests().rend(); ++each) {
            if (each->method == method) {
                return *each;
            }
        }
        return {};
    }

    tests::FakeHub hub;
    SystemClock clock;
    client::RelayClient relay{clock};
    wire::Target target;
    wire::ChannelInput input;
    wire::ChannelSettings settings;
    bool srtHasPassphrase = false;
    ChannelController controller{relay};
    PageController about{relay};
    pictures::Pictures pictures{relay.api()};
    PictureController channelPictures{relay, pictures};
    ChannelPage page{controller, about, channelPictures};
};

TEST_F(AChannelPage, ShowsWhereEncodersPublishAndCopiesAnAddress) {
    ASSERT_TRUE(
        eventually([&] { return named<widgets::CopyField>(page, QStringLiteral("SRT")) != nullptr; }));
    EXPECT_EQ(named<widgets::CopyField>(page, QStringLiteral("RTMPS")), nullptr) << "the relay offers none";
    auto* copy = named<QToolButton>(page, QStringLiteral("Copy: Backup, RTMP"));
    ASSERT_NE(copy, nullptr);
    copy->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("rtmp://relay.example:1935/backup"));
}

TEST_F(AChannelPage, SaysThatSrtIsRefusedFromElsewhereUntilTheRelayHasAPassphrase) {
    const auto says = [this](const QString& words) {
        const auto labels = page.ingest().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* each) {
            return each->isVisible() && each->text().contains(words);
        });
    };
    ASSERT_TRUE(eventually([&] { return says(QStringLiteral("srt.passphrase")); }));
    srtHasPassphrase = true;
    answerWithAll();
    controller.refresh();
    EXPECT_TRUE(eventually([&] {
        return says(QStringLiteral("needs the relay's SRT passphrase")) && !says(QStringLiteral("refuses"));
    }));
}

TEST_F(AChannelPage, CopiesALinkThatPlaysForAsLongAsWasChosen) {
    auto* life = named<QComboBox>(page, QStringLiteral("How long the link plays"));
    EXPECT_FALSE(life->isVisible()) << "everybody may watch: the address plays for ever";
    settings.visibility = wire::Visibility::Protected;
    answerWithAll();
    controller.refresh();
    ASSERT_TRUE(eventually([&] { return life->isVisible(); }));
    hub.answer("POST /channels/anna/links",
               {201, wire::toJson(wire::PlaybackLink{"http://m/t/x/live/anna/index.m3u8", kSomeTime})});
    life->setCurrentIndex(life->findData(qint64{168}));
    named<QPushButton>(page, QStringLiteral("Copy link"))->click();
    ASSERT_TRUE(eventually([&] {
        return QGuiApplication::clipboard()->text() == QStringLiteral("http://m/t/x/live/anna/index.m3u8");
    }));
    EXPECT_EQ(last("POST").body, R"({"hours":168})");
}

TEST_F(AChannelPage, StandsInTwoColumnsWhereThereIsRoom) {
    auto* ingest = &page.ingest();
    auto* away = &page.away();
    const auto leftOf = [this](QWidget* widget) { return widget->mapTo(&page, QPoint()).x(); };
    EXPECT_GT(leftOf(away), leftOf(ingest)) << "at 1200 beside one another";
    page.resize(900, 700);
    EXPECT_TRUE(eventually([&] { return leftOf(away) == leftOf(ingest); }));
    page.resize(1200, 700);
    EXPECT_TRUE(eventually([&] { return leftOf(away) > leftOf(ingest); }));
}

TEST_F(AChannelPage, TabGoesThroughRowsThatCameLaterWhereTheyStand) {
    page.setFocus();
    auto* add = named<QPushButton>(page, QStringLiteral("Add a service"));
    auto* remove = named<QToolButton>(page, QStringLiteral("Remove YouTube"));
    EXPECT_EQ(remove->nextInFocusChain() == add || remove->nextInFocusChain()->nextInFocusChain() == add,
              true)
        << ui_tests::nameOf(*remove->nextInFocusChain());
}

TEST_F(AChannelPage, SavesTheGraceAlone) {
    auto* grace = named<QSpinBox>(page, QStringLiteral("Wait for it"));
    ASSERT_NE(grace, nullptr);
    EXPECT_EQ(grace->value(), 90);
    QSignalSpy saved(&controller, &ChannelController::saved);
    grace->setValue(120);
    ASSERT_TRUE(saved.wait(3000));
    EXPECT_EQ(last("PATCH").body, R"({"graceSeconds":120})");
}

TEST_F(AChannelPage, SaysWhatTheRelayRefusedAndShowsHowThingsAre) {
    hub.answer(
        "PATCH /channels/anna/settings",
        {400, R"({"type":"t","title":"Bad","status":400,"code":"channel.settings","detail":"Too long."})"});
    QSignalSpy notices(&page, &ChannelPage::notice);
    auto* grace = named<QSpinBox>(page, QStringLiteral("Wait for it"));
    grace->setValue(3600);
    ASSERT_TRUE(eventually([&] { return !notices.isEmpty(); }));
    EXPECT_EQ(notices.last().front().toString(), QStringLiteral("Too long."));
    EXPECT_TRUE(eventually([&] { return grace->value() == 90; }));
}

TEST_F(AChannelPage, StopsATargetAndShowsItsStateWhileOnAir) {
    hub.answer("PATCH /channels/anna/targets/" + target.id.text(), {200, wire::toJson(target)});
    auto* on = named<QCheckBox>(page, QStringLiteral("YouTube is on"));
    ASSERT_NE(on, nullptr);
    on->click();
    ASSERT_TRUE(eventually([&] { return !last("PATCH").body.empty(); }));
    EXPECT_EQ(last("PATCH").body, R"({"enabled":false})");
    wire::Health health;
    health.channel = "anna";
    health.targets.push_back({target.id, wire::TargetPhase::Refused, 0, 0, "The key is wrong."});
    Q_EMIT relay.live().healthReceived(health);
    auto* row = page.findChildren<RouteRow*>().front();
    EXPECT_EQ(row->state().text(), QStringLiteral("Refused"));
    EXPECT_EQ(row->state().accessibleDescription(), QStringLiteral("The key is wrong."));
}

TEST_F(AChannelPage, AsksBeforeATargetIsRemoved) {
    hub.answer("DELETE /channels/anna/targets/" + target.id.text(), {204, ""});
    named<QToolButton>(page, QStringLiteral("Remove YouTube"))->click();
    auto* dialog = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(last("DELETE").method.empty());
    dialog->accept();
    EXPECT_TRUE(eventually([&] { return !last("DELETE").method.empty(); }));
}

TEST_F(AChannelPage, SendsAPictureAndShowsIt) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("away.png"));
    QImage picture(64, 36, QImage::Format_RGB32);
    picture.fill(Qt::red);
    ASSERT_TRUE(picture.save(path));
    hub.answer("PUT /channels/anna/slate", {204, ""});
    page.away().useFile(path);
    ASSERT_TRUE(eventually([&] { return last("PUT").method == "PUT"; }));
    auto* shown = named<QLabel>(page, QStringLiteral("What viewers see"));
    ASSERT_TRUE(eventually([&] { return shown->pixmap().toImage().pixelColor(96, 54) == QColor(Qt::red); }));
    auto* remove = named<QPushButton>(page, QStringLiteral("Use the relay's own"));
    EXPECT_TRUE(remove->isVisible());
}

TEST_F(AChannelPage, TabReachesEveryControlAndEachHasAName) {
    const auto reached = ui_tests::reachedByTab(page);
    for (QWidget* control : ui_tests::controlsOf(page)) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

TEST(ATargetDialog, FillsInThePresetAndWantsAKey) {
    TargetDialog dialog(std::nullopt);
    auto* save = named<QPushButton>(dialog, QStringLiteral("Add target"));
    ASSERT_NE(save, nullptr);
    EXPECT_FALSE(save->isEnabled());
    auto* key = named<QLineEdit>(dialog, QStringLiteral("Stream key"));
    EXPECT_EQ(key->echoMode(), QLineEdit::Password);
    key->setText(QStringLiteral("abcd-efgh"));
    EXPECT_TRUE(save->isEnabled());
    EXPECT_EQ(dialog.added().name, "YouTube");
    EXPECT_TRUE(dialog.added().url.starts_with("rtmps://"));
    EXPECT_TRUE(dialog.added().streamKey.matches("abcd-efgh"));
    auto* service = named<QComboBox>(dialog, QStringLiteral("Service"));
    service->setCurrentIndex(service->count() - 1);
    EXPECT_FALSE(save->isEnabled()) << "another service has no address yet";
    named<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("Mine"));
    named<QLineEdit>(dialog, QStringLiteral("Address"))->setText(QStringLiteral("http://x.example/live"));
    EXPECT_FALSE(save->isEnabled()) << "that is no RTMP address";
    named<QLineEdit>(dialog, QStringLiteral("Address"))->setText(QStringLiteral("rtmp://x.example/live"));
    EXPECT_TRUE(save->isEnabled());
}

TEST(ATargetDialog, LeavesTheKeyOfAKnownTargetAsItIs) {
    wire::Target known;
    known.name = "Mine";
    known.url = "rtmp://x.example/live";
    known.audioTrack = 1;
    const TargetDialog dialog(known);
    EXPECT_FALSE(dialog.changes().streamKey.has_value());
    EXPECT_EQ(dialog.changes().audioTrack, 1);
    EXPECT_EQ(dialog.changes().name, "Mine");
}

TEST(AnInputDialog, TakesOnlyWhatFitsTheKind) {
    InputDialog dialog(std::nullopt);
    auto* save = named<QPushButton>(dialog, QStringLiteral("Add input"));
    auto* address = named<QLineEdit>(dialog, QStringLiteral("Address"));
    address->setText(QStringLiteral("udp://239.1.1.1:5004"));
    EXPECT_TRUE(save->isEnabled());
    named<QLineEdit>(dialog, QStringLiteral("Taken from"))->setText(QStringLiteral("10.0.0.1, 10.0.0.2"));
    EXPECT_EQ(dialog.added().sources->size(), 2U);
    named<QComboBox>(dialog, QStringLiteral("Kind"))->setCurrentIndex(1);
    EXPECT_FALSE(save->isEnabled());
    address->setText(QStringLiteral("srt://encoder.example:9000"));
    EXPECT_TRUE(save->isEnabled());
    named<QLineEdit>(dialog, QStringLiteral("Passphrase"))->setText(QStringLiteral("short"));
    EXPECT_FALSE(save->isEnabled());
}

TEST_F(AChannelPage, SavesWhatItTellsOfItselfAndSaysWhatIsWrongWithIt) {
    auto* category = named<QLineEdit>(page, QStringLiteral("Category"));
    auto* tags = named<QLineEdit>(page, QStringLiteral("Tags"));
    ASSERT_NE(category, nullptr);
    ASSERT_NE(tags, nullptr);
    category->clear();
    tags->clear();
    QTest::keyClicks(category, QStringLiteral("Music"));
    QTest::keyClicks(tags, QStringLiteral("Synth, #live-coding"));
    wire::Problem problem;
    problem.status = 400;
    problem.code = "page.tag";
    problem.detail = "A tag has 1 to 25 of a-z, 0-9 and -.";
    hub.answer("PUT /channels/anna/page", {400, wire::toJson(problem)});
    named<QPushButton>(page, QStringLiteral("Save the page"))->click();
    ASSERT_TRUE(eventually([this] {
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() &&
                label->text() == QStringLiteral("A tag has 1 to 25 of a-z, 0-9 and -.")) {
                return true;
            }
        }
        return false;
    }));
    wire::ChannelAbout kept;
    kept.category = "Music";
    kept.tags = {"synth", "live-coding"};
    hub.answer("PUT /channels/anna/page", {200, wire::toJson(kept)});
    QSignalSpy saved(&about, &PageController::saved);
    named<QPushButton>(page, QStringLiteral("Save the page"))->click();
    ASSERT_TRUE(eventually([&] { return saved.count() == 1; }));
    EXPECT_EQ(wire::parse<wire::ChannelAbout>(last("PUT").body), kept);
}

TEST_F(AChannelPage, KeepsWhatWasTypedUntilItIsSavedAndNeverForAnotherChannel) {
    auto* category = named<QLineEdit>(page, QStringLiteral("Category"));
    ASSERT_NE(category, nullptr);
    category->clear();
    QTest::keyClicks(category, QStringLiteral("Annas"));
    wire::ChannelAbout old;
    old.category = "Old";
    hub.answer("GET /channels/anna/page", {200, wire::toJson(old)});
    hub.answer("PUT /channels/anna/page", {503, "not now"});
    QSignalSpy refused(&about, &PageController::refused);
    QSignalSpy changed(&about, &PageController::aboutChanged);
    // A refresh whose answer comes while the page is being saved.
    named<QPushButton>(page, QStringLiteral("Save the page"))->click();
    about.refresh();
    ASSERT_TRUE(eventually([&] { return refused.count() == 1 && changed.count() >= 1; }));
    EXPECT_EQ(category->text(), QStringLiteral("Annas"));
    EXPECT_TRUE(named<QPushButton>(page, QStringLiteral("Save the page"))->isEnabled());

    wire::ChannelAbout bertas;
    bertas.category = "Bertas";
    hub.answer("GET /channels/berta/page", {200, wire::toJson(bertas)});
    // Anna's last answer comes once she has gone.
    hub.answer("PUT /channels/anna/page", {200, wire::toJson(old)});
    QSignalSpy saved(&about, &PageController::saved);
    named<QPushButton>(page, QStringLiteral("Save the page"))->click();
    Q_EMIT relay.api().signedOut();
    EXPECT_EQ(category->text(), QString());
    wire::Session session;
    session.channel = "berta";
    session.user.name = "berta";
    Q_EMIT relay.api().signedIn(session);
    ASSERT_TRUE(eventually([&] { return category->text() == QStringLiteral("Bertas"); }));
    EXPECT_FALSE(named<QPushButton>(page, QStringLiteral("Save the page"))->isEnabled());
    ASSERT_TRUE(eventually([this] {
        const auto& asked = hub.requests();
        return std::count_if(asked.begin(), asked.end(),
                             [](const auto& each) { return each.method == "PUT"; }) == 2;
    }));
    const auto before = changed.count();
    about.refresh();
    ASSERT_TRUE(eventually([&] { return changed.count() > before; }));
    EXPECT_EQ(saved.count(), 0);
    EXPECT_EQ(category->text(), QStringLiteral("Bertas"));
}

TEST_F(AChannelPage, TakesAnAnnouncementOffOnlyOnceThatCannotBeTakenBackAnyMore) {
    wire::ScheduleEntry entry;
    entry.id = ScheduleEntryId::make(kSomeTime);
    entry.startsAt = kSomeTime;
    entry.endsAt = kSomeTime + std::chrono::hours(1);
    entry.title = "Friday session";
    hub.answer("GET /channels/anna/schedule", {200, wire::toJson(wire::ScheduleList{{entry}})});
    hub.answer("DELETE /channels/anna/schedule/" + entry.id.text(), {204, ""});
    const auto removal = [this] { return named<QToolButton>(page, QStringLiteral("Remove Friday session")); };
    about.refresh();
    ASSERT_TRUE(eventually([&] { return removal() != nullptr; }));
    removal()->click();
    ASSERT_TRUE(eventually([&] { return removal() == nullptr; }));
    about.undoRemoval();
    ASSERT_NE(removal(), nullptr);
    EXPECT_TRUE(last("DELETE").method.empty());
    removal()->click();
    ASSERT_TRUE(eventually([&] { return removal() == nullptr; }));
    about.finishRemoval();
    ASSERT_TRUE(eventually([this] { return !last("DELETE").method.empty(); }));
}

TEST(EntryDialog, AsksForATitleAndTellsWhenItEnds) {
    wire::ScheduleEntry known;
    known.startsAt = kSomeTime;
    known.endsAt = kSomeTime + std::chrono::minutes(50);
    known.title = "Friday session";
    EntryDialog dialog(known);
    EXPECT_EQ(dialog.entry().startsAt, known.startsAt);
    EXPECT_EQ(dialog.entry().endsAt, known.endsAt);
    auto* title = named<QLineEdit>(dialog, QStringLiteral("Title"));
    ASSERT_NE(title, nullptr);
    title->clear();
    EXPECT_FALSE(named<QPushButton>(dialog, QStringLiteral("Save"))->isEnabled());
}

}  // namespace
}  // namespace footlight::channel
