#include "core/media/bitstream/av1_configuration.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {
namespace {

constexpr int kSequenceHeader = 1;
constexpr int kLargestSide = 16'384;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "av1.configuration", std::move(message));
}

/// AV1 4.10.5; not ok where it is longer than eight bytes.
std::uint64_t readLeb128(ByteReader& reader) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < 8; ++i) {
        const std::uint8_t byte = reader.u8();
        value |= static_cast<std::uint64_t>(byte & 0x7F) << (7 * i);
        if ((byte & 0x80) == 0) {
            break;
        }
    }
    return value;
}

struct Timing {
    double frameRate = 0;
    bool hasDecoderModel = false;
    unsigned delayBits = 0;
};

/// timing_info() and decoder_model_info() (AV1 5.5.3, 5.5.4)
Timing readTiming(BitReader& reader) {
    Timing timing;
    const std::uint32_t unitsInTick = reader.bits(32);
    const std::uint32_t timeScale = reader.bits(32);
    if (reader.flag()) {  // pictures come at equal distances
        const std::uint32_t ticks = reader.ue() + 1;
        if (unitsInTick > 0 && ticks > 0) {
            timing.frameRate = static_cast<double>(timeScale) / unitsInTick / ticks;
        }
    }
    timing.hasDecoderModel = reader.flag();
    if (timing.hasDecoderModel) {
        timing.delayBits = reader.bits(5) + 1;
        reader.skip(32 + 5 + 5);
    }
    return timing;
}

double skipOperatingPoints(BitReader& reader) {
    const Timing timing = reader.flag() ? readTiming(reader) : Timing{};
    const bool hasDelay = reader.flag();
    const std::uint32_t points = reader.bits(5) + 1;
    for (std::uint32_t i = 0; i < points && reader.ok(); ++i) {
        reader.skip(12);
        if (reader.bits(5) > 7) {
            reader.flag();  // tier
        }
        if (timing.hasDecoderModel && reader.flag()) {
            reader.skip(2 * timing.delayBits + 1);
        }
        if (hasDelay && reader.flag()) {
            reader.skip(4);
        }
    }
    return timing.frameRate;
}

Result<Av1SequenceHeader> parseSequenceHeader(ByteView payload) {
    BitReader reader(payload);
    Av1SequenceHeader header;
    reader.skip(3 + 1);  // profile, still picture
    if (reader.flag()) {
        reader.skip(5);
    } else {
        header.frameRate = skipOperatingPoints(reader);
    }
    const unsigned widthBits = reader.bits(4) + 1;
    const unsigned heightBits = reader.bits(4) + 1;
    header.width = static_cast<int>(reader.bits(widthBits)) + 1;
    header.height = static_cast<int>(reader.bits(heightBits)) + 1;
    if (!reader.ok() || header.width > kLargestSide || header.height > kLargestSide) {
        return corrupt("the AV1 sequence header makes no sense");
    }
    return header;
}

}  // namespace

Result<Av1SequenceHeader> findAv1SequenceHeader(ByteView obus) {
    ByteReader reader(obus);
    while (reader.ok() && reader.remaining() > 0) {
        const std::uint8_t first = reader.u8();
        if ((first & 0x04) != 0) {
            reader.u8();  // extension
        }
        const bool hasSize = (first & 0x02) != 0;
        const ByteView payload = hasSize ? reader.take(readLeb128(reader)) : reader.rest();
        if (reader.ok() && (first >> 3 & 0x0F) == kSequenceHeader) {
            return parseSequenceHeader(payload);
        }
    }
    if (!reader.ok()) {
        return corrupt("an AV1 unit is cut short");
    }
    return fail(ErrorCategory::NotFound, "av1.sequence_header", "there is no AV1 sequence header");
}

Result<Av1Configuration> parseAv1Configuration(ByteView av1C) {
    ByteReader reader(av1C);
    const std::uint8_t marker = reader.u8();
    const std::uint8_t profileAndLevel = reader.u8();
    const std::uint8_t format = reader.u8();
    reader.u8();
    if (!reader.ok()) {
        return corrupt("the AV1 configuration is cut short");
    }
    if (marker != 0x81) {
        return corrupt("the AV1 configuration is no av1C record of version 1");
    }
    Av1Configuration configuration;
    const bool isDeep = (format & 0x40) != 0;
    const int depth = !isDeep ? 8 : (format & 0x20) != 0 ? 12 : 10;
    configuration.codec = fmt::format("av01.{}.{:02}{}.{:02}", profileAndLevel >> 5, profileAndLevel & 0x1F,
                                      (format & 0x80) != 0 ? 'H' : 'M', depth);
    auto sequence = findAv1SequenceHeader(reader.rest());
    if (!sequence && sequence.error().category() != ErrorCategory::NotFound) {
        return fail(std::move(sequence.error()));
    }
    configuration.sequence = sequence ? *sequence : Av1SequenceHeader{};
    return configuration;
}

Result<VideoTrack> av1Track(ByteView av1C) {
    auto configuration = parseAv1Configuration(av1C);
    if (!configuration) {
        return fail(std::move(configuration.error()));
    }
    const auto& sequence = configuration->sequence;
    return VideoTrack{Codec::Av1, Bytes(av1C.begin(), av1C.end()), sequence.width, sequence.height,
                      sequence.frameRate};
}

}  // namespace footlight::media
