#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <variant>

#include "core/media/types/packet.h"

namespace footlight::relay::fanout {

/// What waits for one service: frames of the picture and of one sound track. Bounded by bytes: past the limit
/// everything that waits is dropped and counted, up to the next key frame. Used on one thread.
class FrameQueue {
public:
    using Item = std::variant<media::Tracks, media::Packet>;

    FrameQueue(std::size_t limit, media::TrackId audioTrack) : limit_(limit), audioTrack_(audioTrack) {}

    void tracks(const media::Tracks& tracks);
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
    void clear();

    std::size_t limit_;
    media::TrackId audioTrack_;
    media::Tracks tracks_;
    std::deque<Item> items_;
    std::size_t bytes_ = 0;
    std::int64_t dropped_ = 0;
    bool isOpen_ = false;
    bool awaitsKeyFrame_ = true;
};

}  // namespace footlight::relay::fanout
