#include "ui/widgets/confirm_dialog.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::widgets {

ConfirmDialog::ConfirmDialog(const Words& words, const QString& tone, QWidget* parent) : QDialog(parent) {
    setWindowTitle(words.verb);
    setAccessibleName(words.question);
    auto* question = new TextLabel(words.question, theme::TextRole::Section, QFont::DemiBold, this);
    question->setFit(TextLabel::Fit::Wrap);
    auto* consequence = new TextLabel(words.consequence, theme::TextRole::Body, QFont::Normal, this);
    consequence->setFit(TextLabel::Fit::Wrap);
    consequence->setSecondary();
    auto* keep = new QPushButton(words.keep, this);
    keep->setAccessibleName(words.keep);
    keep->setProperty("tone", QStringLiteral("large"));
    keep->setDefault(true);
    auto* act = new QPushButton(words.verb, this);
    act->setAccessibleName(words.verb);
    act->setProperty("tone", tone);
    act->setAutoDefault(false);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(act);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap24, theme::kGap24, theme::kGap16);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(question);
    layout->addWidget(consequence);
    layout->addSpacing(theme::kGap16);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    keep->setFocus();
}

}  // namespace footlight::widgets
