#include "ui/chat/user_card.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <algorithm>

#include "core/wire/follower.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/chat/some_chat.h"
#include "tests/ui/support/png_of.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/chat_view.h"
#include "ui/chat/line_desk.h"
#include "ui/models/wording.h"
#include "ui/widgets/avatar_view.h"

namespace footlight::chatui {
namespace {

using tests::eventually;

class ACard : public testing::Test, protected SomeChat {
protected:
    ACard() { relay.api().setAddress(hub.address()); }
    void show(const char* name, wire::Role role) {
        panel.resize(320, 500);
        panel.show();
        enter(name, role);
        ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    }
    /// Shown; gone with the test's panel.
    UserCard& cardOf(const char* name) {
        auto* card = new UserCard(chat, desk, QString::fromLatin1(name), panel.window());
        card->openAt({400, 300});
        return *card;
    }
    void answerFollower(const std::string& name, std::optional<UtcTime> since) {
        wire::Follower follower;
        follower.user.name = name;
        follower.since = since;
        hub.answer("GET /channels/anna/followers/" + name, {200, wire::toJson(follower)});
    }
    static const QLabel* labelWith(const UserCard& card, const QString& words) {
        const auto labels = card.findChildren<QLabel*>();
        const auto found = std::find_if(labels.begin(), labels.end(), [&](const QLabel* each) {
            return each->isVisible() && each->text().contains(words);
        });
        return found == labels.end() ? nullptr : *found;
    }
    [[nodiscard]] bool asked(const std::string& part) const {
        return std::any_of(hub.requests().begin(), hub.requests().end(),
                           [&](const auto& each) { return each.target.find(part) != std::string::npos; });
    }

    static constexpr UtcTime kSince{std::chrono::milliseconds{1'795'252'800'000}};
    tests::FakeHub hub;
    ChatPanel panel{chat};
    LineDesk desk{chat, panel};
};

TEST_F(ACard, AClickOnANameOpensItsCard) {
    history = {messageOf("bertil", "hello", 1)};
    show("me", wire::Role::Owner);
    const QRect row = panel.view().rectOf(0);
    bool opened = false;
    for (int x = 4; x < row.width() / 2 && !opened; x += 8) {
        QTest::mouseClick(panel.view().viewport(), Qt::LeftButton, {}, QPoint(x, row.center().y()));
        opened = qobject_cast<UserCard*>(QApplication::activePopupWidget()) != nullptr;
    }
    ASSERT_TRUE(opened);
    auto* card = qobject_cast<UserCard*>(QApplication::activePopupWidget());
    EXPECT_EQ(card->accessibleName(), QStringLiteral("bertil"));
    QStringList buttons;
    for (const auto* button : card->findChildren<QPushButton*>()) {
        buttons.append(button->text());
    }
    EXPECT_EQ(buttons, (QStringList{QStringLiteral("Mention"), QStringLiteral("Make VIP"),
                                    QStringLiteral("Make moderator"), QStringLiteral("Time out"),
                                    QStringLiteral("Ban")}));
    card->close();
}

TEST_F(ACard, TellsWhoKeepsOrderSinceWhenSomebodyFollows) {
    answerFollower("bertil", kSince);
    answerFollower("frida", std::nullopt);
    show("me", wire::Role::Moderator);
    const UserCard& bertil = cardOf("bertil");
    const QSize before = bertil.size();
    EXPECT_NE(labelWith(bertil, QStringLiteral("Follows since …")), nullptr) << "until the relay answers";
    EXPECT_TRUE(eventually(
        [&] { return labelWith(bertil, QStringLiteral("Follows since ") + models::dayText(kSince)); }));
    EXPECT_EQ(bertil.size(), before) << "nothing jumps";
    const UserCard& frida = cardOf("frida");
    EXPECT_TRUE(eventually([&] { return labelWith(frida, QStringLiteral("Does not follow")); }));
    EXPECT_EQ(frida.size(), before);
}

TEST_F(ACard, TellsEverybodySinceWhenTheyFollowThemselves) {
    answerFollower("me", kSince);
    show("me", wire::Role::Member);
    const UserCard& card = cardOf("me");
    EXPECT_TRUE(eventually(
        [&] { return labelWith(card, QStringLiteral("Follows since ") + models::dayText(kSince)); }));
}

TEST_F(ACard, SaysThatItCouldNotBeAskedAndWhy) {
    wire::Problem problem;
    problem.status = 503;
    problem.code = "relay.busy";
    problem.detail = "The relay is busy.";
    hub.answer("GET /channels/anna/followers/bertil", {503, wire::toJson(problem)});
    show("me", wire::Role::Owner);
    const UserCard& card = cardOf("bertil");
    const QSize before = card.size();
    ASSERT_TRUE(eventually([&] { return labelWith(card, QStringLiteral("Not known")); }));
    EXPECT_TRUE(labelWith(card, QStringLiteral("Not known"))->toolTip().contains(QStringLiteral("busy")));
    EXPECT_EQ(card.size(), before);
}

TEST_F(ACard, AsksNothingThatAMemberMayNotKnow) {
    hub.answer("GET /channels/bertil/avatar", {200, ui_tests::pngOf(64, 64)});
    show("me", wire::Role::Member);
    const UserCard& card = cardOf("bertil");
    const auto* face = card.findChild<widgets::AvatarView*>();
    // The picture's question would come behind the one that is not asked.
    EXPECT_TRUE(eventually([&] { return !face->picture().isNull(); }));
    EXPECT_FALSE(asked("followers"));
    EXPECT_EQ(labelWith(card, QStringLiteral("ollow")), nullptr);
}

TEST_F(ACard, HasALetterUntilThePictureIsThereAndNoneIsNoHarm) {
    hub.answer("GET /channels/bertil/avatar", {200, ui_tests::pngOf(64, 64)});
    show("me", wire::Role::Member);
    const UserCard& bertil = cardOf("bertil");
    const auto* face = bertil.findChild<widgets::AvatarView*>();
    ASSERT_NE(face, nullptr);
    EXPECT_TRUE(face->picture().isNull());
    const QRect place = face->geometry();
    EXPECT_TRUE(eventually([&] { return !face->picture().isNull(); }));
    EXPECT_EQ(face->geometry(), place);
    const UserCard& frida = cardOf("frida");
    EXPECT_TRUE(eventually([&] { return asked("/channels/frida/avatar"); }));
    EXPECT_TRUE(frida.findChild<widgets::AvatarView*>()->picture().isNull());
}

TEST_F(ACard, MayBeClosedBeforeTheRelayAnswers) {
    answerFollower("bertil", kSince);
    show("me", wire::Role::Owner);
    UserCard& card = cardOf("bertil");
    const QPointer<UserCard> isThere(&card);
    card.close();
    EXPECT_TRUE(eventually([&] { return isThere == nullptr && asked("followers/bertil"); }));
    EXPECT_FALSE(cardOf("bertil").isHidden());
}

}  // namespace
}  // namespace footlight::chatui
