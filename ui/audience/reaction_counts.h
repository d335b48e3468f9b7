#pragma once

#include <QHash>
#include <QWidget>

namespace footlight::widgets {
class FigureLabel;
}

namespace footlight::audience {

class ReactionBoard;

/// How many of each reaction were thrown in since the room was entered: the Studio's view of them. Takes no
/// room while there are none. The board outlives it.
class ReactionCounts final : public QWidget {
    Q_OBJECT
public:
    explicit ReactionCounts(ReactionBoard& board, QWidget* parent = nullptr);

    void clear();
    [[nodiscard]] qint64 countOf(const QString& kind) const { return counts_.value(kind); }

private:
    QHash<QString, qint64> counts_;
    QHash<QString, widgets::FigureLabel*> figures_;
};

}  // namespace footlight::audience
