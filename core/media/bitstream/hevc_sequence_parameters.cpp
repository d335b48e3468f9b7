#include "core/media/bitstream/hevc_sequence_parameters.h"

#include <algorithm>
#include <array>

#include "core/media/bitstream/bit_reader.h"
#include "core/media/bitstream/nal_unit.h"

namespace footlight::media {
namespace {

constexpr std::uint8_t kSequenceParameterSet = 33;
constexpr std::size_t kHeaderSize = 2;
constexpr std::int64_t kLargestSide = 16'384;
constexpr std::uint32_t kExtendedAspectRatio = 255;
constexpr std::uint32_t kMostReferenceSets = 64;
constexpr std::uint32_t kMostReferences = 16;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "hevc.sps", std::move(message));
}

/// profile_tier_level() (H.265 7.3.3)
void skipProfile(BitReader& reader, std::uint32_t subLayers) {
    reader.skip(88 + 8);
    std::array<bool, 8> hasProfile{};
    std::array<bool, 8> hasLevel{};
    for (std::uint32_t i = 0; i < subLayers; ++i) {
        hasProfile[i] = reader.flag();
        hasLevel[i] = reader.flag();
    }
    if (subLayers > 0) {
        reader.skip(2 * (8 - subLayers));
    }
    for (std::uint32_t i = 0; i < subLayers; ++i) {
        reader.skip((hasProfile[i] ? 88U : 0U) + (hasLevel[i] ? 8U : 0U));
    }
}

/// scaling_list_data() (H.265 7.3.4)
void skipScalingLists(BitReader& reader) {
    for (int size = 0; size < 4; ++size) {
        for (int matrix = 0; matrix < 6 && reader.ok(); matrix += size == 3 ? 3 : 1) {
            if (!reader.flag()) {
                reader.ue();
                continue;
            }
            if (size > 1) {
                reader.se();
            }
            const int coefficients = std::min(64, 1 << (4 + 2 * size));
            for (int i = 0; i < coefficients && reader.ok(); ++i) {
                reader.se();
            }
        }
    }
}

/// st_ref_pic_set() (H.265 7.3.7); returns how many pictures it names. `previous` is how many the set before
/// names.
std::uint32_t skipReferenceSet(BitReader& reader, bool isFirst, std::uint32_t previous) {
    if (!isFirst && reader.flag()) {
        reader.flag();
        reader.ue();
        std::uint32_t count = 0;
        for (std::uint32_t i = 0; i <= previous; ++i) {
            const bool isUsed = reader.flag();
            count += isUsed || reader.flag() ? 1 : 0;
        }
        return count;
    }
    const std::uint32_t before = reader.ue();
    const std::uint32_t after = reader.ue();
    for (std::uint64_t i = 0; i < std::uint64_t{before} + after && reader.ok(); ++i) {
        reader.ue();
        reader.flag();
    }
    return before + after;
}

/// False where a set names more pictures than there can be.
bool skipReferenceSets(BitReader& reader) {
    const std::uint32_t sets = reader.ue();
    if (sets > kMostReferenceSets) {
        return false;
    }
    std::uint32_t previous = 0;
    for (std::uint32_t i = 0; i < sets; ++i) {
        previous = skipReferenceSet(reader, i == 0, previous);
        if (previous > kMostReferences) {
            return false;
        }
    }
    return true;
}

/// vui_parameters() as far as the clock (H.265 E.2.1)
double readFrameRate(BitReader& reader) {
    if (reader.flag() && reader.bits(8) == kExtendedAspectRatio) {
        reader.skip(32);
    }
    if (reader.flag()) {  // overscan
        reader.flag();
    }
    if (reader.flag()) {  // video signal type
        reader.skip(4);
        if (reader.flag()) {
            reader.skip(24);
        }
    }
    if (reader.flag()) {  // chroma sample location
        reader.ue();
        reader.ue();
    }
    reader.skip(3);
    if (reader.flag()) {  // default display window
        for (int i = 0; i < 4; ++i) {
            reader.ue();
        }
    }
    if (!reader.flag()) {
        return 0;
    }
    const std::uint32_t unitsInTick = reader.bits(32);
    const std::uint32_t timeScale = reader.bits(32);
    return reader.ok() && unitsInTick > 0 ? static_cast<double>(timeScale) / unitsInTick : 0;
}

/// From behind the picture's size to the frame rate; 0 where the rest cannot be read, as nothing else is
/// wanted of it.
double readRest(BitReader& reader, std::uint32_t subLayers) {
    reader.ue();  // bit depths
    reader.ue();
    const std::uint32_t orderBits = reader.ue() + 4;
    for (std::uint32_t i = reader.flag() ? 0 : subLayers; i <= subLayers; ++i) {
        reader.ue();
        reader.ue();
        reader.ue();
    }
    for (int i = 0; i < 6; ++i) {  // block sizes and depths
        reader.ue();
    }
    if (reader.flag() && reader.flag()) {
        skipScalingLists(reader);
    }
    reader.skip(2);
    if (reader.flag()) {  // PCM
        reader.skip(8);
        reader.ue();
        reader.ue();
        reader.flag();
    }
    if (!skipReferenceSets(reader)) {
        return 0;
    }
    if (reader.flag()) {  // long-term references
        const std::uint32_t count = reader.ue();
        for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
            reader.skip(orderBits + 1);
        }
    }
    reader.skip(2);
    return reader.flag() ? readFrameRate(reader) : 0;
}

}  // namespace

Result<HevcSequenceParameters> parseHevcSequenceParameters(ByteView unit) {
    if (unit.size() <= kHeaderSize || (unit[0] >> 1 & 0x3F) != kSequenceParameterSet) {
        return corrupt("the HEVC parameters hold no sequence parameter set");
    }
    const Bytes payload = rawPayload(unit, kHeaderSize);
    BitReader reader(payload);
    reader.skip(4);
    const std::uint32_t subLayers = reader.bits(3);
    reader.flag();
    skipProfile(reader, subLayers);
    reader.ue();  // its id
    const std::uint32_t chroma = reader.ue();
    const bool isSeparate = chroma == 3 && reader.flag();
    const std::int64_t codedWidth = reader.ue();
    const std::int64_t codedHeight = reader.ue();
    std::array<std::int64_t, 4> crop{};  // left, right, top, bottom
    if (reader.flag()) {
        std::generate(crop.begin(), crop.end(), [&] { return reader.ue(); });
    }
    if (!reader.ok()) {
        return corrupt("the HEVC sequence parameter set is cut short");
    }
    const std::int64_t cropX = !isSeparate && (chroma == 1 || chroma == 2) ? 2 : 1;
    const std::int64_t cropY = !isSeparate && chroma == 1 ? 2 : 1;
    const std::int64_t width = codedWidth - cropX * (crop[0] + crop[1]);
    const std::int64_t height = codedHeight - cropY * (crop[2] + crop[3]);
    if (width <= 0 || height <= 0 || width > kLargestSide || height > kLargestSide) {
        return corrupt("the HEVC parameters tell of a picture of " + std::to_string(width) + " x " +
                       std::to_string(height) + " pixels");
    }
    return HevcSequenceParameters{static_cast<int>(width), static_cast<int>(height),
                                  readRest(reader, subLayers)};
}

}  // namespace footlight::media
