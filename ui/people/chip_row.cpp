#include "ui/people/chip_row.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/theme/metrics.h"

namespace footlight::people {

ChipRow::ChipRow(const QString& name, QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setAccessibleName(name);
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(theme::kGap4);
    row_->addStretch(1);
    hide();
}

void ChipRow::setWords(const QStringList& words, const QString& chosen) {
    if (words == words_ && chosen == chosen_) {
        return;
    }
    words_ = words;
    chosen_ = chosen;
    qDeleteAll(findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    QStringList shown = words;
    if (!chosen.isEmpty() && !shown.contains(chosen)) {
        shown.prepend(chosen);
    }
    for (const QString& word : shown) {
        auto* chip = new QPushButton(QString(word).replace(QLatin1Char('&'), QStringLiteral("&&")), this);
        chip->setProperty("tone", QStringLiteral("quiet"));
        chip->setCheckable(true);
        chip->setChecked(word == chosen);
        chip->setAccessibleName(tr("%1: %2").arg(accessibleName(), word));
        connect(chip, &QPushButton::clicked, this,
                [this, word](bool isOn) { Q_EMIT this->chosen(isOn ? word : QString()); });
        row_->insertWidget(row_->count() - 1, chip);
    }
    setVisible(!shown.isEmpty());
}

QSize ChipRow::minimumSizeHint() const { return {0, theme::kControlHeight}; }

}  // namespace footlight::people
