#include "ui/channel/route_dialog.h"

#include <QFormLayout>
#include <QPushButton>

#include "ui/theme/metrics.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kWidth = 480;

}  // namespace

RouteDialog::RouteDialog(const Words& words, QWidget* parent)
    : QDialog(parent),
      form_(new QFormLayout),
      hint_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      save_(new QPushButton(words.save, this)) {
    setWindowTitle(words.title);
    setMinimumWidth(kWidth);
    hint_->setFit(widgets::TextLabel::Fit::Wrap);
    hint_->setSecondary();
    form_->setHorizontalSpacing(theme::kGap16);
    form_->setVerticalSpacing(theme::kGap8);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    save_->setAccessibleName(save_->text());
    save_->setProperty("tone", QStringLiteral("primary"));
    save_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap16);
    layout->addLayout(form_);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &QDialog::accept);
}

void RouteDialog::addField(const QString& name, QWidget* field) {
    field->setAccessibleName(name);
    form_->addRow(new widgets::TextLabel(name, theme::TextRole::Body, QFont::Normal, this), field);
}

void RouteDialog::addWide(const QString& name, QWidget* field) {
    field->setAccessibleName(name);
    form_->addRow(field);
}

void RouteDialog::addHint() { form_->addRow(new QWidget(this), hint_); }

void RouteDialog::setHint(const QString& hint) { hint_->setText(hint); }

void RouteDialog::showEvent(QShowEvent* event) {
    widgets::tabInLayoutOrder(*this);
    QDialog::showEvent(event);
}

void RouteDialog::setComplete(bool isComplete) { save_->setEnabled(isComplete); }

}  // namespace footlight::channel
