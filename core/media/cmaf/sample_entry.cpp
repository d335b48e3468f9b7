#include "core/media/cmaf/sample_entry.h"

#include "core/base/byte_reader.h"
#include "core/media/bitstream/codec_description.h"
#include "core/media/bitstream/opus_configuration.h"

namespace footlight::media {
namespace {

constexpr std::uint32_t k72Dpi = 0x0048'0000;
constexpr std::uint16_t kDepth24 = 24;
constexpr std::uint16_t kNoColourTable = 0xFFFF;
constexpr std::size_t kCompressorName = 32;
constexpr std::uint8_t kMpeg4Audio = 0x40;
constexpr std::uint8_t kMpeg1Audio = 0x6B;
constexpr std::uint8_t kMpeg2Audio = 0x69;
constexpr int kLowestMpeg1Rate = 32'000;

tl::unexpected<Error> unsupported(Codec codec) {
    return fail(ErrorCategory::Unsupported, "cmaf.codec",
                std::string(nameOf(codec)) + " cannot stand in a track of this kind");
}

std::string_view entryType(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return "avc1";
        case Codec::Hevc:
            return "hvc1";
        case Codec::Av1:
            return "av01";
        case Codec::Vp9:
            return "vp09";
        case Codec::Opus:
            return "Opus";
        case Codec::Flac:
            return "fLaC";
        default:
            return "mp4a";
    }
}

/// In `hvc1` all parameter sets stand in the record, and it must say so, whatever its encoder wrote.
Bytes withCompleteArrays(const Bytes& hvcC) {
    constexpr std::size_t kArrays = 22;
    Bytes record = hvcC;
    ByteReader reader(hvcC);
    reader.take(kArrays);
    const std::uint8_t arrays = reader.u8();
    for (int i = 0; i < arrays && reader.ok(); ++i) {
        const std::size_t at = reader.position();
        const int type = reader.u8() & 0x3F;
        if (reader.ok() && type >= 32 && type <= 34) {
            record[at] |= 0x80;
        }
        const std::uint16_t units = reader.u16();
        for (int unit = 0; unit < units && reader.ok(); ++unit) {
            reader.take(reader.u16());
        }
    }
    return record;
}

void writeVideoConfiguration(BoxWriter& writer, const VideoTrack& track) {
    switch (track.codec) {
        case Codec::H264:
            writer.box("avcC", [&] { writer.append(track.configuration); });
            break;
        case Codec::Hevc:
            writer.box("hvcC", [&] { writer.append(withCompleteArrays(track.configuration)); });
            break;
        case Codec::Av1:
            writer.box("av1C", [&] { writer.append(track.configuration); });
            break;
        default:
            writer.fullBox("vpcC", 1, 0, [&] { writer.append(track.configuration); });
            break;
    }
}

/// A descriptor's length in the form of four bytes that everybody writes (ISO/IEC 14496-1 8.3.3).
void writeDescriptorHead(BoxWriter& writer, std::uint8_t tag, std::size_t size) {
    writer.u8(tag);
    writer.u8(static_cast<std::uint8_t>(0x80 | (size >> 21 & 0x7F)));
    writer.u8(static_cast<std::uint8_t>(0x80 | (size >> 14 & 0x7F)));
    writer.u8(static_cast<std::uint8_t>(0x80 | (size >> 7 & 0x7F)));
    writer.u8(static_cast<std::uint8_t>(size & 0x7F));
}

/// ES_Descriptor (ISO/IEC 14496-1 7.2.6.5)
void writeElementaryStream(BoxWriter& writer, std::uint8_t objectType, ByteView configuration) {
    constexpr std::size_t kHead = 5;
    constexpr std::size_t kDecoder = 13;
    constexpr std::uint8_t kAudioStream = 0x15;
    const std::size_t specific = configuration.empty() ? 0 : kHead + configuration.size();
    writer.fullBox("esds", 0, 0, [&] {
        writeDescriptorHead(writer, 3, 3 + kHead + kDecoder + specific + kHead + 1);
        writer.u16(0);
        writer.u8(0);
        writeDescriptorHead(writer, 4, kDecoder + specific);
        writer.u8(objectType);
        writer.u8(kAudioStream);
        writer.u24(0);  // buffer size, greatest and mean bitrate: not known
        writer.u32(0);
        writer.u32(0);
        if (!configuration.empty()) {
            writeDescriptorHead(writer, 5, configuration.size());
            writer.append(configuration);
        }
        writeDescriptorHead(writer, 6, 1);
        writer.u8(2);
    });
}

void writeOpus(BoxWriter& writer, const OpusConfiguration& opus) {
    writer.box("dOps", [&] {
        writer.u8(0);
        writer.u8(static_cast<std::uint8_t>(opus.channels));
        writer.u16(static_cast<std::uint16_t>(opus.preSkip));
        writer.u32(static_cast<std::uint32_t>(opus.inputSampleRate));
        writer.u16(static_cast<std::uint16_t>(opus.outputGain));
        writer.u8(static_cast<std::uint8_t>(opus.mappingFamily));
        writer.append(opus.channelMapping);
    });
}

void writeFlac(BoxWriter& writer, ByteView streamInfo) {
    constexpr std::uint8_t kLastBlock = 0x80;
    writer.fullBox("dfLa", 0, 0, [&] {
        writer.u8(kLastBlock);
        writer.u24(static_cast<std::uint32_t>(streamInfo.size()));
        writer.append(streamInfo);
    });
}

void writeAudioConfiguration(BoxWriter& writer, const AudioTrack& track) {
    switch (track.codec) {
        case Codec::Opus:
            writeOpus(writer, *parseOpusConfiguration(track.configuration));
            break;
        case Codec::Flac:
            writeFlac(writer, track.configuration);
            break;
        case Codec::Mp3:
            writeElementaryStream(writer, track.sampleRate < kLowestMpeg1Rate ? kMpeg2Audio : kMpeg1Audio,
                                  {});
            break;
        default:
            writeElementaryStream(writer, kMpeg4Audio, track.configuration);
            break;
    }
}

/// The field has sixteen bits before the point; higher rates are halved until they fit (FLAC-ISOBMFF 3.3.1).
std::uint32_t fixedPointRate(int rate) {
    auto told = static_cast<std::uint32_t>(rate);
    while (told > 0xFFFF) {
        told /= 2;
    }
    return told << 16;
}

}  // namespace

Result<void> writeSampleEntry(BoxWriter& writer, const VideoTrack& track) {
    if (kindOf(track.codec) != MediaKind::Video) {
        return unsupported(track.codec);
    }
    if (auto known = videoTrackOf(track.codec, track.configuration); !known) {
        return fail(std::move(known.error()));
    }
    writer.box(entryType(track.codec), [&] {
        writer.zeros(6);
        writer.u16(1);
        writer.zeros(16);
        writer.u16(static_cast<std::uint16_t>(track.width));
        writer.u16(static_cast<std::uint16_t>(track.height));
        writer.u32(k72Dpi);
        writer.u32(k72Dpi);
        writer.u32(0);
        writer.u16(1);
        writer.zeros(kCompressorName);
        writer.u16(kDepth24);
        writer.u16(kNoColourTable);
        writeVideoConfiguration(writer, track);
    });
    return {};
}

Result<void> writeSampleEntry(BoxWriter& writer, const AudioTrack& track) {
    if (kindOf(track.codec) != MediaKind::Audio) {
        return unsupported(track.codec);
    }
    if (track.codec != Codec::Mp3) {
        if (auto known = audioTrackOf(track.codec, track.configuration); !known) {
            return fail(std::move(known.error()));
        }
    }
    writer.box(entryType(track.codec), [&] {
        writer.zeros(6);
        writer.u16(1);
        writer.zeros(8);
        writer.u16(static_cast<std::uint16_t>(track.channels));
        writer.u16(16);
        writer.u32(0);
        writer.u32(fixedPointRate(track.sampleRate));
        writeAudioConfiguration(writer, track);
    });
    return {};
}

}  // namespace footlight::media
