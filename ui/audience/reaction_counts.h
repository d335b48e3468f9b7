#pragma once

#include <QHash>
#include <QWidget>

class QHBoxLayout;

namespace footlight::widgets {
class FigureLabel;
}

namespace footlight::audience {

class ReactionBoard;

/// How many of each reaction were thrown in since the room was entered: the Studio's view of them. Takes no
/// room while there are none; a channel's own kinds stand in a second row. The board outlives it.
class ReactionCounts final : public QWidget {
    Q_OBJECT
public:
    explicit ReactionCounts(ReactionBoard& board, QWidget* parent = nullptr);

    void clear();
    [[nodiscard]] qint64 countOf(const QString& kind) const { return counts_.value(kind); }

private:
    widgets::FigureLabel* addFigure(const QString& kind);
    widgets::FigureLabel* addOwn(const QString& kind);
    void add(const QString& kind, qint64 count);

    ReactionBoard& board_;
    QHBoxLayout* own_;
    QHash<QString, qint64> counts_;
    QHash<QString, widgets::FigureLabel*> figures_;
};

}  // namespace footlight::audience
