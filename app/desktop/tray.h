#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace footlight::models {
class SettingsStore;
}
namespace footlight::shell {
class MainWindow;
}
namespace footlight::wire {
struct Notification;
}

namespace footlight::desktop {

/// `text` as every desktop shows it: of others, and taken for markup by some (the body of the desktop
/// notifications specification) and as it is by others. Marks of markup are replaced by signs that look
/// alike.
QString withoutMarkup(QString text);

/// Footlight in the desktop's tray: tells what happens while another window has the keyboard, and leads back.
/// Where the desktop has no tray it does nothing. Owned by the window's app; the window outlives its use.
class Tray : public QObject {
    Q_OBJECT
public:
    Tray(shell::MainWindow& window, models::SettingsStore& settings);
    ~Tray() override;

    void tell(const wire::Notification& notification);

Q_SIGNALS:
    /// The message was clicked.
    void chosen(const footlight::wire::Notification& notification);

private:
    void fillMenu();
    void bringForward();

    shell::MainWindow& window_;
    models::SettingsStore& settings_;
    std::unique_ptr<QMenu> menu_;
    QSystemTrayIcon* icon_ = nullptr;  ///< null where there is no tray
    std::unique_ptr<wire::Notification> told_;
};

}  // namespace footlight::desktop
