#include "core/media/bitstream/flv_enhanced.h"

#include <cmath>
#include <optional>
#include <string>

namespace footlight::media::flv {

namespace {

constexpr std::uint8_t kKeyFrame = 1;
constexpr std::uint8_t kCommandFrame = 5;
constexpr std::uint8_t kNanosecondOffset = 0;
constexpr std::uint32_t kNanosecondsAMillisecond = 1'000'000;
constexpr int kMostModifiers = 8;

/// What audio and video have in common of an extended header.
struct Header {
    MediaKind kind{};
    bool isKeyFrame = true;
    std::uint8_t packet = 0;
    MediaTime timeOffset{};
    bool isMultitrack = false;
    MultitrackKind multitrack{};
    ByteView fourCc;
};

std::uint8_t multitrackOf(MediaKind kind) {
    return kind == MediaKind::Video ? static_cast<std::uint8_t>(VideoPacket::Multitrack)
                                    : static_cast<std::uint8_t>(AudioPacket::Multitrack);
}

std::optional<Codec> codecOf(MediaKind kind, ByteView fourCc) {
    for (const Codec codec : {Codec::H264, Codec::Hevc, Codec::Av1, Codec::Vp9, Codec::Aac, Codec::Opus,
                              Codec::Flac, Codec::Mp3}) {
        if (kindOf(codec) == kind && textOf(fourCc) == fourCcOf(codec)) {
            return codec;
        }
    }
    return std::nullopt;
}

std::string shown(ByteView fourCc) {
    std::string text;
    for (const std::uint8_t byte : fourCc) {
        text += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '?';
    }
    return text + " in Enhanced RTMP";
}

/// ModEx headers, each followed by the kind of what comes behind it.
Result<void> readModifiers(ByteReader& reader, Header& header) {
    for (int count = 0; header.packet == static_cast<std::uint8_t>(VideoPacket::ModEx); ++count) {
        std::size_t size = reader.u8() + 1U;
        if (size == 256) {
            size = reader.u16() + 1U;
        }
        ByteReader data(reader.take(size));
        const std::uint8_t next = reader.u8();
        if (!reader.ok() || count == kMostModifiers) {
            return cutTag("an extended header");
        }
        if (next >> 4 == kNanosecondOffset) {
            const std::uint32_t nanoseconds = data.u24();
            if (data.ok() && nanoseconds < kNanosecondsAMillisecond) {
                header.timeOffset = MediaTime(std::llround(nanoseconds * 90e-6));
            }
        }
        header.packet = next & 0x0F;
    }
    return {};
}

Result<void> readMultitrack(ByteReader& reader, Header& header) {
    if (header.packet == multitrackOf(header.kind)) {
        const std::uint8_t byte = reader.u8();
        header.isMultitrack = true;
        header.multitrack = static_cast<MultitrackKind>(byte >> 4);
        header.packet = byte & 0x0F;
        if (header.packet == multitrackOf(header.kind) ||
            header.multitrack > MultitrackKind::ManyTracksManyCodecs) {
            return fail(ErrorCategory::Corrupt, "flv.multitrack", "a multitrack message is of no known kind");
        }
    }
    if (!header.isMultitrack || header.multitrack != MultitrackKind::ManyTracksManyCodecs) {
        header.fourCc = reader.take(4);
    }
    return reader.ok() ? Result<void>() : cutTag("an extended header");
}

/// What the packet of one video track is; nothing where it is of no use here.
Result<std::optional<Tag>> videoTag(const Header& header, Tag tag, ByteReader body) {
    switch (static_cast<VideoPacket>(header.packet)) {
        case VideoPacket::SequenceStart:
            tag.kind = TagKind::Configuration;
            break;
        case VideoPacket::CodedFrames:
            if (tag.codec == Codec::H264 || tag.codec == Codec::Hevc) {
                const auto offset = static_cast<std::int32_t>(body.u24() << 8) >> 8;
                tag.compositionOffset = std::chrono::milliseconds(offset);
            }
            break;
        case VideoPacket::CodedFramesX:
            break;
        case VideoPacket::SequenceEnd:
            tag.kind = TagKind::EndOfSequence;
            return tag;
        case VideoPacket::Metadata:
        case VideoPacket::Mpeg2TsSequenceStart:
            return std::nullopt;
        default:
            tag.kind = TagKind::Unknown;
            return tag;
    }
    if (!body.ok()) {
        return cutTag("a video");
    }
    tag.payload = body.rest();
    return tag.payload.empty() ? std::nullopt : std::optional(tag);
}

std::optional<Tag> audioTag(const Header& header, Tag tag, ByteReader body) {
    switch (static_cast<AudioPacket>(header.packet)) {
        case AudioPacket::SequenceStart:
            tag.kind = TagKind::Configuration;
            tag.payload = body.rest();  // Opus may leave it empty
            return tag;
        case AudioPacket::CodedFrames:
            tag.payload = body.rest();
            return tag.payload.empty() ? std::nullopt : std::optional(tag);
        case AudioPacket::SequenceEnd:
            tag.kind = TagKind::EndOfSequence;
            return tag;
        case AudioPacket::MultichannelConfig:
            return std::nullopt;
        default:
            tag.kind = TagKind::Unknown;
            return tag;
    }
}

/// One track's share of the message.
Result<void> readTrack(const Header& header, TrackId track, ByteView fourCc, ByteView body, Tags& tags) {
    Tag tag;
    tag.track = track;
    tag.isKeyFrame = header.isKeyFrame;
    tag.timeOffset = header.timeOffset;
    const auto codec = codecOf(header.kind, fourCc);
    if (!codec && track == 0) {
        return unsupportedCodec(header.kind, shown(fourCc));
    }
    if (!codec) {
        tag.kind = TagKind::Unknown;
        tags.push_back(tag);
        return {};
    }
    tag.codec = *codec;
    std::optional<Tag> made;
    if (header.kind == MediaKind::Video) {
        auto read = videoTag(header, tag, ByteReader(body));
        if (!read) {
            return fail(std::move(read.error()));
        }
        made = *read;
    } else {
        made = audioTag(header, tag, ByteReader(body));
    }
    if (made) {
        tags.push_back(*made);
    }
    return {};
}

Result<Tags> readTracks(ByteReader& reader, const Header& header) {
    Tags tags;
    if (!header.isMultitrack) {
        auto read = readTrack(header, 0, header.fourCc, reader.rest(), tags);
        return read ? Result<Tags>(std::move(tags)) : fail(std::move(read.error()));
    }
    do {
        ByteView fourCc = header.fourCc;
        if (header.multitrack == MultitrackKind::ManyTracksManyCodecs) {
            fourCc = reader.take(4);
        }
        const TrackId track = reader.u8();
        const bool isSized = header.multitrack != MultitrackKind::OneTrack;
        const std::size_t size = isSized ? reader.u24() : reader.remaining();
        const ByteView body = reader.take(size);
        if (!reader.ok()) {
            return cutTag("a multitrack");
        }
        if (auto read = readTrack(header, track, fourCc, body, tags); !read) {
            return fail(std::move(read.error()));
        }
    } while (reader.remaining() > 0);
    return tags;
}

Result<Tags> parse(ByteReader& reader, Header header) {
    auto read = readMultitrack(reader, header);
    return read ? readTracks(reader, header) : fail(std::move(read.error()));
}

}  // namespace

Result<Tags> parseEnhancedVideo(ByteView body) {
    ByteReader reader(body);
    const std::uint8_t first = reader.u8();
    const std::uint8_t frameType = first >> 4 & 0x07;
    Header header;
    header.kind = MediaKind::Video;
    header.isKeyFrame = frameType == kKeyFrame;
    header.packet = first & 0x0F;
    if (auto modified = readModifiers(reader, header); !modified) {
        return fail(std::move(modified.error()));
    }
    if (frameType == kCommandFrame && header.packet != static_cast<std::uint8_t>(VideoPacket::Metadata)) {
        return Tags();
    }
    return parse(reader, header);
}

Result<Tags> parseEnhancedAudio(ByteView body) {
    ByteReader reader(body);
    Header header;
    header.kind = MediaKind::Audio;
    header.packet = reader.u8() & 0x0F;
    if (auto modified = readModifiers(reader, header); !modified) {
        return fail(std::move(modified.error()));
    }
    return parse(reader, header);
}

}  // namespace footlight::media::flv
