#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

#include "core/client/relay_client.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"
#include "tests/core/client/fake_hub.h"
#include "ui/channel/crop_dialog.h"
#include "ui/channel/crop_view.h"
#include "ui/channel/picture_controller.h"
#include "ui/channel/picture_file.h"
#include "ui/channel/picture_section.h"
#include "ui/widgets/avatar_view.h"

namespace footlight::channel {
namespace {

using Kind = PictureKind;
using tests::eventually;

TEST(ACrop, TakesAsMuchAsFitsFromTheMiddleAtFirst) {
    EXPECT_EQ(Crop(QSize(800, 400), 1).area(), QRectF(200, 0, 400, 400));
    EXPECT_EQ(Crop(QSize(800, 400), 4).area(), QRectF(0, 100, 800, 200));
}

TEST(ACrop, StaysWithinThePictureHoweverItIsPulledAndTurned) {
    Crop crop(QSize(800, 400), 1);
    crop.moveBy({-1000, -1000});
    EXPECT_EQ(crop.area(), QRectF(0, 0, 400, 400));
    crop.setZoom(2);
    EXPECT_EQ(crop.area(), QRectF(100, 100, 200, 200)) << "around the middle of what was taken";
    crop.moveBy({5000, 5000});
    EXPECT_EQ(crop.area(), QRectF(600, 200, 200, 200));
    crop.setZoom(1);
    EXPECT_EQ(crop.area(), QRectF(400, 0, 400, 400));
    crop.setZoom(100);
    EXPECT_DOUBLE_EQ(crop.zoom(), 400.0 / 64) << "no nearer than 64 pixels";
}

class APictureSection : public testing::Test {
protected:
    void SetUp() override {
        relay.api().setAddress(hub.address());
        channel.id = ChannelId::make(utcFromMilliseconds(1'795'252'800'000));
        channel.name = "anna";
        answer();
        wire::Session session{Secret("t-1"), {}, {UserId::make(utcFromMilliseconds(1)), "anna"}, "anna"};
        hub.answer("POST /session", {200, wire::toJson(session)});
        relay.api().signIn(QStringLiteral("anna"), Secret("password"), {});
        ASSERT_TRUE(eventually([this] { return controller.channel() == QStringLiteral("anna"); }));
        section.resize(560, 400);
        section.show();
    }
    void answer() { hub.answer("GET /channels/anna", {200, wire::toJson(channel)}); }
    [[nodiscard]] QString file(const char* name, int width, int height) const {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const QString path = folder.filePath(QLatin1String(name));
        image.save(path);
        return path;
    }
    template <typename Control>
    Control* named(const char* name) {
        for (auto* control : section.findChildren<Control*>()) {
            if (control->isVisible() && control->accessibleName() == QLatin1String(name)) {
                return control;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const char* words) const {
        const auto labels = section.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* each) {
            return each->isVisible() && each->text().contains(QString::fromUtf8(words));
        });
    }
    [[nodiscard]] int asked(const std::string& method, const std::string& target) const {
        return static_cast<int>(
            std::count_if(hub.requests().begin(), hub.requests().end(), [&](const auto& each) {
                return each.method == method && each.target == "/api/v1/channels/anna" + target;
            }));
    }
    void use(Kind kind, const QString& path) {
        section.useFile(kind, path);
        auto* dialog = section.findChild<CropDialog*>();
        ASSERT_NE(dialog, nullptr);
        dialog->accept();
    }
    /// The relay takes the next one, under the hash "abc".
    void takeAnAvatar() {
        hub.answer("PUT /channels/anna/avatar", {200, wire::toJson(wire::ChannelPicture{"abc"})});
        channel.avatar = "abc";
        answer();
    }
    void haveAnAvatar() {
        takeAnAvatar();
        use(Kind::Avatar, file("mine.png", 300, 200));
        ASSERT_TRUE(eventually([this] { return named<QAbstractButton>("Remove the picture") != nullptr; }));
    }

    tests::FakeHub hub;
    SystemClock clock;
    client::RelayClient relay{clock};
    pictures::Pictures pictures{relay.api()};
    wire::Channel channel;
    QTemporaryDir folder;
    PictureController controller{relay, pictures};
    PictureSection section{controller};
};

TEST_F(APictureSection, SendsThePartOfAPictureThatWasChosen) {
    takeAnAvatar();
    section.choose(Kind::Avatar);
    auto* files = section.findChild<QFileDialog*>();
    ASSERT_NE(files, nullptr);
    Q_EMIT files->fileSelected(file("mine.png", 1200, 600));
    files->close();
    auto* dialog = section.findChild<CropDialog*>();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
    auto* zoom = dialog->findChild<QSlider*>();
    zoom->setValue(200);
    EXPECT_DOUBLE_EQ(dialog->view().crop().zoom(), 2);
    const auto before = dialog->view().crop().area();
    const QPoint middle = dialog->view().rect().center();
    QTest::mousePress(&dialog->view(), Qt::LeftButton, {}, middle);
    QMouseEvent pulled(QEvent::MouseMove, middle + QPoint(40, 0),
                       dialog->view().mapToGlobal(middle + QPoint(40, 0)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&dialog->view(), &pulled);
    QTest::mouseRelease(&dialog->view(), Qt::LeftButton, {}, middle + QPoint(40, 0));
    EXPECT_LT(dialog->view().crop().area().left(), before.left());
    QTest::keyClick(&dialog->view(), Qt::Key_Plus);
    EXPECT_GT(zoom->value(), 200);
    QSignalSpy saved(&controller, &PictureController::saved);
    dialog->accept();
    ASSERT_TRUE(eventually([&] { return saved.count() == 1; }));
    ASSERT_EQ(asked("PUT", "/avatar"), 1);
    const auto put = std::find_if(hub.requests().begin(), hub.requests().end(),
                                  [](const auto& each) { return each.method == "PUT"; });
    EXPECT_EQ(put->authorization, "Bearer t-1");
    const auto sent = QImage::fromData(QByteArray::fromStdString(put->body));
    EXPECT_EQ(sent.size(), QSize(512, 512));
    EXPECT_FALSE(section.findChild<widgets::AvatarView*>()->picture().isNull()) << "shown without asking";
    EXPECT_EQ(std::count_if(hub.requests().begin(), hub.requests().end(),
                            [](const auto& each) { return each.target == "/api/v1/pictures/abc"; }),
              0);
}

TEST_F(APictureSection, ShowsWhatTheRelayHas) {
    QFile bytes(file("theirs.png", 64, 64));
    ASSERT_TRUE(bytes.open(QIODevice::ReadOnly));
    hub.answer("GET /pictures/abc", {200, bytes.readAll().toStdString()});
    channel.avatar = "abc";
    answer();
    controller.refresh();
    ASSERT_TRUE(
        eventually([this] { return !section.findChild<widgets::AvatarView*>()->picture().isNull(); }));
    EXPECT_NE(named<QAbstractButton>("Remove the picture"), nullptr);
    EXPECT_EQ(named<QAbstractButton>("Remove the banner"), nullptr);
}

TEST_F(APictureSection, RemovesOnlyWhatCannotBeTakenBackAnyMore) {
    haveAnAvatar();
    hub.answer("DELETE /channels/anna/avatar", {204, ""});
    named<QAbstractButton>("Remove the picture")->click();
    EXPECT_TRUE(section.findChild<widgets::AvatarView*>()->picture().isNull());
    named<QAbstractButton>("Undo: Removed the picture")->click();
    EXPECT_FALSE(section.findChild<widgets::AvatarView*>()->picture().isNull());
    named<QAbstractButton>("Remove the picture")->click();
    EXPECT_EQ(asked("DELETE", "/avatar"), 0);
    section.hide();
    ASSERT_TRUE(eventually([this] { return asked("DELETE", "/avatar") == 1; }));
}

TEST_F(APictureSection, SaysWhatIsWrongWithAFile) {
    QFile words(folder.filePath(QStringLiteral("words.png")));
    ASSERT_TRUE(words.open(QIODevice::WriteOnly));
    words.write("no picture");
    words.close();
    section.useFile(Kind::Avatar, words.fileName());
    EXPECT_TRUE(says("words.png is no picture that can be opened"));
    section.useFile(Kind::Banner, file("small.png", 300, 60));
    EXPECT_TRUE(says("small.png has 300 × 60 pixels. Choose one of at least 64"));
    QFile large(folder.filePath(QStringLiteral("large.jpg")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly));
    ASSERT_TRUE(large.resize(21LL * 1000 * 1000));
    section.useFile(Kind::Avatar, large.fileName());
    EXPECT_TRUE(says("Choose a picture of up to 20 MB"));
    section.useFile(Kind::Avatar, folder.filePath(QStringLiteral("gone.png")));
    EXPECT_TRUE(says("gone.png cannot be read"));
    EXPECT_EQ(section.findChild<CropDialog*>(), nullptr);
}

TEST_F(APictureSection, TellsWhyTheRelayRefusesAndKeepsTheFormerOne) {
    haveAnAvatar();
    wire::Problem problem;
    problem.status = 400;
    problem.code = "picture.size";
    problem.detail = "The picture is too large.";
    hub.answer("PUT /channels/anna/avatar", {400, wire::toJson(problem)});
    use(Kind::Avatar, file("other.png", 100, 100));
    ASSERT_TRUE(eventually([this] { return says("The picture is too large."); }));
    EXPECT_FALSE(section.findChild<widgets::AvatarView*>()->picture().isNull());
    EXPECT_TRUE(named<QAbstractButton>("Choose the picture")->isEnabled());
}

TEST_F(APictureSection, TakesAWebP) {
    QFile picture(folder.filePath(QStringLiteral("red.webp")));
    ASSERT_TRUE(picture.open(QIODevice::WriteOnly));
    picture.write(QByteArray::fromBase64("UklGRiIAAABXRUJQVlA4TBUAAAAvP8APAAcQ9Y/+B4CE8P+9FtH/1A8A"));
    picture.close();
    section.useFile(Kind::Avatar, picture.fileName());
    auto* dialog = section.findChild<CropDialog*>();
    ASSERT_NE(dialog, nullptr);
    const QColor pixel = dialog->taken().pixelColor(30, 30);
    EXPECT_GT(pixel.red(), 250);
    EXPECT_LT(pixel.green(), 5);
    dialog->reject();
}

TEST_F(APictureSection, KeepsSayingWhyThePictureIsStillThere) {
    haveAnAvatar();
    wire::Problem problem;
    problem.status = 503;
    problem.code = "relay.busy";
    problem.detail = "The relay is busy.";
    hub.answer("DELETE /channels/anna/avatar", {503, wire::toJson(problem)});
    named<QAbstractButton>("Remove the picture")->click();
    const auto asks = asked("GET", "");
    controller.finishRemoval();
    ASSERT_TRUE(eventually([&] { return named<QAbstractButton>("Remove the picture") != nullptr; }));
    EXPECT_GT(asked("GET", ""), asks);
    EXPECT_TRUE(says("The relay is busy."));
    named<QAbstractButton>("Remove the picture")->click();
    EXPECT_FALSE(says("The relay is busy."));
}

TEST_F(APictureSection, NothingOfWhoeverSignedOutReachesTheNext) {
    haveAnAvatar();
    hub.answer("DELETE /channels/anna/avatar", {204, ""});
    named<QAbstractButton>("Remove the picture")->click();
    ASSERT_NE(named<QAbstractButton>("Undo: Removed the picture"), nullptr);
    relay.api().forgetSession();
    EXPECT_EQ(named<QAbstractButton>("Undo: Removed the picture"), nullptr) << "there is nothing to undo";
    EXPECT_EQ(asked("DELETE", "/avatar"), 0) << "nobody is signed in who may";

    relay.api().signIn(QStringLiteral("anna"), Secret("password"), {});
    ASSERT_TRUE(eventually([&] { return named<QAbstractButton>("Remove the picture") != nullptr; }));
    QSignalSpy saved(&controller, &PictureController::saved);
    named<QAbstractButton>("Remove the picture")->click();
    controller.finishRemoval();
    relay.api().forgetSession();
    ASSERT_TRUE(eventually([&] { return asked("DELETE", "/avatar") == 1; }));
    hub.answer("GET /pictures/later", {200, ""});
    std::optional<bool> isAnswered;
    relay.api().request({"GET", QStringLiteral("/pictures/later")},
                        {&section, [&](const Result<QByteArray>&) { isAnswered = true; }});
    ASSERT_TRUE(eventually([&] { return isAnswered.has_value(); }));
    EXPECT_EQ(saved.count(), 0);
}

TEST_F(APictureSection, GivesUpSendingWhenAskedTo) {
    hub.answer("PUT /channels/anna/banner", {200, wire::toJson(wire::ChannelPicture{"def"})});
    use(Kind::Banner, file("wide.png", 1640, 820));
    auto* cancel = named<QAbstractButton>("Cancel sending");
    ASSERT_NE(cancel, nullptr);
    EXPECT_FALSE(named<QAbstractButton>("Choose the banner")->isEnabled());
    QSignalSpy saved(&controller, &PictureController::saved);
    cancel->click();
    EXPECT_FALSE(controller.isSending(Kind::Banner));
    EXPECT_TRUE(named<QAbstractButton>("Choose the banner")->isEnabled());
    ASSERT_TRUE(eventually([this] { return asked("GET", "") >= 2; })) << "what the relay has by now";
    EXPECT_EQ(saved.count(), 0);
    EXPECT_FALSE(says("Timeout"));
}

}  // namespace
}  // namespace footlight::channel
