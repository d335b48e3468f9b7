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
constexpr auto kAskAgainAfter = 1s;
constexpr auto kTryAgainAfter = 5s;

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
    isAnew_ = false;
    isFetching_ = false;
    askAgainAt_ = {};
    if (std::exchange(isHeld_, false)) {
        Q_EMIT heldChanged(false);
    }
}

void ChatSync::showHistory(const std::vector<wire::ChatMessage>& lines, bool isAll) {
    timeline_.replace(lines);
    covered_ = {isAll ? UtcTime::min() : timeline_.oldest().value_or(UtcTime::max()), UtcTime::max()};
    timeline_.showAsOf(isHeld_ && head_ ? *head_ : UtcTime::max());
}

void ChatSync::hear(const wire::ChatMessage& line, bool isOwn) {
    if (isOwn) {
        timeline_.addOwn(line, isHeld_ ? head_ : std::nullopt);
    } else if (hearsAll()) {
        timeline_.add(line);
        noteTrimmed();
        if (!isHeld_) {
            timeline_.releaseAll();
        }
    }
}

bool ChatSync::shallHold(const PictureMoment& moment) const {
    if (!moment.capturedAt) {
        return false;
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
    head_ = moment.capturedAt ? std::optional(less(*moment.capturedAt, offset_)) : std::nullopt;
    if (isHeld_) {
        const bool isMoved = before && (*head_ < *before - kJumpBack || *head_ > *before + kJumpAhead);
        reach(*head_);
        if (std::exchange(isAnew_, false) || isMoved) {
            timeline_.showAsOf(*head_);
        } else {
            timeline_.advanceTo(*head_);
        }
    } else if (kind_ == Kind::Live) {
        isAnew_ = false;
        if (wasHeld) {
            letGo();
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
    ++room_;  // answers to former questions are of no use
    timeline_.clear();
    covered_ = {};
    fetch(UtcTime::min(), UtcTime::max(), Use::Beside);
}

/// Sees to it that chat about the head is at hand.
void ChatSync::reach(UtcTime head) {
    if (!archive_ || isFetching_ || clock_.steadyNow() < askAgainAt_) {
        return;
    }
    const bool isInside = covered_.from <= head && head <= covered_.to;
    const bool isJustBefore = head < covered_.from && covered_.from < head + kFetchBack && hearsAll() &&
                              timeline_.size() < ChatTimeline::kMostLines;
    if (isInside && !hearsAll() && covered_.to < head + kFetchWhenNearer) {
        fetch(covered_.to, head + kFetchAhead, Use::Beside);
    } else if (isJustBefore) {
        fetch(less(head, kFetchBack), covered_.from, Use::Beside);
    } else if (!isInside) {
        fetch(less(head, kFetchBack), head + 1s, Use::InPlace);
    }
}

void ChatSync::fetch(UtcTime from, UtcTime to, Use use) {
    if (!archive_) {
        return;
    }
    isFetching_ = true;
    askAgainAt_ = clock_.steadyNow() + kAskAgainAfter;
    archive_->fetch(from, to, {this, [this, use, to, room = room_](Result<ChatStretch> fetched) {
                                   if (room != room_) {
                                       return;
                                   }
                                   isFetching_ = false;
                                   if (fetched) {
                                       take(std::move(*fetched), to, use);
                                   } else {
                                       askAgainAt_ = clock_.steadyNow() + kTryAgainAfter;
                                   }
                               }});
}

void ChatSync::take(ChatStretch stretch, UtcTime wanted, Use use) {
    if (use == Use::InPlace) {
        timeline_.replace(stretch.lines);
        covered_ = {stretch.from, stretch.to};
    } else {
        timeline_.insert(stretch.lines);
        if (stretch.from > covered_.to) {
            // So much was said that its first part was left out.
            fetch(covered_.to, stretch.from, Use::Beside);
            return;
        }
        covered_ = {std::min(covered_.from, stretch.from), std::max(covered_.to, stretch.to)};
    }
    noteTrimmed();
    if (stretch.to < wanted) {
        fetch(stretch.to, wanted, Use::Beside);  // or its last part
    }
    if (!isHeld_) {
        timeline_.showAsOf(UtcTime::max());
    } else if (use == Use::InPlace || stretch.from < *head_) {
        timeline_.showAsOf(*head_);
    }
}

/// The oldest lines go where there are too many.
void ChatSync::noteTrimmed() {
    if (timeline_.size() == ChatTimeline::kMostLines) {
        covered_.from = std::max(covered_.from, *timeline_.oldest());
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
