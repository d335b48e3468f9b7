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
    std::int64_t dts = 0;
    std::int64_t pts = 0;  ///< not before dts
    std::int64_t duration = 0;
    bool isKeyFrame = false;
    SharedBytes payload;
};

/// Makes CMAF out of encoded frames: one initialisation section, then fragments (moof and mdat) that hold
/// both tracks. One thread at a time.
class CmafMuxer {
public:
    /// Invalid where there is no track, Unsupported for a codec that does not go into MP4 here.
    static Result<std::unique_ptr<CmafMuxer>> create(const Tracks& tracks);
    ~CmafMuxer();
    CmafMuxer(const CmafMuxer&) = delete;
    CmafMuxer& operator=(const CmafMuxer&) = delete;

    /// ftyp and moov; the same tracks give the same bytes.
    [[nodiscard]] const SharedBytes& initSection() const;

    /// One fragment. Within a track samples are in the order of decoding; a fragment's tfdt is its first
    /// sample's dts, whatever came before.
    Result<SharedBytes> fragment(std::span<const Sample> samples);

private:
    struct State;
    explicit CmafMuxer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::media
