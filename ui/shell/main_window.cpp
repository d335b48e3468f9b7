#include "ui/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>

#include "ui/shell/command_palette.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/on_air_marker.h"
#include "ui/shell/rail.h"
#include "ui/theme/icon.h"
#include "ui/widgets/notice_line.h"

namespace footlight::shell {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      rail_(new Rail(this)),
      header_(new HeaderBar(this)),
      notice_(new widgets::NoticeLine(this)),
      stack_(new QStackedWidget(this)),
      palette_(new CommandPalette(this)),
      keys_(new KeySheet(this)) {
    setWindowTitle(tr("Footlight"));
    setMinimumSize(960, 600);
    resize(1280, 720);
    auto* centre = new QWidget(this);
    auto* columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(notice_);
    column->addWidget(stack_, 1);
    columns->addWidget(rail_);
    columns->addLayout(column, 1);
    setCentralWidget(centre);
    setFocusPolicy(Qt::ClickFocus);
    setTabOrder(rail_, header_);

    connect(rail_, &Rail::chosen, this, &MainWindow::showPage);
    connect(rail_->marker(), &OnAirMarker::clicked, this, [this] { showPage(QStringLiteral("studio")); });
    connect(notice_, &widgets::NoticeLine::actionTriggered, this, [this] {
        if (!notices_.isEmpty()) {
            Q_EMIT noticeActionTriggered(notices_.last().source);
        }
    });
    addWindowActions();
}

void MainWindow::addWindowActions() {
    auto* find = new QAction(theme::icon(QStringLiteral("search")), tr("Find an action"), this);
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    const auto openPalette = [this] { palette_->open(actionsOfPage() + actions()); };
    connect(find, &QAction::triggered, this, openPalette);
    connect(header_, &HeaderBar::paletteAsked, this, openPalette);
    auto* sheet =
        new QAction(theme::icon(QStringLiteral("keyboard")), tr("Show the keys of this page"), this);
    sheet->setShortcut(QKeySequence(Qt::Key_Question));
    connect(sheet, &QAction::triggered, this,
            [this] { keys_->open(pages_.value(current_).title, actionsOfPage() + actions()); });
    auto* quit = new QAction(theme::icon(QStringLiteral("close")), tr("Quit Footlight"), this);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addActions({find, sheet, quit});
}

void MainWindow::addPage(const Page& page) {
    pages_.insert(page.id, page);
    stack_->addWidget(page.widget);
    if (page.place != Page::Place::Elsewhere) {
        rail_->addPage(page);
        auto* go = new QAction(theme::icon(page.icon), tr("Go to %1").arg(page.title), this);
        go->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + ++shortcuts_)));
        connect(go, &QAction::triggered, this, [this, id = page.id] { showPage(id); });
        addAction(go);
    }
    if (stack_->count() == 1) {
        showPage(page.id);
    }
}

void MainWindow::showPage(const QString& id) {
    const auto page = pages_.constFind(id);
    if (page == pages_.constEnd()) {
        return;
    }
    current_ = id;
    stack_->setCurrentWidget(page->widget);
    rail_->setCurrent(id);
    // No button of the rail stands for it: none keeps the keyboard, and with it the ring.
    if (page->place == Page::Place::Elsewhere && rail_->isAncestorOf(focusWidget())) {
        page->widget->setFocus(Qt::OtherFocusReason);
    }
    header_->setTitle(page->title);
    Q_EMIT pageShown(id);
}

void MainWindow::setPageTitle(const QString& id, const QString& title) {
    if (const auto page = pages_.find(id); page != pages_.end()) {
        page->title = title;
        if (current_ == id) {
            header_->setTitle(title);
        }
    }
}

QList<QAction*> MainWindow::actionsOfPage() const {
    const QWidget* widget = pages_.value(current_).widget;
    return widget == nullptr ? QList<QAction*>() : widget->actions();
}

void MainWindow::setOnAir(const models::OnAirState& state) { rail_->marker()->setState(state); }

void MainWindow::setIdentity(const QString& name) { header_->setIdentity(name); }

QMenu& MainWindow::identityMenu() { return header_->identityMenu(); }

void MainWindow::addTool(QWidget* tool) { header_->addTool(tool); }

void MainWindow::setNotice(const QString& source, const QString& sentence, const QString& action) {
    const auto same = [&source](const Notice& each) { return each.source == source; };
    notices_.erase(std::remove_if(notices_.begin(), notices_.end(), same), notices_.end());
    if (!sentence.isEmpty()) {
        notices_.append({source, sentence, action});
    }
    showLastNotice();
}

void MainWindow::showLastNotice() {
    if (notices_.isEmpty()) {
        notice_->clear();
    } else {
        notice_->show(notices_.last().sentence, notices_.last().action);
    }
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    // At first no control has the focus; Tab begins with the rail.
    setFocus();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (closeGuard_ && !closeGuard_()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

}  // namespace footlight::shell
