#include "ui/people/webhooks_section.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include "ui/people/field.h"
#include "ui/people/form.h"
#include "ui/people/inbox.h"
#include "ui/people/same_user.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/copy_field.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {

WebhooksSection::WebhooksSection(Inbox& inbox, QWidget* parent)
    : Section(
          tr("Webhooks"),
          tr("The relay posts each notification as JSON to these addresses, signed, and again until it is "
             "taken."),
          parent),
      inbox_(inbox),
      rows_(new QWidget(this)),
      list_(new QVBoxLayout(rows_)),
      none_(new widgets::TextLabel(tr("No webhook yet."), theme::TextRole::Body, QFont::Normal, this)),
      form_(new Form(this)),
      url_(new Field(tr("Address"), QLineEdit::Normal, this)),
      ofChannel_(new QCheckBox(tr("What happens on my channel, too"), this)),
      add_(new QPushButton(theme::icon(QStringLiteral("add")), tr("Add the webhook"), this)),
      secret_(new widgets::CopyField(tr("Secret"), this)),
      secretHint_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    addRows();
    connect(add_, &QPushButton::clicked, this, &WebhooksSection::add);
    connect(url_, &Field::entered, this, &WebhooksSection::add);
    connect(&inbox_, &Inbox::userChanged, this, &WebhooksSection::clear);
}

void WebhooksSection::addRows() {
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(theme::kGap8);
    none_->setSecondary();
    url_->line().setPlaceholderText(QStringLiteral("https://example.org/hook"));
    ofChannel_->setAccessibleName(ofChannel_->text());
    add_->setAccessibleName(add_->text());
    add_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    secretHint_->setFit(widgets::TextLabel::Fit::Wrap);
    secretHint_->setSecondary();
    form_->add(url_->accessibleName(), url_);
    form_->add(ofChannel_);
    form_->add(add_);
    form_->add(tr("Secret"), secret_);
    form_->add(secretHint_);
    form_->setShown(secret_, false);
    form_->setShown(secretHint_, false);
    addWide(none_);
    addWide(rows_);
    addWide(form_);
}

void WebhooksSection::refresh() {
    if (!inbox_.isSignedIn()) {
        return;
    }
    inbox_.api().fetchWebhooks(forSameUser<std::vector<wire::Webhook>>(
        this, inbox_, [this](const Result<std::vector<wire::Webhook>>& webhooks) {
            if (webhooks) {
                show(*webhooks);
            }
        }));
}

void WebhooksSection::clear() {
    url_->clear();
    ofChannel_->setChecked(false);
    add_->setEnabled(true);
    secret_->setText({});
    secretHint_->setText({});
    form_->setShown(secret_, false);
    form_->setShown(secretHint_, false);
    show({});
}

void WebhooksSection::show(const std::vector<wire::Webhook>& webhooks) {
    qDeleteAll(rows_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    for (const auto& webhook : webhooks) {
        list_->addWidget(makeRow(webhook));
    }
    none_->setVisible(webhooks.empty());
    Q_EMIT rowsChanged();
}

QWidget* WebhooksSection::makeRow(const wire::Webhook& webhook) {
    auto* row = new QFrame(rows_);
    row->setProperty("surface", QStringLiteral("raised"));
    const QString url = QString::fromStdString(webhook.url);
    auto* address = new widgets::TextLabel(url, theme::TextRole::Body, QFont::Normal, row);
    address->setFit(widgets::TextLabel::Fit::Elide);
    const QString whose = webhook.ofChannel ? tr("My channel") : tr("Mine");
    auto* what =
        new widgets::TextLabel(webhook.suspended.value_or(false) ? tr("%1, suspended").arg(whose) : whose,
                               theme::TextRole::Caption, QFont::Normal, row);
    if (webhook.suspended.value_or(false)) {
        what->setToolTip(
            tr("It has taken nothing for a day, so nothing is sent there any more. Remove it and "
               "add it anew once it works."));
        what->setAccessibleDescription(what->toolTip());
    }
    what->setSecondary();
    auto* remove = new QToolButton(row);
    remove->setProperty("tone", QStringLiteral("icon"));
    remove->setIcon(theme::icon(QStringLiteral("remove")));
    remove->setAccessibleName(tr("Remove the webhook %1").arg(url));
    remove->setToolTip(tr("Remove"));
    connect(remove, &QToolButton::clicked, this, [this, webhook] { this->remove(webhook); });
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(address, 1);
    layout->addWidget(what);
    layout->addWidget(remove);
    return row;
}

void WebhooksSection::add() {
    const wire::NewWebhook webhook{url_->text().trimmed().toStdString(), ofChannel_->isChecked()};
    if (webhook.url.empty()) {
        url_->setProblem(tr("Type the address first."));
        return;
    }
    add_->setEnabled(false);
    inbox_.api().addWebhook(
        webhook, forSameUser<wire::MadeWebhook>(
                     this, inbox_, [this](const Result<wire::MadeWebhook>& made) { added(made); }));
}

void WebhooksSection::added(const Result<wire::MadeWebhook>& made) {
    add_->setEnabled(true);
    if (!made) {
        url_->setProblem(QString::fromStdString(made.error().message()));
        return;
    }
    url_->clear();
    ofChannel_->setChecked(false);
    secret_->setText(QString::fromStdString(made->secret.reveal()));
    secretHint_->setText(
        tr("It signs what goes to %1. It is shown now and never again: give it to the receiver.")
            .arg(QString::fromStdString(made->webhook.url)));
    form_->setShown(secret_, true);
    form_->setShown(secretHint_, true);
    refresh();
}

void WebhooksSection::remove(const wire::Webhook& webhook) {
    auto* dialog = new widgets::ConfirmDialog(
        {tr("Remove the webhook %1?").arg(QString::fromStdString(webhook.url)),
         tr("Nothing is sent there any more; its secret is forgotten."), tr("Remove webhook"), tr("Keep it")},
        QStringLiteral("primary"), this);
    connect(dialog, &QDialog::accepted, this, [this, id = webhook.id] {
        inbox_.api().removeWebhook(id,
                                   forSameUser<void>(this, inbox_, [this](const Result<>&) { refresh(); }));
    });
    widgets::openAccountDialog(*dialog);
}

}  // namespace footlight::people
