#pragma once

#include "core/base/byte_reader.h"
#include "core/media/bitstream/flv_tag.h"

/// The extended headers of Enhanced RTMP, for the parts of core/media/bitstream/flv_tag.h.
namespace footlight::media::flv {

/// What low four bits of the first byte mean, or of the byte that stands for them behind ModEx and multitrack
/// headers.
enum class VideoPacket : std::uint8_t {
    SequenceStart = 0,
    CodedFrames = 1,
    SequenceEnd = 2,
    CodedFramesX = 3,  ///< without a composition offset
    Metadata = 4,
    Mpeg2TsSequenceStart = 5,
    Multitrack = 6,
    ModEx = 7
};

enum class AudioPacket : std::uint8_t {
    SequenceStart = 0,
    CodedFrames = 1,
    SequenceEnd = 2,
    MultichannelConfig = 4,
    Multitrack = 5,
    ModEx = 7
};

enum class MultitrackKind : std::uint8_t { OneTrack = 0, ManyTracks = 1, ManyTracksManyCodecs = 2 };

/// `body` begins with the byte that has the high bit of an extended video header, or audio format 9.
Result<Tags> parseEnhancedVideo(ByteView body);
Result<Tags> parseEnhancedAudio(ByteView body);

/// The refusals that both forms of header share.
tl::unexpected<Error> unsupportedCodec(MediaKind kind, std::string_view codec);
tl::unexpected<Error> cutTag(std::string_view what);

}  // namespace footlight::media::flv
