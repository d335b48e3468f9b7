// Oneself and others, in the app's own window against the real relay: a password of one's own, the second
// step and signing in with it, a notification that arrives by itself, and a channel that is followed.
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>

#include "tests/e2e/app/app_on_a_relay.h"
#include "tests/support/relay_owner.h"
#include "ui/people/bell_button.h"
#include "ui/people/second_step_dialog.h"
#include "ui/people/sign_in_dialog.h"

namespace footlight::tests {
namespace {

constexpr auto kPassword = "a password of my own";

class People : public AppOnARelay {
protected:
    void choose(const char* action) {
        for (QAction* each : window().identityMenu().actions()) {
            if (each->text() == QLatin1String(action) && each->isVisible()) {
                each->trigger();
                return;
            }
        }
        FAIL() << "no " << action << " in the menu";
    }
    QLineEdit* lineOf(QWidget& root, const char* name) {
        for (auto* line : root.findChildren<QLineEdit*>()) {
            if (line->isVisible() && line->accessibleName() == QLatin1String(name)) {
                return line;
            }
        }
        return nullptr;
    }
    void type(QWidget& root, const char* name, const QString& text) {
        ASSERT_TRUE(eventually([&] { return lineOf(root, name) != nullptr; })) << name;
        auto* line = lineOf(root, name);
        line->clear();
        QTest::keyClicks(line, text);
    }
    template <typename Dialog>
    Dialog* dialog() {
        Dialog* found = nullptr;
        EXPECT_TRUE(eventually([&] {
            for (auto* each : window().findChildren<Dialog*>()) {
                found = each->isVisible() ? each : found;
            }
            return found != nullptr;
        }));
        return found;
    }
    static QString codeFor(const QString& key) {
        Process oathtool({"oathtool", "--totp", "-b", key.toStdString()});
        // Its end may be known before its last words.
        EXPECT_TRUE(eventually([&] { return oathtool.output().size() > 6; }));
        return QString::fromStdString(oathtool.output()).trimmed();
    }
    /// Anna chooses a password and turns the second step on; a recovery code.
    QString turnSecondStepOn() {
        choose("Account");
        type(window(), "New password", QString::fromLatin1(kPassword));
        EXPECT_TRUE(press("Change the password"));
        EXPECT_TRUE(eventually([&] { return lineOf(window(), "Present password") != nullptr; }))
            << "from now on a person knows it, and is asked for it";
        EXPECT_TRUE(press("Turn the second step on"));
        auto* steps = dialog<people::SecondStepDialog>();
        type(*steps, "Password", QString::fromLatin1(kPassword));
        EXPECT_TRUE(press("Go on", steps));
        EXPECT_TRUE(eventually([&] { return lineOf(*steps, "Key") != nullptr; }));
        type(*steps, "Code of the app", codeFor(lineOf(*steps, "Key")->text()));
        EXPECT_TRUE(press("Turn on", steps));
        QLabel* codes = nullptr;
        EXPECT_TRUE(eventually([&] { return (codes = named<QLabel>("Recovery codes")) != nullptr; }))
            << lineOf(*steps, "Code of the app")->accessibleDescription().toStdString() << relay_.output();
        if (codes == nullptr) {
            return {};
        }
        const QString first = codes->text().section(QLatin1Char('\n'), 0, 0);
        EXPECT_TRUE(press("I have kept them", steps));
        EXPECT_TRUE(
            eventually([&] { return named<QAbstractButton>("Turn the second step off") != nullptr; }));
        return first;
    }
};

}  // namespace

TEST_F(People, SignInWithASecondStep) {
    const QString recoveryCode = turnSecondStepOn();
    ASSERT_FALSE(recoveryCode.isEmpty());
    choose("Sign out");
    ASSERT_TRUE(eventually([&] { return !context_.client.api().session(); }));
    choose("Sign in");
    auto* signIn = dialog<people::SignInDialog>();
    ASSERT_NE(signIn, nullptr);
    type(*signIn, "Name", QStringLiteral("anna"));
    type(*signIn, "Password", QString::fromLatin1(kPassword));
    ASSERT_TRUE(press("Sign in", signIn));
    ASSERT_TRUE(eventually([&] { return signIn->step() == people::SignInDialog::Step::SecondStep; }))
        << relay_.output();
    type(*signIn, "Code", recoveryCode);
    ASSERT_TRUE(press("Sign in", signIn));
    ASSERT_TRUE(eventually([&] { return context_.client.api().session().has_value(); })) << relay_.output();
    EXPECT_EQ(channel(), QStringLiteral("anna"));
}

TEST_F(People, HearsOfAFollowerAndFollowsBack) {
    const RelayOwner berta(relay_.hubAddress(), "Berta");
    ASSERT_FALSE(berta.token().empty());
    ASSERT_EQ(berta.api("PUT", "/channels/anna/follow").status, 204);
    auto* bell = window().findChild<people::BellButton*>();
    ASSERT_NE(bell, nullptr);
    ASSERT_TRUE(eventually([&] { return bell->accessibleName().contains(QLatin1Char('1')); }))
        << bell->accessibleName().toStdString() << relay_.output();
    QTest::mouseClick(bell, Qt::LeftButton);
    QListView* inbox = nullptr;
    ASSERT_TRUE(eventually([&] { return (inbox = named<QListView>("Notifications")) != nullptr; }));
    ASSERT_EQ(inbox->model()->rowCount(), 1);
    EXPECT_EQ(inbox->model()->index(0, 0).data().toString(), QStringLiteral("Berta follows you"));
    QTest::mouseClick(inbox->viewport(), Qt::LeftButton, {},
                      inbox->visualRect(inbox->model()->index(0, 0)).center());
    EXPECT_EQ(window().currentPage(), QStringLiteral("profile")) << "it leads to who follows";
    ASSERT_TRUE(eventually([&] { return !bell->accessibleName().contains(QLatin1Char('1')); }));
    ASSERT_TRUE(press("Follow Berta"));
    ASSERT_TRUE(eventually([&] {
        return berta.api("GET", "/channels/Berta").body.find(R"("followers":1)") != std::string::npos;
    }));
    ASSERT_TRUE(press("Following Berta; press to stop"));
    ASSERT_TRUE(press("Follow Berta again")) << "stopping is taken back";
    ASSERT_TRUE(eventually([&] {
        return named<QAbstractButton>("Following Berta; press to stop") != nullptr &&
               berta.api("GET", "/channels/Berta").body.find(R"("followers":1)") != std::string::npos;
    }));
}

}  // namespace footlight::tests
