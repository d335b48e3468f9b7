#include "ui/people/form.h"

#include <QGridLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

/// As wide as the names in a Section, so that both stand in one line.
constexpr int kNameWidth = 168;

}  // namespace

Form::Form(QWidget* parent) : QWidget(parent), rows_(new QGridLayout(this)) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setHorizontalSpacing(theme::kGap16);
    rows_->setVerticalSpacing(theme::kGap8);
    rows_->setColumnMinimumWidth(0, kNameWidth);
    rows_->setColumnStretch(1, 1);
}

void Form::add(const QString& name, QWidget* control) {
    auto* label = new widgets::TextLabel(name, theme::TextRole::Body, QFont::Normal, this);
    label->setMinimumHeight(theme::kControlHeight);
    label->setFixedWidth(kNameWidth);
    label->setFit(widgets::TextLabel::Fit::Wrap);
    if (control->accessibleName().isEmpty()) {
        control->setAccessibleName(name);
    }
    rows_->addWidget(label, rows_->rowCount(), 0, Qt::AlignTop);
    rows_->addWidget(control, rows_->rowCount() - 1, 1);
    names_.insert(control, label);
}

void Form::add(QWidget* control) {
    // One of its own width would otherwise stand in the middle.
    const bool isNarrow = control->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
    rows_->addWidget(control, rows_->rowCount(), 1, isNarrow ? Qt::AlignLeft : Qt::Alignment());
}

void Form::setShown(QWidget* control, bool isShown) {
    control->setVisible(isShown);
    if (auto* name = names_.value(control)) {
        name->setVisible(isShown);
    }
}

}  // namespace footlight::people
