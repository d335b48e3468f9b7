#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <variant>

#include "core/media/types/packet.h"

namespace footlight::relay::fanout {

/// What waits for one service: frames of the picture and of one sound track. Bounded by bytes and by time:
/// past a limit, what waits is dropped and counted, up to the newest key frame or, where that is too old as
/// well, to the next. Used on one thread.
class FrameQueue {
public:
    using Item = std::variant<media::Tracks, media::Packet>;

    struct Limits {
        std::size_t bytes = 8 * 1024 * 1024;
        media::MediaTime time = std::chrono::seconds{5};  ///< from the oldest frame to the newest
    };
    FrameQueue(Limits limits, media::TrackId audioTrack) : limits_(limits), audioTrack_(audioTrack) {}

    void tracks(const media::Tracks& tracks);
    [[nodiscard]] bool hasTracks(const media::Tracks& tracks) const { return tracks_ == tracks; }
    void push(const media::Packet& packet);
    /// From now on frames are kept, from the next key frame on; what was there is gone. The tracks come
    /// first.
    void open();
    void close();
    std::optional<Item> pop();
    /// Another choice of sound takes effect at once.
    void setAudioTrack(media::TrackId track);

    [[nodiscard]] std::int64_t dropped() const { return dropped_; }

private:
    [[nodiscard]] bool isWanted(const media::Packet& packet) const;
    [[nodiscard]] media::Tracks chosen() const;
    [[nodiscard]] bool begins(const Item& item) const;
    [[nodiscard]] bool isOver(const media::Packet& next) const;
    void dropOld(const media::Packet& next);
    void dropUntil(std::deque<Item>::iterator first);

    Limits limits_;
    media::TrackId audioTrack_;
    media::Tracks tracks_;
    std::deque<Item> items_;
    std::size_t bytes_ = 0;
    std::int64_t dropped_ = 0;
    bool isOpen_ = false;
    bool awaitsKeyFrame_ = true;
};

}  // namespace footlight::relay::fanout
