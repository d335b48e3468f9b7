#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/media/types/packet.h"

namespace footlight::relay::origin {

/// A slate in memory, in its own times from zero on. Immutable; shared by every broadcast that shows it.
struct SlateClip {
    media::Tracks tracks;
    std::vector<media::Packet> packets;  ///< in the order of decoding, the first picture a key frame
    media::MediaTime duration{};

    /// Reads a finished FLV file of H.264 and AAC. Corrupt where it cannot be shown. Blocks.
    static Result<SlateClip> load(const std::filesystem::path& file);
};

using SlateClipPtr = std::shared_ptr<const SlateClip>;

/// Plays a slate round and round, as a source of packets that is never at its end.
class SlatePlayer {
public:
    /// What the broadcast has not is left out; at least one kind is in the clip.
    SlatePlayer(SlateClipPtr clip, bool hasVideo, bool hasAudio);

    [[nodiscard]] const media::Tracks& tracks() const { return tracks_; }
    /// How long a picture lasts, or a frame of sound.
    [[nodiscard]] media::MediaTime frame() const { return frame_; }
    /// The next packet that is due at `time` since the beginning.
    std::optional<media::Packet> next(media::MediaTime time);

private:
    SlateClipPtr clip_;
    media::Tracks tracks_;
    media::MediaTime frame_{};
    media::MediaTime round_{};  ///< when this round began
    std::size_t at_ = 0;
};

}  // namespace footlight::relay::origin
