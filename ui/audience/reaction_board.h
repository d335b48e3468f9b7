#pragma once

#include <QHash>
#include <QPixmap>
#include <QTimer>
#include <functional>
#include <vector>

#include "ui/audience/room_link.h"

namespace footlight::audience {

/// What is thrown in: our own, gathered into few messages and at most ten a second, and everybody's as the
/// relay counts them. The RoomLink outlives it.
class ReactionBoard final : public QObject {
    Q_OBJECT
public:
    explicit ReactionBoard(RoomLink& link, QObject* parent = nullptr);

    /// One of the emoji that kinds() offers, or of emotes(). More than ten in a second are not sent.
    void throwIn(const QString& kind);
    static const QStringList& kinds();
    /// "Fire": for screen readers and tool tips.
    static QString nameOf(const QString& kind);

    /// One of the channel's own pictures.
    struct Emote {
        QString kind;  ///< `:name:`
        QString name;
        QString hash;
    };
    [[nodiscard]] const std::vector<Emote>& emotes() const { return emotes_; }
    /// A picture by its hash; null until it is there. Whoever is asked has it fetched, and says so by
    /// picturesLoaded().
    using Pictures = std::function<QPixmap(const QString& hash)>;
    void setPictures(Pictures pictures);
    void picturesLoaded() { Q_EMIT emotesChanged(); }
    /// Null for an emoji, for what the channel does not have, and while it is fetched.
    [[nodiscard]] QPixmap pictureOf(const QString& kind) const;
    static bool isEmote(const QString& kind);

    [[nodiscard]] bool mayThrow() const { return link_.self().has_value() && !link_.channel().isEmpty(); }

Q_SIGNALS:
    /// So many in the last second, our own at once.
    void reacted(const QString& kind, qint64 count);
    void rightsChanged();
    /// emotes() or a picture of them is another.
    void emotesChanged();
    void refused(const QString& sentence);

private:
    void flush();
    void take(const wire::Reactions& told);
    void setEmotes(const std::vector<wire::Emote>& emotes);

    RoomLink& link_;
    std::vector<Emote> emotes_;
    Pictures pictures_;
    QHash<QString, qint64> unsent_;
    QHash<QString, qint64> shown_;  ///< ours that the relay's counts will hold again
    QTimer flush_;
    QTimer second_;
    QTimer forget_;  ///< what was not counted by then will not be
    qint64 inThisSecond_ = 0;
};

}  // namespace footlight::audience
