#pragma once

#include <string>

#include "core/base/result.h"
#include "core/media/types/track.h"

namespace footlight::media {

/// What a VPCodecConfigurationRecord (vpcC, VP Codec ISO Media File Format Binding) says.
struct Vp9Configuration {
    int profile = 0;
    int level = 0;  ///< ten times the level, 0 = not said
    int bitDepth = 8;
    std::string codec;  ///< "vp09.00.41.08"
};

/// What the uncompressed header of a VP9 key frame says (VP9 6.2).
struct Vp9KeyFrame {
    int profile = 0;
    int bitDepth = 8;
    int chromaSubsampling = 1;  ///< as vpcC has it: 1 = 4:2:0, 2 = 4:2:2, 3 = 4:4:4
    bool isFullRange = false;
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
};

/// With or without the version and flags of the box in front. Corrupt where it is cut.
Result<Vp9Configuration> parseVp9Configuration(ByteView vpcC);

/// Corrupt where it is no key frame.
Result<Vp9KeyFrame> parseVp9KeyFrame(ByteView frame);

/// A track without a size: that stands in key frames only. Its configuration is the eight bytes of the
/// record.
Result<VideoTrack> vp9Track(ByteView vpcC);

/// The track of an encoder that sends no configuration.
Result<VideoTrack> vp9TrackOf(ByteView keyFrame);

}  // namespace footlight::media
