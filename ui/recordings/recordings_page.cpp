#include "ui/recordings/recordings_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/recordings/recording_delegate.h"
#include "ui/recordings/recording_details.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/recordings/transfer_bar.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/undo_bar.h"

namespace footlight::recordings {
namespace {

constexpr int kListWidth = 380;

}  // namespace

RecordingsPage::RecordingsPage(RecordingsController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      stack_(new QStackedWidget(this)),
      undo_(new widgets::UndoBar(this)) {
    auto* empty = new widgets::EmptyState(
        QStringLiteral("drawing-recordings"), tr("No recordings yet"),
        tr("Every broadcast that the relay keeps appears here while it runs. Whether it keeps them is set on "
           "the Channel page."),
        stack_);
    empty->setAction(tr("Open the Studio"), QStringLiteral("studio"));
    connect(empty, &widgets::EmptyState::actionTriggered, this, &RecordingsPage::studioAsked);
    stack_->addWidget(empty);
    stack_->addWidget(makeDesk());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, 0, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(stack_, 1);
    layout->addWidget(undo_);
    makeCommands();
    connect(&controller_, &RecordingsController::failed, this, &RecordingsPage::notice);
    connect(&controller_, &RecordingsController::refreshed, this, &RecordingsPage::showListOrEmpty);
    connect(&controller_, &RecordingsController::removed, this, [this](const QString& title) {
        undo_->offer(tr("Deleted “%1”").arg(title), [this] { controller_.undoRemoval(); });
    });
    connect(undo_, &widgets::UndoBar::passed, &controller_, &RecordingsController::finishRemoval);
    connect(&controller_.recordings(), &QAbstractItemModel::dataChanged, this, &RecordingsPage::showChosen);
    connect(&controller_.recordings(), &QAbstractItemModel::rowsRemoved, this,
            &RecordingsPage::showListOrEmpty);
    showListOrEmpty();
}

QWidget* RecordingsPage::makeDesk() {
    auto* desk = new QWidget(stack_);
    list_ = new QListView(desk);
    list_->setModel(&controller_.recordings());
    list_->setItemDelegate(new RecordingDelegate(list_));
    list_->setFixedWidth(kListWidth);
    list_->setMouseTracking(true);
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setAccessibleName(tr("Recordings"));
    details_ = new RecordingDetails(controller_, desk);
    auto* area = new QScrollArea(desk);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(details_);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::kGap12);
    right->addWidget(area, 1);
    right->addWidget(new TransferBar(controller_, desk));
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap12);
    row->addWidget(list_);
    row->addLayout(right, 1);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordingsPage::showChosen);
    connect(list_, &QListView::activated, details_, &RecordingDetails::play);
    connect(details_, &RecordingDetails::playAsked, this, &RecordingsPage::playAsked);
    return desk;
}

void RecordingsPage::makeCommands() {
    const auto make = [this](const QString& icon, const QString& text, const QKeySequence& key, auto act) {
        auto* action = new QAction(theme::icon(icon), text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, details_, act);
        addAction(action);
    };
    make(QStringLiteral("play"), tr("Play the recording"), QKeySequence(Qt::CTRL | Qt::Key_Return),
         &RecordingDetails::play);
    make(QStringLiteral("download"), tr("Download the recording"), QKeySequence(Qt::CTRL | Qt::Key_S),
         &RecordingDetails::download);
    make(QStringLiteral("rename"), tr("Rename the recording"), QKeySequence(Qt::Key_F2),
         &RecordingDetails::rename);
    make(QStringLiteral("remove"), tr("Delete the recording"), QKeySequence(), &RecordingDetails::remove);
}

void RecordingsPage::showListOrEmpty() {
    const bool any = controller_.recordings().rowCount() > 0;
    stack_->setCurrentIndex(any ? 1 : 0);
    for (QAction* action : actions()) {
        action->setEnabled(any);
    }
    if (any && !list_->currentIndex().isValid()) {
        list_->setCurrentIndex(controller_.recordings().index(0));
    }
    showChosen();
}

void RecordingsPage::showChosen() {
    if (const auto* chosen = controller_.recordings().at(list_->currentIndex().row())) {
        details_->show(*chosen);
    }
}

void RecordingsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    Q_EMIT notice({});
    controller_.setShown(true);
}

void RecordingsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) {
        undo_->pass();
    }
    controller_.setShown(false);
}

}  // namespace footlight::recordings
