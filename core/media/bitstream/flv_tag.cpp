#include "core/media/bitstream/flv_tag.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"

namespace footlight::media::flv {

namespace {

constexpr std::uint8_t kEnhancedVideo = 0x80;
constexpr std::uint8_t kEnhancedAudio = 9;
constexpr std::uint8_t kAvc = 7;
constexpr std::uint8_t kAac = 10;
constexpr std::uint8_t kKeyFrame = 1;
constexpr std::uint8_t kCommandFrame = 5;
/// AAC is always told as 44.1 kHz, 16 bit, stereo; the truth is in the AudioSpecificConfig.
constexpr std::uint8_t kAacTagHeader = 0xAF;

tl::unexpected<Error> unsupported(std::string_view kind, std::string_view codec) {
    return fail(ErrorCategory::Unsupported, "flv.codec",
                fmt::format("the stream's {} is {}; this relay takes H.264 video and AAC audio: choose those "
                            "in the encoder",
                            kind, codec));
}

tl::unexpected<Error> cut(std::string_view kind) {
    return fail(ErrorCategory::Corrupt, "flv.cut", fmt::format("an {} message is cut short", kind));
}

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
        case 12:
            return "HEVC";
        case 13:
            return "AV1";
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
        case 2:
        case 14:
            return "MP3";
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

/// What an Enhanced RTMP header names. The FourCC stands behind the first byte, also in the multitrack form
/// but one byte later; where it is none of those we know, it is shown as far as it can be printed.
std::string fourCcName(ByteView body) {
    std::string text;
    for (const std::uint8_t byte : body.subspan(0, std::min<std::size_t>(body.size(), 5)).subspan(1)) {
        text += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '?';
    }
    if (text == "hvc1" || text == "hev1") {
        return "HEVC (hvc1)";
    }
    return text + " in Enhanced RTMP";
}

}  // namespace

Result<Tag> parseVideo(ByteView body) {
    if (body.empty()) {
        return Tag{};
    }
    if ((body[0] & kEnhancedVideo) != 0) {
        return unsupported("video", fourCcName(body));
    }
    ByteReader reader(body);
    const std::uint8_t first = reader.u8();
    if (first >> 4 == kCommandFrame) {
        return Tag{};
    }
    if ((first & 0x0F) != kAvc) {
        return unsupported("video", videoCodecName(first & 0x0F));
    }
    const std::uint8_t packetType = reader.u8();
    const std::uint32_t offset = reader.u24();
    if (!reader.ok()) {
        return cut("H.264");
    }
    if (packetType > 2) {
        return fail(ErrorCategory::Corrupt, "flv.packet_type", "an H.264 message is of no known kind");
    }
    Tag tag;
    tag.kind = packetType == 0   ? TagKind::Configuration
               : packetType == 1 ? TagKind::Frame
                                 : TagKind::EndOfSequence;
    tag.isKeyFrame = first >> 4 == kKeyFrame;
    const auto signedOffset = static_cast<std::int32_t>(offset << 8) >> 8;
    tag.compositionOffset = std::chrono::milliseconds(signedOffset);
    tag.payload = reader.rest();
    if (tag.kind == TagKind::Frame && tag.payload.empty()) {
        tag.kind = TagKind::Nothing;
    }
    return tag;
}

Result<Tag> parseAudio(ByteView body) {
    Tag tag;
    tag.codec = Codec::Aac;
    tag.isKeyFrame = true;
    if (body.empty()) {
        return tag;
    }
    const unsigned format = body[0] >> 4;
    if (format == kEnhancedAudio) {
        return unsupported("audio", fourCcName(body));
    }
    if (format != kAac) {
        return unsupported("audio", audioCodecName(format));
    }
    if (body.size() < 2) {
        return cut("AAC");
    }
    if (body[1] > 1) {
        return fail(ErrorCategory::Corrupt, "flv.packet_type", "an AAC message is of no known kind");
    }
    tag.payload = body.subspan(2);
    if (!tag.payload.empty()) {
        tag.kind = body[1] == 0 ? TagKind::Configuration : TagKind::Frame;
    }
    return tag;
}

std::array<std::uint8_t, 5> videoConfigurationHeader() { return {kKeyFrame << 4 | kAvc, 0, 0, 0, 0}; }

std::array<std::uint8_t, 5> videoFrameHeader(bool isKeyFrame, std::chrono::milliseconds compositionOffset) {
    const auto offset = static_cast<std::uint32_t>(compositionOffset.count());
    const std::uint8_t frameType = isKeyFrame ? kKeyFrame : 2;
    return {static_cast<std::uint8_t>(frameType << 4 | kAvc), 1, static_cast<std::uint8_t>(offset >> 16),
            static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset)};
}

std::array<std::uint8_t, 2> audioConfigurationHeader() { return {kAacTagHeader, 0}; }

std::array<std::uint8_t, 2> audioFrameHeader() { return {kAacTagHeader, 1}; }

}  // namespace footlight::media::flv
