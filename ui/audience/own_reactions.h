#pragma once

#include <QFrame>

class QListWidget;
class QListWidgetItem;

namespace footlight::audience {

class ReactionBoard;

/// The channel's own pictures to throw in, opened over a page: it stays open while they are thrown. Closes by
/// Escape and by a click elsewhere. The board outlives it.
class OwnReactions final : public QFrame {
    Q_OBJECT
public:
    explicit OwnReactions(ReactionBoard& board, QWidget* parent = nullptr);

    /// With its foot on this point of the screen, at its left.
    void openAbove(const QPoint& global);

private:
    void fill();
    void throwIn(const QListWidgetItem& item);

    ReactionBoard& board_;
    QListWidget* grid_;
};

}  // namespace footlight::audience
