// Oneself and others, in the app's own window against the real relay: a password of one's own, the second
// step and signing in with it, a notification that arrives by itself, and a channel that is followed.
#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>

#include "tests/e2e/app/app_on_a_relay.h"
#include "tests/support/relay_owner.h"
#include "tests/support/temp_dir.h"
#include "ui/channel/crop_dialog.h"
#include "ui/channel/picture_section.h"
#include "ui/people/bell_button.h"
#include "ui/people/directory_model.h"
#include "ui/people/profile_page.h"
#include "ui/people/second_step_dialog.h"
#include "ui/people/sign_in_dialog.h"
#include "ui/widgets/avatar_view.h"
#include "ui/widgets/picture_view.h"

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
    /// A picture file of one colour, as a person has it on their disk.
    [[nodiscard]] QString pictureFile(const char* name, QSize size, Qt::GlobalColor colour) const {
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = QString::fromStdString((files_ / name).string());
        EXPECT_TRUE(image.save(path));
        return path;
    }
    /// Chooses it in the file dialog that is open, and all of it that fits in the frame.
    void choosePicture(const QString& path) {
        auto* files = dialog<QFileDialog>();
        ASSERT_NE(files, nullptr);
        files->selectFile(path);
        auto* name = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr) << "the dialog is Qt's own";
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        auto* crop = dialog<channel::CropDialog>();
        ASSERT_NE(crop, nullptr);
        ASSERT_TRUE(press("Use this picture", crop));
    }

    TempDir files_;
};

/// The middle of what a widget shows.
QColor middleOf(QWidget& widget) {
    const QImage shown = widget.grab().toImage();
    return shown.pixelColor(shown.rect().center());
}

}  // namespace

TEST_F(People, ChoosesPicturesThatOthersSeeAndTakesOneAway) {
    choose("Account");
    ASSERT_TRUE(press("Change the picture"));
    EXPECT_EQ(window().currentPage(), QStringLiteral("channel"));
    choosePicture(pictureFile("me.png", {900, 600}, Qt::red));
    auto* section = window().findChild<channel::PictureSection*>();
    ASSERT_NE(section, nullptr);
    auto* own = section->findChild<widgets::AvatarView*>();
    ASSERT_TRUE(eventually([&] { return middleOf(*own) == QColor(Qt::red) || !own->picture().isNull(); }));
    ASSERT_TRUE(press("Choose the banner"));
    choosePicture(pictureFile("wide.png", {1640, 410}, Qt::blue));
    const RelayOwner berta(relay_.hubAddress(), "Berta");
    ASSERT_TRUE(eventually([&] {
        const auto seen = berta.api("GET", "/channels/anna").body;
        return seen.find(R"("avatar":")") != std::string::npos &&
               seen.find(R"("banner":")") != std::string::npos;
    })) << berta.api("GET", "/channels/anna").body
        << relay_.output();
    // As others see it.
    open("Home");
    QListView* cards = nullptr;
    ASSERT_TRUE(eventually([&] {
        for (const char* part : {"Live now", "Following", "More channels"}) {
            auto* list = named<QListView>(part);
            for (int row = 0; list != nullptr && row < list->model()->rowCount(); ++row) {
                const auto card = list->model()->index(row, 0);
                if (card.data(people::DirectoryModel::Name).toString() == channel() &&
                    !card.data(people::DirectoryModel::Picture).value<QPixmap>().isNull()) {
                    cards = list;
                }
            }
        }
        return cards != nullptr;
    })) << relay_.output();
    QModelIndex mine;
    for (int row = 0; row < cards->model()->rowCount(); ++row) {
        const auto card = cards->model()->index(row, 0);
        mine = card.data(people::DirectoryModel::Name).toString() == channel() ? card : mine;
    }
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, {}, cards->visualRect(mine).center());
    ASSERT_EQ(window().currentPage(), QStringLiteral("profile"));
    auto* page = window().findChild<people::ProfilePage*>();
    ASSERT_TRUE(eventually([&] {
        auto* banner = page->findChild<widgets::PictureView*>();
        return banner->isVisible() && !banner->picture().isNull() &&
               !page->findChild<widgets::AvatarView*>()->picture().isNull();
    })) << relay_.output();
    const QColor blue = middleOf(*page->findChild<widgets::PictureView*>());
    EXPECT_GT(blue.blue(), 200) << blue.name().toStdString();
    EXPECT_LT(blue.red(), 60);
    open("Channel");
    ASSERT_TRUE(press("Remove the picture"));
    ASSERT_TRUE(press("Undo: Removed the picture"));
    EXPECT_NE(berta.api("GET", "/channels/anna").body.find(R"("avatar":")"), std::string::npos);
    ASSERT_TRUE(press("Remove the picture"));
    open("Home");
    ASSERT_TRUE(eventually([&] {
        return berta.api("GET", "/channels/anna").body.find(R"("avatar":")") == std::string::npos;
    })) << "it goes when it cannot be taken back any more";
}

TEST_F(People, SeesWhatAFriendWatchesAndGoesThereWithOneClick) {
    const RelayOwner berta(relay_.hubAddress(), "Berta");
    const RelayOwner cleo(relay_.hubAddress(), "Cleo");
    open("Home");
    ASSERT_TRUE(press("Add friends"));
    EXPECT_EQ(window().currentPage(), QStringLiteral("friends"));
    ASSERT_EQ(berta.api("PUT", "/me/friends/anna").status, 204);
    ASSERT_TRUE(press("Accept Berta"));
    open("Home");
    ASSERT_TRUE(eventually([&] { return named<QAbstractButton>("Your friends") != nullptr; }))
        << "a friend, who watches nothing";
    client::RelayClient theirs(context_.clock);
    theirs.connectTo(client::hubUrlFromText(QString::fromStdString(relay_.hubAddress())));
    ASSERT_TRUE(eventually([&] { return theirs.state() == client::ConnectionState::Online; }));
    theirs.api().resume(Secret(berta.token()), {});
    ASSERT_TRUE(eventually([&] { return theirs.api().session().has_value(); }));
    theirs.live().join(QStringLiteral("Cleo"), true);
    QListView* friends = nullptr;
    ASSERT_TRUE(eventually([&] {
        friends = named<QListView>("Friends watching");
        return friends != nullptr && friends->model()->rowCount() == 1;
    })) << relay_.output();
    QTest::mouseClick(friends->viewport(), Qt::LeftButton, {},
                      friends->visualRect(friends->model()->index(0, 0)).center());
    EXPECT_EQ(window().currentPage(), QStringLiteral("watch"));
    EXPECT_EQ(app_->watch().channel(), QStringLiteral("Cleo"));
}

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
