#include "ui/people/inbox_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/people/inbox.h"
#include "ui/people/notification_delegate.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

constexpr int kWidth = 420;
constexpr int kHeight = 520;

}  // namespace

InboxPanel::InboxPanel(Inbox& inbox, QWidget* window)
    : FloatingPanel(window),
      inbox_(inbox),
      more_(new QPushButton(tr("Load more"), this)),
      list_(new QListView(this)),
      stack_(new QStackedWidget(this)) {
    setAccessibleName(tr("Notifications"));
    list_->setModel(&inbox_.items());
    list_->setItemDelegate(new NotificationDelegate(list_));
    list_->setMouseTracking(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Notifications"));
    more_->setAccessibleName(tr("Load more notifications"));
    more_->setProperty("tone", QStringLiteral("quiet"));
    stack_->addWidget(new widgets::EmptyState(
        QStringLiteral("drawing-inbox"), tr("Nothing new"),
        tr("When a channel that you follow goes live, or somebody mentions you, it is here."), stack_));
    stack_->addWidget(list_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(makeHeading());
    layout->addWidget(stack_, 1);
    layout->addWidget(more_);
    resize(kWidth, kHeight);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(more_, &QPushButton::clicked, &inbox_, &Inbox::loadMore);
    connect(&inbox_, &Inbox::changed, this, &InboxPanel::showItems);
    showItems();
}

QWidget* InboxPanel::makeHeading() {
    auto* heading = new QWidget(this);
    auto* title =
        new widgets::TextLabel(tr("Notifications"), theme::TextRole::Section, QFont::DemiBold, heading);
    readAll_ = new QPushButton(theme::icon(QStringLiteral("check")), tr("Mark all read"), heading);
    readAll_->setAccessibleName(readAll_->text());
    readAll_->setProperty("tone", QStringLiteral("quiet"));
    auto* choices = new QToolButton(heading);
    choices->setProperty("tone", QStringLiteral("icon"));
    choices->setIcon(theme::icon(QStringLiteral("settings")));
    choices->setAccessibleName(tr("Choose what you are told of"));
    choices->setToolTip(choices->accessibleName());
    connect(readAll_, &QPushButton::clicked, &inbox_, &Inbox::markAllRead);
    connect(choices, &QToolButton::clicked, this, [this] {
        close();
        Q_EMIT choicesAsked();
    });
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(theme::kGap8, 0, theme::kGap4, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(title, 1);
    row->addWidget(readAll_);
    row->addWidget(choices);
    return heading;
}

void InboxPanel::openAt(const QPoint& topRight) {
    move(topRight - QPoint(width(), 0));
    show();
    (list_->isVisible() ? static_cast<QWidget*>(list_) : this)->setFocus();
}

void InboxPanel::showItems() {
    const bool any = inbox_.items().rowCount() > 0;
    stack_->setCurrentIndex(any ? 1 : 0);
    readAll_->setEnabled(inbox_.unread() > 0);
    more_->setVisible(any && inbox_.hasMore());
}

void InboxPanel::choose(int row) {
    if (const auto* item = inbox_.items().at(row)) {
        const wire::Notification chosenOne = *item;
        inbox_.markRead(row);
        close();
        Q_EMIT chosen(chosenOne);
    }
}

void InboxPanel::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && list_->hasFocus()) {
        choose(list_->currentIndex().row());
        return;
    }
    FloatingPanel::keyPressEvent(event);
    if (event->key() == Qt::Key_Escape) {
        close();
    }
}

}  // namespace footlight::people
