#include "ui/people/form.h"

#include <QFormLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::people {
namespace {

/// As wide as the names in a Section, so that both stand in one line.
constexpr int kNameWidth = 168;

}  // namespace

Form::Form(QWidget* parent) : QWidget(parent), rows_(new QFormLayout(this)) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setHorizontalSpacing(theme::kGap16);
    rows_->setVerticalSpacing(theme::kGap8);
    rows_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

void Form::add(const QString& name, QWidget* control) {
    auto* label = new widgets::TextLabel(name, theme::TextRole::Body, QFont::Normal, this);
    label->setMinimumHeight(theme::kControlHeight);
    label->setFixedWidth(kNameWidth);
    label->setFit(widgets::TextLabel::Fit::Wrap);
    if (control->accessibleName().isEmpty()) {
        control->setAccessibleName(name);
    }
    rows_->addRow(label, control);
}

void Form::add(QWidget* control) {
    auto* nothing = new QWidget(this);
    nothing->setFixedWidth(kNameWidth);
    rows_->addRow(nothing, control);
}

void Form::setShown(QWidget* control, bool isShown) { rows_->setRowVisible(control, isShown); }

}  // namespace footlight::people
