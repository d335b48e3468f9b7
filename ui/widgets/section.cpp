#include "ui/widgets/section.h"

#include <QGridLayout>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {
namespace {

constexpr int kNameWidth = 168;

}  // namespace

Section::Section(const QString& title, const QString& sentence, QWidget* parent)
    : QFrame(parent), rows_(new QGridLayout(this)) {
    setProperty("surface", QStringLiteral("card"));
    setAccessibleName(title);
    rows_->setContentsMargins(theme::kGap24, theme::kGap16, theme::kGap24, theme::kGap24);
    rows_->setHorizontalSpacing(theme::kGap16);
    rows_->setVerticalSpacing(theme::kGap8);
    rows_->setColumnMinimumWidth(0, kNameWidth);
    rows_->setColumnStretch(1, 1);
    addWide(new TextLabel(title, theme::TextRole::Section, QFont::DemiBold, this));
    if (!sentence.isEmpty()) {
        auto* words = new TextLabel(sentence, theme::TextRole::Body, QFont::Normal, this);
        words->setFit(TextLabel::Fit::Wrap);
        words->setSecondary();
        words->setContentsMargins(0, 0, 0, theme::kGap8);
        addWide(words);
    }
}

void Section::addRow(const QString& name, QWidget* control, const QString& hint) {
    const int row = rows_->rowCount();
    auto* label = new TextLabel(name, theme::TextRole::Body, QFont::Normal, this);
    label->setMinimumHeight(theme::kControlHeight);
    rows_->addWidget(label, row, 0, Qt::AlignTop);
    // A control of fixed width would otherwise hold the whole column narrow.
    const bool fixed = control->maximumWidth() < QWIDGETSIZE_MAX;
    rows_->addWidget(control, row, 1, fixed ? Qt::AlignLeft : Qt::Alignment());
    if (control->accessibleName().isEmpty()) {
        control->setAccessibleName(name);
    }
    if (!hint.isEmpty()) {
        auto* words = new TextLabel(hint, theme::TextRole::Caption, QFont::Normal, this);
        words->setFit(TextLabel::Fit::Wrap);
        words->setSecondary();
        rows_->addWidget(words, row + 1, 1);
    }
}

void Section::addWide(QWidget* widget) { rows_->addWidget(widget, rows_->rowCount(), 0, 1, 2); }

}  // namespace footlight::widgets
