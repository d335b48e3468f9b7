#include "ui/people/notifications_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/people/choices_section.h"
#include "ui/people/inbox.h"
#include "ui/people/webhooks_section.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_order.h"

namespace footlight::people {

NotificationsPage::NotificationsPage(Inbox& inbox, QWidget* parent)
    : QWidget(parent), inbox_(inbox), stack_(new QStackedWidget(this)) {
    stack_->addWidget(new widgets::EmptyState(QStringLiteral("drawing-inbox"), tr("Nobody is signed in"),
                                              tr("Notifications are for who has an account."), stack_));
    stack_->addWidget(makeSections());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    connect(&inbox_, &Inbox::changed, this, &NotificationsPage::showState);
    connect(&inbox_, &Inbox::userChanged, this, [this] {
        if (isVisible()) {
            choices_->refresh();
            webhooks_->refresh();
        }
    });
    showState();
}

QWidget* NotificationsPage::makeSections() {
    auto* area = new QScrollArea(stack_);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    auto* columns = new widgets::Columns(content);
    choices_ = new ChoicesSection(inbox_, columns);
    webhooks_ = new WebhooksSection(inbox_, columns);
    columns->addLeft(choices_);
    columns->addRight(webhooks_);
    connect(webhooks_, &WebhooksSection::rowsChanged, columns,
            [columns] { widgets::tabInLayoutOrder(*columns); });
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addWidget(columns);
    area->setWidget(content);
    widgets::tabInLayoutOrder(*columns);
    return area;
}

void NotificationsPage::showState() { stack_->setCurrentIndex(inbox_.isSignedIn() ? 1 : 0); }

void NotificationsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showState();
    choices_->refresh();
    webhooks_->refresh();
}

}  // namespace footlight::people
