#pragma once

#include <QHash>
#include <QTimer>

#include "ui/audience/room_link.h"

namespace footlight::audience {

/// What is thrown in: our own, gathered into few messages and at most ten a second, and everybody's as the
/// relay counts them. The RoomLink outlives it.
class ReactionBoard final : public QObject {
    Q_OBJECT
public:
    explicit ReactionBoard(RoomLink& link, QObject* parent = nullptr);

    /// One of the emoji that kinds() offers. More than ten in a second are not sent.
    void throwIn(const QString& kind);
    static const QStringList& kinds();
    /// "Fire": for screen readers and tool tips.
    static QString nameOf(const QString& kind);

    [[nodiscard]] bool mayThrow() const { return link_.self().has_value() && !link_.channel().isEmpty(); }

Q_SIGNALS:
    /// So many in the last second, our own at once.
    void reacted(const QString& kind, qint64 count);
    void rightsChanged();
    void refused(const QString& sentence);

private:
    void flush();
    void take(const wire::Reactions& told);

    RoomLink& link_;
    QHash<QString, qint64> unsent_;
    QHash<QString, qint64> shown_;  ///< ours that the relay's counts will hold again
    QTimer flush_;
    QTimer second_;
    QTimer forget_;  ///< what was not counted by then will not be
    qint64 inThisSecond_ = 0;
};

}  // namespace footlight::audience
