#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

#include "tests/ui/people/people_fixture.h"
#include "tests/ui/support/controls.h"
#include "ui/people/follows.h"
#include "ui/people/friends.h"
#include "ui/people/friends_page.h"
#include "ui/people/profile.h"
#include "ui/people/profile_page.h"
#include "ui/pictures/picture_store.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::people {
namespace {

using tests::eventually;

wire::Friend friendNamed(const char* name, wire::Friendship how, bool isOnline = false) {
    return {{UserId::make(kSomeTime), name}, how, kSomeTime, isOnline};
}

class AFriendsPage : public WithAHub {
protected:
    void SetUp() override {
        WithAHub::SetUp();
        hub.answer("GET /me/friends",
                   {200, wire::toJson(wire::FriendList{{friendNamed("berta", wire::Friendship::Friends),
                                                        friendNamed("cleo", wire::Friendship::Friends, true),
                                                        friendNamed("dora", wire::Friendship::WasAsked),
                                                        friendNamed("emil", wire::Friendship::Asked)}})});
        signIn();
        page.resize(1200, 664);
        page.show();
        ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Accept dora") != nullptr; }));
        list = named<QListView>(page, "Friends");
        ASSERT_NE(list, nullptr);
    }

    Friends friends{relay};
    pictures::Pictures pictures{relay.api()};
    FriendsPage page{friends, pictures.faces};
    QListView* list = nullptr;
};

TEST_F(AFriendsPage, ShowsFriendsThoseWhoAreHereFirst) {
    shoot(page, QStringLiteral("friends"));
    ASSERT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("cleo"));
}

TEST_F(AFriendsPage, AnswersRequestsAndTakesOwnOnesBack) {
    hub.answer("PUT /me/friends/dora", {204, ""});
    press(page, "Accept dora");
    ASSERT_TRUE(eventually([this] { return wasAsked("PUT", "/me/friends/dora"); }));
    hub.answer("DELETE /me/friends/emil", {204, ""});
    press(page, "Take back what you asked emil");
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/me/friends/emil"); }));
}

TEST_F(AFriendsPage, SaysAtTheNameThatNobodyIsCalledThat) {
    hub.answer("PUT /me/friends/nobody",
               {404, problemJson(404, "account.unknown", "Nobody here is called nobody.")});
    type(page, "Name of whom you ask", "nobody");
    press(page, "Ask to be friends");
    ASSERT_TRUE(eventually([this] {
        return named<QLineEdit>(page, "Name of whom you ask")->accessibleDescription() ==
               QStringLiteral("Nobody here is called nobody.");
    }));
}

TEST_F(AFriendsPage, RemovesAFriendOnlyOnceThatCannotBeTakenBackAnyMore) {
    hub.answer("DELETE /me/friends/cleo", {204, ""});
    list->setCurrentIndex(list->model()->index(0, 0));
    press(page, "Remove this friend");
    EXPECT_EQ(list->model()->rowCount(), 1);
    page.findChild<widgets::UndoBar*>()->undoButton()->click();
    ASSERT_TRUE(eventually([this] { return list->model()->rowCount() == 2; }));
    EXPECT_FALSE(wasAsked("DELETE", "/me/friends/cleo"));
    list->setCurrentIndex(list->model()->index(0, 0));
    press(page, "Remove this friend");
    page.findChild<widgets::UndoBar*>()->pass();
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/me/friends/cleo"); }));
}

TEST_F(AFriendsPage, KeepsWhatIsPointedAtAndChosenWhileNothingOrSomebodyElseChanges) {
    auto* accept = named<QAbstractButton>(page, "Accept dora");
    accept->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0));
    ASSERT_EQ(list->currentIndex().data().toString(), QStringLiteral("berta"));
    QSignalSpy changed(&friends, &Friends::changed);
    friends.refresh();
    ASSERT_TRUE(eventually([&] { return changed.count() == 1; }));
    EXPECT_EQ(named<QAbstractButton>(page, "Accept dora"), accept);
    // As the relay has it fifteen seconds later.
    wire::FriendList later{friends.all()};
    for (auto& each : later.items) {
        each.online = each.user.name == "berta";
    }
    hub.answer("GET /me/friends", {200, wire::toJson(later)});
    friends.refresh();
    ASSERT_TRUE(eventually([&] { return changed.count() == 2; }));
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("berta"));
    EXPECT_EQ(list->currentIndex().data().toString(), QStringLiteral("berta"));
}

TEST_F(AFriendsPage, TabReachesEveryControlAndEachHasAName) {
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    list->setCurrentIndex(list->model()->index(0, 0));
    const auto reached = ui_tests::reachedByTab(page);
    for (QWidget* control : ui_tests::controlsOf(page)) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

class AProfile : public WithAHub {
protected:
    void SetUp() override {
        WithAHub::SetUp();
        wire::Channel channel;
        channel.id = ChannelId::make(kSomeTime);
        channel.name = "berta";
        channel.title = "Late night synths";
        channel.live = true;
        channel.viewers = 12;
        channel.followers = 38;
        wire::ChannelAbout about;
        about.description = "Modular synths, and <b>what</b> they do.\nFridays at eight.";
        about.links = {{"My records", "https://records.example.org/berta"}};
        about.category = "Music";
        about.tags = {"synth", "live-coding"};
        wire::ScheduleEntry entry;
        entry.id = ScheduleEntryId::make(kSomeTime);
        entry.startsAt = kSomeTime;
        entry.endsAt = kSomeTime + std::chrono::hours(1);
        entry.title = "Friday session";
        hub.answer("GET /channels/berta", {200, wire::toJson(channel)});
        hub.answer("GET /channels/berta/page", {200, wire::toJson(about)});
        hub.answer("GET /channels/berta/schedule", {200, wire::toJson(wire::ScheduleList{{entry}})});
        hub.answer("GET /me/follows?limit=100", {200, wire::toJson(wire::FollowPage{})});
        signIn();
        page.resize(1200, 664);
        page.show();
        profile.open(QStringLiteral("berta"));
        ASSERT_TRUE(
            eventually([this] { return named<QAbstractButton>(page, "Link: My records") != nullptr; }));
        ASSERT_TRUE(eventually([this] {
            return named<QAbstractButton>(page, "Save the schedule as a calendar") != nullptr &&
                   named<QAbstractButton>(page, "Watch") != nullptr;
        }));
    }

    Follows follows{relay};
    Profile profile{relay};
    pictures::Pictures pictures{relay.api()};
    ProfilePage page{profile, follows, pictures};
};

TEST_F(AProfile, ShowsWhatTheChannelTellsAsPlainText) {
    shoot(page, QStringLiteral("profile"));
    QStringList texts;
    for (const auto* label : page.findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
        texts << label->text();
    }
    EXPECT_TRUE(
        texts.contains(QStringLiteral("Modular synths, and <b>what</b> they do.\nFridays at eight.")));
    EXPECT_FALSE(texts.filter(QStringLiteral("38 follower(s)")).isEmpty());
    EXPECT_FALSE(texts.filter(QStringLiteral("#live-coding")).isEmpty());
}

TEST_F(AProfile, ShowsTheAddressBeforeALinkOpens) {
    press(page, "Link: My records");
    const auto* question = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(question, nullptr);
    bool isShown = false;
    for (const auto* label : question->findChildren<QLabel*>()) {
        isShown = isShown || label->text() == QStringLiteral("https://records.example.org/berta");
    }
    EXPECT_TRUE(isShown);
}

TEST_F(AProfile, PlaysWhatWasKept) {
    wire::RecordingPage kept;
    for (int i = 0; i < 10; ++i) {
        wire::Recording recording;
        recording.id = BroadcastId::make(kSomeTime);
        recording.channel = "berta";
        recording.title = "Session " + std::to_string(i);
        recording.startedAt = kSomeTime;
        recording.endedAt = kSomeTime + std::chrono::hours(1);
        recording.phase = wire::RecordingPhase::Finished;
        recording.durationMs = 3'723'000;
        recording.playback = "http://relay.example:8081/vod/" + std::to_string(i) + "/index.m3u8";
        kept.items.push_back(recording);
    }
    kept.items[0].endedAt.reset();
    hub.answer("GET /channels/berta/recordings?limit=100", {200, wire::toJson(kept)});
    const auto rowOf = [this](const QString& words) -> QAbstractButton* {
        for (auto* button : page.findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->accessibleName().contains(words)) {
                return button;
            }
        }
        return nullptr;
    };
    profile.refresh();
    ASSERT_TRUE(eventually([&] { return rowOf(QStringLiteral("Session 1, 1:02:03")) != nullptr; }));
    EXPECT_EQ(rowOf(QStringLiteral("Session 0")), nullptr) << "it is on air still";
    EXPECT_EQ(rowOf(QStringLiteral("Session 9")), nullptr);
    page.resize(1000, 1100);
    shoot(page, QStringLiteral("profile-recordings"));
    auto* more = rowOf(QStringLiteral("Show all"));
    ASSERT_NE(more, nullptr);
    more->click();
    ASSERT_TRUE(eventually([&] { return rowOf(QStringLiteral("Session 9")) != nullptr; }));
    QSignalSpy play(&page, &ProfilePage::playAsked);
    rowOf(QStringLiteral("Session 9"))->click();
    ASSERT_EQ(play.count(), 1);
    EXPECT_EQ(play[0][0].toString(), QStringLiteral("http://relay.example:8081/vod/9/index.m3u8"));
    EXPECT_EQ(play[0][1].toString(), QStringLiteral("Session 9"));
}

TEST_F(AProfile, ShowsALinkThatLooksLikeAnothersHostAsWhatItIs) {
    wire::ChannelAbout about;
    // A Cyrillic a.
    about.links = {{"Look-alike", "https://ex\u0430mple.org/"},
                   {"Hidden", "https://example.org@evil.example/"}};
    hub.answer("GET /channels/berta/page", {200, wire::toJson(about)});
    profile.open(QStringLiteral("berta"));
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Link: Look-alike") != nullptr; }));
    press(page, "Link: Look-alike");
    auto* question = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(question, nullptr);
    QStringList texts;
    for (const auto* label : question->findChildren<QLabel*>()) {
        texts << label->text();
    }
    EXPECT_TRUE(texts.contains(QStringLiteral("https://xn--exmple-4nf.org/")))
        << texts.join(QLatin1Char('|')).toStdString();
    EXPECT_TRUE(texts.filter(QStringLiteral("ex\u0430mple")).isEmpty());
    delete question;
    press(page, "Link: Hidden");
    EXPECT_EQ(page.findChild<widgets::ConfirmDialog*>(), nullptr);
}

TEST_F(AProfile, RemindsByFollowing) {
    hub.answer("PUT /channels/berta/follow", {204, ""});
    press(page, "Remind me before each of these begins");
    ASSERT_TRUE(eventually([this] { return wasAsked("PUT", "/channels/berta/follow"); }));
}

TEST_F(AProfile, SaysThatThereIsNoSuchChannel) {
    hub.answer("GET /channels/ghost",
               {404, problemJson(404, "channel.unknown", "No channel is called ghost.")});
    QSignalSpy notice(&page, &ProfilePage::notice);
    profile.open(QStringLiteral("ghost"));
    ASSERT_TRUE(eventually([&] {
        for (const auto& call : notice) {
            if (call[0].toString() == QStringLiteral("No channel is called ghost.")) {
                return true;
            }
        }
        return false;
    }));
}

}  // namespace
}  // namespace footlight::people
