// What people are told: in their inbox, over their socket, by webhook and by mail, with a real receiver and a
// real mail server.
#include <fstream>

#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/notification_store.h"
#include "core/wire/notification.h"
#include "tests/core/relay/api/hub_fixture.h"
#include "tests/support/smtp_server.h"
#include "tests/support/webhook_receiver.h"

namespace footlight::tests {
namespace {

using wire::NotificationKind;
using wire::PublishEventType;

constexpr auto kPassword = "correct horse battery";

class ApiNotifications : public testing::Test {
protected:
    ApiNotifications() {
        auto& community = hub_.hubOptions.community;
        community.relayName = "Attic";
        community.smtp.host = "localhost";
        community.smtp.port = smtp_.port();
        community.smtp.security = mail::SmtpSecurity::None;
        community.smtp.from = "relay@example.org";
        community.webhooksStayPublic = false;
        community.retry = {std::chrono::milliseconds{50}, 2, std::chrono::milliseconds{500}, 4};
        hub_.start();
        ada_ = std::make_unique<RestClient>(hub_.port());
        stage_ = std::make_unique<RestClient>(hub_.port());
        stageUser_ = stage_->signUp("Stage").user;
        ada_->signUp("Ada");
    }

    /// The channel Stage goes on air.
    wire::PublishGrant goLive() {
        auto grant = stage_->publish(stage_->makeKey("Stage"));
        EXPECT_EQ(stage_->tell(PublishEventType::Started, grant).status, 204U);
        return grant;
    }
    void adaFollows() { EXPECT_EQ(ada_->send("PUT", "/api/v1/channels/Stage/follow").status, 204U); }
    void choose(RestClient& who, const std::string& kind, bool inApp, bool email, bool webhook) {
        const auto text = [](bool on) { return on ? "true" : "false"; };
        const auto reply =
            who.send("PUT", "/api/v1/me/notification-choices",
                     R"({"items":[{"kind":")" + kind + R"(","inApp":)" + text(inApp) + R"(,"email":)" +
                         text(email) + R"(,"webhook":)" + text(webhook) + "}]}");
        EXPECT_EQ(reply.status, 200U) << reply.body;
    }
    static wire::NotificationPage inbox(RestClient& who) {
        return who.get("/api/v1/me/notifications").as<wire::NotificationPage>();
    }
    static bool waitForInbox(RestClient& who, std::size_t count) {
        return waitUntil([&] { return inbox(who).items.size() >= count; });
    }
    wire::MadeWebhook addWebhook(RestClient& who, const std::string& path, bool ofChannel = false) {
        const auto reply = who.send(
            "POST", "/api/v1/me/webhooks",
            R"({"url":")" + receiver_.url(path) + R"(","ofChannel":)" + (ofChannel ? "true" : "false") + "}");
        EXPECT_EQ(reply.status, 201U) << reply.body;
        return reply.as<wire::MadeWebhook>();
    }
    /// Who has verified the address.
    void verifyAddress(RestClient& who, const std::string& address) {
        const auto before = smtp_.mails().size();
        const auto asked = who.send("PUT", "/api/v1/me/email",
                                    R"({"email":")" + address + R"(","password":")" + kPassword + "\"}");
        ASSERT_EQ(asked.status, 202U) << asked.body;
        ASSERT_TRUE(smtp_.waitForMails(before + 1));
        const auto verified =
            RestClient(hub_.port())
                .send("POST", "/api/v1/email/verify", R"({"code":")" + codeIn(smtp_.mails().back()) + "\"}");
        ASSERT_EQ(verified.status, 204U) << verified.body;
    }
    /// The line of a mail that is indented.
    static std::string codeIn(const std::string& mail) {
        const auto text = mailText(mail);
        const auto at = text.find("\n    ");
        return at == std::string::npos ? "" : text.substr(at + 5, text.find('\n', at + 5) - at - 5);
    }
    std::vector<wire::DeadDelivery> dead() {
        RestClient owner(hub_.port());
        const auto in =
            owner.send("POST", "/api/v1/session", std::string(R"({"ownerToken":")") + kOwnerToken + "\"}");
        owner.setToken(in.as<wire::Session>().token.reveal());
        return owner.get("/api/v1/relay/dead-deliveries").as<wire::DeadDeliveryList>().items;
    }

    SmtpServer smtp_;
    WebhookReceiver receiver_;
    HubProcess hub_;
    std::unique_ptr<RestClient> ada_;
    std::unique_ptr<RestClient> stage_;
    wire::User stageUser_;
};

TEST_F(ApiNotifications, MentionsAndRepliesComeToTheInboxAndTheSocket) {
    SocketClient ada(hub_.port());
    SocketClient stage(hub_.port());
    ASSERT_TRUE(ada.hello(ada_->token()));
    ASSERT_TRUE(stage.hello(stage_->token()));
    ASSERT_TRUE(stage.join("Stage"));
    stage.send(wire::Say{"Stage", "welcome @ada", "n1"});
    auto news = ada.next<wire::Notification>();
    ASSERT_TRUE(news) << "whatever room she is in";
    EXPECT_EQ(news->kind, NotificationKind::Mention);
    EXPECT_EQ(news->channel, "Stage");
    EXPECT_EQ(news->text, "welcome @ada");
    EXPECT_EQ(news->from, stageUser_);
    ASSERT_TRUE(news->message);
    ASSERT_TRUE(ada.join("Stage"));
    ada.send(wire::Say{"Stage", "thank you", "n2", news->message});
    const auto answer = stage.next<wire::Notification>();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->kind, NotificationKind::Reply);
    ASSERT_TRUE(waitForInbox(*ada_, 1));
    EXPECT_EQ(inbox(*ada_).items[0].id, news->id);
    ASSERT_TRUE(waitForInbox(*stage_, 1));
    EXPECT_EQ(inbox(*stage_).items[0].id, answer->id);
}

TEST_F(ApiNotifications, MentionsWhoseLinesAloneWereStoredAreToldAtTheNextStart) {
    SocketClient room(hub_.port());
    ASSERT_TRUE(room.hello(stage_->token()));
    ASSERT_TRUE(room.join("Stage", true));
    room.send(wire::Say{"Stage", "hello @Ada", "n1"});
    ASSERT_TRUE(room.next<wire::Said>());
    room.send(wire::Say{"Stage", "and @Ada again, which is taken back", "n2"});
    const auto second = room.next<wire::Said>();
    ASSERT_TRUE(second);
    room.send(wire::Delete{"Stage", second->id});
    ASSERT_TRUE(room.next<wire::Deleted>());
    ASSERT_TRUE(waitForInbox(*ada_, 2));
    const auto tokens = std::pair{ada_->token(), stage_->token()};
    const auto startAgain = [&] {
        hub_.start();
        ada_ = std::make_unique<RestClient>(hub_.port());
        ada_->setToken(tokens.first);
    };
    hub_.stop();
    {
        auto database = store::Database::open(hub_.databaseFile());
        ASSERT_TRUE(database);
        // The relay ended before it had stored them.
        ASSERT_TRUE((*database)->stores().community.notifications.forget(SystemClock().utcNow() +
                                                                         std::chrono::hours(1)));
    }
    startAgain();
    ASSERT_TRUE(waitForInbox(*ada_, 1));
    hub_.stop();
    startAgain();
    ASSERT_TRUE(waitForInbox(*ada_, 1));
    const auto told = inbox(*ada_);
    ASSERT_EQ(told.items.size(), 1U) << "once, and not of what is deleted";
    EXPECT_EQ(told.items[0].kind, NotificationKind::Mention);
    EXPECT_EQ(told.items[0].text, "hello @Ada");
    EXPECT_EQ(told.items[0].channel, "Stage");
    ASSERT_TRUE(told.items[0].from);
    EXPECT_EQ(told.items[0].from->name, "Stage");
}

TEST_F(ApiNotifications, FollowersHearThatAChannelIsLiveOnce) {
    adaFollows();
    const auto grant = goLive();
    ASSERT_TRUE(waitForInbox(*ada_, 1));
    EXPECT_EQ(stage_->tell(PublishEventType::Started, grant).status, 204U);
    hub_.stop();
    hub_.start();
    RestClient ada(hub_.port());
    ada.setToken(ada_->token());
    RestClient origin(hub_.port());
    EXPECT_EQ(origin.tell(PublishEventType::Health, grant).status, 204U);
    const auto page = inbox(ada);
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.unread, 1);
    EXPECT_EQ(page.items[0].kind, NotificationKind::WentLive);
    EXPECT_EQ(page.items[0].channel, "Stage");
    EXPECT_EQ(page.items[0].broadcast, grant.broadcastId);
    EXPECT_FALSE(page.items[0].read);
    EXPECT_EQ(ada.send("POST", "/api/v1/me/notifications/read", "{}").status, 204U);
    EXPECT_EQ(inbox(ada).unread, 0);
    EXPECT_TRUE(inbox(ada).items[0].read);
}

TEST_F(ApiNotifications, APersonsConnectionsAreToldAtOnce) {
    SocketClient stage(hub_.port());
    ASSERT_TRUE(stage.hello(stage_->token()));
    SocketClient stranger(hub_.port());
    ASSERT_TRUE(stranger.hello(ada_->token()));
    adaFollows();
    const auto told = stage.next<wire::Notification>();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->kind, NotificationKind::Follower);
    ASSERT_TRUE(told->from);
    EXPECT_EQ(told->from->name, "Ada");
    const auto page = inbox(*stage_);
    ASSERT_EQ(page.items.size(), 1U);
    EXPECT_EQ(page.items[0].id, told->id);
    stranger.send(wire::Ping{});
    EXPECT_TRUE(stranger.next<wire::Pong>()) << "and nobody else";
    EXPECT_TRUE(inbox(*ada_).items.empty());
}

TEST_F(ApiNotifications, WhoeverComesAndGoesIsToldOfOnce) {
    for (int i = 0; i < 3; ++i) {
        adaFollows();
        EXPECT_EQ(ada_->send("DELETE", "/api/v1/channels/Stage/follow").status, 204U);
    }
    ASSERT_TRUE(waitForInbox(*stage_, 1));
    goLive();
    EXPECT_EQ(inbox(*stage_).items.size(), 1U);
}

TEST_F(ApiNotifications, EachKindGoesTheWaysThatWereChosen) {
    const auto before = ada_->get("/api/v1/me/notification-choices").as<wire::NotificationChoices>();
    EXPECT_EQ(before.items.size(), 9U);
    EXPECT_EQ(before.items[0], (wire::NotificationChoice{NotificationKind::WentLive, true, false, true}));
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "ada@example.net"));
    choose(*ada_, "wentLive", false, true, false);
    addWebhook(*ada_, "/ok");
    adaFollows();
    goLive();
    ASSERT_TRUE(smtp_.waitForMails(2));
    const auto mail = smtp_.mails().back();
    EXPECT_EQ(mailHeader(mail, "To"), "ada@example.net");
    EXPECT_EQ(mailHeader(mail, "Subject"), "Stage is live");
    EXPECT_TRUE(inbox(*ada_).items.empty());
    EXPECT_TRUE(receiver_.deliveries("/ok").empty());
}

TEST_F(ApiNotifications, AWebhookIsSignedSoThatOpenSslAgrees) {
    const auto made = addWebhook(*ada_, "/ok");
    adaFollows();
    goLive();
    ASSERT_TRUE(receiver_.waitForDeliveries("/ok", 1));
    const auto delivery = receiver_.deliveries("/ok")[0];
    const auto body = jsonText(delivery, "body");
    const auto news = wire::parse<wire::Notification>(body);
    ASSERT_TRUE(news) << body;
    EXPECT_EQ(news->kind, NotificationKind::WentLive);
    const auto signature = jsonText(delivery, "Footlight-Signature");
    const auto comma = signature.find(",v1=");
    ASSERT_TRUE(signature.starts_with("t=") && comma != std::string::npos) << signature;
    const TempDir folder;
    const auto file = (folder / "signed").string();
    std::ofstream(file) << signature.substr(2, comma - 2) << "." << body;
    const auto checked = run({"openssl", "dgst", "-sha256", "-hmac", made.secret.reveal(), "-r", file});
    ASSERT_EQ(checked.exitCode, 0) << checked.output;
    EXPECT_EQ(checked.output.substr(0, 64), signature.substr(comma + 4));
}

TEST_F(ApiNotifications, WhatFailsIsTriedAgainUnderTheSameKey) {
    addWebhook(*ada_, "/flaky");
    adaFollows();
    goLive();
    ASSERT_TRUE(receiver_.waitForDeliveries("/flaky", 3));
    const auto all = receiver_.deliveries("/flaky");
    EXPECT_EQ(jsonText(all[0], "Idempotency-Key"), jsonText(all[2], "Idempotency-Key"));
    EXPECT_EQ(jsonText(all[0], "Footlight-Attempt"), "1");
    EXPECT_EQ(jsonText(all[2], "Footlight-Attempt"), "3");
    EXPECT_EQ(jsonText(all[0], "body"), jsonText(all[2], "body"));
    EXPECT_TRUE(dead().empty());
}

TEST_F(ApiNotifications, RedirectsAreNotFollowedAndTheOwnerSeesWhatDied) {
    addWebhook(*ada_, "/redirect");
    addWebhook(*stage_, "/gone", true);
    adaFollows();
    goLive();
    // The follower is news for the person Stage; the broadcast for the channel's webhook.
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 2; }));
    EXPECT_EQ(receiver_.deliveries("/redirect").size(), 1U);
    EXPECT_TRUE(receiver_.deliveries("/ok").empty());
    EXPECT_EQ(receiver_.deliveries("/gone").size(), 1U);
    const auto all = dead();
    EXPECT_EQ(all[0].kind, "webhook");
    EXPECT_EQ(all[0].attempts, 1);
    EXPECT_EQ(ada_->get("/api/v1/relay/dead-deliveries").problem().code, "relay.not_yours");
}

TEST_F(ApiNotifications, AMailThatIsRefusedForGoodDiesAndOneForNowIsTriedAgain) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "ada@example.net"));
    EXPECT_EQ(ada_->send("PUT", "/api/v1/me/email",
                         std::string(R"({"email":"nobody@example.net","password":")") + kPassword + "\"}")
                  .status,
              202U);
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 1; }));
    EXPECT_EQ(dead()[0].attempts, 1);
    EXPECT_EQ(ada_->send("PUT", "/api/v1/me/email",
                         std::string(R"({"email":"full@example.net","password":")") + kPassword + "\"}")
                  .status,
              202U);
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 2; }));
    EXPECT_EQ(dead()[0].attempts, 4);
    EXPECT_EQ(ada_->get("/api/v1/me/email").as<wire::EmailAddress>().email, "ada@example.net")
        << "the former one counts";
}

TEST_F(ApiNotifications, AForgottenPasswordIsReplacedByMailOnce) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "Ada@Example.net"));
    RestClient guest(hub_.port());
    const auto known = guest.send("POST", "/api/v1/password/forgotten", R"({"email":"ada@example.net"})");
    const auto unknown = guest.send("POST", "/api/v1/password/forgotten", R"({"email":"eve@example.net"})");
    EXPECT_EQ(known.status, 202U);
    EXPECT_EQ(unknown.status, 202U);
    EXPECT_EQ(unknown.body, known.body);
    ASSERT_TRUE(smtp_.waitForMails(2));
    const auto code = codeIn(smtp_.mails().back());
    const auto reset = [&](const std::string& with, const std::string& password) {
        return guest.send("POST", "/api/v1/password/reset",
                          R"({"code":")" + with + R"(","newPassword":")" + password + "\"}");
    };
    EXPECT_EQ(reset("made-up", "another horse battery").problem().code, "account.wrong_code");
    EXPECT_EQ(reset(code, "short").problem().code, "account.password");
    EXPECT_EQ(reset(code, "another horse battery").status, 204U);
    EXPECT_EQ(reset(code, "a third horse battery").status, 401U) << "once";
    EXPECT_EQ(ada_->get("/api/v1/me").status, 401U) << "every session is ended";
    EXPECT_EQ(
        guest.send("POST", "/api/v1/session", R"({"name":"Ada","password":"another horse battery"})").status,
        200U);
    EXPECT_EQ(smtp_.mails().size(), 2U) << "nobody else got a mail";
}

TEST_F(ApiNotifications, AForgottenPasswordIsAskedForOnceInTenMinutes) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "ada@example.net"));
    RestClient guest(hub_.port());
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(guest.send("POST", "/api/v1/password/forgotten", R"({"email":"ada@example.net"})").status,
                  202U);
    }
    ASSERT_TRUE(smtp_.waitForMails(2));
    // Another mail, which comes behind all of these.
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*stage_, "stage@example.net"));
    // Ten minutes may end between two of them.
    EXPECT_LE(smtp_.mails().size(), 4U);
}

class ApiAddresses : public ApiNotifications {
protected:
    Reply ask(const std::string& address) {
        return ada_->send("PUT", "/api/v1/me/email",
                          R"({"email":")" + address + R"(","password":")" + kPassword + "\"}");
    }
    /// How many mails went to the address.
    std::size_t mailsTo(const std::string& address) {
        std::size_t count = 0;
        for (const auto& mail : smtp_.mails()) {
            count += mail.find(address) == std::string::npos ? 0 : 1;
        }
        return count;
    }
};

TEST_F(ApiAddresses, NobodyIsMailedAgainAndAgain) {
    for (int i = 0; i < 8; ++i) {
        EXPECT_EQ(ask("stranger@example.net").status, 202U);
    }
    // Another mail, which comes behind all of these.
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*stage_, "stage@example.net"));
    // Ten minutes may end between two of them.
    EXPECT_GE(mailsTo("stranger@example.net"), 1U);
    EXPECT_LE(mailsTo("stranger@example.net"), 2U);
}

TEST_F(ApiAddresses, AnAccountHasTenCodesADay) {
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(ask("stranger" + std::to_string(i) + "@example.net").status, 202U) << i;
    }
    const auto refused = ask("another@example.net");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.problem().code, "account.too_many_codes");
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*stage_, "stage@example.net"));
    EXPECT_EQ(mailsTo("another@example.net"), 0U);
}

TEST_F(ApiAddresses, AnAddressGetsThreeCodesADayWhoeverAsks) {
    const auto body = std::string(R"({"email":"Victim@example.net","password":")") + kPassword + "\"}";
    RestClient other(hub_.port());
    for (int i = 0; i < 3; ++i) {
        other.signUp("Other" + std::to_string(i));
        EXPECT_EQ(other.send("PUT", "/api/v1/me/email", body).status, 202U) << i;
    }
    EXPECT_EQ(
        other.send("POST", "/api/v1/me/delete", std::string(R"({"password":")") + kPassword + "\"}").status,
        204U)
        << "what was sent counts all the same";
    const auto refused = ask("victim@example.net");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.problem().code, "account.too_many_codes");
    EXPECT_EQ(ask("another@example.net").status, 202U);
}

TEST_F(ApiAddresses, AFormerAddressIsToldAndOpensTheAccountNoMore) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "former@example.net"));
    RestClient guest(hub_.port());
    EXPECT_EQ(guest.send("POST", "/api/v1/password/forgotten", R"({"email":"former@example.net"})").status,
              202U);
    ASSERT_TRUE(smtp_.waitForMails(2));
    const auto code = codeIn(smtp_.mails().back());
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "new@example.net"));
    ASSERT_TRUE(smtp_.waitForMails(4));
    EXPECT_EQ(mailsTo("former@example.net"), 3U) << "two codes, and the farewell";
    EXPECT_NE(mailText(smtp_.mails().back()).find("somebody knows your password"), std::string::npos);
    EXPECT_EQ(guest
                  .send("POST", "/api/v1/password/reset",
                        R"({"code":")" + code + R"(","newPassword":"another horse battery"})")
                  .status,
              401U);
}

TEST_F(ApiAddresses, ACodeForAForgottenPasswordDiesWithThePassword) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "ada@example.net"));
    RestClient guest(hub_.port());
    EXPECT_EQ(guest.send("POST", "/api/v1/password/forgotten", R"({"email":"ada@example.net"})").status,
              202U);
    ASSERT_TRUE(smtp_.waitForMails(2));
    EXPECT_EQ(ada_->send("PUT", "/api/v1/me/password",
                         std::string(R"({"password":")") + kPassword +
                             R"(","newPassword":"another horse battery"})")
                  .status,
              204U);
    EXPECT_EQ(guest
                  .send("POST", "/api/v1/password/reset",
                        R"({"code":")" + codeIn(smtp_.mails().back()) +
                            R"(","newPassword":"a third horse battery"})")
                  .status,
              401U);
}

TEST_F(ApiAddresses, IsRemovedByThePasswordAndToldOfIt) {
    ASSERT_NO_FATAL_FAILURE(verifyAddress(*ada_, "ada@example.net"));
    EXPECT_EQ(ada_->send("DELETE", "/api/v1/me/email").status, 400U);
    EXPECT_EQ(ada_->send("DELETE", "/api/v1/me/email", "{}").status, 401U);
    EXPECT_EQ(
        ada_->send("DELETE", "/api/v1/me/email", R"({"password":"wrong horse battery"})").problem().code,
        "account.wrong_credentials");
    EXPECT_EQ(ada_->get("/api/v1/me/email").as<wire::EmailAddress>().email, "ada@example.net");
    EXPECT_EQ(
        ada_->send("DELETE", "/api/v1/me/email", std::string(R"({"password":")") + kPassword + "\"}").status,
        204U);
    EXPECT_EQ(ada_->get("/api/v1/me/email").as<wire::EmailAddress>().email, std::nullopt);
    ASSERT_TRUE(smtp_.waitForMails(2));
    EXPECT_EQ(mailsTo("ada@example.net"), 2U);
    // The next ten minutes may have begun.
    EXPECT_TRUE(ask("ada@example.net").status == 429U || smtp_.waitForMails(3))
        << "no mail is promised that does not come";
}

TEST_F(ApiNotifications, BadAddressesWebhooksAndTooManyAreNamed) {
    const auto mail = [&](const std::string& address) {
        return ada_->send("PUT", "/api/v1/me/email",
                          R"({"email":")" + address + R"(","password":")" + kPassword + "\"}");
    };
    EXPECT_EQ(mail("nonsense").problem().code, "account.email");
    EXPECT_EQ(mail(R"(a@b>\r\nRCPT TO:<x@y)").problem().code, "account.email");
    EXPECT_EQ(ada_->send("PUT", "/api/v1/me/email", R"({"email":"a@b"})").status, 401U);
    for (const auto* bad : {"ftp://a/b", "nonsense", "http://user@host/", "http://"}) {
        EXPECT_EQ(ada_->send("POST", "/api/v1/me/webhooks",
                             std::string(R"({"url":")") + bad + R"(","ofChannel":false})")
                      .problem()
                      .code,
                  "webhook.url")
            << bad;
    }
    for (int i = 0; i < 10; ++i) {
        addWebhook(*ada_, "/ok");
    }
    EXPECT_EQ(
        ada_->send("POST", "/api/v1/me/webhooks", R"({"url":"http://a/","ofChannel":false})").problem().code,
        "webhook.too_many");
    const auto list = ada_->get("/api/v1/me/webhooks").as<wire::WebhookList>();
    ASSERT_EQ(list.items.size(), 10U);
    EXPECT_EQ(stage_->send("DELETE", "/api/v1/me/webhooks/" + list.items[0].id.text()).status, 404U);
    EXPECT_EQ(ada_->send("DELETE", "/api/v1/me/webhooks/" + list.items[0].id.text()).status, 204U);
    EXPECT_EQ(ada_->get("/api/v1/me/notifications?before=x").problem().field, "before");
}

TEST_F(ApiNotifications, WebhooksStayOffThisMachineUnlessTheOperatorAllows) {
    hub_.stop();
    hub_.hubOptions.community.webhooksStayPublic = true;
    hub_.start();
    RestClient ada(hub_.port());
    ada.setToken(ada_->token());
    ada_ = std::make_unique<RestClient>(ada);
    RestClient stage(hub_.port());
    stage.setToken(stage_->token());
    stage_ = std::make_unique<RestClient>(stage);
    addWebhook(*ada_, "/ok");
    adaFollows();
    goLive();
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 1; }));
    EXPECT_TRUE(receiver_.deliveries("/ok").empty());
}

}  // namespace
}  // namespace footlight::tests
