#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <algorithm>

#include "tests/support/temp_dir.h"
#include "tests/ui/people/people_fixture.h"
#include "tests/ui/support/controls.h"
#include "ui/people/account_page.h"
#include "ui/people/account_state.h"
#include "ui/people/data_section.h"
#include "ui/people/delete_account_dialog.h"
#include "ui/people/email_section.h"
#include "ui/people/qr_view.h"
#include "ui/people/second_step_dialog.h"
#include "ui/people/second_step_off_dialog.h"
#include "ui/people/sign_in_dialog.h"
#include "ui/pictures/picture_store.h"
#include "ui/widgets/confirm_dialog.h"

namespace footlight::people {
namespace {

using tests::eventually;

class AnAccountPage : public WithAHub {
protected:
    void SetUp() override {
        WithAHub::SetUp();
        me.user.name = "anna";
        me.channel = "anna";
        me.hasPassword = true;
        me.ownsRelay = true;
        me.secondStep = false;
        wire::SessionInfo here;
        here.id = SessionId::make(kSomeTime);
        here.device = "Footlight on anna-pc (Debian GNU/Linux 12)";
        here.createdAt = here.lastUsedAt = here.expiresAt = kSomeTime;
        here.current = true;
        there = here;
        here.ownApp = true;
        there.id = SessionId::make(kSomeTime);
        there.device = "Footlight on the-laptop";
        there.address = "4f1c";
        there.current = false;
        hub.answer("GET /me/sessions", {200, wire::toJson(wire::SessionList{{here, there}})});
        hub.answer("GET /me/email", {200, wire::toJson(wire::EmailAddress{"anna@example.org"})});
        answerMe();
        page.resize(1200, 664);
        page.show();
    }
    void answerMe() { hub.answer("GET /me", {200, wire::toJson(me)}); }
    void signInAndWait() {
        signIn();
        ASSERT_TRUE(eventually([this] { return state.me().has_value(); }));
        ASSERT_TRUE(eventually(
            [this] { return named<QAbstractButton>(page, "End the sign-in of Footlight on the-laptop"); }));
    }

    FakeKeeper keeper{relay};
    AccountState state{relay, keeper};
    wire::Me me;
    wire::SessionInfo there;
    pictures::Pictures pictures{relay.api()};
    AccountPage page{state, pictures.faces};
};

TEST_F(AnAccountPage, LetsAGuestSignInWithTheCodeThatTheRelayAsksFor) {
    shoot(page, QStringLiteral("account-guest"));
    hub.answer("POST /session", {401, problemJson(401, "account.second_step", "A code, please.")});
    press(page, "Sign in");
    auto* dialog = page.window()->findChild<SignInDialog*>();
    ASSERT_NE(dialog, nullptr);
    type(*dialog, "Name", "anna");
    type(*dialog, "Password", "password");
    shoot(*dialog, QStringLiteral("sign-in"));
    press(*dialog, "Sign in");
    ASSERT_TRUE(eventually([&] { return dialog->step() == SignInDialog::Step::SecondStep; }));
    EXPECT_EQ(named<QLineEdit>(*dialog, "Password"), nullptr);
    hub.answer("POST /session", {401, problemJson(401, "account.wrong_code", "That code is not right.")});
    type(*dialog, "Code", "000000");
    press(*dialog, "Sign in");
    ASSERT_TRUE(eventually([&] {
        const auto* code = named<QLineEdit>(*dialog, "Code");
        return code != nullptr && code->accessibleDescription() == QStringLiteral("That code is not right.");
    }));
    shoot(*dialog, QStringLiteral("sign-in-wrong-code"));
    const wire::Session session{Secret("t-1"), kSomeTime, {UserId::make(kSomeTime), "anna"}, "anna"};
    hub.answer("POST /session", {200, wire::toJson(session)});
    type(*dialog, "Code", "123456");
    press(*dialog, "Sign in");
    ASSERT_TRUE(eventually([this] { return state.me().has_value(); }));
    const auto sent = wire::parse<wire::SignInRequest>(last("POST", "/session").body);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->code, "123456");
}

TEST_F(AnAccountPage, MakesAnAccountByInvitationAndSaysWhatIsWrongAtItsField) {
    hub.answer("POST /users", {403, problemJson(403, "account.invitation", "This invitation was used.")});
    SignInDialog dialog(state, QStringLiteral("relay.example"));
    dialog.show();
    press(dialog, "Make an account");
    type(dialog, "Name", "berta");
    type(dialog, "Password", "password");
    type(dialog, "Invitation", "abc");
    press(dialog, "Make the account");
    ASSERT_TRUE(eventually([&] {
        return named<QLineEdit>(dialog, "Invitation")->accessibleDescription() ==
               QStringLiteral("This invitation was used.");
    }));
    const auto sent = wire::parse<wire::SignUpRequest>(last("POST", "/users").body);
    ASSERT_TRUE(sent && sent->invitation);
    EXPECT_EQ(sent->invitation->reveal(), "abc");
}

TEST_F(AnAccountPage, SetsAForgottenPasswordByTheCodeOfAMail) {
    hub.answer("POST /password/forgotten", {202, ""});
    hub.answer("POST /password/reset", {401, problemJson(401, "account.wrong_code", "Used already.")});
    SignInDialog dialog(state, QStringLiteral("relay.example"));
    dialog.show();
    press(dialog, "Password forgotten");
    type(dialog, "E-mail address", "anna@example.org");
    press(dialog, "Send the code");
    ASSERT_TRUE(eventually([&] { return dialog.step() == SignInDialog::Step::Reset; }));
    type(dialog, "Code from the mail", "c0de");
    type(dialog, "New password", "a new password");
    press(dialog, "Set the password");
    ASSERT_TRUE(eventually([&] {
        return named<QLineEdit>(dialog, "Code from the mail")->accessibleDescription() ==
               QStringLiteral("Used already.");
    }));
    hub.answer("POST /password/reset", {204, ""});
    press(dialog, "Set the password");
    ASSERT_TRUE(eventually([&] { return dialog.step() == SignInDialog::Step::SignIn; }));
}

TEST_F(AnAccountPage, ListsSessionsAndEndsOneAndAllOthers) {
    signInAndWait();
    shoot(page, QStringLiteral("account"));
    const auto labels = page.findChildren<QLabel*>();
    EXPECT_EQ(std::count_if(labels.begin(), labels.end(),
                            [](const QLabel* each) {
                                return each->text().contains(QStringLiteral("the app that runs this relay"));
                            }),
              1);
    hub.answer("DELETE /me/sessions/" + there.id.text(), {204, ""});
    press(page, "End the sign-in of Footlight on the-laptop");
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/me/sessions/" + there.id.text()); }));
    EXPECT_EQ(named<QAbstractButton>(page, "End the sign-in of Footlight on anna-pc (Debian GNU/Linux 12)"),
              nullptr)
        << "this one ends by signing out";
    hub.answer("DELETE /me/sessions", {204, ""});
    press(page, "End all other sign-ins");
    auto* question = page.findChild<widgets::ConfirmDialog*>();
    ASSERT_NE(question, nullptr);
    EXPECT_FALSE(wasAsked("DELETE", "/me/sessions"));
    question->accept();
    ASSERT_TRUE(eventually([this] { return wasAsked("DELETE", "/me/sessions"); }));
}

TEST_F(AnAccountPage, KeepsTheRowsOfSessionsWhileNothingChanges) {
    signInAndWait();
    const auto asked = [this] {
        const auto& all = hub.requests();
        return std::count_if(all.begin(), all.end(),
                             [](const auto& each) { return each.target == "/api/v1/me/sessions"; });
    };
    const auto before = asked();
    const QPointer<QAbstractButton> end =
        named<QAbstractButton>(page, "End the sign-in of Footlight on the-laptop");
    std::optional<bool> answered;
    state.refresh();
    ASSERT_TRUE(eventually([&] { return asked() > before; }));
    state.security().fetchSessions({&page, [&](const auto& sessions) { answered = sessions.has_value(); }});
    ASSERT_TRUE(eventually([&] { return answered.has_value(); }));
    EXPECT_FALSE(end.isNull()) << "it was taken away under the pointer";
}

TEST_F(AnAccountPage, ChangesThePasswordAndSaysAtThePresentOneThatItIsWrong) {
    signInAndWait();
    hub.answer("PUT /me/password", {401, problemJson(401, "account.wrong_credentials", "That is not it.")});
    type(page, "Present password", "wrong");
    type(page, "New password", "much longer");
    press(page, "Change the password");
    ASSERT_TRUE(eventually([this] {
        return named<QLineEdit>(page, "Present password")->accessibleDescription() ==
               QStringLiteral("That is not it.");
    }));
    EXPECT_TRUE(relay.api().session().has_value());
    hub.answer("PUT /me/password", {204, ""});
    type(page, "Present password", "right");
    press(page, "Change the password");
    ASSERT_TRUE(eventually([this] { return keeper.passwordChanges == 1; }));
    EXPECT_EQ(last("PUT", "/me/password").body, R"({"password":"right","newPassword":"much longer"})");
}

TEST_F(AnAccountPage, AsksForNoPasswordThatTheAppMadeAndKeeps) {
    keeper.kept = Secret("made by the app");
    signInAndWait();
    EXPECT_EQ(named<QLineEdit>(page, "Present password"), nullptr);
    hub.answer("PUT /me/password", {204, ""});
    type(page, "New password", "my own");
    press(page, "Change the password");
    ASSERT_TRUE(eventually([this] { return keeper.passwordChanges == 1; }));
    EXPECT_EQ(last("PUT", "/me/password").body, R"({"password":"made by the app","newPassword":"my own"})");
}

TEST_F(AnAccountPage, TurnsTheSecondStepOnWithAPictureOfTheKeyAndShowsTheRecoveryCodes) {
    signInAndWait();
    press(page, "Turn the second step on");
    auto* dialog = page.findChild<SecondStepDialog*>();
    ASSERT_NE(dialog, nullptr);
    const wire::SecondStepKey key{Secret("JBSWY3DPEHPK3PXP"),
                                  Secret("otpauth://totp/Attic:anna?secret=JBSWY3DPEHPK3PXP&issuer=Attic")};
    hub.answer("POST /me/second-step", {200, wire::toJson(key)});
    type(*dialog, "Password", "password");
    press(*dialog, "Go on");
    ASSERT_TRUE(eventually([&] { return named<QLineEdit>(*dialog, "Code of the app") != nullptr; }));
    EXPECT_EQ(named<QLineEdit>(*dialog, "Key")->text(), QStringLiteral("JBSWY3DPEHPK3PXP"));
    shoot(*dialog, QStringLiteral("second-step-key"));
    const wire::RecoveryCodes codes{{Secret("aaaa-bbbb"), Secret("cccc-dddd")}};
    hub.answer("POST /me/second-step/confirm", {200, wire::toJson(codes)});
    me.secondStep = true;
    answerMe();
    type(*dialog, "Code of the app", "123456");
    press(*dialog, "Turn on");
    ASSERT_TRUE(eventually([&] { return named<QLabel>(*dialog, "Recovery codes") != nullptr; }));
    shoot(*dialog, QStringLiteral("second-step-codes"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->close()) << "they are never shown again";
    ASSERT_TRUE(dialog->isVisible());
    press(*dialog, "Copy the recovery codes");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("aaaa-bbbb\ncccc-dddd"));
    press(*dialog, "I have kept them");
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Turn the second step off"); }));
}

TEST_F(AnAccountPage, TurnsTheSecondStepOffWithPasswordAndCode) {
    me.secondStep = true;
    answerMe();
    signInAndWait();
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Turn the second step off"); }));
    press(page, "Turn the second step off");
    auto* dialog = page.findChild<SecondStepOffDialog*>();
    ASSERT_NE(dialog, nullptr);
    hub.answer("POST /me/second-step/off", {401, problemJson(401, "account.wrong_code", "Not that code.")});
    type(*dialog, "Password", "password");
    type(*dialog, "Code of the app", "000000");
    press(*dialog, "Turn off");
    ASSERT_TRUE(eventually([&] {
        return named<QLineEdit>(*dialog, "Code of the app")->accessibleDescription() ==
               QStringLiteral("Not that code.");
    }));
    hub.answer("POST /me/second-step/off", {204, ""});
    press(*dialog, "Turn off");
    ASSERT_TRUE(eventually([&] { return !dialog->isVisible(); }));
}

TEST_F(AnAccountPage, VerifiesANewAddressByItsCode) {
    signInAndWait();
    hub.answer("PUT /me/email", {202, ""});
    hub.answer("POST /email/verify", {204, ""});
    type(page, "New address", "new@example.org");
    press(page, "Send a code");
    ASSERT_TRUE(eventually([this] { return named<QLineEdit>(page, "Code from the mail") != nullptr; }));
    type(page, "Code from the mail", "c0de");
    press(page, "Verify the address");
    ASSERT_TRUE(eventually([this] { return wasAsked("POST", "/email/verify"); }));
    ASSERT_TRUE(eventually([this] { return named<QLineEdit>(page, "Code from the mail") == nullptr; }));
}

TEST_F(AnAccountPage, RemovesTheAddressByThePassword) {
    signInAndWait();
    ASSERT_TRUE(eventually([this] { return named<QAbstractButton>(page, "Remove the address") != nullptr; }));
    hub.answer("DELETE /me/email", {401, problemJson(401, "account.wrong_credentials", "Not that one.")});
    press(page, "Remove the address");
    auto* section = page.findChild<EmailSection*>();
    ASSERT_NE(section, nullptr);
    ASSERT_TRUE(eventually([&] {
        return named<QLineEdit>(*section, "Password")->accessibleDescription() ==
               QStringLiteral("Not that one.");
    }));
    hub.answer("DELETE /me/email", {204, ""});
    type(*section, "Password", "password");
    press(page, "Remove the address");
    ASSERT_TRUE(eventually([&] { return named<QLineEdit>(*section, "Password")->text().isEmpty(); }));
}

TEST_F(AnAccountPage, ForgetsWhatWasTypedAndShownOnceSomebodyElseIsSignedIn) {
    signInAndWait();
    hub.answer("PUT /me/email", {202, ""});
    hub.answer("POST /invitations", {201, wire::toJson(wire::Invitation{Secret("annas-code"), kSomeTime})});
    type(page, "Present password", "annas password");
    type(page, "New password", "annas next one");
    type(page, "New address", "new@example.org");
    press(page, "Send a code");
    ASSERT_TRUE(eventually([this] { return named<QLineEdit>(page, "Code from the mail") != nullptr; }));
    type(page, "Code from the mail", "c0de");
    press(page, "Make an invitation");
    const auto holds = [this](const QString& text) {
        for (const auto* line : page.findChildren<QLineEdit*>()) {
            if (line->text().contains(text)) {
                return true;
            }
        }
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->text().contains(text)) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(eventually([&] { return holds(QStringLiteral("annas-code")); }));
    ASSERT_TRUE(holds(QStringLiteral("new@example.org")));
    // Asked by anna, answered once she has gone.
    hub.answer("GET /me/email", {200, wire::toJson(wire::EmailAddress{"annas-second@example.org"})});
    state.refresh();
    ASSERT_TRUE(eventually([this] { return state.me().has_value(); }));
    relay.api().signOut();
    std::optional<Result<wire::RelayInfo>> later;
    relay.api().fetchRelay({&page, [&](const auto& info) { later.emplace(info); }});
    ASSERT_TRUE(eventually([&] { return later.has_value(); }));
    for (const auto* secret :
         {"annas password", "annas next one", "new@example.org", "annas-second", "c0de", "annas-code"}) {
        EXPECT_FALSE(holds(QLatin1String(secret))) << secret;
    }
    EXPECT_EQ(named<QLineEdit>(page, "Code from the mail"), nullptr);
}

TEST_F(AnAccountPage, DeletesTheAccountOnlyAfterAQuestionThatNamesIt) {
    signInAndWait();
    press(page, "Delete the account");
    auto* dialog = page.findChild<DeleteAccountDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->accessibleName().contains(QStringLiteral("anna")));
    hub.answer("POST /me/delete", {409, problemJson(409, "account.on_air", "End the broadcast first.")});
    type(*dialog, "Password", "password");
    shoot(*dialog, QStringLiteral("delete-account"));
    press(*dialog, "Delete anna");
    ASSERT_TRUE(eventually([&] {
        for (const auto* label : dialog->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == QStringLiteral("End the broadcast first.")) {
                return true;
            }
        }
        return false;
    }));
    EXPECT_EQ(keeper.deletions, 0);
    hub.answer("POST /me/delete", {204, ""});
    press(*dialog, "Delete anna");
    ASSERT_TRUE(eventually([this] { return keeper.deletions == 1; }));
}

TEST_F(AnAccountPage, SavesTheDataAsItCame) {
    signInAndWait();
    hub.answer("GET /me/data", {200, R"({"user":"anna"})"});
    const tests::TempDir folder;
    const auto path = QString::fromStdString((folder / "anna.json").string());
    page.data().save(path);
    ASSERT_TRUE(eventually([&] { return QFile::exists(path); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray(R"({"user":"anna"})"));
}

TEST_F(AnAccountPage, TabReachesEveryControlAndEachHasAName) {
    signInAndWait();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    const auto reached = ui_tests::reachedByTab(page);
    for (QWidget* control : ui_tests::controlsOf(page)) {
        EXPECT_TRUE(reached.contains(control)) << ui_tests::nameOf(*control);
        EXPECT_FALSE(control->accessibleName().isEmpty()) << ui_tests::nameOf(*control);
    }
}

TEST(QrModules, HoldTheFinderPatternsWithinAQuietZone) {
    const QImage image = qrModules("otpauth://totp/x?secret=ABC");
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image.width(), image.height());
    EXPECT_EQ(qGray(image.pixel(3, 3)), 255);
    EXPECT_EQ(qGray(image.pixel(4, 4)), 0);
    EXPECT_EQ(qGray(image.pixel(5, 5)), 255);
    EXPECT_EQ(qGray(image.pixel(7, 7)), 0);
    EXPECT_TRUE(qrModules(std::string(5'000, 'x')).isNull());
}

}  // namespace
}  // namespace footlight::people
