#include "core/playback/media_fetcher.h"

#include <algorithm>

namespace footlight::playback {
namespace {

using namespace std::chrono_literals;
using hls::MediaPlaylist;

constexpr qsizetype kSegmentBytes = 64 * 1024 * 1024;
constexpr qsizetype kInitBytes = 1024 * 1024;
/// Requests on the way; two of a host's six connections stay free for the playlist and the hint.
constexpr std::size_t kInFlight = 4;
/// Codec changes are rare: two init segments are in use around one, never more for long.
constexpr std::size_t kInits = 4;
constexpr auto kRetryAfter = 200ms;
constexpr int kAttemptsNotFound = 2;
constexpr int kAttempts = 8;
constexpr int kReloadsUntilLost = 2;

std::chrono::milliseconds timeoutFor(media::MediaTime duration) {
    return std::max<std::chrono::milliseconds>(
        8s, std::chrono::duration_cast<std::chrono::milliseconds>(4 * duration));
}

}  // namespace

MediaFetcher::MediaFetcher(HttpFetcher& fetcher, MediaBuffer& buffer, QObject* parent)
    : QObject(parent), fetcher_(fetcher), buffer_(buffer), retry_(this) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &MediaFetcher::pump);
}

void MediaFetcher::reset(std::optional<media::MediaTime> at) {
    wanted_ = at;
    pending_.clear();
    for (const auto& init : inits_) {
        delete init->fetch.data();
    }
    inits_.clear();
    cursor_.reset();
    lastMap_.reset();
    deliveredHint_.clear();
    followsHole_ = isFinished_ = false;
    lostReloads_ = 0;
    retry_.stop();
}

void MediaFetcher::update(std::shared_ptr<const MediaPlaylist> playlist, const QUrl& base) {
    playlist_ = std::move(playlist);
    base_ = base;
    if (isFinished_ && playlist_->endList) {
        return;
    }
    if (isFinished_) {
        reset();
    }
    if (cursor_ && isLost(*playlist_, *cursor_)) {
        if (isHeld_ || ++lostReloads_ < kReloadsUntilLost) {
            return;
        }
        reset();
    }
    lostReloads_ = 0;
    if (!cursor_ && !join()) {
        return;
    }
    auto items = itemsFrom(*playlist_, *cursor_);
    adoptHint(items);
    for (auto& item : items) {
        lastMap_ = item.map;
        lastEra_ = item.era;
        append(std::move(item), false);
    }
    addHint();
    pump();
    deliver();
}

bool MediaFetcher::join() {
    const auto place = wanted_ ? joinPointAt(*playlist_, *wanted_) : joinPoint(*playlist_);
    if (!place) {
        return false;
    }
    cursor_ = place->cursor;
    joined_ = place;
    wanted_.reset();
    buffer_.restart();
    return true;
}

/// The part that was asked for as a hint is listed by now, or something else is in its place.
void MediaFetcher::adoptHint(std::vector<MediaItem>& items) {
    if (items.empty()) {
        return;
    }
    auto& first = items.front();
    if (!deliveredHint_.empty()) {
        const bool isSame = first.uri == deliveredHint_;
        deliveredHint_.clear();
        if (isSame) {
            items.erase(items.begin());
        }
        return;
    }
    if (pending_.empty() || !pending_.back()->isHint) {
        return;
    }
    auto& hint = *pending_.back();
    if (hint.item.uri != first.uri) {
        pending_.pop_back();
        return;
    }
    hint.isHint = false;
    hint.item = std::move(first);
    lastMap_ = hint.item.map;
    lastEra_ = hint.item.era;
    items.erase(items.begin());
}

void MediaFetcher::addHint() {
    const bool hasHint = !pending_.empty() && pending_.back()->isHint;
    const auto hint = std::find_if(playlist_->preloadHints.begin(), playlist_->preloadHints.end(),
                                   [](const auto& one) { return one.type == hls::PreloadHint::Type::Part; });
    if (hint == playlist_->preloadHints.end() || hasHint || hint->uri == deliveredHint_ || !lastMap_ ||
        playlist_->endList) {
        return;
    }
    MediaItem item;
    item.uri = hint->uri;
    item.map = lastMap_;
    item.era = lastEra_;
    item.duration = 3 * playlist_->targetDuration;
    append(std::move(item), true);
}

void MediaFetcher::append(MediaItem item, bool isHint) {
    auto pending = std::make_unique<Pending>();
    pending->item = std::move(item);
    pending->isHint = isHint;
    pending->followsHole = std::exchange(followsHole_, false);
    pending_.push_back(std::move(pending));
}

void MediaFetcher::pump() {
    if (!buffer_.hasRoomForChunks()) {
        return;
    }
    std::size_t looked = 0;
    for (auto& pending : pending_) {
        if (++looked > kInFlight) {
            break;
        }
        if (!pending->fetch && !pending->body) {
            start(*pending);
        }
    }
}

void MediaFetcher::start(Pending& pending) {
    if (pending.item.map) {
        auto& init = initSegmentFor(*pending.item.map);
        if (!init.body && !init.fetch) {
            startInit(init);
        }
    }
    ++pending.attempts;
    FetchRequest request{base_.resolved(QUrl(QString::fromStdString(pending.item.uri))), pending.item.range,
                         kSegmentBytes, timeoutFor(pending.item.duration)};
    pending.fetch = fetcher_.fetch(this, std::move(request), [this, &pending](Result<Fetched> result) {
        pending.fetch.clear();
        arrived(pending, std::move(result));
    });
}

void MediaFetcher::arrived(Pending& pending, Result<Fetched> result) {
    if (!result) {
        failed(pending, result.error());
        return;
    }
    pending.body = std::move(result->body);
    pending.arrivedAt = std::chrono::steady_clock::now();
    deliver();
    pump();
}

void MediaFetcher::failed(Pending& pending, const Error& error) {
    if (pending.isHint) {
        forget(pending);
        deliver();
        return;
    }
    if (error.category() == ErrorCategory::Denied || error.category() == ErrorCategory::Invalid) {
        Q_EMIT refused(QString::fromStdString(error.message()));
        return;
    }
    const int most = error.category() == ErrorCategory::NotFound ? kAttemptsNotFound : kAttempts;
    if (pending.attempts >= most) {
        giveUp(MediaItem(pending.item), pending.isReplacement);
    }
    retry_.start(kRetryAfter);
    Q_EMIT stale();
}

/// A part's segment may be complete by now and there as a whole. If not, later parts go on without it: the
/// sound after a short silence, the picture from the next key frame.
void MediaFetcher::giveUp(const MediaItem& item, bool isReplacement) {
    Cursor again{item.at.sequence, 0};
    auto items = isReplacement ? std::vector<MediaItem>{} : itemsFrom(*playlist_, again);
    const bool isComplete =
        !items.empty() && items.front().uri != item.uri && again.sequence > item.at.sequence;
    if (!isComplete) {
        const auto hole = std::find_if(pending_.begin(), pending_.end(), [&](const auto& one) {
            return one->item.at == item.at && !one->isHint;
        });
        const auto next = hole == pending_.end() ? hole : pending_.erase(hole);
        (next == pending_.end() ? followsHole_ : (*next)->followsHole) = true;
        return;
    }
    std::erase_if(pending_,
                  [&](const auto& one) { return one->item.at.sequence == item.at.sequence && !one->isHint; });
    auto whole = std::make_unique<Pending>();
    whole->item = std::move(items.front());
    whole->isReplacement = true;
    pending_.push_front(std::move(whole));
    cursor_ = std::max(*cursor_, again);
}

MediaFetcher::InitSegment& MediaFetcher::initSegmentFor(const hls::Map& map) {
    const auto found =
        std::find_if(inits_.begin(), inits_.end(), [&](const auto& init) { return init->map == map; });
    if (found != inits_.end()) {
        return **found;
    }
    if (inits_.size() >= kInits) {
        delete inits_.front()->fetch.data();
        inits_.pop_front();
    }
    inits_.push_back(std::make_unique<InitSegment>(InitSegment{map, {}, {}, 0}));
    return *inits_.back();
}

void MediaFetcher::startInit(InitSegment& init) {
    ++init.attempts;
    auto range = init.map.range;
    if (range) {
        range->offset = range->offset.value_or(0);
    }
    FetchRequest request{base_.resolved(QUrl(QString::fromStdString(init.map.uri))), range, kInitBytes, 8s};
    init.fetch = fetcher_.fetch(this, std::move(request), [this, &init](Result<Fetched> result) {
        init.fetch.clear();
        if (result) {
            init.body = std::move(result->body);
            deliver();
            return;
        }
        if (result.error().category() == ErrorCategory::Denied || init.attempts >= kAttempts) {
            Q_EMIT refused(QString::fromStdString(result.error().message()));
            return;
        }
        Q_EMIT stale();
        QTimer::singleShot(kRetryAfter, this, [this, map = init.map] {
            auto& again = initSegmentFor(map);
            if (!again.body && !again.fetch) {
                startInit(again);
            }
        });
    });
}

void MediaFetcher::deliver() {
    while (!pending_.empty() && pending_.front()->body) {
        auto& front = *pending_.front();
        QByteArray initSegment;
        if (front.item.map) {
            auto& init = initSegmentFor(*front.item.map);
            if (!init.body) {
                if (!init.fetch && init.attempts == 0) {
                    startInit(init);
                }
                return;
            }
            initSegment = *init.body;
        }
        pushChunk(front, initSegment);
        pending_.pop_front();
    }
    if (pending_.empty() && cursor_ && playlist_->endList && !isFinished_ &&
        !(*cursor_ < endOf(*playlist_))) {
        isFinished_ = true;
        buffer_.finish();
    }
}

void MediaFetcher::pushChunk(Pending& pending, const QByteArray& initSegment) {
    if (pending.isHint) {
        deliveredHint_ = pending.item.uri;
    }
    MediaChunk chunk;
    chunk.initSegment = initSegment;
    chunk.data = std::move(*pending.body);
    chunk.era = pending.item.era;
    chunk.startsAt = pending.item.startsAt;
    if (const auto joined = std::exchange(joined_, std::nullopt)) {
        chunk.lead = joined->lead;
        chunk.listedAt = joined->listedAt;
    }
    chunk.followsHole = pending.followsHole;
    chunk.arrivedAt = pending.arrivedAt;
    buffer_.push(std::move(chunk));
}

void MediaFetcher::forget(const Pending& pending) {
    std::erase_if(pending_, [&](const auto& one) { return one.get() == &pending; });
}

}  // namespace footlight::playback
