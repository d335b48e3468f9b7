#include "core/wire/security.h"

#include "core/accounts/totp.h"
#include "core/wire/channel.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

constexpr auto kPassword = "correct horse battery";

class ApiSecurity : public HubTest {
protected:
    Reply signIn(const std::string& name, const std::string& password, const std::string& more = "") {
        return client().send("POST", "/api/v1/session",
                             R"({"name":")" + name + R"(","password":")" + password + "\"" + more + "}");
    }
    Reply signInWithCode(const std::string& code) {
        return signIn("Ada", kPassword, R"(,"code":")" + code + "\"");
    }
    static std::string codeNow(const Secret& key, int later = 0) {
        return accounts::totpCode(key, toMilliseconds(SystemClock().utcNow()) / 30'000 + later);
    }
    /// Ada, whose account asks for codes of `key_` from now on.
    void switchOn(RestClient& ada) {
        const auto begun =
            ada.send("POST", "/api/v1/me/second-step", std::string(R"({"password":")") + kPassword + "\"}");
        ASSERT_EQ(begun.status, 200U) << begun.body;
        key_ = begun.as<wire::SecondStepKey>().key;
        const auto confirmed =
            ada.send("POST", "/api/v1/me/second-step/confirm", R"({"code":")" + codeNow(key_) + "\"}");
        ASSERT_EQ(confirmed.status, 200U) << confirmed.body;
        codes_ = confirmed.as<wire::RecoveryCodes>().codes;
    }

    Secret key_;
    std::vector<Secret> codes_;
};

TEST_F(ApiSecurity, SessionsAreListedAndEnded) {
    auto ada = client();
    ada.signUp("Ada");
    const auto second = signIn("Ada", kPassword, R"(,"device":"Ada's phone")").as<wire::Session>();
    const auto list = ada.get("/api/v1/me/sessions").as<wire::SessionList>();
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_NE(list.items[0].current, list.items[1].current);
    const auto& phone = list.items[0].current ? list.items[1] : list.items[0];
    EXPECT_EQ(phone.device, "Ada's phone");
    EXPECT_EQ(phone.address.size(), 16U);
    EXPECT_EQ(list.items[0].address, list.items[1].address) << "the same address, unreadable";
    EXPECT_EQ(phone.address.find("127"), std::string::npos);

    auto bob = client();
    bob.signUp("Bob");
    EXPECT_EQ(bob.send("DELETE", "/api/v1/me/sessions/" + phone.id.text()).status, 404U);
    EXPECT_EQ(ada.send("DELETE", "/api/v1/me/sessions/nonsense").problem().code, "account.unknown_session");
    EXPECT_EQ(ada.send("DELETE", "/api/v1/me/sessions/" + phone.id.text()).status, 204U);
    auto ended = client();
    ended.setToken(second.token.reveal());
    EXPECT_EQ(ended.get("/api/v1/me").status, 401U);
    EXPECT_EQ(ada.get("/api/v1/me").status, 200U);
}

/// Ada with two devices, each with a live socket.
class ApiLiveSessions : public ApiSecurity {
protected:
    ApiLiveSessions() {
        ada_.signUp("Ada");
        phone_.setToken(signIn("Ada", kPassword).as<wire::Session>().token.reveal());
        EXPECT_TRUE(adaHere_.hello(ada_.token()));
        EXPECT_TRUE(phoneHere_.hello(phone_.token()));
        EXPECT_TRUE(phoneHere_.join("Ada"));
    }
    static bool isThere(SocketClient& socket) {
        socket.send(wire::Ping{});
        return socket.next<wire::Pong>().has_value();
    }

    RestClient ada_ = client();
    RestClient phone_ = client();
    SocketClient adaHere_ = socket();
    SocketClient phoneHere_ = socket();
};

constexpr unsigned kSignedOut = 4001;

TEST_F(ApiLiveSessions, SigningOutClosesTheSocketsOfThatSession) {
    EXPECT_EQ(phone_.send("DELETE", "/api/v1/session").status, 204U);
    EXPECT_EQ(phoneHere_.closeCode(), kSignedOut);
    EXPECT_TRUE(isThere(adaHere_));
    EXPECT_EQ(client().get("/api/v1/channels/Ada").as<wire::Channel>().viewers, 0);
}

TEST_F(ApiLiveSessions, ATokenThatWasGoodAMomentAgoIsRefusedOnceItsSessionHasEnded) {
    const auto token = phone_.token();
    {
        auto again = socket();
        ASSERT_TRUE(again.hello(token)) << "known by now";
    }
    EXPECT_EQ(phone_.send("DELETE", "/api/v1/session").status, 204U);
    auto late = socket();
    EXPECT_FALSE(late.hello(token));
    EXPECT_EQ(client().get("/api/v1/channels/Ada").as<wire::Channel>().viewers, 0);
}

TEST_F(ApiLiveSessions, EndingItInTheListClosesThem) {
    for (const auto& session : ada_.get("/api/v1/me/sessions").as<wire::SessionList>().items) {
        if (!session.current) {
            EXPECT_EQ(ada_.send("DELETE", "/api/v1/me/sessions/" + session.id.text()).status, 204U);
        }
    }
    EXPECT_EQ(phoneHere_.closeCode(), kSignedOut);
    EXPECT_TRUE(isThere(adaHere_));
}

TEST_F(ApiLiveSessions, ANewPasswordClosesTheOthers) {
    const auto changed = ada_.send(
        "PUT", "/api/v1/me/password",
        std::string(R"({"password":")") + kPassword + R"(","newPassword":"another horse battery"})");
    EXPECT_EQ(changed.status, 204U) << changed.body;
    EXPECT_EQ(phoneHere_.closeCode(), kSignedOut);
    EXPECT_TRUE(isThere(adaHere_));
}

TEST_F(ApiLiveSessions, DeletingTheAccountClosesAll) {
    auto bob = client();
    bob.signUp("Bob");
    auto bobHere = socket();
    ASSERT_TRUE(bobHere.hello(bob.token()));
    const auto gone =
        bob.send("POST", "/api/v1/me/delete", std::string(R"({"password":")") + kPassword + "\"}");
    EXPECT_EQ(gone.status, 204U) << gone.body;
    EXPECT_EQ(bobHere.closeCode(), kSignedOut);
    EXPECT_TRUE(isThere(adaHere_));
    EXPECT_TRUE(isThere(phoneHere_));
}

TEST_F(ApiSecurity, ANewPasswordEndsTheOtherSessions) {
    auto ada = client();
    ada.signUp("Ada");
    auto other = client();
    other.setToken(signIn("Ada", kPassword).as<wire::Session>().token.reveal());
    const auto change = [&](const std::string& from, const std::string& to) {
        return ada.send("PUT", "/api/v1/me/password",
                        R"({"password":")" + from + R"(","newPassword":")" + to + "\"}");
    };
    EXPECT_EQ(change("wrong horse battery", "another horse battery").problem().code,
              "account.wrong_credentials");
    EXPECT_EQ(change(kPassword, "short").problem().code, "account.password");
    EXPECT_EQ(ada.send("PUT", "/api/v1/me/password", R"({"newPassword":"another horse battery"})").status,
              401U);
    EXPECT_EQ(other.get("/api/v1/me").status, 200U);
    EXPECT_EQ(change(kPassword, "another horse battery").status, 204U);
    EXPECT_EQ(other.get("/api/v1/me").status, 401U);
    EXPECT_EQ(ada.get("/api/v1/me").status, 200U);
    EXPECT_EQ(signIn("Ada", kPassword).status, 401U);
    EXPECT_EQ(signIn("Ada", "another horse battery").status, 200U);
}

TEST_F(ApiSecurity, TheOwnerWithoutAPasswordCanSetOne) {
    auto owner = client();
    const auto in =
        owner.send("POST", "/api/v1/session", std::string(R"({"ownerToken":")") + kOwnerToken + "\"}");
    owner.setToken(in.as<wire::Session>().token.reveal());
    const auto before = owner.get("/api/v1/me").as<wire::Me>();
    EXPECT_EQ(before.ownsRelay, true);
    EXPECT_EQ(before.hasPassword, false);
    EXPECT_EQ(owner.send("PUT", "/api/v1/me/password", R"({"newPassword":"another horse battery"})").status,
              204U);
    EXPECT_EQ(owner.get("/api/v1/me").as<wire::Me>().hasPassword, true);
    EXPECT_EQ(signIn(before.user.name, "another horse battery").status, 200U);
}

TEST_F(ApiSecurity, TheSecondStepAsksForACodeThatIsTakenOnce) {
    auto ada = client();
    ada.signUp("Ada");
    ASSERT_NO_FATAL_FAILURE(switchOn(ada));
    EXPECT_EQ(ada.get("/api/v1/me").as<wire::Me>().secondStep, true);
    EXPECT_EQ(signIn("Ada", "wrong horse battery").problem().code, "account.wrong_credentials");
    EXPECT_EQ(signIn("Ada", kPassword).problem().code, "account.second_step");
    const auto code = codeNow(key_, 1);
    EXPECT_EQ(signInWithCode(code).status, 200U);
    const auto replayed = signInWithCode(code);
    EXPECT_EQ(replayed.status, 401U);
    EXPECT_EQ(replayed.problem().code, "account.wrong_code");
}

TEST_F(ApiSecurity, WrongCodesAreThrottledAsWrongPasswordsAre) {
    auto ada = client();
    ada.signUp("Ada");
    ASSERT_NO_FATAL_FAILURE(switchOn(ada));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(signInWithCode("x").problem().code, "account.wrong_code");
    }
    EXPECT_EQ(signInWithCode(codes_[0].reveal()).problem().code, "account.too_many_tries");
}

TEST_F(ApiSecurity, ARecoveryCodeWorksOnceAndTheStepCanBeSwitchedOff) {
    auto ada = client();
    ada.signUp("Ada");
    ASSERT_NO_FATAL_FAILURE(switchOn(ada));
    ASSERT_EQ(codes_.size(), 10U);
    EXPECT_EQ(signInWithCode(codes_[3].reveal()).status, 200U);
    EXPECT_EQ(signInWithCode(codes_[3].reveal()).status, 401U);
    const auto off = [&](const std::string& code) {
        return ada.send("POST", "/api/v1/me/second-step/off",
                        std::string(R"({"password":")") + kPassword + R"(","code":")" + code + "\"}");
    };
    EXPECT_EQ(off("nonsense").problem().code, "account.wrong_code");
    EXPECT_EQ(off(codes_[4].reveal()).status, 204U);
    EXPECT_EQ(signIn("Ada", kPassword).status, 200U);
    EXPECT_EQ(ada.get("/api/v1/me").as<wire::Me>().secondStep, false);
}

TEST_F(ApiSecurity, TheSecondStepBeginsByTheRightPasswordAndCodeOnly) {
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("POST", "/api/v1/me/second-step", R"({"password":"wrong"})").status, 401U);
    EXPECT_EQ(ada.send("POST", "/api/v1/me/second-step/confirm", R"({"code":"123456"})").problem().code,
              "account.second_step_off");
    const auto begun =
        ada.send("POST", "/api/v1/me/second-step", std::string(R"({"password":")") + kPassword + "\"}");
    ASSERT_EQ(begun.status, 200U);
    EXPECT_EQ(ada.send("POST", "/api/v1/me/second-step/confirm", R"({"code":"x"})").problem().code,
              "account.wrong_code");
    EXPECT_EQ(signIn("Ada", kPassword).status, 200U) << "not on until a code was right";
}

TEST_F(ApiSecurity, TheSecondStepOutlivesARestart) {
    auto ada = client();
    ada.signUp("Ada");
    ASSERT_NO_FATAL_FAILURE(switchOn(ada));
    hub_.stop();
    hub_.start();
    EXPECT_EQ(signIn("Ada", kPassword).problem().code, "account.second_step");
    EXPECT_EQ(signInWithCode(codeNow(key_, 1)).status, 200U);
}

/// A hub that nobody's app has started.
class ApiSignUp : public testing::Test {
protected:
    ApiSignUp() { hub_.hubOptions.ownerToken.reset(); }

    void start(relay::hub::SignUpMode mode) {
        hub_.hubOptions.signUp = mode;
        hub_.start();
    }
    Reply signUp(const std::string& name, const std::string& invitation = "") {
        const auto more = invitation.empty() ? "" : R"(,"invitation":")" + invitation + "\"";
        return RestClient(hub_.port())
            .send("POST", "/api/v1/users",
                  R"({"name":")" + name + R"(","password":"correct horse battery")" + more + "}");
    }

    HubProcess hub_;
};

TEST_F(ApiSignUp, TheFirstAccountOwnsTheRelayAndTheSecondDoesNot) {
    start(relay::hub::SignUpMode::Open);
    RestClient first(hub_.port());
    first.signUp("First");
    RestClient second(hub_.port());
    second.signUp("Second");
    EXPECT_EQ(first.get("/api/v1/me").as<wire::Me>().ownsRelay, true);
    EXPECT_EQ(second.get("/api/v1/me").as<wire::Me>().ownsRelay, false);
    EXPECT_EQ(second.send("POST", "/api/v1/invitations").problem().code, "relay.not_yours");
    EXPECT_EQ(first.send("POST", "/api/v1/invitations").status, 201U);
}

TEST_F(ApiSignUp, AnInvitationLetsOnePersonIn) {
    start(relay::hub::SignUpMode::Invite);
    RestClient owner(hub_.port());
    owner.signUp("First");
    EXPECT_EQ(signUp("Ada").problem().code, "account.invitation");
    const auto code = owner.send("POST", "/api/v1/invitations").as<wire::Invitation>().code.reveal();
    EXPECT_EQ(signUp("First", code).problem().code, "account.name_taken") << "and the invitation stays good";
    EXPECT_EQ(signUp("Ada", code).status, 201U);
    EXPECT_EQ(signUp("Bob", code).problem().code, "account.invitation");
    EXPECT_EQ(signUp("Bob", "made-up").status, 403U);
}

TEST_F(ApiSignUp, AClosedRelayTakesItsOwnerAlone) {
    start(relay::hub::SignUpMode::Closed);
    EXPECT_EQ(signUp("First").status, 201U);
    const auto refused = signUp("Ada");
    EXPECT_EQ(refused.status, 403U);
    EXPECT_EQ(refused.problem().code, "account.sign_up_closed");
}

}  // namespace
}  // namespace footlight::tests
