#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTest>

#include "ui/models/channel_list_model.h"
#include "ui/shell/first_start.h"
#include "ui/shell/home_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

using namespace footlight;

namespace {

std::vector<wire::Channel> someChannels() {
    std::vector<wire::Channel> channels;
    for (const auto& [name, title, viewers] : {std::tuple{"anna", "Late night synth jam", 1204},
                                               std::tuple{"bertil", "Rebuilding a 1962 radio", 38},
                                               std::tuple{"stage-two", "Soundcheck, doors at eight", 7}}) {
        wire::Channel channel;
        channel.name = name;
        channel.title = title;
        channel.viewers = viewers;
        channel.live = true;
        channel.startedAt = utcFromMilliseconds(1795252800000);
        channels.push_back(channel);
    }
    return channels;
}

void shoot(QWidget& widget, const QString& name) {
    QTest::qWait(60);
    widget.grab().save(name + QStringLiteral(".png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    theme::Theme theme(app);
    const QDir out(app.arguments().value(1, QStringLiteral(".")));
    for (const auto appearance : {theme::Appearance::Dark, theme::Appearance::Light}) {
        theme.setAppearance(appearance);
        const QString tone = theme::toString(appearance);
        models::ChannelListModel channels;
        shell::MainWindow window;
        auto* home = new shell::HomePage(channels);
        window.addPage({QStringLiteral("home"), QStringLiteral("Home"), QStringLiteral("home"), home});
        window.addPage(
            {QStringLiteral("watch"), QStringLiteral("Watch"), QStringLiteral("watch"), new QWidget});
        window.addPage(
            {QStringLiteral("studio"), QStringLiteral("Studio"), QStringLiteral("studio"), new QWidget});
        window.addPage({QStringLiteral("settings"), QStringLiteral("Settings"), QStringLiteral("settings"),
                        new QWidget, shell::Page::Place::Bottom});
        window.setIdentity(QStringLiteral("anna"));
        window.show();
        shoot(window, out.filePath(QStringLiteral("home-empty-") + tone));
        channels.setChannels(someChannels());
        window.setOnAir({true, std::chrono::seconds{3725}, 1204});
        home->setOnAir({true, std::chrono::seconds{3725}, 1204});
        window.setNotice(
            QStringLiteral("relay"),
            QStringLiteral("The relay at studio.example does not answer. Footlight keeps trying."),
            QStringLiteral("Try now"));
        shoot(window, out.filePath(QStringLiteral("home-") + tone));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            shoot(*popup, out.filePath(QStringLiteral("palette-") + tone));
            popup->close();
        }
        QTest::keyClick(&window, Qt::Key_Question);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            shoot(*popup, out.filePath(QStringLiteral("keys-") + tone));
            popup->close();
        }
        shell::FirstStart first;
        first.show();
        shoot(first, out.filePath(QStringLiteral("first-") + tone));
    }
    return 0;
}
