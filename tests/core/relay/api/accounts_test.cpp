#include "core/wire/security.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

class ApiAccounts : public HubTest {
protected:
    Reply signIn(const std::string& name, const std::string& password) {
        return client().send("POST", "/api/v1/session",
                             R"({"name":")" + name + R"(","password":")" + password + R"("})");
    }
    Reply signInAsOwner(const std::string& token, const std::string& device = "an app") {
        return client().send("POST", "/api/v1/session",
                             R"({"ownerToken":")" + token + R"(","device":")" + device + R"("})");
    }
};

TEST_F(ApiAccounts, SignUpGivesASessionAndAChannel) {
    auto ada = client();
    const auto session = ada.signUp("Ada");
    EXPECT_EQ(session.user.name, "Ada");
    EXPECT_EQ(session.channel, "Ada");
    const auto me = ada.get("/api/v1/me").as<wire::Me>();
    EXPECT_EQ(me.user, session.user);
    EXPECT_EQ(ada.get("/api/v1/channels/ada").status, 200U);
}

TEST_F(ApiAccounts, TheSessionsOfTheOwnAppsFormerStartsAreReplaced) {
    const auto sessions = [this](const std::string& token) {
        auto owner = client();
        owner.setToken(token);
        return owner.get("/api/v1/me/sessions").as<wire::SessionList>().items;
    };
    auto token = signInAsOwner(kOwnerToken).as<wire::Session>().token;
    auto another = client();
    another.setToken(token.reveal());
    EXPECT_EQ(another.send("PUT", "/api/v1/me/password", R"({"newPassword":"correct horse battery"})").status,
              204U);
    EXPECT_EQ(signIn("adalovelace", "correct horse battery").status, 200U);
    EXPECT_EQ(sessions(token.reveal()).size(), 2U);
    EXPECT_EQ(signInAsOwner(kOwnerToken).status, 200U);
    EXPECT_EQ(sessions(token.reveal()).size(), 3U) << "of this start they stay: two programs may have one";
    for (const auto* device : {"Footlight on x", "Footlight auf x", "Footlight on x"}) {
        hub_.stop();
        hub_.start();
        token = signInAsOwner(kOwnerToken, device).as<wire::Session>().token;
        const auto list = sessions(token.reveal());
        ASSERT_EQ(list.size(), 2U) << "that with the password, and this one";
        for (const auto& one : list) {
            EXPECT_EQ(one.ownApp.value_or(false), one.current);
            EXPECT_EQ(one.device == device, one.current) << "as it calls itself";
        }
    }
}

TEST_F(ApiAccounts, ANameThatIsTakenIsAConflict) {
    static_cast<void>(signUp("Ada"));
    const auto reply =
        client().send("POST", "/api/v1/users", R"({"name":"ADA","password":"correct horse battery"})");
    EXPECT_EQ(reply.status, 409U);
    EXPECT_EQ(reply.problem().code, "account.name_taken");
}

TEST_F(ApiAccounts, WhatIsWrongWithASignUpIsNamed) {
    const auto codeOf = [this](const std::string& body) {
        const auto reply = client().send("POST", "/api/v1/users", body);
        EXPECT_EQ(reply.status, 400U);
        const auto problem = reply.problem();
        return problem.code + "/" + problem.field.value_or("");
    };
    EXPECT_EQ(codeOf(R"({"name":"a b c","password":"correct horse battery"})"), "account.name/");
    EXPECT_EQ(codeOf(R"({"name":"Ada","password":"short"})"), "account.password/");
    EXPECT_EQ(codeOf(R"({"name":"Ada"})"), "request.invalid/password");
    EXPECT_EQ(codeOf("nonsense"), "request.invalid/");
    EXPECT_EQ(codeOf(std::string(40, '[')), "request.invalid/");
}

TEST_F(ApiAccounts, SignInTakesTheRightPasswordOnly) {
    static_cast<void>(signUp("Ada"));
    EXPECT_EQ(signIn("ada", "correct horse battery").status, 200U);
    const auto wrong = signIn("Ada", "wrong horse battery");
    const auto unknown = signIn("Nobody", "wrong horse battery");
    EXPECT_EQ(wrong.status, 401U);
    EXPECT_EQ(wrong.problem().code, "account.wrong_credentials");
    EXPECT_EQ(unknown.body, wrong.body) << "nobody learns which names exist";
}

TEST_F(ApiAccounts, TheSixthWrongPasswordIsRefusedAndSoIsTheRightOneThen) {
    auto ada = client();
    ada.signUp("Ada");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(signIn("Ada", "wrong horse battery").status, 401U);
    }
    const auto refused = signIn("Ada", "correct horse battery");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.problem().code, "account.too_many_tries");
    EXPECT_EQ(ada.get("/api/v1/me").status, 200U) << "a session that exists is untouched";
}

TEST_F(ApiAccounts, WrongPasswordsFromThisMachineLockOutNobodyElse) {
    static_cast<void>(signUp("Ada"));
    for (int i = 0; i < 25; ++i) {
        EXPECT_EQ(signIn("nobody" + std::to_string(i), "wrong horse battery").status, 401U);
    }
    EXPECT_EQ(signIn("Ada", "correct horse battery").status, 200U) << "they may all be behind a proxy";
}

TEST_F(ApiAccounts, WrongPasswordsFromOneAddressAreCounted) {
    static_cast<void>(signUp("Ada"));
    hub_.stop();
    hub_.hubOptions.loopbackExempt = false;
    hub_.start();
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(signIn("nobody" + std::to_string(i), "wrong horse battery").status, 401U);
    }
    EXPECT_EQ(signIn("Ada", "correct horse battery").problem().code, "account.too_many_tries");
}

TEST_F(ApiAccounts, OneAddressMakesSoManyAccountsAnHour) {
    hub_.stop();
    hub_.hubOptions.loopbackExempt = false;
    hub_.hubOptions.signUpsPerHour = 2;
    hub_.start();
    static_cast<void>(signUp("Ada"));
    EXPECT_EQ(
        client().send("POST", "/api/v1/users", R"({"name":"ADA","password":"correct horse battery"})").status,
        409U)
        << "nothing was made: it does not count";
    static_cast<void>(signUp("Bob"));
    const auto refused =
        client().send("POST", "/api/v1/users", R"({"name":"Carl","password":"correct horse battery"})");
    EXPECT_EQ(refused.status, 429U);
    EXPECT_EQ(refused.problem().code, "account.too_many_sign_ups");
    EXPECT_EQ(signIn("Ada", "correct horse battery").status, 200U);
}

TEST_F(ApiAccounts, WhoIsLockedOutFromAfarStillConfirmsWhereTheyAreSignedIn) {
    auto ada = client();
    ada.signUp("Ada");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(signIn("Ada", "wrong horse battery").status, 401U);
    }
    EXPECT_EQ(signIn("Ada", "correct horse battery").status, 429U);
    const auto change = [&ada](const std::string& from) {
        return ada.send("PUT", "/api/v1/me/password",
                        R"({"password":")" + from + R"(","newPassword":"another horse battery"})");
    };
    EXPECT_EQ(change("correct horse battery").status, 204U) << "RELIABILITY L20: a session is untouched";
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(change("wrong horse battery").status, 401U);
    }
    EXPECT_EQ(change("another horse battery").status, 429U) << "whoever has stolen it may not guess on";
}

TEST_F(ApiAccounts, SignOutMakesTheTokenWorthless) {
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("DELETE", "/api/v1/session").status, 204U);
    const auto reply = ada.get("/api/v1/me");
    EXPECT_EQ(reply.status, 401U);
    EXPECT_EQ(reply.problem().code, "account.sign_in_needed");
    EXPECT_EQ(reply.headers.at("WWW-Authenticate"), "Bearer");
}

TEST_F(ApiAccounts, TheOwnersTokenLetsTheOwnerInAndIsTheSameAccountEachTime) {
    const auto first = signInAsOwner(kOwnerToken);
    ASSERT_EQ(first.status, 200U);
    EXPECT_EQ(first.as<wire::Session>().user.name, "adalovelace");
    hub_.stop();
    hub_.start();
    EXPECT_EQ(signInAsOwner(kOwnerToken).as<wire::Session>().user, first.as<wire::Session>().user);
    EXPECT_EQ(signInAsOwner("another token").status, 401U);
    EXPECT_EQ(signIn("adalovelace", "").status, 400U);
    EXPECT_EQ(signIn("adalovelace", "correct horse battery").status, 401U) << "the owner has no password";
}

TEST_F(ApiAccounts, TheOwnerGetsAnotherNameWhereTheirsIsTaken) {
    static_cast<void>(signUp("AdaLovelace"));
    EXPECT_EQ(signInAsOwner(kOwnerToken).as<wire::Session>().user.name, "adalovelace-2");
}

TEST_F(ApiAccounts, AnAnswerIsNeverCached) {
    EXPECT_EQ(signInAsOwner(kOwnerToken).headers.at("Cache-Control"), "no-store");
}

TEST_F(ApiAccounts, ASessionOutlivesARestart) {
    auto ada = client();
    const auto session = ada.signUp("Ada");
    hub_.stop();
    hub_.start();
    auto again = client();
    again.setToken(session.token.reveal());
    EXPECT_EQ(again.get("/api/v1/me").status, 200U);
}

}  // namespace
}  // namespace footlight::tests
