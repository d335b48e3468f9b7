#include "core/media/bitstream/flv_enhanced.h"
#include "core/media/bitstream/flv_tag.h"

namespace footlight::media::flv {

namespace {

constexpr std::uint8_t kAvc = 7;
/// AAC is always told as 44.1 kHz, 16 bit, stereo; the truth is in the AudioSpecificConfig.
constexpr std::uint8_t kAacTagHeader = 0xAF;
/// Likewise; each frame of MP3 tells it itself.
constexpr std::uint8_t kMp3TagHeader = 0x2F;
constexpr std::uint8_t kEnhancedAudio = 0x90;
constexpr std::uint8_t kEnhancedVideo = 0x80;
/// In front of a FLAC stream: its signature, and the header of the one metadata block, STREAMINFO (RFC 9639
/// 8).
constexpr std::string_view kFlacSignature = "fLaC";
constexpr std::uint32_t kLastBlockOf34Bytes = 0x80000022;

bool isLegacy(Codec codec, TrackId track) {
    return track == 0 && (codec == Codec::H264 || codec == Codec::Aac || codec == Codec::Mp3);
}

std::uint8_t frameTypeBits(bool isKeyFrame) { return isKeyFrame ? 0x10 : 0x20; }

/// `first` holds what stands above the packet type.
TagHeader enhanced(Codec codec, TrackId track, std::uint32_t first, std::uint32_t packet) {
    TagHeader header;
    if (track == 0) {
        header.append(first | packet, 1);
        header.append(fourCcOf(codec));
        return header;
    }
    const auto multitrack = kindOf(codec) == MediaKind::Video
                                ? static_cast<std::uint32_t>(VideoPacket::Multitrack)
                                : static_cast<std::uint32_t>(AudioPacket::Multitrack);
    header.append(first | multitrack, 1);
    header.append(static_cast<std::uint32_t>(MultitrackKind::OneTrack) << 4 | packet, 1);
    header.append(fourCcOf(codec));
    header.append(track, 1);
    return header;
}

TagHeader legacyVideo(bool isKeyFrame, std::uint32_t packetType, std::uint32_t offset) {
    TagHeader header;
    header.append(frameTypeBits(isKeyFrame) | kAvc, 1);
    header.append(packetType, 1);
    header.append(offset, 3);
    return header;
}

TagHeader legacyAudio(Codec codec, std::uint32_t packetType) {
    TagHeader header;
    if (codec == Codec::Mp3) {
        header.append(kMp3TagHeader, 1);
        return header;
    }
    header.append(kAacTagHeader, 1);
    header.append(packetType, 1);
    return header;
}

}  // namespace

void TagHeader::append(std::uint32_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        bytes_[size_++] = static_cast<std::uint8_t>(value >> shift);
    }
}

void TagHeader::append(std::string_view text) {
    for (const char letter : text) {
        bytes_[size_++] = static_cast<std::uint8_t>(letter);
    }
}

std::string_view fourCcOf(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return "avc1";
        case Codec::Hevc:
            return "hvc1";
        case Codec::Av1:
            return "av01";
        case Codec::Vp9:
            return "vp09";
        case Codec::Aac:
            return "mp4a";
        case Codec::Opus:
            return "Opus";
        case Codec::Flac:
            return "fLaC";
        case Codec::Mp3:
            return ".mp3";
    }
    return "none";
}

TagHeader configurationHeader(Codec codec, TrackId track) {
    const bool isVideo = kindOf(codec) == MediaKind::Video;
    if (isLegacy(codec, track)) {
        return isVideo ? legacyVideo(true, 0, 0) : legacyAudio(codec, 0);
    }
    if (isVideo) {
        return enhanced(codec, track, kEnhancedVideo | frameTypeBits(true),
                        static_cast<std::uint32_t>(VideoPacket::SequenceStart));
    }
    TagHeader header =
        enhanced(codec, track, kEnhancedAudio, static_cast<std::uint32_t>(AudioPacket::SequenceStart));
    if (codec == Codec::Flac) {
        header.append(kFlacSignature);
        header.append(kLastBlockOf34Bytes, 4);
    }
    return header;
}

TagHeader frameHeader(Codec codec, TrackId track, bool isKeyFrame,
                      std::chrono::milliseconds compositionOffset) {
    const auto offset = static_cast<std::uint32_t>(compositionOffset.count()) & 0xFFFFFF;
    if (isLegacy(codec, track)) {
        return kindOf(codec) == MediaKind::Video ? legacyVideo(isKeyFrame, 1, offset) : legacyAudio(codec, 1);
    }
    if (kindOf(codec) == MediaKind::Audio) {
        return enhanced(codec, track, kEnhancedAudio, static_cast<std::uint32_t>(AudioPacket::CodedFrames));
    }
    const bool hasOffset = (codec == Codec::H264 || codec == Codec::Hevc) && offset != 0;
    const bool isBare = !hasOffset && (codec == Codec::H264 || codec == Codec::Hevc);
    TagHeader header =
        enhanced(codec, track, kEnhancedVideo | frameTypeBits(isKeyFrame),
                 static_cast<std::uint32_t>(isBare ? VideoPacket::CodedFramesX : VideoPacket::CodedFrames));
    if (hasOffset) {
        header.append(offset, 3);
    }
    return header;
}

}  // namespace footlight::media::flv
