#pragma once

#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/bitstream/parameter_sets.h"
#include "core/media/types/packet.h"

namespace footlight::media::ffmpeg {

/// One track of a transport stream on its way into our form: Annex B becomes length-prefixed units, ADTS raw
/// AAC, and the frames themselves tell the configuration.
class ElementaryStream {
public:
    /// `configuration` is what the container says (Opus), else empty.
    ElementaryStream(Codec codec, TrackId track, Bytes configuration);

    /// The time of the next frame in 1/90000 s, before take(): what its packet says, else where the sound
    /// before it ends (one packet of a transport stream holds many frames). Nothing where neither is known.
    std::optional<std::int64_t> stamp(std::optional<std::int64_t> told);
    /// The frame's payload; nothing where it holds none, or is damaged.
    Result<std::optional<Bytes>> take(ByteView frame);
    /// True once its configuration is known.
    [[nodiscard]] bool isKnown() const { return isKnown_; }
    /// Writes what is known of it into `tracks`.
    void describe(Tracks& tracks) const;

    [[nodiscard]] MediaKind kind() const { return kindOf(codec_); }
    [[nodiscard]] TrackId track() const { return track_; }

private:
    std::optional<Bytes> takeVideo(ByteView frame);
    Result<std::optional<Bytes>> takeAac(ByteView frame);
    void learn(const Result<AudioTrack>& track);
    [[nodiscard]] int samplesOf(ByteView frame) const;

    Codec codec_;
    TrackId track_;
    ParameterSets sets_;
    Bytes configuration_;
    bool isKnown_ = false;
    VideoTrack video_;
    AudioTrack audio_;
    std::optional<std::int64_t> told_;  ///< the newest time that a packet told
    std::int64_t samples_ = 0;          ///< since then
};

}  // namespace footlight::media::ffmpeg
