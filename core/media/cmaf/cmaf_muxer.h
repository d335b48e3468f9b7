#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// One frame on the time line of its track: video in 1/90000 s, audio in samples.
struct Sample {
    MediaKind kind = MediaKind::Video;
    std::int64_t dts = 0;  ///< not negative
    std::int64_t pts = 0;
    std::int64_t duration = 0;
    bool isKeyFrame = false;
    SharedBytes payload;
};

/// Makes CMAF out of encoded frames: one initialisation section, then fragments (moof and mdat) that hold one
/// track or both. One thread at a time.
class CmafMuxer {
public:
    /// Of the tracks 0. Invalid where there is no track, Corrupt where a configuration cannot be read.
    static Result<std::unique_ptr<CmafMuxer>> create(const Tracks& tracks);

    /// ftyp and moov; the same tracks give the same bytes.
    [[nodiscard]] const SharedBytes& initSection() const { return initSection_; }

    /// One fragment: a moof and an mdat of the pictures, then the sound. Within a track samples are in the
    /// order of decoding; a fragment's tfdt is its first sample's dts, whatever came before (ISO/IEC 14496-12
    /// 8.8). Invalid for a track that was not announced.
    Result<SharedBytes> fragment(std::span<const Sample> samples);

private:
    CmafMuxer(SharedBytes initSection, const Tracks& tracks);

    SharedBytes initSection_;
    std::uint32_t videoTrack_;  ///< 0 = there is none
    std::uint32_t audioTrack_;
    bool isAv1_;
    std::uint32_t sequence_ = 0;
};

}  // namespace footlight::media
