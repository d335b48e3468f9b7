#include "ui/audience/reaction_counts.h"

#include <QHBoxLayout>

#include "ui/audience/reaction_board.h"
#include "ui/models/wording.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {

ReactionCounts::ReactionCounts(ReactionBoard& board, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Reactions since the start"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kGap12, 0, theme::kGap12, 0);
    row->setSpacing(theme::kGap4);
    for (const QString& kind : ReactionBoard::kinds()) {
        auto* emoji = new widgets::TextLabel(kind, theme::TextRole::Caption, QFont::Normal, this);
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
            figure->setText(models::countText(counts_[kind]));
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
