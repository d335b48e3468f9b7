#include "ui/audience/chat_sync.h"

#include <algorithm>
#include <utility>

namespace footlight::audience {
namespace {

using namespace std::chrono_literals;

constexpr auto kHoldBeyond = 3s;
// Less than that it must fall before chat is let go: no flutter about the limit.
constexpr auto kLetGoBelow = 2s;
// A play head that moves further between two looks was moved by somebody.
constexpr auto kJumpBack = 1s;
constexpr auto kJumpAhead = 10s;
constexpr auto kFetchBack = 5min;
constexpr auto kFetchAhead = 20s;
constexpr auto kFetchWhenNearer = 8s;
// What is shown may lag behind the picture by so much while what is missing is fetched; beyond, it begins
// anew.
constexpr auto kLagsAtMost = 30s;
constexpr auto kAskAgainAfter = 1s;
constexpr auto kTryAgainAfter = 5s;
// A picture that is away for less is on its way to another place: chat does not run ahead meanwhile.
constexpr auto kPictureReturns = 10s;

UtcTime less(UtcTime at, std::chrono::milliseconds by) { return UtcTime(at.time_since_epoch() - by); }

}  // namespace

ChatSync::ChatSync(const Clock& clock, QObject* parent) : QObject(parent), clock_(clock) {
    connect(&timeline_, &ChatTimeline::released, this, &ChatSync::released);
    connect(&timeline_, &ChatTimeline::replaced, this, &ChatSync::replaced);
}

void ChatSync::begin(Kind kind, std::unique_ptr<ChatArchive> archive) {
    end();
    kind_ = kind;
    archive_ = std::move(archive);
    isAnew_ = true;
    if (kind == Kind::Recording) {
        covered_ = {UtcTime::max(), UtcTime::min()};
    }
}

void ChatSync::end() {
    ++room_;
    archive_.reset();
    timeline_.clear();
    kind_ = Kind::Live;
    covered_ = {};
    head_.reset();
    now_.reset();
    isAnew_ = false;
    isFetching_ = false;
    comesBack_ = false;
    lacksLast_ = false;
    askAgainAt_ = {};
    if (std::exchange(isHeld_, false)) {
        Q_EMIT heldChanged(false);
    }
}

void ChatSync::showHistory(const std::vector<wire::ChatMessage>& lines, bool isAll) {
    timeline_.replace(lines);
    comesBack_ = false;
    lacksLast_ = false;
    covered_ = {isAll ? UtcTime::min() : timeline_.oldest().value_or(UtcTime::max()), UtcTime::max()};
    timeline_.showAsOf(shownTo());
}

UtcTime ChatSync::shownTo() const {
    const bool isBehind = head_ && (isHeld_ || kind_ == Kind::Recording);
    return isBehind ? std::min(*head_, covered_.to) : UtcTime::max();
}

void ChatSync::hear(const wire::ChatMessage& line, bool isOwn) {
    if (isOwn) {
        timeline_.addOwn(line, isHeld_ ? head_ : std::nullopt);
        trim();
    } else if (hearsAll() || comesBack_) {
        timeline_.add(line);
        trim();
        if (!isHeld_) {
            timeline_.releaseAll();
        }
    }
}

bool ChatSync::shallHold(const PictureMoment& moment) const {
    if (!moment.capturedAt) {
        return isHeld_ && clock_.steadyNow() < lastPicture_ + kPictureReturns;
    }
    if (kind_ == Kind::Recording || choice_ == SyncChoice::On) {
        return true;
    }
    const auto limit = isHeld_ ? std::chrono::milliseconds(kLetGoBelow) : kHoldBeyond;
    return choice_ == SyncChoice::Automatic && moment.behind && *moment.behind > limit;
}

void ChatSync::follow(const PictureMoment& moment) {
    const bool wasHeld = std::exchange(isHeld_, shallHold(moment));
    const auto before = head_;
    if (moment.capturedAt) {
        lastPicture_ = clock_.steadyNow();
        head_ = less(*moment.capturedAt, offset_);
        now_ = moment.behind ? less(*moment.capturedAt, -*moment.behind) : clock_.utcNow();
    }
    if (isHeld_) {
        // Where all was shown already, a head that went on takes nothing back.
        const bool isMoved =
            before && (*head_ < *before - kJumpBack || (wasHeld && *head_ > *before + kJumpAhead));
        reach(*head_);
        if (std::exchange(isAnew_, false) || isMoved) {
            timeline_.showAsOf(shownTo());
        } else {
            timeline_.advanceTo(shownTo());
        }
    } else if (kind_ == Kind::Live) {
        isAnew_ = false;
        if (wasHeld) {
            letGo();
        }
        if (lacksLast_ && !isFetching_ && clock_.steadyNow() >= askAgainAt_) {
            fetch({UtcTime::min(), UtcTime::max()});
        }
    }
    if (wasHeld != isHeld_) {
        Q_EMIT heldChanged(isHeld_);
    }
}

void ChatSync::letGo() {
    if (hearsAll()) {
        timeline_.releaseAll();
        return;
    }
    beginAnew();
    lacksLast_ = true;
    fetch({UtcTime::min(), UtcTime::max()});
}

/// Nothing is held but what is heard from now on; what was said before is to be fetched.
void ChatSync::beginAnew() {
    ++room_;  // answers to former questions are of no use
    timeline_.clear();
    covered_ = {};
    comesBack_ = false;
}

/// Sees to it that chat about the head is at hand. What is shown is never taken back for it: where the head
/// has passed what is there, what follows that is fetched.
void ChatSync::reach(UtcTime head) {
    if (!archive_ || isFetching_ || clock_.steadyNow() < askAgainAt_) {
        return;
    }
    const bool isNear = covered_.from <= head && (hearsAll() || head <= covered_.to + kLagsAtMost);
    const bool isJustBefore = head < covered_.from && covered_.from < head + kFetchBack && hearsAll() &&
                              timeline_.size() < ChatTimeline::kMostLines;
    const bool isNearLive = kind_ == Kind::Live && now_ && *now_ <= head + kFetchAhead;
    if (isNear && !hearsAll() && covered_.to < head + kFetchWhenNearer) {
        // What is still to be said is heard, not fetched.
        comesBack_ = isNearLive;
        fetch({covered_.to, isNearLive ? UtcTime::max() : head + kFetchAhead});
    } else if (isJustBefore) {
        fetch({less(head, kFetchBack), covered_.from});
    } else if (!isNear && isNearLive) {
        beginAnew();
        fetch({less(head, kFetchBack), UtcTime::max()});
    } else if (!isNear) {
        fetch({less(head, kFetchBack), less(head, -1ms), Use::InPlace, ChatArchive::Part::Newest});
    }
}

void ChatSync::fetch(Wish wish) {
    if (!archive_) {
        return;
    }
    isFetching_ = true;
    askAgainAt_ = clock_.steadyNow() + kAskAgainAfter;
    client::Reply<ChatStretch> reply(this, [this, wish, room = room_](Result<ChatStretch> fetched) {
        if (room != room_) {
            return;
        }
        isFetching_ = false;
        if (fetched) {
            take(std::move(*fetched), wish);
        } else {
            comesBack_ = false;
            askAgainAt_ = clock_.steadyNow() + kTryAgainAfter;
        }
    });
    archive_->fetch(wish.from, wish.to, wish.part, std::move(reply));
}

void ChatSync::take(ChatStretch stretch, const Wish& wish) {
    const bool lacksEnd = stretch.to < wish.to;
    const bool isInPlace = wish.use == Use::InPlace;
    // A part that was left out before it has the end that the whole has.
    const UtcTime end = lacksEnd ? stretch.to : std::max(wish.to, wish.coversTo);
    const bool isOlder = isInPlace || stretch.from < covered_.from;
    if (isInPlace) {
        timeline_.replace(stretch.lines);
        covered_ = {stretch.from, end};
    } else {
        timeline_.insert(stretch.lines);
        if (stretch.from > covered_.to) {
            // So much was said that its first part was left out.
            fetch({covered_.to, stretch.from, Use::Beside, ChatArchive::Part::Any, end});
            return;
        }
        covered_ = {std::min(covered_.from, stretch.from), std::max(covered_.to, end)};
    }
    comesBack_ = false;
    lacksLast_ = false;
    if (isInPlace || (lacksEnd && stretch.to > wish.from)) {
        askAgainAt_ = {};  // the head went on meanwhile: what follows is wanted at once
    }
    trim();
    if (isOlder && stretch.from <= shownTo()) {
        timeline_.showAsOf(shownTo());
    } else {
        timeline_.advanceTo(shownTo());
    }
}

/// There is a bound on how many lines are held: those behind the picture go first, then the farthest ahead.
void ChatSync::trim() {
    const auto kept = timeline_.trim(isHeld_ && head_ ? *head_ : UtcTime::max());
    if (kept.from) {
        covered_.from = std::max(covered_.from, *kept.from);
    }
    if (kept.to) {
        covered_.to = std::min(covered_.to, *kept.to);
        comesBack_ = false;
    }
}

void ChatSync::setChoice(SyncChoice choice) {
    choice_ = choice;
    isAnew_ = true;
}

void ChatSync::setOffset(std::chrono::seconds offset) {
    offset_ = std::clamp(offset, -kMostOffset, kMostOffset);
    isAnew_ = true;
}

}  // namespace footlight::audience
