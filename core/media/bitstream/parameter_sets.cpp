#include "core/media/bitstream/parameter_sets.h"

#include <algorithm>

#include "core/base/byte_writer.h"
#include "core/media/bitstream/annex_b.h"
#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/bit_reader.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "core/media/bitstream/nal_unit.h"

namespace footlight::media {

namespace {

constexpr std::size_t kMostSets = 31;
constexpr std::size_t kLargestSet = 0xFFFF;
constexpr std::uint8_t kFourByteLengths = 0xFC | 3;

constexpr unsigned kAvcSequence = 7;
constexpr unsigned kAvcPicture = 8;
constexpr unsigned kAvcDelimiter = 9;
constexpr unsigned kAvcFiller = 12;
constexpr unsigned kHevcVideo = 32;
constexpr unsigned kHevcSequence = 33;
constexpr unsigned kHevcPicture = 34;
constexpr unsigned kHevcDelimiter = 35;
constexpr unsigned kHevcFiller = 38;

void appendSets(ByteWriter& writer, const std::vector<Bytes>& sets) {
    for (const Bytes& set : sets) {
        writer.u16(static_cast<std::uint16_t>(set.size()));
        writer.append(set);
    }
}

void appendArray(ByteWriter& writer, unsigned type, const std::vector<Bytes>& sets) {
    constexpr std::uint8_t kComplete = 0x80;  // none of them stands in the frames
    writer.u8(static_cast<std::uint8_t>(kComplete | type));
    writer.u16(static_cast<std::uint16_t>(sets.size()));
    appendSets(writer, sets);
}

struct SampleFormat {
    std::uint32_t chroma = 1;
    std::uint32_t lumaDepth = 0;    ///< above 8
    std::uint32_t chromaDepth = 0;  ///< above 8
};

/// Every profile but Baseline, Main and Extended.
bool tellsSampleFormat(std::uint8_t avcProfile) {
    constexpr std::array<std::uint8_t, 3> kPlain{66, 77, 88};
    return std::ranges::find(kPlain, avcProfile) == kPlain.end();
}

/// Of a High profile's SPS (H.264 7.3.2.1.1).
std::optional<SampleFormat> avcSampleFormat(ByteView sequence) {
    const Bytes payload = rawPayload(sequence, 1);
    BitReader reader(payload);
    reader.skip(24);
    reader.ue();
    SampleFormat format;
    format.chroma = reader.ue();
    if (format.chroma == 3) {
        reader.flag();
    }
    format.lumaDepth = reader.ue();
    format.chromaDepth = reader.ue();
    return reader.ok() ? std::optional(format) : std::nullopt;
}

/// What hvcC repeats of an SPS (H.265 7.3.2.2.1).
struct HevcFacts {
    unsigned temporalLayers = 1;
    bool isTemporalNested = false;
    Bytes profileTierLevel;  ///< 12 bytes
    SampleFormat format;
};

void skipSubLayers(BitReader& reader, unsigned count) {
    constexpr unsigned kMostSubLayers = 8;
    std::array<bool, kMostSubLayers> hasProfile{};
    std::array<bool, kMostSubLayers> hasLevel{};
    for (unsigned i = 0; i < count; ++i) {
        hasProfile[i] = reader.flag();
        hasLevel[i] = reader.flag();
    }
    if (count > 0) {
        reader.skip(2 * (kMostSubLayers - count));
    }
    for (unsigned i = 0; i < count; ++i) {
        reader.skip((hasProfile[i] ? 88U : 0U) + (hasLevel[i] ? 8U : 0U));
    }
}

std::optional<HevcFacts> hevcFacts(ByteView sequence) {
    constexpr std::size_t kProfileTierLevel = 12;
    const Bytes payload = rawPayload(sequence, 2);
    if (payload.size() < 1 + kProfileTierLevel) {
        return std::nullopt;
    }
    HevcFacts facts;
    BitReader reader(payload);
    reader.skip(4);
    const unsigned subLayers = reader.bits(3);
    facts.temporalLayers = subLayers + 1;
    facts.isTemporalNested = reader.flag();
    facts.profileTierLevel.assign(payload.begin() + 1, payload.begin() + 1 + kProfileTierLevel);
    reader.skip(8 * kProfileTierLevel);
    skipSubLayers(reader, subLayers);
    reader.ue();
    facts.format.chroma = reader.ue();
    if (facts.format.chroma == 3) {
        reader.flag();
    }
    reader.ue();
    reader.ue();
    if (reader.flag()) {
        for (int side = 0; side < 4; ++side) {
            reader.ue();
        }
    }
    facts.format.lumaDepth = reader.ue();
    facts.format.chromaDepth = reader.ue();
    return reader.ok() ? std::optional(facts) : std::nullopt;
}

}  // namespace

ParameterSets::Kind ParameterSets::kindOf(ByteView unit) const {
    const bool isAvc = codec_ == Codec::H264;
    const unsigned type = isAvc ? avcUnitType(unit) : hevcUnitType(unit);
    if (type == (isAvc ? kAvcSequence : kHevcSequence)) {
        return Kind::Sequence;
    }
    if (type == (isAvc ? kAvcPicture : kHevcPicture)) {
        return Kind::Picture;
    }
    if (!isAvc && type == kHevcVideo) {
        return Kind::Video;
    }
    const bool isDropped =
        type == (isAvc ? kAvcDelimiter : kHevcDelimiter) || type == (isAvc ? kAvcFiller : kHevcFiller);
    return isDropped ? Kind::Dropped : Kind::Kept;
}

std::vector<ByteView> ParameterSets::take(const std::vector<ByteView>& units) {
    std::vector<ByteView> rest;
    std::array<std::vector<Bytes>, 3> brought;
    for (const ByteView unit : units) {
        const Kind kind = kindOf(unit);
        if (kind == Kind::Kept) {
            rest.push_back(unit);
        } else if (kind != Kind::Dropped) {
            auto& sets = brought[static_cast<std::size_t>(kind)];
            Bytes set(unit.begin(), unit.end());
            if (sets.size() < kMostSets && set.size() <= kLargestSet &&
                std::ranges::find(sets, set) == sets.end()) {
                sets.push_back(std::move(set));
            }
        }
    }
    for (std::size_t i = 0; i < brought.size(); ++i) {
        if (!brought[i].empty()) {
            sets_[i] = std::move(brought[i]);
        }
    }
    return rest;
}

std::optional<Bytes> ParameterSets::configuration() const {
    return codec_ == Codec::H264 ? avcRecord() : hevcRecord();
}

std::optional<Bytes> ParameterSets::avcRecord() const {
    const auto& sequence = sets_[static_cast<std::size_t>(Kind::Sequence)];
    const auto& picture = sets_[static_cast<std::size_t>(Kind::Picture)];
    if (sequence.empty() || picture.empty() || sequence[0].size() < 4) {
        return std::nullopt;
    }
    ByteWriter writer;
    writer.u8(1);
    writer.append(ByteView(sequence[0]).subspan(1, 3));
    writer.u8(kFourByteLengths);
    writer.u8(static_cast<std::uint8_t>(0xE0 | sequence.size()));
    appendSets(writer, sequence);
    writer.u8(static_cast<std::uint8_t>(picture.size()));
    appendSets(writer, picture);
    if (tellsSampleFormat(sequence[0][1])) {
        const auto format = avcSampleFormat(sequence[0]);
        if (!format) {
            return std::nullopt;
        }
        writer.u8(static_cast<std::uint8_t>(0xFC | format->chroma));
        writer.u8(static_cast<std::uint8_t>(0xF8 | format->lumaDepth));
        writer.u8(static_cast<std::uint8_t>(0xF8 | format->chromaDepth));
        writer.u8(0);
    }
    return writer.take();
}

std::optional<Bytes> ParameterSets::hevcRecord() const {
    constexpr std::uint16_t kNoSegmentation = 0xF000;
    constexpr std::uint8_t kUnknownParallelism = 0xFC;
    const auto& sequence = sets_[static_cast<std::size_t>(Kind::Sequence)];
    const bool isWhole = std::ranges::none_of(sets_, &std::vector<Bytes>::empty);
    const auto facts = isWhole ? hevcFacts(sequence[0]) : std::nullopt;
    if (!facts) {
        return std::nullopt;
    }
    ByteWriter writer;
    writer.u8(1);
    writer.append(facts->profileTierLevel);
    writer.u16(kNoSegmentation);
    writer.u8(kUnknownParallelism);
    writer.u8(static_cast<std::uint8_t>(0xFC | facts->format.chroma));
    writer.u8(static_cast<std::uint8_t>(0xF8 | facts->format.lumaDepth));
    writer.u8(static_cast<std::uint8_t>(0xF8 | facts->format.chromaDepth));
    writer.u16(0);  // the average frame rate is not told
    writer.u8(
        static_cast<std::uint8_t>(facts->temporalLayers << 3 | (facts->isTemporalNested ? 4U : 0U) | 3U));
    writer.u8(3);
    appendArray(writer, kHevcVideo, sets_[static_cast<std::size_t>(Kind::Video)]);
    appendArray(writer, kHevcSequence, sequence);
    appendArray(writer, kHevcPicture, sets_[static_cast<std::size_t>(Kind::Picture)]);
    return writer.take();
}

namespace {

/// The sets that a configuration record names, and the bytes before each unit; none where it cannot be read.
struct NamedSets {
    std::vector<Bytes> sets;
    int lengthSize = 4;
};

NamedSets namedSets(const VideoTrack& track) {
    NamedSets named;
    const auto add = [&named](const std::vector<Bytes>& sets) {
        named.sets.insert(named.sets.end(), sets.begin(), sets.end());
    };
    if (track.codec == Codec::H264) {
        if (const auto record = parseAvcConfiguration(track.configuration)) {
            named.lengthSize = record->nalLengthSize;
            add(record->sequenceParameterSets);
            add(record->pictureParameterSets);
        }
    } else if (track.codec == Codec::Hevc) {
        if (const auto record = parseHevcConfiguration(track.configuration)) {
            named.lengthSize = record->nalLengthSize;
            add(record->videoParameterSets);
            add(record->sequenceParameterSets);
            add(record->pictureParameterSets);
        }
    }
    return named;
}

}  // namespace

SharedBytes withParameterSets(const VideoTrack& track, const SharedBytes& frame) {
    const auto named = namedSets(track);
    Bytes bytes;
    for (const Bytes& set : named.sets) {
        if (named.lengthSize < 2 && set.size() > 0xFF) {
            return frame;
        }
        for (int byte = named.lengthSize - 1; byte >= 0; --byte) {
            bytes.push_back(static_cast<std::uint8_t>(set.size() >> (8U * static_cast<unsigned>(byte))));
        }
        bytes.insert(bytes.end(), set.begin(), set.end());
    }
    if (bytes.empty()) {
        return frame;
    }
    bytes.insert(bytes.end(), frame->begin(), frame->end());
    return share(std::move(bytes));
}

}  // namespace footlight::media
