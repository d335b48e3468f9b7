#pragma once

#include <array>
#include <chrono>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/media/types/packet.h"

/// The bodies of FLV audio and video tags, which are the bodies of RTMP messages 8 and 9 (FLV 10.1 E.4,
/// Enhanced RTMP v1 and v2).
namespace footlight::media::flv {

enum class TagKind : std::uint8_t {
    Configuration,  ///< `payload` is what the codec's track has as its configuration, as it was sent
    Frame,          ///< `payload` is one encoded frame
    EndOfSequence,
    Unknown,  ///< of a kind, or of a further track in a codec, that is left out here; `codec` says nothing
};

/// What one tag body says of one track; `payload` points into the body.
struct Tag {
    TagKind kind = TagKind::Frame;
    Codec codec = Codec::H264;
    TrackId track = 0;
    bool isKeyFrame = false;        ///< audio: always true
    MediaTime compositionOffset{};  ///< pts - dts, may be negative; video frames alone
    MediaTime timeOffset{};         ///< to add to the tag's time: less than a millisecond (ModEx)
    ByteView payload;
};

/// None for what is legal and without content: a silence marker, a command frame, colour metadata.
using Tags = std::vector<Tag>;

/// One tag for each track in the body. Corrupt where it is cut; Unsupported, naming the codec or FourCC and
/// those we take, where the default track is of any other codec.
Result<Tags> parseVideo(ByteView body);
Result<Tags> parseAudio(ByteView body);

/// The bytes that stand before the payload in the body of a tag that we write.
class TagHeader {
public:
    void append(std::uint32_t value, int width);
    void append(std::string_view text);
    [[nodiscard]] ByteView view() const { return ByteView(bytes_).first(size_); }
    operator ByteView() const { return view(); }

private:
    std::array<std::uint8_t, 20> bytes_{};
    std::size_t size_ = 0;
};

/// False for MP3, which tells everything in each frame.
constexpr bool hasConfiguration(Codec codec) { return codec != Codec::Mp3; }

/// H.264, AAC and MP3 of the default track are written as every reader knows them, the rest as Enhanced RTMP;
/// further tracks as multitrack messages of one track (v2).
TagHeader configurationHeader(Codec codec, TrackId track);
TagHeader frameHeader(Codec codec, TrackId track, bool isKeyFrame,
                      std::chrono::milliseconds compositionOffset);

/// The FourCC of Enhanced RTMP: "hvc1".
std::string_view fourCcOf(Codec codec);

}  // namespace footlight::media::flv
