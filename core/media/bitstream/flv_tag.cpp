#include "core/media/bitstream/flv_tag.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/media/bitstream/flv_enhanced.h"

namespace footlight::media::flv {

namespace {

constexpr std::uint8_t kEnhancedVideo = 0x80;
constexpr std::uint8_t kEnhancedAudio = 9;
constexpr std::uint8_t kAvc = 7;
constexpr std::uint8_t kHevc = 12;  ///< not in the standard; what Chinese encoders and services agreed on
constexpr std::uint8_t kAac = 10;
constexpr std::uint8_t kMp3 = 2;
constexpr std::uint8_t kMp3At8Khz = 14;
constexpr std::uint8_t kKeyFrame = 1;
constexpr std::uint8_t kCommandFrame = 5;

std::string videoCodecName(unsigned id) {
    switch (id) {
        case 2:
            return "Sorenson H.263";
        case 3:
        case 6:
            return "Screen Video";
        case 4:
        case 5:
            return "VP6";
        default:
            return fmt::format("of unknown codec {}", id);
    }
}

std::string audioCodecName(unsigned id) {
    switch (id) {
        case 0:
        case 3:
            return "uncompressed";
        case 1:
            return "ADPCM";
        case 4:
        case 5:
        case 6:
            return "Nellymoser";
        case 7:
        case 8:
            return "G.711";
        case 11:
            return "Speex";
        default:
            return fmt::format("of unknown codec {}", id);
    }
}

}  // namespace

tl::unexpected<Error> unsupportedCodec(MediaKind kind, std::string_view codec) {
    const std::string_view which = kind == MediaKind::Video ? "video" : "audio";
    return fail(
        ErrorCategory::Unsupported, "flv.codec",
        fmt::format("the stream's {} is {}; this relay takes H.264, HEVC, AV1 and VP9 video, and AAC, "
                    "Opus, FLAC and MP3 audio: choose one of those in the encoder",
                    which, codec));
}

tl::unexpected<Error> cutTag(std::string_view what) {
    return fail(ErrorCategory::Corrupt, "flv.cut", fmt::format("{} message is cut short", what));
}

Result<Tags> parseVideo(ByteView body) {
    if (body.empty()) {
        return Tags();
    }
    if ((body[0] & kEnhancedVideo) != 0) {
        return parseEnhancedVideo(body);
    }
    ByteReader reader(body);
    const std::uint8_t first = reader.u8();
    if (first >> 4 == kCommandFrame) {
        return Tags();
    }
    const unsigned codec = first & 0x0F;
    if (codec != kAvc && codec != kHevc) {
        return unsupportedCodec(MediaKind::Video, videoCodecName(codec));
    }
    const std::uint8_t packetType = reader.u8();
    const std::uint32_t offset = reader.u24();
    if (!reader.ok()) {
        return cutTag("a video");
    }
    if (packetType > 2) {
        return fail(ErrorCategory::Corrupt, "flv.packet_type", "a video message is of no known kind");
    }
    Tag tag;
    tag.codec = codec == kAvc ? Codec::H264 : Codec::Hevc;
    tag.kind = packetType == 0   ? TagKind::Configuration
               : packetType == 1 ? TagKind::Frame
                                 : TagKind::EndOfSequence;
    tag.isKeyFrame = first >> 4 == kKeyFrame;
    const auto signedOffset = static_cast<std::int32_t>(offset << 8) >> 8;
    tag.compositionOffset = std::chrono::milliseconds(signedOffset);
    tag.payload = reader.rest();
    return tag.kind == TagKind::Frame && tag.payload.empty() ? Tags() : Tags{tag};
}

Result<Tags> parseAudio(ByteView body) {
    if (body.empty()) {
        return Tags();
    }
    const unsigned format = body[0] >> 4;
    if (format == kEnhancedAudio) {
        return parseEnhancedAudio(body);
    }
    Tag tag;
    tag.isKeyFrame = true;
    if (format == kMp3 || format == kMp3At8Khz) {
        tag.codec = Codec::Mp3;
        tag.payload = body.subspan(1);
        return tag.payload.empty() ? Tags() : Tags{tag};
    }
    if (format != kAac) {
        return unsupportedCodec(MediaKind::Audio, audioCodecName(format));
    }
    if (body.size() < 2) {
        return cutTag("an AAC");
    }
    if (body[1] > 1) {
        return fail(ErrorCategory::Corrupt, "flv.packet_type", "an AAC message is of no known kind");
    }
    tag.codec = Codec::Aac;
    tag.kind = body[1] == 0 ? TagKind::Configuration : TagKind::Frame;
    tag.payload = body.subspan(2);
    return tag.payload.empty() ? Tags() : Tags{tag};
}

}  // namespace footlight::media::flv
