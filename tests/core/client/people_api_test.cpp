#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>

#include "core/client/account_api.h"
#include "core/client/community_api.h"
#include "core/client/live_socket.h"
#include "core/client/notification_api.h"
#include "core/client/page_api.h"
#include "core/client/relay_api.h"
#include "core/client/security_api.h"
#include "core/client/transfer.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "tests/support/temp_dir.h"

namespace footlight::client {
namespace {

const QString kAnna = QStringLiteral("anna");
const UtcTime kSomeTime = utcFromMilliseconds(1'795'252'800'000);

std::string problem(int status, const std::string& code) {
    wire::Problem problem;
    problem.status = status;
    problem.code = code;
    problem.detail = "Words about " + code;
    return wire::toJson(problem);
}

}  // namespace

using tests::eventually;
using tests::FakeHub;

class APersonsApi : public ::testing::Test {
protected:
    void SetUp() override {
        relay.setAddress(hub.address());
        const wire::Session session{Secret("t-1"), kSomeTime, {UserId::make(kSomeTime), "anna"}, "anna"};
        hub.answer("POST /session", {200, wire::toJson(session)});
        relay.signIn(kAnna, Secret("password"), {});
        ASSERT_TRUE(eventually([&] { return relay.session().has_value(); }));
    }

    /// What `ask(reply)` came to.
    template <typename T, typename Ask>
    Result<T> outcome(Ask ask) {
        std::optional<Result<T>> place;
        ask(Reply<T>(&relay, [&place](Result<T> result) { place.emplace(std::move(result)); }));
        EXPECT_TRUE(eventually([&] { return place.has_value(); }));
        return place ? std::move(*place) : fail(ErrorCategory::Timeout, "test.no_reply", "no reply");
    }
    [[nodiscard]] const FakeHub::Request& last() const { return hub.requests().back(); }

    FakeHub hub;
    RelayApi relay;
    AccountApi account{relay};
    SecurityApi security{relay};
    CommunityApi community{relay};
    PageApi pages{relay};
    NotificationApi notifications{relay};
};

TEST_F(APersonsApi, SignsInWithACodeAndSaysWhichDeviceItIs) {
    hub.answer("POST /session", {401, problem(401, "account.second_step")});
    wire::SignInRequest request;
    request.name = "anna";
    request.password = Secret("password");
    const auto first = outcome<wire::Session>([&](auto reply) { relay.signIn(request, reply); });
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code(), "account.second_step");
    request.code = "123456";
    EXPECT_FALSE(outcome<wire::Session>([&](auto reply) { relay.signIn(request, reply); }));
    const auto sent = wire::parse<wire::SignInRequest>(last().body);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->code, "123456");
    EXPECT_TRUE(sent->device && sent->device->starts_with("Footlight on ")) << last().body;
}

TEST_F(APersonsApi, AWrongPasswordTypedAgainSignsNobodyOut) {
    hub.answer("PUT /me/password", {401, problem(401, "account.wrong_credentials")});
    const wire::PasswordChange change{Secret("wrong"), Secret("a new one entirely")};
    const auto changed = outcome<void>([&](auto reply) { account.changePassword(change, reply); });
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code(), "account.wrong_credentials");
    EXPECT_TRUE(relay.session().has_value());
}

TEST_F(APersonsApi, GoesOnWithASessionOfBefore) {
    relay.forgetSession();
    wire::Me me;
    me.user.name = "anna";
    me.channel = "anna";
    hub.answer("GET /me", {200, wire::toJson(me)});
    const auto resumed = outcome<wire::Session>([&](auto reply) { relay.resume(Secret("kept"), reply); });
    ASSERT_TRUE(resumed);
    EXPECT_EQ(last().authorization, "Bearer kept");
    ASSERT_TRUE(relay.session());
    EXPECT_EQ(relay.session()->token, Secret("kept"));
    EXPECT_EQ(relay.session()->channel, "anna");
}

TEST_F(APersonsApi, ListsAndEndsSessions) {
    wire::SessionInfo here;
    here.id = SessionId::make(kSomeTime);
    here.device = "Footlight on anna-pc";
    here.current = true;
    hub.answer("GET /me/sessions", {200, wire::toJson(wire::SessionList{{here}})});
    const auto sessions =
        outcome<std::vector<wire::SessionInfo>>([&](auto reply) { security.fetchSessions(reply); });
    ASSERT_TRUE(sessions);
    ASSERT_EQ(sessions->size(), 1U);
    EXPECT_EQ(sessions->front(), here);
    hub.answer("DELETE /me/sessions/" + here.id.text(), {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { security.endSession(here.id, reply); }));
    hub.answer("DELETE /me/sessions", {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { security.endOtherSessions(reply); }));
}

TEST_F(APersonsApi, TurnsTheSecondStepOnAndOff) {
    hub.answer("POST /me/second-step",
               {200, wire::toJson(wire::SecondStepKey{Secret("JBSW"), Secret("otpauth://totp/x")})});
    const auto key = outcome<wire::SecondStepKey>(
        [&](auto reply) { security.startSecondStep(Secret("password"), reply); });
    ASSERT_TRUE(key);
    EXPECT_EQ(key->url.reveal(), "otpauth://totp/x");
    EXPECT_EQ(last().body, R"({"password":"password"})");
    hub.answer("POST /me/second-step/confirm",
               {200, wire::toJson(wire::RecoveryCodes{{Secret("aaaa"), Secret("bbbb")}})});
    const auto codes = outcome<wire::RecoveryCodes>(
        [&](auto reply) { security.confirmSecondStep(QStringLiteral("123456"), reply); });
    ASSERT_TRUE(codes);
    EXPECT_EQ(codes->codes.size(), 2U);
    hub.answer("POST /me/second-step/off", {204, ""});
    const wire::SecondStepOff off{Secret("password"), "654321"};
    EXPECT_TRUE(outcome<void>([&](auto reply) { security.endSecondStep(off, reply); }));
}

TEST_F(APersonsApi, SetsAndVerifiesAnAddress) {
    hub.answer("GET /me/email", {200, wire::toJson(wire::EmailAddress{"anna@example.org"})});
    const auto email = outcome<std::optional<QString>>([&](auto reply) { account.fetchEmail(reply); });
    ASSERT_TRUE(email);
    EXPECT_EQ(*email, QStringLiteral("anna@example.org"));
    hub.answer("PUT /me/email", {409, problem(409, "relay.no_mail")});
    const wire::EmailRequest request{"new@example.org", Secret("password")};
    const auto set = outcome<void>([&](auto reply) { account.setEmail(request, reply); });
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code(), "relay.no_mail");
    hub.answer("POST /email/verify", {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { account.verifyEmail(Secret("c"), reply); }));
    EXPECT_EQ(last().body, R"({"code":"c"})");
    hub.answer("DELETE /me/email", {204, ""});
    const wire::PasswordProof proof{Secret("password")};
    EXPECT_TRUE(outcome<void>([&](auto reply) { account.removeEmail(proof, reply); }));
    EXPECT_EQ(last().body, R"({"password":"password"})");
}

TEST_F(APersonsApi, AsksTheDirectoryWithEscapedWordsAndGivesUpAnOlderQuestion) {
    DirectoryQuery query;
    query.category = QStringLiteral("Drum & Bass");
    query.isLiveOnly = true;
    wire::DirectoryItem item;
    item.channel = "anna";
    item.live = true;
    hub.answer("GET /directory?limit=100&category=Drum%20%26%20Bass&live=true",
               {200, wire::toJson(wire::Directory{{item}})});
    const auto found = outcome<std::vector<wire::DirectoryItem>>(
        [&](auto reply) { community.fetchDirectory(query, reply); });
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    const auto given = outcome<std::vector<wire::DirectoryItem>>(
        [&](auto reply) { community.fetchDirectory(query, reply).cancel(); });
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().category(), ErrorCategory::Timeout);
}

TEST_F(APersonsApi, CollectsTheFollowsOfEveryPage) {
    hub.answer("GET /me/follows?limit=100",
               {200, wire::toJson(wire::FollowPage{{{"anna", "", true, kSomeTime}}, "n"})});
    hub.answer("GET /me/follows?limit=100&page=n",
               {200, wire::toJson(wire::FollowPage{{{"berta", "", false, kSomeTime}}, std::nullopt})});
    const auto follows =
        outcome<std::vector<wire::Followed>>([&](auto reply) { community.fetchFollows(reply); });
    ASSERT_TRUE(follows);
    ASSERT_EQ(follows->size(), 2U);
    EXPECT_EQ(follows->back().channel, "berta");
}

TEST_F(APersonsApi, AsksAnswersAndLeavesFriends) {
    hub.answer("PUT /me/friends/berta", {404, problem(404, "account.unknown")});
    const auto asked = outcome<void>([&](auto reply) { community.befriend(QStringLiteral("berta"), reply); });
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code(), "account.unknown");
    wire::Friend friendOfAnna;
    friendOfAnna.user.name = "cleo";
    friendOfAnna.how = wire::Friendship::WasAsked;
    hub.answer("GET /me/friends", {200, wire::toJson(wire::FriendList{{friendOfAnna}})});
    const auto friends =
        outcome<std::vector<wire::Friend>>([&](auto reply) { community.fetchFriends(reply); });
    ASSERT_TRUE(friends);
    EXPECT_EQ(friends->front().how, wire::Friendship::WasAsked);
    hub.answer("DELETE /me/friends/cleo", {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { community.unfriend(QStringLiteral("cleo"), reply); }));
}

TEST_F(APersonsApi, WritesThePageAndTheSchedule) {
    wire::ChannelAbout about;
    about.description = "Synths at night";
    about.tags = {"synth"};
    hub.answer("PUT /channels/anna/page", {200, wire::toJson(about)});
    const auto saved = outcome<wire::ChannelAbout>([&](auto reply) { pages.setAbout(kAnna, about, reply); });
    ASSERT_TRUE(saved);
    EXPECT_EQ(wire::parse<wire::ChannelAbout>(last().body), about);
    wire::ScheduleEntry entry;
    entry.id = ScheduleEntryId::make(kSomeTime);
    entry.startsAt = kSomeTime;
    entry.title = "Friday";
    hub.answer("POST /channels/anna/schedule", {201, wire::toJson(entry)});
    const wire::NewScheduleEntry asked{kSomeTime, std::nullopt, "Friday"};
    EXPECT_EQ(outcome<wire::ScheduleEntry>([&](auto reply) { pages.addEntry(kAnna, asked, reply); }), entry);
    hub.answer("DELETE /channels/anna/schedule/" + entry.id.text(), {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { pages.removeEntry(kAnna, entry.id, reply); }));
    hub.answer("GET /channels/anna/schedule.ics", {200, "BEGIN:VCALENDAR"});
    EXPECT_EQ(outcome<QByteArray>([&](auto reply) { pages.fetchCalendar(kAnna, reply); }),
              QByteArray("BEGIN:VCALENDAR"));
}

TEST_F(APersonsApi, ReadsTheInboxAndMarksItRead) {
    wire::NotificationPage page;
    page.items.resize(1);
    page.items.front().id = NotificationId::make(kSomeTime);
    page.items.front().channel = "berta";
    page.unread = 1;
    const auto id = page.items.front().id;
    hub.answer("GET /me/notifications?before=" + id.text(), {200, wire::toJson(page)});
    EXPECT_EQ(outcome<wire::NotificationPage>([&](auto reply) { notifications.fetch(id, reply); }), page);
    hub.answer("POST /me/notifications/read", {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { notifications.markRead(std::nullopt, reply); }));
    EXPECT_EQ(last().body, "{}");
    wire::NotificationChoice choice;
    choice.kind = wire::NotificationKind::Mention;
    choice.email = true;
    hub.answer("PUT /me/notification-choices", {200, wire::toJson(wire::NotificationChoices{{choice}})});
    const auto chosen = outcome<std::vector<wire::NotificationChoice>>(
        [&](auto reply) { notifications.choose({choice}, reply); });
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->front(), choice);
}

TEST_F(APersonsApi, ShowsTheSecretOfAWebhookOnce) {
    const wire::Webhook webhook{WebhookId::make(kSomeTime), "https://example.org/hook", false};
    hub.answer("POST /me/webhooks", {201, wire::toJson(wire::MadeWebhook{webhook, Secret("s3cret")})});
    const auto made = outcome<wire::MadeWebhook>([&](auto reply) {
        notifications.addWebhook({"https://example.org/hook", false}, reply);
    });
    ASSERT_TRUE(made);
    EXPECT_EQ(made->secret.reveal(), "s3cret");
    hub.answer("GET /me/webhooks", {200, wire::toJson(wire::WebhookList{{webhook}})});
    const auto all =
        outcome<std::vector<wire::Webhook>>([&](auto reply) { notifications.fetchWebhooks(reply); });
    ASSERT_TRUE(all);
    EXPECT_EQ(all->front(), webhook);
    hub.answer("DELETE /me/webhooks/" + webhook.id.text(), {204, ""});
    EXPECT_TRUE(outcome<void>([&](auto reply) { notifications.removeWebhook(webhook.id, reply); }));
}

TEST_F(APersonsApi, SavesItsDataWithTheSessionsToken) {
    hub.answer("GET /me/data", {200, R"({"user":"anna"})"});
    const tests::TempDir folder;
    const auto path = QString::fromStdString((folder.path() / "anna.json").string());
    Transfer transfer;
    QSignalSpy finished(&transfer, &Transfer::finished);
    transfer.download(account.dataAddress(), path, relay.session()->token);
    ASSERT_TRUE(eventually([&] { return finished.count() == 1; }));
    EXPECT_EQ(finished.front().front().toString(), QString());
    EXPECT_EQ(last().authorization, "Bearer t-1");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray(R"({"user":"anna"})"));
}

TEST_F(APersonsApi, HearsOfNotificationsOverTheSocket) {
    SystemClock clock;
    LiveSocket live(clock);
    std::vector<wire::Notification> heard;
    QObject::connect(&live, &LiveSocket::notificationReceived, &live,
                     [&](const wire::Notification& one) { heard.push_back(one); });
    live.open(hub.socketUrl(), Secret("t-1"));
    ASSERT_TRUE(eventually([&] { return live.isOpen(); }));
    wire::Notification told;
    told.id = NotificationId::make(kSomeTime);
    told.kind = wire::NotificationKind::Mention;
    told.channel = "berta";
    told.text = "hello @anna";
    hub.tell(told);
    ASSERT_TRUE(eventually([&] { return !heard.empty(); }));
    EXPECT_EQ(heard.front(), told);
}

}  // namespace footlight::client
