#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>

#include "tests/ui/people/people_fixture.h"
#include "tests/ui/support/png_of.h"
#include "ui/people/directory.h"
#include "ui/people/directory_model.h"
#include "ui/people/follow_button.h"
#include "ui/people/follows.h"
#include "ui/people/friends.h"
#include "ui/people/home_page.h"
#include "ui/people/upcoming.h"
#include "ui/pictures/picture_store.h"
#include "ui/widgets/empty_state.h"

namespace footlight::people {
namespace {

using tests::eventually;

wire::DirectoryItem channelNamed(const char* name, bool isLive, const char* category) {
    wire::DirectoryItem item;
    item.channel = name;
    item.title = std::string("The hour of ") + name;
    item.category = category;
    item.tags = {"synth"};
    item.live = isLive;
    item.viewers = isLive ? 1204 : 0;
    item.followers = 38;
    return item;
}

class AHome : public WithAHub {
protected:
    void SetUp() override {
        WithAHub::SetUp();
        const wire::Directory all{{channelNamed("berta", true, "Music"), channelNamed("cleo", true, "Games"),
                                   channelNamed("dora", false, "Music"), channelNamed("emil", false, "")}};
        hub.answer("GET /directory?limit=100", {200, wire::toJson(all)});
        hub.answer("GET /me/follows?limit=100",
                   {200, wire::toJson(wire::FollowPage{{{"dora", "", false, kSomeTime}}, std::nullopt})});
        wire::ScheduleEntry soon;
        soon.id = ScheduleEntryId::make(kSomeTime);
        soon.startsAt = clock.utcNow() + std::chrono::hours(3);
        soon.endsAt = soon.startsAt + std::chrono::hours(1);
        soon.title = "Friday session";
        hub.answer("GET /me/friends", {200, wire::toJson(wire::FriendList{})});
        hub.answer("GET /channels/dora/schedule", {200, wire::toJson(wire::ScheduleList{{soon}})});
        signIn();
        page.resize(1200, 664);
        page.show();
    }
    bool shows(const char* grid, int cards) {
        const auto* list = named<QListView>(page, grid);
        return list != nullptr && list->model()->rowCount() == cards;
    }
    void click(const char* grid, int row) {
        auto* list = named<QListView>(page, grid);
        ASSERT_NE(list, nullptr);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }

    Directory directory{relay};
    Follows follows{relay};
    Upcoming upcoming{relay, follows};
    Friends friends{relay};
    pictures::Pictures pictures{relay.api()};
    QStandardItemModel watching;
    HomePage page{{directory,
                   follows,
                   upcoming,
                   friends,
                   {watching, Qt::UserRole + 1, Qt::UserRole + 2},
                   pictures.faces}};
};

TEST_F(AHome, ShowsWhoIsLiveWhomOneFollowsAndWhatBeginsSoon) {
    ASSERT_TRUE(eventually([this] { return shows("Live now", 2) && shows("Following", 1); }));
    EXPECT_TRUE(shows("More channels", 1));
    ASSERT_TRUE(eventually([this] {
        for (const auto* button : page.findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->accessibleName().contains(QStringLiteral("Friday session"))) {
                return true;
            }
        }
        return false;
    }));
    shoot(page, QStringLiteral("home"));
    QSignalSpy watch(&page, &HomePage::watchAsked);
    QSignalSpy channel(&page, &HomePage::channelAsked);
    click("Live now", 0);
    ASSERT_EQ(watch.count(), 1);
    EXPECT_EQ(watch[0][0].toString(), QStringLiteral("berta"));
    click("Following", 0);
    ASSERT_EQ(channel.count(), 1);
    EXPECT_EQ(channel[0][0].toString(), QStringLiteral("dora"));
}

TEST_F(AHome, ShowsThePicturesOfChannelsOnTheirCards) {
    auto berta = channelNamed("berta", true, "Music");
    berta.avatar = "abc";
    hub.answer("GET /directory?limit=100", {200, wire::toJson(wire::Directory{{berta}})});
    hub.answer("GET /pictures/abc", {200, ui_tests::pngOf(64, 64)});
    directory.refresh();
    ASSERT_TRUE(eventually([this] {
        const auto* list = named<QListView>(page, "Live now");
        return list != nullptr && list->model()->rowCount() == 1 &&
               !list->model()->index(0, 0).data(DirectoryModel::Picture).value<QPixmap>().isNull();
    }));
    shoot(page, QStringLiteral("home-pictures"));
}

TEST_F(AHome, ShowsWhatFriendsWatchAndGoesThereWithOneClick) {
    QStandardItem* cleo = new QStandardItem;
    cleo->setData(QStringLiteral("cleo"), Qt::UserRole + 1);
    cleo->setData(QStringLiteral("berta"), Qt::UserRole + 2);
    watching.appendRow(cleo);
    ASSERT_TRUE(eventually([this] { return shows("Friends watching", 1); }));
    EXPECT_EQ(named<QAbstractButton>(page, "Add friends"), nullptr);
    ASSERT_TRUE(eventually([this] { return shows("Live now", 2); }));
    QTest::qWait(0);
    shoot(page, QStringLiteral("home-friends"));
    QSignalSpy watch(&page, &HomePage::watchAsked);
    click("Friends watching", 0);
    ASSERT_EQ(watch.count(), 1);
    EXPECT_EQ(watch[0][0].toString(), QStringLiteral("berta"));
    auto* list = named<QListView>(page, "Friends watching");
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(watch.count(), 2) << "the keyboard goes there too";
}

TEST_F(AHome, SaysWhoHasNoFriendsHowToHaveThemAndWhoHasThatNoneWatches) {
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Add friends") != nullptr; }));
    QSignalSpy asked(&page, &HomePage::friendsAsked);
    press(page, "Add friends");
    EXPECT_EQ(asked.count(), 1);
    wire::Friend cleo;
    cleo.user = {UserId::make(kSomeTime), "cleo"};
    hub.answer("GET /me/friends", {200, wire::toJson(wire::FriendList{{cleo}})});
    friends.refresh();
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Your friends") != nullptr; }));
    shoot(page, QStringLiteral("home-nobody-watches"));
    relay.api().forgetSession();
    EXPECT_EQ(named<QAbstractButton>(page, "Add friends"), nullptr) << "guests have no friends";
}

TEST_F(AHome, SearchesOnceTypingEndsAndOffersTheWayBackWhereNothingFits) {
    ASSERT_TRUE(eventually([this] { return shows("Live now", 2); }));
    hub.answer("GET /directory?limit=100&search=zither", {200, wire::toJson(wire::Directory{})});
    type(page, "Find a channel", "zither");
    ASSERT_TRUE(eventually([this] {
        return named<QAbstractButton>(page, "Show all channels") != nullptr ||
               page.findChild<widgets::EmptyState*>()->isVisible();
    }));
    EXPECT_FALSE(wasAsked("GET", "/directory?limit=100&search=z"));
    EXPECT_FALSE(wasAsked("GET", "/directory?limit=100&search=zit"));
    shoot(page, QStringLiteral("home-nothing-fits"));
    page.findChild<widgets::EmptyState*>()->actionButton()->click();
    ASSERT_TRUE(eventually([this] { return shows("Live now", 2); }));
}

TEST_F(AHome, FiltersByTheChipOfACategory) {
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Category: Music") != nullptr; }));
    hub.answer("GET /directory?limit=100&category=Music",
               {200, wire::toJson(wire::Directory{{channelNamed("berta", true, "Music")}})});
    press(page, "Category: Music");
    ASSERT_TRUE(eventually([this] { return shows("Live now", 1); }));
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Category: Games") != nullptr; }))
        << "the chips stay";
    press(page, "Category: Music");
    ASSERT_TRUE(eventually([this] { return shows("Live now", 2); }));
}

TEST_F(AHome, FollowsAChannelAndTakesLeavingBack) {
    ASSERT_TRUE(eventually([this] { return follows.has(QStringLiteral("dora")); }));
    QWidget window;
    auto* button = new FollowButton(follows, &window);
    window.show();
    button->setChannel(QStringLiteral("anna"));
    EXPECT_FALSE(button->isVisible()) << "one's own channel";
    button->setChannel(QStringLiteral("dora"));
    EXPECT_EQ(button->text(), QStringLiteral("Following"));
    hub.answer("DELETE /channels/dora/follow", {204, ""});
    hub.answer("PUT /channels/dora/follow", {204, ""});
    hub.answer("GET /me/follows?limit=100", {200, wire::toJson(wire::FollowPage{})});
    button->click();
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/channels/dora/follow"); }));
    EXPECT_EQ(button->text(), QStringLiteral("Undo"));
    button->click();
    ASSERT_TRUE(eventually([this] { return wasAsked("PUT", "/channels/dora/follow"); }));
}

TEST_F(AHome, TellsWhyAFollowWasRefused) {
    QSignalSpy failed(&follows, &Follows::failed);
    hub.answer("PUT /channels/berta/follow", {404, problemJson(404, "channel.unknown", "It is gone.")});
    follows.follow(QStringLiteral("berta"));
    EXPECT_TRUE(follows.has(QStringLiteral("berta")));
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("It is gone."));
    ASSERT_TRUE(eventually([this] { return !follows.has(QStringLiteral("berta")); }));
}

TEST_F(AHome, AsksForOneScheduleAtATimeHoweverManyAreFollowed) {
    ASSERT_TRUE(eventually([this] { return follows.has(QStringLiteral("dora")); }));
    wire::FollowPage many;
    for (char each = 'a'; each <= 't'; ++each) {
        many.items.push_back({std::string("channel-") + each, "", false, kSomeTime});
    }
    hub.answer("GET /me/follows?limit=100", {200, wire::toJson(many)});
    QSignalSpy changes(&follows, &Follows::changed);
    follows.refresh();
    follows.refresh();
    ASSERT_TRUE(eventually([this] { return follows.all().size() == 20; }));
    upcoming.refresh();
    upcoming.refresh();
    upcoming.refresh();
    // What a page asks meanwhile is not refused as one too many.
    std::vector<Result<wire::RelayInfo>> others;
    for (int i = 0; i < 20; ++i) {
        relay.api().fetchRelay({&page, [&](const auto& answer) { others.push_back(answer); }});
    }
    ASSERT_TRUE(eventually([&] { return others.size() == 20; }));
    for (const auto& each : others) {
        EXPECT_TRUE(each.has_value());
    }
    ASSERT_TRUE(eventually([this] { return wasAsked("GET", "/channels/channel-p/schedule"); }));
    EXPECT_FALSE(wasAsked("GET", "/channels/channel-q/schedule")) << "sixteen are enough";
    EXPECT_EQ(changes.count(), 1) << "the second answer was the same";
}

TEST_F(AHome, KeepsWhatBeginsSoonWhileTheRelayIsAway) {
    ASSERT_TRUE(eventually([this] { return upcoming.entries().size() == 1; }));
    hub.answer("GET /channels/dora/schedule", {503, problemJson(503, "relay.busy", "Busy.")});
    QSignalSpy changed(&upcoming, &Upcoming::changed);
    upcoming.refresh();
    ASSERT_TRUE(eventually([&] { return changed.count() == 1; }));
    EXPECT_EQ(upcoming.entries().size(), 1U);
}

TEST_F(AHome, DoesNotTakeForUnfollowedWhatIsNotKnownYet) {
    ASSERT_TRUE(eventually([this] { return follows.has(QStringLiteral("dora")); }));
    EXPECT_EQ(follows.known(QStringLiteral("dora")), true);
    EXPECT_EQ(follows.known(QStringLiteral("emil")), false);
    relay.api().forgetSession();
    hub.answer("GET /me/follows?limit=100", {503, problemJson(503, "relay.busy", "Busy.")});
    QSignalSpy changed(&follows, &Follows::changed);
    signIn();
    EXPECT_EQ(changed.count(), 1) << "forgotten";
    EXPECT_EQ(follows.known(QStringLiteral("dora")), std::nullopt);
    EXPECT_EQ(follows.known(QStringLiteral("emil")), std::nullopt);
    hub.answer("GET /me/follows?limit=100", {200, wire::toJson(wire::FollowPage{})});
    follows.refresh();
    ASSERT_TRUE(eventually([&] { return follows.known(QStringLiteral("dora")) == false; }));
    EXPECT_EQ(changed.count(), 2) << "told, though it is the same list";
}

TEST_F(AHome, TakesARefusalBackOnceSomethingWorks) {
    ASSERT_TRUE(eventually([this] { return follows.has(QStringLiteral("dora")); }));
    QSignalSpy failed(&follows, &Follows::failed);
    hub.answer("PUT /channels/berta/follow", {403, problemJson(403, "follow.own", "Not that one.")});
    follows.follow(QStringLiteral("berta"));
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("Not that one."));
    hub.answer("PUT /channels/cleo/follow", {204, ""});
    follows.follow(QStringLiteral("cleo"));
    ASSERT_TRUE(eventually([&] { return failed.count() == 2; }));
    EXPECT_TRUE(failed[1][0].toString().isEmpty());
}

}  // namespace
}  // namespace footlight::people
