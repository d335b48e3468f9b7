#include "app/desktop/tray.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include "core/wire/notification.h"
#include "ui/models/settings_store.h"
#include "ui/people/notification_words.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icon.h"

namespace footlight::desktop {

QString withoutMarkup(QString text) {
    text.replace(QLatin1Char('<'), QChar(0x2039));
    text.replace(QLatin1Char('>'), QChar(0x203a));
    text.replace(QLatin1Char('&'), QChar(0xff06));
    return text;
}

Tray::Tray(shell::MainWindow& window, models::SettingsStore& settings)
    : window_(window), settings_(settings), menu_(std::make_unique<QMenu>()) {
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    icon_ = new QSystemTrayIcon(theme::icon(QStringLiteral("mark"), theme::IconTone::Accent), this);
    icon_->setToolTip(tr("Footlight"));
    fillMenu();
    icon_->setContextMenu(menu_.get());
    connect(icon_, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger) {
            bringForward();
        }
    });
    connect(icon_, &QSystemTrayIcon::messageClicked, this, [this] {
        bringForward();
        if (told_) {
            Q_EMIT chosen(*told_);
        }
    });
    icon_->show();
}

Tray::~Tray() = default;

void Tray::fillMenu() {
    menu_->addAction(tr("Open Footlight"), this, &Tray::bringForward);
    auto* mute = menu_->addAction(tr("Mute notifications"));
    mute->setCheckable(true);
    mute->setChecked(settings_.value(models::keys::kNotificationsMuted, false).toBool());
    connect(mute, &QAction::toggled, this,
            [this](bool isMuted) { settings_.setValue(models::keys::kNotificationsMuted, isMuted); });
    menu_->addSeparator();
    menu_->addAction(tr("Quit Footlight"), &window_, &QWidget::close);
}

void Tray::bringForward() {
    window_.setWindowState(window_.windowState() & ~Qt::WindowMinimized);
    window_.show();
    window_.raise();
    window_.activateWindow();
}

void Tray::tell(const wire::Notification& notification) {
    const bool isMuted = settings_.value(models::keys::kNotificationsMuted, false).toBool();
    if (icon_ == nullptr || isMuted || window_.isActiveWindow()) {
        return;
    }
    told_ = std::make_unique<wire::Notification>(notification);
    const auto saying = people::sayingOf(notification);
    icon_->showMessage(withoutMarkup(saying.headline), withoutMarkup(saying.detail), icon_->icon());
}

}  // namespace footlight::desktop
