#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "core/wire/problem.h"
#include "tests/ui/audience/room_fixture.h"
#include "tests/ui/support/png_of.h"
#include "ui/audience/people_panel.h"
#include "ui/pictures/picture_store.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

class People : public InARoom {
protected:
    void answer(const std::vector<std::string>& names, std::int64_t viewers, std::int64_t guests) {
        wire::AttendeePage page;
        for (const auto& name : names) {
            page.items.push_back({name == "mo" ? mo : user(name), wire::Activity::Watching, "720p"});
            if (const auto role = roles.find(name); role != roles.end()) {
                page.items.back().role = role->second;
            }
        }
        page.viewers = viewers;
        page.guests = guests;
        hub.answer("GET /channels/bob/viewers?limit=100", {200, wire::toJson(page)});
    }
    [[nodiscard]] bool asked(const std::string& path) const {
        return std::any_of(hub.requests().begin(), hub.requests().end(),
                           [&](const auto& each) { return each.target == "/api/v1" + path; });
    }
    const wire::User mo = user("mo");
    std::map<std::string, wire::Role> roles{{"bob", wire::Role::Owner}};
    std::vector<std::string> shown() {
        std::vector<std::string> found;
        for (int row = 0; row < room.people.rowCount(); ++row) {
            found.push_back(room.people.index(row).data().toString().toStdString());
        }
        return found;
    }
    pictures::Pictures pictures{relay.api()};
};

TEST_F(People, AreListedByRoleWithGuestsAsANumber) {
    roles["vera"] = wire::Role::Vip;
    roles["Max"] = wire::Role::Moderator;
    answer({"zoe", "bob", "Anna", "mo", "vera", "Max"}, 1204, 1200);
    PeoplePanel panel(room.people, pictures.faces);
    panel.show();
    ASSERT_TRUE(tests::eventually([this] { return room.people.rowCount() > 0; }));
    EXPECT_EQ(shown(), (std::vector<std::string>{"Owner", "bob", "1 moderators", "Max", "1 VIPs", "vera",
                                                 "3 people", "Anna", "mo", "zoe"}))
        << "nobody has said a word";
    Q_EMIT relay.live().roleChanged({"bob", mo, wire::Role::Moderator});
    Q_EMIT relay.live().roleChanged({"bob", user("gone"), wire::Role::Vip});
    EXPECT_EQ(shown(), (std::vector<std::string>{"Owner", "bob", "2 moderators", "Max", "mo", "1 VIPs",
                                                 "vera", "2 people", "Anna", "zoe"}));
    EXPECT_EQ(room.people.viewers(), 1204);
    EXPECT_EQ(room.people.guests(), 1200);
    panel.findChild<QLineEdit*>()->setText(QStringLiteral("ZO"));
    EXPECT_EQ(shown(), (std::vector<std::string>{"1 people", "zoe"}));
}

TEST_F(People, AreChosenByAClickOrTheKeyboard) {
    answer({"bob", "zoe"}, 2, 0);
    PeoplePanel panel(room.people, pictures.faces);
    panel.resize(300, 400);
    panel.show();
    ASSERT_TRUE(tests::eventually([this] { return room.people.rowCount() == 4; }));
    QSignalSpy chosen(&panel, &PeoplePanel::personChosen);
    auto* list = panel.findChild<QListView*>();
    const auto click = [&](int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(room.people.index(row)).center());
    };
    click(0);
    EXPECT_EQ(chosen.count(), 0) << "a heading is nobody";
    click(3);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toString(), QStringLiteral("zoe"));
    list->setCurrentIndex(room.people.index(1));
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0].toString(), QStringLiteral("bob"));
}

TEST_F(People, ComeAndGoAsTheRelayTells) {
    answer({"zoe"}, 1, 0);
    room.people.setLooked(true);
    ASSERT_TRUE(tests::eventually([this] { return room.people.people() == 1; }));
    wire::Presence told{"bob", 2};
    const wire::Attendee carl{user("carl"), wire::Activity::Paused, {}, wire::Role::Vip};
    told.changed = {carl};
    hub.tell(told);
    ASSERT_TRUE(tests::eventually([this] { return room.people.people() == 2; }));
    EXPECT_EQ(shown(), (std::vector<std::string>{"1 VIPs", "carl", "1 people", "zoe"}));
    EXPECT_EQ(room.people.index(1).data(AttendeeModel::Doing).toString(), QStringLiteral("paused"));
    told.changed.clear();
    told.left = {carl.user.id};
    hub.tell(told);
    EXPECT_TRUE(tests::eventually([this] { return room.people.people() == 1; }));
}

TEST_F(People, StayChosenWhileOthersComeAndGo) {
    answer({"zoe", "anna"}, 2, 0);
    room.people.setLooked(true);
    ASSERT_TRUE(tests::eventually([this] { return room.people.people() == 2; }));
    QListView list;
    list.setModel(&room.people);
    list.setCurrentIndex(room.people.index(2));
    ASSERT_EQ(list.currentIndex().data().toString(), QStringLiteral("zoe"));
    QSignalSpy resets(&room.people, &QAbstractItemModel::modelReset);
    wire::Presence told{"bob", 3};
    told.changed = {{user("carl"), wire::Activity::Paused}, {mo, wire::Activity::Watching}};
    hub.tell(told);
    ASSERT_TRUE(tests::eventually([this] { return room.people.people() == 4; }));
    Q_EMIT relay.live().roleChanged({"bob", mo, wire::Role::Moderator});
    EXPECT_EQ(shown(), (std::vector<std::string>{"1 moderators", "mo", "3 people", "anna", "carl", "zoe"}));
    EXPECT_EQ(list.currentIndex().data().toString(), QStringLiteral("zoe"));
    Q_EMIT relay.live().roleChanged({"bob", mo, wire::Role::Member});
    EXPECT_EQ(shown(), (std::vector<std::string>{"4 people", "anna", "carl", "mo", "zoe"}));
    EXPECT_EQ(list.currentIndex().data().toString(), QStringLiteral("zoe"));
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(People, AreNotAskedForWhileNobodyLooks) {
    answer({"zoe"}, 1, 0);
    joinAs(wire::Role::Member);
    QTest::qWait(50);
    for (const auto& request : hub.requests()) {
        EXPECT_EQ(request.target.find("viewers"), std::string::npos);
    }
}

TEST_F(People, SayWhyTheListCannotBeShown) {
    wire::Problem problem;
    problem.status = 503;
    problem.code = "relay.busy";
    problem.detail = "The relay is busy.";
    hub.answer("GET /channels/bob/viewers?limit=100", {503, wire::toJson(problem)});
    PeoplePanel panel(room.people, pictures.faces);
    panel.show();
    EXPECT_TRUE(tests::eventually([&] {
        for (auto* label : panel.findChildren<widgets::TextLabel*>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("busy"))) {
                return true;
            }
        }
        return false;
    }));
}

TEST_F(People, HaveTheirFacesFetchedAsTheirRowsAreSeen) {
    std::vector<std::string> names;
    for (int n = 100; n < 200; ++n) {
        names.push_back("n" + std::to_string(n));
    }
    answer(names, 100, 0);
    hub.answer("GET /channels/n100/avatar", {200, ui_tests::pngOf(256, 256, Qt::red)});
    PeoplePanel panel(room.people, pictures.faces);
    panel.resize(320, 320);
    panel.show();
    auto* list = panel.findChild<QListView*>();
    ASSERT_TRUE(tests::eventually([&] { return room.people.rowCount() == 101; }));
    const QModelIndex first = room.people.index(1);
    const auto isRed = [&] {
        const QRect row = list->visualRect(first);
        const QImage shown = list->viewport()->grab(row).toImage();
        return shown.pixelColor(20, row.height() / 2) == QColor(Qt::red);
    };
    EXPECT_FALSE(isRed()) << "a letter until then";
    const QRect before = list->visualRect(first);
    EXPECT_TRUE(tests::eventually(isRed));
    EXPECT_EQ(list->visualRect(first), before) << "nothing moves";
    EXPECT_FALSE(asked("/channels/n199/avatar")) << "out of sight";
    list->scrollToBottom();
    EXPECT_TRUE(tests::eventually([&] { return asked("/channels/n199/avatar"); }));
    EXPECT_FALSE(asked("/channels/n150/avatar")) << "never in sight";
}

}  // namespace
}  // namespace footlight::audience
