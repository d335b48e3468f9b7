#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/types/media_time.h"
#include "core/media/types/track.h"

namespace footlight::media::ffmpeg {

/// One coded frame as its container holds it: length-prefixed NAL units or raw AAC out of MP4, Annex B or
/// ADTS out of a transport stream (whose tracks have no configuration).
struct CodedFrame {
    MediaKind kind = MediaKind::Video;
    MediaTime dts{};
    MediaTime pts{};
    MediaTime duration{};
    bool isKeyFrame = false;
    Bytes data;
};

/// What a chunk holds: at most one video and one audio track, frames of each in decoding order.
struct DemuxedChunk {
    Tracks tracks;
    std::vector<CodedFrame> frames;
};

/// Takes a whole chunk apart: `initSegment` (ftyp and moov, RFC 8216 EXT-X-MAP) and moof/mdat runs, a whole
/// MP4, or a transport stream segment with an empty `initSegment`. Keeps nothing between chunks, opens no
/// file and no address. Any thread. Corrupt: not one of these. Unsupported: encrypted, or no track of a codec
/// that we decode.
Result<DemuxedChunk> demux(ByteView initSegment, ByteView media);

}  // namespace footlight::media::ffmpeg
