#include <QListView>
#include <QTest>

#include "tests/ui/audience/room_fixture.h"
#include "ui/audience/friends_strip.h"
#include "ui/audience/friends_watching.h"

namespace footlight::audience {
namespace {

class Friends : public InARoom {
protected:
    Friends() {
        const wire::FriendsWatching list{{{zoe, "bob", clock.utcNow()}, {carl, "anna", clock.utcNow()}}};
        hub.answer("GET /me/friends/watching", {200, wire::toJson(list)});
        hub.dropConnections();
        EXPECT_TRUE(tests::eventually([this] { return friends.rowCount() == 2; }));
    }
    std::vector<std::string> shown() {
        std::vector<std::string> found;
        for (int row = 0; row < friends.rowCount(); ++row) {
            found.push_back(friends.index(row).data().toString().toStdString());
        }
        return found;
    }

    const wire::User zoe = user("zoe");
    const wire::User carl = user("Carl");
    FriendsWatching friends{relay};
};

TEST_F(Friends, AreListedByNameAndKeptTrue) {
    EXPECT_EQ(shown(), (std::vector<std::string>{"Carl watches anna", "zoe watches bob"}));
    hub.tell(wire::FriendWatching{carl, "bob", clock.utcNow()});
    EXPECT_TRUE(tests::eventually([this] { return shown().front() == "Carl watches bob"; }));
    hub.tell(wire::FriendWatching{zoe});
    EXPECT_TRUE(tests::eventually([this] { return friends.rowCount() == 1; }));
    relay.api().signOut();
    EXPECT_EQ(friends.rowCount(), 0);
}

TEST_F(Friends, StayChosenWhileOthersComeAndGo) {
    QListView list;
    list.setModel(&friends);
    list.setCurrentIndex(friends.index(1));
    hub.tell(wire::FriendWatching{carl, "bob", clock.utcNow()});
    ASSERT_TRUE(tests::eventually([this] { return shown().front() == "Carl watches bob"; }));
    EXPECT_EQ(list.currentIndex().row(), 1);
    hub.tell(wire::FriendWatching{carl});
    ASSERT_TRUE(tests::eventually([this] { return friends.rowCount() == 1; }));
    EXPECT_EQ(list.currentIndex().data().toString(), QStringLiteral("zoe watches bob"));
    hub.tell(wire::FriendWatching{carl, "bob", clock.utcNow()});
    ASSERT_TRUE(tests::eventually([this] { return friends.rowCount() == 2; }));
    EXPECT_EQ(list.currentIndex().row(), 1);
}

TEST_F(Friends, AreFollowedToWhatTheyWatchByAClick) {
    FriendsStrip strip(friends);
    strip.resize(400, 200);
    strip.show();
    QSignalSpy chosen(&strip, &FriendsStrip::channelChosen);
    auto* list = strip.findChild<QListView*>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(friends.index(1)).center());
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toString(), QStringLiteral("bob"));
    hub.tell(wire::FriendWatching{zoe});
    hub.tell(wire::FriendWatching{carl});
    EXPECT_TRUE(tests::eventually([&] { return strip.isHidden(); })) << "no room where there are none";
}

}  // namespace
}  // namespace footlight::audience
