#pragma once

#include <string>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What an AV1 sequence header says (AV1 5.5).
struct Av1SequenceHeader {
    int width = 0;         ///< pixels, the largest of the sequence
    int height = 0;        ///< pixels, the largest of the sequence
    double frameRate = 0;  ///< frames a second; 0 where it does not say
};

/// Looks for a sequence header among OBUs that carry their sizes: configOBUs of av1C, or a key frame.
/// NotFound, Corrupt.
Result<Av1SequenceHeader> findAv1SequenceHeader(ByteView obus);

/// What an AV1CodecConfigurationRecord (av1C, AV1-ISOBMFF 2.3) says, and its sequence header.
struct Av1Configuration {
    Av1SequenceHeader sequence;  ///< zeros where the record brings none: each key frame does
    std::string codec;           ///< AV1-ISOBMFF 5: "av01.0.08M.08"
};

/// Corrupt where it is cut or broken.
Result<Av1Configuration> parseAv1Configuration(ByteView av1C);

/// The same as the track that the rest of Footlight knows; without a size where av1C brings none.
Result<VideoTrack> av1Track(ByteView av1C);

}  // namespace footlight::media
