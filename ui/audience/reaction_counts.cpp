#include "ui/audience/reaction_counts.h"

#include <QHBoxLayout>
#include <QLocale>

#include "ui/audience/reaction_board.h"
#include "ui/models/wording.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

/// "984", "1.2k", "12k": six of them stand side by side.
QString shortText(qint64 count) {
    if (count < 1000) {
        return QLocale().toString(count);
    }
    const double thousands = static_cast<double>(count) / 1000;
    return ReactionCounts::tr("%1k").arg(QLocale().toString(thousands, 'f', thousands < 10 ? 1 : 0));
}

}  // namespace

ReactionCounts::ReactionCounts(ReactionBoard& board, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Reactions since the start"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGap4, 0, theme::kGap4, 0);
    row->setSpacing(2);  // the side of the Studio is narrow
    for (const QString& kind : ReactionBoard::kinds()) {
        auto* emoji = new widgets::TextLabel(kind, theme::TextRole::Caption, QFont::Normal, this);
        QFont font = emoji->font();
        font.setFamilies({QStringLiteral("Noto Color Emoji"), font.family()});
        emoji->setFont(font);
        auto* figure = new widgets::FigureLabel(theme::TextRole::Caption, this);
        figure->setAccessibleName(ReactionBoard::nameOf(kind));
        figure->setToolTip(ReactionBoard::nameOf(kind));
        figures_.insert(kind, figure);
        row->addWidget(emoji);
        row->addWidget(figure);
        row->addStretch(1);
    }
    connect(&board, &ReactionBoard::reacted, this, [this](const QString& kind, qint64 count) {
        if (auto* figure = figures_.value(kind)) {
            counts_[kind] += count;
            figure->setText(shortText(counts_[kind]));
            figure->setToolTip(
                QStringLiteral("%1: %2").arg(ReactionBoard::nameOf(kind), models::countText(counts_[kind])));
            setVisible(true);
        }
    });
    clear();
}

void ReactionCounts::clear() {
    counts_.clear();
    for (auto* figure : std::as_const(figures_)) {
        figure->setText(models::countText(0));
    }
    hide();
}

}  // namespace footlight::audience
