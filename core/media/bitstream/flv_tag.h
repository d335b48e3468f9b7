#pragma once

#include <array>
#include <chrono>

#include "core/base/result.h"
#include "core/media/types/packet.h"

/// The bodies of FLV audio and video tags, which are the bodies of RTMP messages 8 and 9 (FLV 10.1 E.4).
namespace footlight::media::flv {

enum class TagKind : std::uint8_t {
    Configuration,  ///< `payload` is avcC or an AudioSpecificConfig
    Frame,          ///< `payload` is one encoded frame
    EndOfSequence,
    Nothing,  ///< legal and without content: a silence marker, a command frame
};

/// One tag body taken apart; `payload` points into it. Which codec it is, is said by `codec`.
struct Tag {
    TagKind kind = TagKind::Nothing;
    Codec codec = Codec::H264;
    bool isKeyFrame = false;        ///< audio: always true
    MediaTime compositionOffset{};  ///< pts - dts, may be negative; video frames alone
    ByteView payload;
};

/// Corrupt where it is cut; Unsupported, naming the codec or FourCC and those we take, for any other codec.
Result<Tag> parseVideo(ByteView body);
Result<Tag> parseAudio(ByteView body);

/// The bytes that stand before the payload in the body of each tag that we send.
std::array<std::uint8_t, 5> videoConfigurationHeader();
std::array<std::uint8_t, 5> videoFrameHeader(bool isKeyFrame, std::chrono::milliseconds compositionOffset);
std::array<std::uint8_t, 2> audioConfigurationHeader();
std::array<std::uint8_t, 2> audioFrameHeader();

}  // namespace footlight::media::flv
