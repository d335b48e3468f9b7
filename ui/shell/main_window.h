#pragma once

#include <QHash>
#include <QMainWindow>
#include <functional>

#include "ui/models/on_air_state.h"
#include "ui/shell/page.h"

class QMenu;
class QStackedWidget;

namespace footlight::widgets {
class NoticeLine;
}

namespace footlight::shell {

class CommandPalette;
class HeaderBar;
class KeySheet;
class Rail;

/// The window: rail, header, the one status line, and the pages that main gives it. Knows no page from
/// within.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);

    /// The first page added is shown first. Pages of the rail get Ctrl+1, Ctrl+2 ... in their order.
    void addPage(const Page& page);
    void showPage(const QString& id);
    /// In the header, while that page is shown: of a page that shows now this, now that.
    void setPageTitle(const QString& id, const QString& title);
    [[nodiscard]] QString currentPage() const { return current_; }

    void setOnAir(const models::OnAirState& state);
    void setIdentity(const QString& name);
    [[nodiscard]] QMenu& identityMenu();
    /// Takes a small control for the header.
    void addTool(QWidget* tool);
    /// What is wrong and what to do; `source` is who says it, so that each takes back only its own words. The
    /// last one that has something to say is shown.
    void setNotice(const QString& source, const QString& sentence, const QString& action = {});

    /// Asked before the window closes; false keeps it open (a broadcast runs).
    void setCloseGuard(std::function<bool()> guard) { closeGuard_ = std::move(guard); }

Q_SIGNALS:
    void pageShown(const QString& id);
    void noticeActionTriggered(const QString& source);

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Notice {
        QString source;
        QString sentence;
        QString action;
    };

    void addWindowActions();
    void showLastNotice();
    [[nodiscard]] QList<QAction*> actionsOfPage() const;

    Rail* rail_;
    HeaderBar* header_;
    widgets::NoticeLine* notice_;
    QStackedWidget* stack_;
    CommandPalette* palette_;
    KeySheet* keys_;
    QHash<QString, Page> pages_;
    QList<Notice> notices_;
    QString current_;
    int shortcuts_ = 0;
    std::function<bool()> closeGuard_;
};

}  // namespace footlight::shell
