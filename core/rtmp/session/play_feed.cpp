#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <mutex>
#include <utility>

#include "core/rtmp/session/play.h"
#include "core/rtmp/session/play_listener.h"

namespace footlight::rtmp {

using media::MediaKind;

namespace {

/// Frames that may wait for one loop; some minute of a stream.
constexpr std::size_t kMostWaiting = 4'096;

/// The players of one loop, and what is on its way to them.
struct LoopPlayers {
    explicit LoopPlayers(const net::Executor& on) : executor(on), timer(on) {}

    net::Executor executor;
    std::vector<PlayListener*> listeners;  ///< touched on the loop alone
    std::size_t count = 0;                 ///< of them; under the feed's mutex, as all below
    PlayFrames waiting;
    bool isPosted = false;
    boost::asio::steady_timer timer;  ///< when sound has waited long enough
    bool isTimed = false;
};

struct Cached {
    media::Packet packet;
    std::uint64_t number = 0;
    PlayFramePtr frame;  ///< once somebody wanted it
};

}  // namespace

struct PlayFeed::State {
    explicit State(PlayFeedLimits with) : limits(with) {}

    void take(const std::shared_ptr<State>& self, const media::Packet& packet);
    void end(const std::shared_ptr<State>& self);
    void keep(Cached cached);
    void post(const std::shared_ptr<State>& self, const std::shared_ptr<LoopPlayers>& loop);
    void postLater(const std::shared_ptr<State>& self, const std::shared_ptr<LoopPlayers>& loop);
    void deliver(LoopPlayers& loop);
    PlayFramePtr frameOf(const media::Packet& packet, std::uint64_t number);
    [[nodiscard]] bool isEntry(const media::Packet& packet) const;
    std::shared_ptr<LoopPlayers> loopFor(const net::Executor& executor);

    const PlayFeedLimits limits;
    std::mutex mutex;
    media::Tracks tracks;
    StreamMetadata metadata;
    std::shared_ptr<const PlayPreamble> preamble;
    std::vector<Cached> group;  ///< from the newest key frame on
    std::size_t groupBytes = 0;
    std::uint64_t nextNumber = 0;
    std::size_t players = 0;
    bool isEnded = false;
    std::vector<std::shared_ptr<LoopPlayers>> loops;
};

PlayFeed::PlayFeed(PlayFeedLimits limits) : state_(std::make_shared<State>(limits)) {}

PlayFeed::~PlayFeed() { state_->end(state_); }

void PlayFeed::tracks(const media::Tracks& tracks) {
    const std::lock_guard guard(state_->mutex);
    state_->tracks = tracks;
    state_->preamble = makePreamble(tracks, state_->metadata);
    // What is kept belongs to the old tracks; it is told apart by its number alone.
    state_->group.clear();
    state_->groupBytes = 0;
}

void PlayFeed::metadata(const StreamMetadata& metadata) {
    const std::lock_guard guard(state_->mutex);
    state_->metadata = metadata;
    state_->preamble = makePreamble(state_->tracks, metadata);
}

void PlayFeed::packet(const media::Packet& packet) { state_->take(state_, packet); }

void PlayFeed::ended() { state_->end(state_); }

std::size_t PlayFeed::players() const {
    const std::lock_guard guard(state_->mutex);
    return state_->players;
}

const PlayFeedLimits& PlayFeed::limits() const { return state_->limits; }

void PlayFeed::join(net::Executor executor, PlayListener& listener) {
    PlayFrames newest;
    bool isEnded = false;
    {
        const std::lock_guard guard(state_->mutex);
        const auto loop = state_->loopFor(executor);
        loop->listeners.push_back(&listener);
        ++loop->count;
        ++state_->players;
        for (Cached& cached : state_->group) {
            if (!cached.frame) {
                cached.frame = state_->frameOf(cached.packet, cached.number);
            }
            newest.push_back(cached.frame);
        }
        isEnded = state_->isEnded;
    }
    if (!newest.empty()) {
        listener.frames(newest);
    }
    if (isEnded) {
        listener.ended();
    }
}

void PlayFeed::leave(PlayListener& listener) {
    const std::lock_guard guard(state_->mutex);
    for (const auto& loop : state_->loops) {
        const auto found = std::find(loop->listeners.begin(), loop->listeners.end(), &listener);
        if (found != loop->listeners.end()) {
            loop->listeners.erase(found);
            --loop->count;
            --state_->players;
            break;
        }
    }
    std::erase_if(state_->loops, [](const auto& loop) { return loop->count == 0; });
}

void PlayFeed::State::take(const std::shared_ptr<State>& self, const media::Packet& packet) {
    const std::lock_guard guard(mutex);
    if (isEnded || !codecOf(tracks, packet.kind, packet.track)) {
        return;
    }
    const std::uint64_t number = nextNumber++;
    const PlayFramePtr frame = players > 0 ? frameOf(packet, number) : nullptr;
    keep({packet, number, frame});
    const bool mayWait = packet.kind == MediaKind::Audio && tracks.video && limits.gather.count() > 0;
    for (const auto& loop : loops) {
        if (loop->waiting.size() >= kMostWaiting) {
            loop->waiting.clear();  // players see the gap, and go on at the next key frame
        }
        loop->waiting.push_back(frame);
        if (mayWait) {
            postLater(self, loop);
        } else {
            post(self, loop);
        }
    }
}

void PlayFeed::State::end(const std::shared_ptr<State>& self) {
    const std::lock_guard guard(mutex);
    if (!std::exchange(isEnded, true)) {
        group.clear();
        for (const auto& loop : loops) {
            post(self, loop);
        }
    }
}

void PlayFeed::State::post(const std::shared_ptr<State>& self, const std::shared_ptr<LoopPlayers>& loop) {
    if (!std::exchange(loop->isPosted, true)) {
        boost::asio::post(loop->executor, [self, loop] { self->deliver(*loop); });
    }
}

/// A timer that is under way stays so, whatever goes out before: it comes too early for nobody.
void PlayFeed::State::postLater(const std::shared_ptr<State>& self,
                                const std::shared_ptr<LoopPlayers>& loop) {
    if (loop->isPosted || std::exchange(loop->isTimed, true)) {
        return;
    }
    loop->timer.expires_after(limits.gather);
    loop->timer.async_wait([self, loop](const boost::system::error_code&) {
        bool isNeeded = false;
        {
            const std::lock_guard guard(self->mutex);
            loop->isTimed = false;
            isNeeded = !loop->waiting.empty() && !loop->isPosted;
        }
        if (isNeeded) {
            self->deliver(*loop);
        }
    });
}

void PlayFeed::State::deliver(LoopPlayers& loop) {
    PlayFrames frames;
    bool isOver = false;
    {
        const std::lock_guard guard(mutex);
        frames.swap(loop.waiting);
        loop.isPosted = false;
        isOver = isEnded;
    }
    for (PlayListener* listener : loop.listeners) {
        listener->frames(frames);
        if (isOver) {
            listener->ended();
        }
    }
}

void PlayFeed::State::keep(Cached cached) {
    if (isEntry(cached.packet)) {
        group.clear();
        groupBytes = 0;
    } else if (group.empty()) {
        return;
    }
    groupBytes += cached.packet.payload->size();
    if (groupBytes > limits.groupBytes) {
        group.clear();
        return;
    }
    group.push_back(std::move(cached));
}

bool PlayFeed::State::isEntry(const media::Packet& packet) const {
    const bool isMain = packet.track == 0 && packet.isKeyFrame;
    return isMain && packet.kind == (tracks.video ? MediaKind::Video : MediaKind::Audio);
}

PlayFramePtr PlayFeed::State::frameOf(const media::Packet& packet, std::uint64_t number) {
    return makePlayFrame(packet, *codecOf(tracks, packet.kind, packet.track), number, preamble,
                         isEntry(packet));
}

std::shared_ptr<LoopPlayers> PlayFeed::State::loopFor(const net::Executor& executor) {
    const auto found = std::find_if(loops.begin(), loops.end(),
                                    [&](const auto& loop) { return loop->executor == executor; });
    if (found != loops.end()) {
        return *found;
    }
    return loops.emplace_back(std::make_shared<LoopPlayers>(executor));
}

}  // namespace footlight::rtmp
