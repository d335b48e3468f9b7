#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

#include "tests/ui/people/people_fixture.h"
#include "ui/people/bell_button.h"
#include "ui/people/inbox.h"
#include "ui/people/inbox_panel.h"
#include "ui/people/notification_words.h"
#include "ui/people/notifications_page.h"
#include "ui/widgets/confirm_dialog.h"

namespace footlight::people {
namespace {

using tests::eventually;
using Kind = wire::NotificationKind;

wire::Notification told(Kind kind, const char* from, const char* text) {
    static std::int64_t at = 0;
    wire::Notification one;
    one.id = NotificationId::make(kSomeTime + std::chrono::minutes(++at));
    one.kind = kind;
    one.channel = "berta";
    one.from = wire::User{UserId::make(kSomeTime), from};
    one.title = "Late night synths";
    one.text = text;
    one.at = kSomeTime;
    return one;
}

class AnInbox : public WithAHub {
protected:
    void SetUp() override {
        WithAHub::SetUp();
        first.items = {told(Kind::Mention, "cleo", "hello @anna, <b>look</b>"),
                       told(Kind::WentLive, "berta", ""), told(Kind::FriendRequest, "dora", "")};
        first.items[1].read = first.items[2].read = true;
        first.unread = 1;
        first.next = first.items.back().id;
        hub.answer("GET /me/notifications", {200, wire::toJson(first)});
        hub.answer("POST /me/notifications/read", {204, ""});
        signIn();
        inbox.refresh();
        ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() == 3; }));
    }

    wire::NotificationPage first;
    Inbox inbox{relay};
};

TEST_F(AnInbox, TellsWhatHappenedInWords) {
    const auto mention = sayingOf(first.items[0]);
    EXPECT_EQ(mention.headline, QStringLiteral("cleo mentioned you in the chat of berta"));
    EXPECT_EQ(mention.detail, QStringLiteral("hello @anna, <b>look</b>"));
    EXPECT_EQ(sayingOf(first.items[1]).headline, QStringLiteral("berta is live"));
    EXPECT_EQ(sayingOf(first.items[2]).headline, QStringLiteral("dora wants to be your friend"));
    EXPECT_EQ(inbox.unread(), 1);
}

TEST_F(AnInbox, LoadsOlderOnesBehindThoseThatItHas) {
    wire::NotificationPage older;
    older.items = {told(Kind::Reply, "emil", "yes")};
    hub.answer("GET /me/notifications?before=" + first.next->text(), {200, wire::toJson(older)});
    inbox.loadMore();
    ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() == 4; }));
    EXPECT_FALSE(inbox.hasMore());
    EXPECT_EQ(inbox.items().at(3)->text, "yes");
}

TEST_F(AnInbox, PutsOlderOnesThatComeAfterARefreshBehindNothingElse) {
    wire::NotificationPage second;
    second.items = {told(Kind::Reply, "emil", "second page")};
    second.next = second.items.back().id;
    wire::NotificationPage third;
    third.items = {told(Kind::Reply, "emil", "third page")};
    hub.answer("GET /me/notifications?before=" + first.next->text(), {200, wire::toJson(second)});
    hub.answer("GET /me/notifications?before=" + second.next->text(), {200, wire::toJson(third)});
    inbox.loadMore();
    ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() == 4; }));
    inbox.refresh();
    inbox.loadMore();
    ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() == 3; }));
    inbox.loadMore();
    ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() >= 4; }));
    EXPECT_EQ(inbox.items().at(3)->text, "second page");
    inbox.loadMore();
    ASSERT_TRUE(eventually([this] { return inbox.items().rowCount() >= 5; }));
    EXPECT_EQ(inbox.items().at(4)->text, "third page");
}

TEST_F(AnInbox, HearsOfNewOnesLive) {
    QSignalSpy arrived(&inbox, &Inbox::arrived);
    relay.connectTo(hub.address());
    ASSERT_TRUE(eventually([this] { return relay.live().isOpen(); }));
    const auto fresh = told(Kind::Reply, "cleo", "indeed");
    hub.tell(fresh);
    ASSERT_TRUE(eventually([&] { return arrived.count() == 1; }));
    EXPECT_EQ(inbox.items().at(0)->id, fresh.id);
    EXPECT_EQ(inbox.unread(), 2);
}

TEST_F(AnInbox, CountsOnceWhatItHasFetchedAndHearsOfTheMomentAfter) {
    QSignalSpy arrived(&inbox, &Inbox::arrived);
    relay.connectTo(hub.address());
    ASSERT_TRUE(eventually([this] { return relay.live().isOpen(); }));
    hub.tell(first.items[0]);
    ASSERT_TRUE(eventually([&] { return arrived.count() == 1; }));
    EXPECT_EQ(inbox.items().rowCount(), 3);
    EXPECT_EQ(inbox.unread(), 1);
}

TEST_F(AnInbox, AClickLeadsToThePlaceAndMarksItRead) {
    QWidget window;
    window.resize(1000, 700);
    window.show();
    InboxPanel panel(inbox, &window);
    QSignalSpy chosen(&panel, &InboxPanel::chosen);
    panel.openAt(QPoint(900, 40));
    shoot(panel, QStringLiteral("inbox"));
    auto* list = panel.findChild<QListView*>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(inbox.items().index(0)).center());
    ASSERT_EQ(chosen.count(), 1);
    ASSERT_TRUE(eventually([this] { return wasAsked("POST", "/me/notifications/read"); }));
    EXPECT_EQ(last("POST", "/me/notifications/read").body, R"({"upTo":")" + first.items[0].id.text() + "\"}");
    EXPECT_TRUE(inbox.items().at(0)->read);
}

TEST_F(AnInbox, MarksAllReadAtOnce) {
    QWidget window;
    window.show();
    InboxPanel panel(inbox, &window);
    panel.openAt(QPoint(900, 40));
    press(panel, "Mark all read");
    ASSERT_TRUE(eventually([this] { return wasAsked("POST", "/me/notifications/read"); }));
    EXPECT_EQ(last("POST", "/me/notifications/read").body, R"({"upTo":")" + first.items[0].id.text() + "\"}")
        << "what comes meanwhile was not seen";
}

TEST_F(AnInbox, TakesARefusalBackOnceSomethingWorks) {
    QSignalSpy failed(&inbox, &Inbox::failed);
    hub.answer("POST /me/notifications/read", {503, ""});
    inbox.markAllRead();
    ASSERT_TRUE(eventually([&] { return failed.count() == 1 && !failed[0][0].toString().isEmpty(); }));
    hub.answer("POST /me/notifications/read", {204, ""});
    inbox.markAllRead();
    ASSERT_TRUE(eventually([&] { return failed.count() == 2; }));
    EXPECT_TRUE(failed[1][0].toString().isEmpty());
}

TEST_F(AnInbox, IsEmptyOnceNobodyIsSignedIn) {
    relay.api().forgetSession();
    EXPECT_EQ(inbox.items().rowCount(), 0);
    EXPECT_EQ(inbox.unread(), 0);
}

TEST_F(AnInbox, BellSaysHowManyAreNew) {
    BellButton bell;
    EXPECT_EQ(bell.accessibleName(), QStringLiteral("Notifications"));
    bell.setUnread(3);
    EXPECT_TRUE(bell.accessibleName().contains(QLatin1Char('3')));
}

class ANotificationsPage : public AnInbox {
protected:
    void SetUp() override {
        AnInbox::SetUp();
        wire::NotificationChoices choices;
        for (int kind = 0; kind <= static_cast<int>(Kind::WebhookSuspended); ++kind) {
            choices.items.push_back({static_cast<Kind>(kind)});
        }
        hub.answer("GET /me/notification-choices", {200, wire::toJson(choices)});
        hub.answer("GET /me/webhooks", {200, wire::toJson(wire::WebhookList{{webhook}})});
        page.resize(1200, 664);
        page.show();
        ASSERT_TRUE(eventually([this] {
            const auto* box = named<QCheckBox>(page, "Somebody mentions me in a chat: by mail");
            return box != nullptr && box->isEnabled();
        }));
        ASSERT_TRUE(eventually([this] {
            return named<QAbstractButton>(page, "Remove the webhook https://example.org/hook") != nullptr;
        }));
    }

    wire::Webhook webhook{WebhookId::make(kSomeTime), "https://example.org/hook", true};
    NotificationsPage page{inbox};
};

TEST_F(ANotificationsPage, SavesAChoiceOfOneKindAlone) {
    shoot(page, QStringLiteral("notifications"));
    wire::NotificationChoice mention{Kind::Mention};
    mention.email = true;
    hub.answer("PUT /me/notification-choices", {200, wire::toJson(wire::NotificationChoices{{mention}})});
    named<QCheckBox>(page, "Somebody mentions me in a chat: by mail")->click();
    ASSERT_TRUE(eventually([this] { return wasAsked("PUT", "/me/notification-choices"); }));
    EXPECT_EQ(last("PUT", "/me/notification-choices").body,
              R"({"items":[{"kind":"mention","inApp":true,"email":true,"webhook":true}]})");
}

TEST_F(ANotificationsPage, SaysThatAWebhookIsSuspended) {
    webhook.suspended = true;
    hub.answer("GET /me/webhooks", {200, wire::toJson(wire::WebhookList{{webhook}})});
    // Whatever is done with one of them asks for all anew.
    hub.answer("POST /me/webhooks", {201, wire::toJson(wire::MadeWebhook{webhook, Secret("s3cret")})});
    type(page, "Address", "https://example.org/hook");
    press(page, "Add the webhook");
    ASSERT_TRUE(eventually([this] {
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->text() == QStringLiteral("My channel, suspended")) {
                return !label->toolTip().isEmpty();
            }
        }
        return false;
    }));
}

TEST_F(ANotificationsPage, ShowsTheSecretOfANewWebhookAndRemovesOneAfterAQuestion) {
    hub.answer("POST /me/webhooks", {400, problemJson(400, "webhook.url", "That is no address.")});
    type(page, "Address", "nonsense");
    press(page, "Add the webhook");
    ASSERT_TRUE(eventually([this] {
        return named<QLineEdit>(page, "Address")->accessibleDescription() ==
               QStringLiteral("That is no address.");
    }));
    hub.answer("POST /me/webhooks", {201, wire::toJson(wire::MadeWebhook{webhook, Secret("s3cret")})});
    type(page, "Address", "https://example.org/hook");
    press(page, "Add the webhook");
    ASSERT_TRUE(eventually([this] {
        const auto* secret = named<QLineEdit>(page, "Secret");
        return secret != nullptr && secret->text() == QStringLiteral("s3cret");
    }));
    // Not for who comes next, also where the relay does not answer them.
    hub.answer("GET /me/webhooks", {503, ""});
    const auto comes = [this] {
        QSignalSpy in(&relay.api(), &client::RelayApi::signedIn);
        signIn();
        return eventually([&] { return in.count() == 1; });
    };
    ASSERT_TRUE(comes());
    EXPECT_EQ(named<QLineEdit>(page, "Secret"), nullptr);
    EXPECT_EQ(named<QAbstractButton>(page, "Remove the webhook https://example.org/hook"), nullptr);
    for (const auto* line : page.findChildren<QLineEdit*>()) {
        EXPECT_TRUE(line->text().isEmpty()) << line->text().toStdString();
    }
    hub.answer("GET /me/webhooks", {200, wire::toJson(wire::WebhookList{{webhook}})});
    ASSERT_TRUE(comes());
    ASSERT_TRUE(eventually([this] {
        return named<QAbstractButton>(page, "Remove the webhook https://example.org/hook") != nullptr;
    }));
    hub.answer("DELETE /me/webhooks/" + webhook.id.text(), {204, ""});
    press(page, "Remove the webhook https://example.org/hook");
    auto* question = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(question, nullptr);
    question->accept();
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/me/webhooks/" + webhook.id.text()); }));
}

}  // namespace
}  // namespace footlight::people
