#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "ui/audience/reaction_swarm.h"

namespace footlight::audience {

class ReactionBoard;

/// Lies over the picture and lets reactions float up in its right third: painted by hand, sixty times a
/// second while something floats and never otherwise. Where the system asks for less motion it tells the
/// counts of the last seconds in a quiet line. The pointer goes through it.
class ReactionField final : public QWidget {
    Q_OBJECT
public:
    explicit ReactionField(QWidget* parent = nullptr);

    void show(const QString& kind, qint64 count);
    void clear();
    /// The board's pictures of a channel's own kinds, which outlives this.
    void setBoard(const ReactionBoard& board);
    [[nodiscard]] bool isMoving() const { return frames_.isActive(); }
    /// What is told in words; empty where reactions float.
    [[nodiscard]] QString quietText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void step();
    [[nodiscard]] QRect swarmRect() const;
    QPixmap pictureOf(const QString& kind);
    [[nodiscard]] QPixmap draw(const QString& kind) const;
    void paintQuiet(QPainter& painter);

    const ReactionBoard* board_ = nullptr;
    ReactionSwarm swarm_;
    QTimer frames_;
    QElapsedTimer sinceFrame_;
    QHash<QString, QPixmap> pictures_;
    qreal picturesScale_ = 0;
    QHash<QString, qint64> quiet_;
    QTimer quietFor_;
};

}  // namespace footlight::audience
