#include "ui/audience/reaction_board.h"

#include <algorithm>

namespace footlight::audience {
namespace {

constexpr qint64 kPerSecond = 10;
constexpr std::chrono::milliseconds kGather{150};
constexpr std::chrono::seconds kCountedWithin{4};

}  // namespace

ReactionBoard::ReactionBoard(RoomLink& link, QObject* parent) : QObject(parent), link_(link) {
    flush_.setSingleShot(true);
    flush_.setInterval(kGather);
    connect(&flush_, &QTimer::timeout, this, &ReactionBoard::flush);
    second_.setSingleShot(true);
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, [this] { inThisSecond_ = 0; });
    forget_.setSingleShot(true);
    forget_.setInterval(kCountedWithin);
    connect(&forget_, &QTimer::timeout, this, [this] { shown_.clear(); });
    connect(&link_, &RoomLink::entered, this, [this] {
        unsent_.clear();
        shown_.clear();
        setEmotes({});
    });
    connect(&link_, &RoomLink::joined, this,
            [this](const wire::Joined& joined) { setEmotes(joined.emotes); });
    connect(&link_, &RoomLink::selfChanged, this, &ReactionBoard::rightsChanged);
    client::LiveSocket& live = link_.relay().live();
    connect(&live, &client::LiveSocket::reactionsReceived, this, [this](const wire::Reactions& told) {
        if (link_.isHere(told.channel)) {
            take(told);
        }
    });
    connect(&live, &client::LiveSocket::emotesChanged, this, [this](const wire::EmotesChanged& changed) {
        if (link_.isHere(changed.channel)) {
            setEmotes(changed.emotes);
        }
    });
    connect(&live, &client::LiveSocket::refused, this, [this](const QString& message, const QString& code) {
        if (code.startsWith(QStringLiteral("reaction."))) {
            Q_EMIT refused(message);
        }
    });
}

const QStringList& ReactionBoard::kinds() {
    static const QStringList kAll{QStringLiteral("🔥"), QStringLiteral("👏"), QStringLiteral("❤️"),
                                  QStringLiteral("😂"), QStringLiteral("😮"), QStringLiteral("🎉")};
    return kAll;
}

QString ReactionBoard::nameOf(const QString& kind) {
    const QStringList names{tr("Fire"),     tr("Applause"), tr("Heart"),
                            tr("Laughter"), tr("Surprise"), tr("Party")};
    const auto at = kinds().indexOf(kind);
    return at >= 0 ? names[at] : isEmote(kind) ? kind.mid(1, kind.size() - 2) : kind;
}

bool ReactionBoard::isEmote(const QString& kind) {
    return kind.size() > 2 && kind.startsWith(QLatin1Char(':')) && kind.endsWith(QLatin1Char(':'));
}

void ReactionBoard::setEmotes(const std::vector<wire::Emote>& emotes) {
    emotes_.clear();
    for (const auto& emote : emotes) {
        const QString name = QString::fromStdString(emote.name);
        emotes_.push_back({QStringLiteral(":%1:").arg(name), name, QString::fromStdString(emote.hash)});
    }
    Q_EMIT emotesChanged();
}

void ReactionBoard::setPictures(Pictures pictures) { pictures_ = std::move(pictures); }

QPixmap ReactionBoard::pictureOf(const QString& kind) const {
    const auto found = std::find_if(emotes_.begin(), emotes_.end(),
                                    [&kind](const Emote& emote) { return emote.kind == kind; });
    return found != emotes_.end() && pictures_ ? pictures_(found->hash) : QPixmap();
}

void ReactionBoard::throwIn(const QString& kind) {
    if (!mayThrow()) {
        Q_EMIT refused(tr("Sign in to take part."));
        return;
    }
    if (!second_.isActive()) {
        second_.start();
    }
    if (inThisSecond_ >= kPerSecond) {
        return;
    }
    ++inThisSecond_;
    ++unsent_[kind];
    ++shown_[kind];
    forget_.start();
    Q_EMIT reacted(kind, 1);
    if (!flush_.isActive()) {
        flush_.start();
    }
}

void ReactionBoard::flush() {
    for (auto each = unsent_.cbegin(); each != unsent_.cend(); ++each) {
        link_.relay().live().tell(
            wire::React{link_.channel().toStdString(), each.key().toStdString(), each.value()});
    }
    unsent_.clear();
}

void ReactionBoard::take(const wire::Reactions& told) {
    for (const auto& [utf8, count] : told.counts) {
        const QString kind = QString::fromStdString(utf8);
        const qint64 ours = std::min<qint64>(shown_.value(kind), count);
        if (ours > 0) {
            shown_[kind] -= ours;
        }
        if (count > ours) {
            Q_EMIT reacted(kind, count - ours);
        }
    }
}

}  // namespace footlight::audience
