#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "core/base/result.h"
#include "core/media/types/packet.h"

namespace footlight::media::ffmpeg {

/// Takes an MPEG transport stream apart as it comes: one program's video and up to eight of its sound tracks,
/// in our packets (length-prefixed NAL units, raw AAC), on one time line from zero. Opens no file and no
/// address. One thread, which waits in `read`.
class TransportDemuxer {
public:
    /// Waits for bytes of whole packets and writes them; 0 at the end. Never throws.
    using Read = std::function<std::size_t(std::span<std::uint8_t>)>;

    /// `program`: its number, 0 for the first one. Waits for the stream's tables: Corrupt where it ends
    /// before.
    static Result<TransportDemuxer> open(Read read, int program);
    ~TransportDemuxer();
    TransportDemuxer(TransportDemuxer&& other) noexcept;
    TransportDemuxer& operator=(TransportDemuxer&&) = delete;

    /// The next frame, nothing at the end. Frames before all tracks are known (three seconds at the most) and
    /// before the first key frame are left out. Unsupported, naming the codec and those that are taken, where
    /// there is no video or no sound but in other codecs.
    Result<std::optional<Packet>> next();
    /// What the packet that next() gave belongs to.
    [[nodiscard]] const Tracks& tracks() const;

private:
    struct State;
    explicit TransportDemuxer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::media::ffmpeg
