#pragma once

#include <deque>
#include <optional>

#include "core/base/clock.h"
#include "core/media/types/packet.h"

namespace footlight::capture {

/// An encoded frame with what a destination must know beyond the stream itself.
struct OutgoingPacket {
    media::Packet packet;
    UtcTime capturedAt{};     ///< when the picture was composed, in the relay's clock
    bool disposable = false;  ///< no other frame refers to it
};

struct QueueLimits {
    media::MediaTime disposableAfter = std::chrono::milliseconds(600);  ///< then frames that nobody needs go
    media::MediaTime videoAfter =
        std::chrono::milliseconds(1500);                    ///< then video up to the next key frame goes
    media::MediaTime audioAfter = std::chrono::seconds(6);  ///< then the oldest sound goes
    media::MediaTime heldGop = std::chrono::seconds(6);  ///< most that is kept while there is no connection
    std::size_t bytes = 8 * 1024 * 1024;                 ///< of everything; video goes first
};

/// What waits to be sent to one destination, oldest first, bounded in time and bytes. A slow destination
/// loses disposable frames first, then video up to the next key frame; sound is kept as long as it can be.
/// While holding (no connection) it keeps the newest group of pictures only, so that a connection begins with
/// a key frame and near the present. Not thread-safe.
class DestinationQueue {
public:
    DestinationQueue() = default;
    explicit DestinationQueue(QueueLimits limits) : limits_(limits) {}

    void push(OutgoingPacket packet);
    std::optional<OutgoingPacket> pop();
    /// The connection is gone: from now on only the newest group of pictures is kept. A queue begins like
    /// that.
    void hold();
    /// There is a connection: what is held goes out first.
    void release() { holding_ = false; }

    [[nodiscard]] media::MediaTime duration() const;
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    [[nodiscard]] std::uint64_t droppedFrames() const { return droppedFrames_; }

private:
    void pushVideo(OutgoingPacket packet);
    void append(OutgoingPacket packet);
    [[nodiscard]] media::MediaTime videoDuration() const;
    void dropDisposable();
    void dropToKeyFrame();
    void boundAudio();
    void boundBytes();
    void popFront();
    void clear();
    template <typename Predicate>
    void dropVideoIf(Predicate predicate);

    QueueLimits limits_;
    std::deque<OutgoingPacket> packets_;
    std::size_t bytes_ = 0;
    std::uint64_t droppedFrames_ = 0;
    bool holding_ = true;
    bool needsKeyFrame_ = true;
};

}  // namespace footlight::capture
