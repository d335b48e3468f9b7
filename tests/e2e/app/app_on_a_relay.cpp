#include "tests/e2e/app/app_on_a_relay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <csignal>

#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/video_view.h"

namespace footlight::tests {
namespace {

/// Luma of the clock's picture: from black to white of limited range (ITU-R BT.601).
constexpr double kBlack = 16;
constexpr double kWhite = 235;

QAbstractButton* buttonCalled(QWidget& window, const char* name) {
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        const bool isCalled =
            button->accessibleName() == QLatin1String(name) || button->text() == QLatin1String(name);
        if (button->isVisible() && isCalled) {
            return button;
        }
    }
    return nullptr;
}

}  // namespace

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
    return QTest::qWaitFor(condition, static_cast<int>(limit.count()));
}

AppOnARelay::AppOnARelay(const std::vector<std::string>& relayArguments)
    : relay_(relayArguments), context_(desktop::Places::forThisRun()) {}

AppOnARelay::~AppOnARelay() = default;

void AppOnARelay::SetUp() {
    qputenv("USER", "anna");
    ASSERT_TRUE(relay_.isReady()) << relay_.output();
    theme_ = std::make_unique<theme::Theme>(*qApp);
    app_ = std::make_unique<desktop::AppWindow>(context_, makeEngine(), destinations(),
                                                desktop::FirstScene::TestPattern);
    window().resize(1280, 720);
    window().show();
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window(), 30'000));
    ASSERT_TRUE(context_.useRelay(QString::fromStdString(relay_.hubAddress())));
    ASSERT_TRUE(eventually([this] {
        return context_.client.api().session() && context_.client.live().isOpen();
    })) << context_.client.message().toStdString()
        << relay_.output();
}

Result<std::unique_ptr<capture::StudioEngine>> AppOnARelay::makeEngine() {
    return fail(ErrorCategory::Unavailable, "test.no_studio", "This test goes live by another encoder.");
}

QString AppOnARelay::channel() { return QString::fromStdString(context_.client.api().session()->channel); }

std::string AppOnARelay::key() {
    std::string key;
    context_.destination.fetchKey({&window(), [&key](const Result<Secret>& fetched) {
                                       key = fetched ? std::string(fetched->reveal())
                                                     : "refused: " + fetched.error().message();
                                   }});
    EXPECT_TRUE(eventually([&key] { return !key.empty(); }));
    return key;
}

void AppOnARelay::publish() {
    Encoding encoding;
    encoding.seconds = kClockSeconds;
    encoding.picture = "color=white,fade=in:0:" + std::to_string(kClockSeconds * 30);
    encoder_ = std::make_unique<Process>(ffmpegEncoder(relay_.rtmpUrl(key()), encoding));
    ASSERT_TRUE(waitUntilPlayable(relay_, channel().toStdString())) << encoder_->output() << relay_.output();
}

void AppOnARelay::finish() {
    encoder_->signal(SIGINT);
    ASSERT_TRUE(encoder_->waitForExit().has_value()) << encoder_->output();
}

bool AppOnARelay::viewersSeeTheSlate() {
    const auto url = relay_.playlistUrl(channel().toStdString());
    const auto playlist = url.substr(0, url.rfind('/')) + "/source/media.m3u8";
    return eventually([&] {
        const auto body = fetch(playlist).body;
        const auto slate = body.rfind("#EXT-X-MAP:");
        const auto first = body.find("#EXTINF:", std::min(slate, body.size()));
        return slate != body.find("#EXT-X-MAP:") && first != std::string::npos &&
               body.find("#EXTINF:", first + 1) != std::string::npos;
    });
}

void AppOnARelay::open(const char* page) {
    ASSERT_TRUE(press(page)) << page;
    ASSERT_TRUE(eventually([&] {
        const auto* button = buttonCalled(window(), page);
        return button != nullptr && button->isChecked();
    }));
}

bool AppOnARelay::press(const char* name, QWidget* within) {
    QAbstractButton* button = nullptr;
    const bool isThere = eventually([&] {
        button = buttonCalled(within == nullptr ? window() : *within, name);
        return button != nullptr && button->isEnabled();
    });
    if (isThere) {
        QTest::mouseClick(button, Qt::LeftButton);
    }
    return isThere;
}

double AppOnARelay::pictureTime() {
    auto* view = window().findChild<widgets::VideoView*>();
    QVideoFrame frame = view == nullptr ? QVideoFrame() : view->sink()->videoFrame();
    if (!frame.isValid() || !frame.map(QVideoFrame::ReadOnly)) {
        return -1;
    }
    const int row = frame.height() / 2;
    const uchar* luma = frame.bits(0) + static_cast<std::ptrdiff_t>(row) * frame.bytesPerLine(0);
    double sum = 0;
    for (int x = 0; x < frame.width(); ++x) {
        sum += luma[x];
    }
    const double mean = sum / frame.width();
    frame.unmap();
    return (mean - kBlack) / (kWhite - kBlack) * kClockSeconds;
}

}  // namespace footlight::tests
