// Every page, with what a real broadcast shows on it, at the sizes that people have: nothing is cut off,
// nothing stands outside. With FOOTLIGHT_SHOTS=FOLDER it leaves a screenshot of each, to be looked at.
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <cstdlib>

#include "app/desktop/broadcast.h"
#include "core/client/channel_api.h"
#include "core/client/routes_api.h"
#include "tests/e2e/app/app_on_a_relay.h"
#include "ui/recordings/recordings_page.h"
#include "ui/theme/theme.h"
#include "ui/watch/seek_bar.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/text_label.h"

namespace footlight::tests {
namespace {

constexpr QSize kSizes[] = {{1024, 640}, {1280, 720}, {1920, 1080}};

class EveryPage : public AppOnARelay {
protected:
    EveryPage() {
        context_.settings.setValue(models::keys::kWidth, 640);
        context_.settings.setValue(models::keys::kHeight, 360);
        context_.settings.setValue(models::keys::kVideoKbps, 800);
    }
    Result<std::unique_ptr<capture::StudioEngine>> makeEngine() override {
        return desktop::makeEngine(context_.settings, Logger::toStandardError(LogLevel::Error));
    }

    /// Looks at the page at every size, dark and light.
    void look(const char* page, const QString& name) {
        open(page);
        lookAround(name);
    }
    void lookAround(const QString& name) {
        for (const auto appearance : {theme::Appearance::Dark, theme::Appearance::Light}) {
            theme_->setAppearance(appearance);
            for (const QSize size : kSizes) {
                window().resize(size);
                ASSERT_TRUE(eventually([&] { return window().size() == size; }));
                settle();
                expectNothingIsCut(name.toStdString() + " at " + std::to_string(size.width()));
                shoot(QStringLiteral("%1-%2-%3").arg(name, theme::toString(appearance)).arg(size.width()));
                shootTheFoot(
                    QStringLiteral("%1-foot-%2-%3").arg(name, theme::toString(appearance)).arg(size.width()));
            }
        }
    }
    /// What was laid out is painted.
    static void settle() {
        QApplication::sendPostedEvents();
        QTest::qWait(150);
    }
    /// A label that may shorten or break its text says so itself.
    void expectNothingIsCut(const std::string& where) {
        for (auto* widget : window().findChildren<QWidget*>()) {
            const auto* label = qobject_cast<QLabel*>(widget);
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const QString text = label != nullptr    ? label->text()
                                 : button != nullptr ? button->text()
                                                     : QString();
            if (text.isEmpty() || !widget->isVisible() || widget->visibleRegion().isEmpty()) {
                continue;
            }
            EXPECT_GE(widget->width(), widget->minimumSizeHint().width())
                << where << ": " << text.toStdString();
            const int needed = label != nullptr && label->hasHeightForWidth()
                                   ? label->heightForWidth(label->width())
                                   : widget->minimumSizeHint().height();
            EXPECT_GE(widget->height(), needed) << where << ": " << text.toStdString();
            const int right = widget->mapTo(&window(), QPoint(widget->width(), 0)).x();
            EXPECT_LE(right, window().width()) << where << ": " << text.toStdString();
        }
    }
    static QString folder() { return qEnvironmentVariable("FOOTLIGHT_SHOTS"); }
    void shoot(const QString& name) {
        if (!folder().isEmpty()) {
            QDir().mkpath(folder());
            const QPoint at = window().mapToGlobal(QPoint());
            QGuiApplication::primaryScreen()
                ->grabWindow(0, at.x(), at.y(), window().width(), window().height())
                .save(QDir(folder()).filePath(name + QStringLiteral(".png")));
        }
    }
    void shootTheFoot(const QString& name) {
        for (auto* area : window().findChildren<QScrollArea*>()) {
            QScrollBar* bar = area->verticalScrollBar();
            if (area->isVisible() && bar->maximum() > 0 && !folder().isEmpty()) {
                bar->setValue(bar->maximum());
                settle();
                shoot(name);
                bar->setValue(0);
            }
        }
    }
    template <typename T>
    client::Reply<T> whenDone(bool& isDone) {
        return {&window(), [&isDone](const Result<T>& result) {
                    EXPECT_TRUE(result) << (result ? "" : result.error().message());
                    isDone = true;
                }};
    }
    /// A target that works, one that does not, an input, and a link that is needed.
    void setUpTheChannel() {
        client::RoutesApi routes(context_.client.api());
        client::ChannelApi api(context_.client.api());
        bool done[4] = {};
        wire::NewTarget target;
        target.name = "YouTube";
        target.url = "rtmp://127.0.0.1:9/live2";
        target.streamKey = Secret("abcd");
        routes.addTarget(channel(), target, whenDone<wire::Target>(done[0]));
        target.name = "Twitch";
        target.audioTrack = 1;
        routes.addTarget(channel(), target, whenDone<wire::Target>(done[1]));
        wire::NewChannelInput input;
        input.url = "srt://127.0.0.1:9000";
        routes.addInput(channel(), input, whenDone<wire::ChannelInput>(done[2]));
        wire::ChannelSettingsPatch patch;
        patch.visibility = wire::Visibility::Protected;
        api.changeSettings(channel(), patch, whenDone<wire::ChannelSettings>(done[3]));
        ASSERT_TRUE(eventually([&] { return done[0] && done[1] && done[2] && done[3]; }));
    }
};

}  // namespace

TEST_F(EveryPage, FitsSmallAndLargeWindowsDarkAndLight) {
    for (const auto& [page, name] :
         {std::pair{"Home", "home-empty"}, std::pair{"Watch", "watch-empty"},
          std::pair{"Studio", "studio-off"}, std::pair{"Recordings", "recordings-empty"},
          std::pair{"Channel", "channel-new"}, std::pair{"Settings", "settings"}}) {
        look(page, QString::fromLatin1(name));
    }
    for (const char* page : {"account", "notifications", "friends"}) {
        window().showPage(QString::fromLatin1(page));
        lookAround(QString::fromLatin1(page));
    }
    open("Studio");
    ASSERT_TRUE(press("Go live"));
    ASSERT_TRUE(eventually([&] {
        return app_->studio()->broadcast().phase() == studio::BroadcastController::Phase::OnAir;
    })) << relay_.output();
    look("Home", QStringLiteral("home"));
    look("Watch", QStringLiteral("watch-list"));
    setUpTheChannel();
    look("Studio", QStringLiteral("studio"));
    look("Channel", QStringLiteral("channel"));
    app_->watch().openChannel(channel());
    ASSERT_TRUE(eventually([&] { return app_->player().state() == playback::Player::State::Playing; }));
    look("Watch", QStringLiteral("watch"));
    app_->watch().seek(0);
    ASSERT_TRUE(eventually([&] { return app_->player().statistics().canSeek; }));
    look("Watch", QStringLiteral("watch-rewound"));
    look("Recordings", QStringLiteral("recordings-on-air"));
    open("Studio");
    ASSERT_TRUE(press("End broadcast"));
    ASSERT_TRUE(press("End broadcast", window().findChild<widgets::ConfirmDialog*>()));
    open("Recordings");
    ASSERT_TRUE(press("Download as MP4"));
    for (auto* dialog : window().findChildren<QDialog*>()) {
        dialog->close();
    }
    look("Recordings", QStringLiteral("recordings"));
    look("Watch", QStringLiteral("watch-ended"));
}

}  // namespace footlight::tests
