#include "core/media/bitstream/avc_sequence_parameters.h"

#include <algorithm>
#include <array>

#include "core/media/bitstream/bit_reader.h"
#include "core/media/bitstream/nal_unit.h"

namespace footlight::media {

namespace {

constexpr std::uint8_t kSequenceParameterSet = 7;
constexpr std::int64_t kLargestSide = 16'384;
constexpr std::uint32_t kExtendedAspectRatio = 255;

bool hasChromaInformation(std::uint32_t profile) {
    constexpr std::array<std::uint32_t, 13> kProfiles = {100, 110, 122, 244, 44,  83, 86,
                                                         118, 128, 138, 139, 134, 135};
    return std::find(kProfiles.begin(), kProfiles.end(), profile) != kProfiles.end();
}

void skipScalingList(BitReader& reader, int size) {
    std::int64_t last = 8;
    std::int64_t next = 8;
    for (int i = 0; i < size && reader.ok(); ++i) {
        if (next != 0) {
            next = (last + reader.se()) & 0xFF;
        }
        last = next == 0 ? last : next;
    }
}

/// Returns chroma_format_idc; 0 where the planes are coded apart, as then cropping counts in whole pixels.
std::uint32_t readChroma(BitReader& reader) {
    const std::uint32_t format = reader.ue();
    const bool isSeparate = format == 3 && reader.flag();
    reader.ue();  // bit depths
    reader.ue();
    reader.flag();
    if (reader.flag()) {
        const int lists = format == 3 ? 12 : 8;
        for (int i = 0; i < lists && reader.ok(); ++i) {
            if (reader.flag()) {
                skipScalingList(reader, i < 6 ? 16 : 64);
            }
        }
    }
    return isSeparate ? 0 : format;
}

void skipPictureOrder(BitReader& reader) {
    const std::uint32_t type = reader.ue();
    if (type == 0) {
        reader.ue();
    } else if (type == 1) {
        reader.flag();
        reader.se();
        reader.se();
        const std::uint32_t cycle = reader.ue();
        for (std::uint32_t i = 0; i < cycle && reader.ok(); ++i) {
            reader.se();
        }
    }
}

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
    if (!reader.flag()) {
        return 0;
    }
    const std::uint32_t unitsInTick = reader.bits(32);
    const std::uint32_t timeScale = reader.bits(32);
    return reader.ok() && unitsInTick > 0 ? timeScale / (2.0 * unitsInTick) : 0;
}

struct Cropping {
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t top = 0;
    std::int64_t bottom = 0;
};

Cropping readCropping(BitReader& reader) {
    Cropping cropping;
    if (reader.flag()) {
        cropping.left = reader.ue();
        cropping.right = reader.ue();
        cropping.top = reader.ue();
        cropping.bottom = reader.ue();
    }
    return cropping;
}

}  // namespace

Result<AvcSequenceParameters> parseAvcSequenceParameters(ByteView unit) {
    if (unit.size() < 4 || (unit[0] & 0x1F) != kSequenceParameterSet) {
        return fail(ErrorCategory::Corrupt, "avc.sps", "the H.264 parameters hold no sequence parameter set");
    }
    const Bytes payload = rawPayload(unit, 1);
    BitReader reader(payload);
    const std::uint32_t profile = reader.bits(8);
    reader.skip(16);  // constraints, level
    reader.ue();
    const std::uint32_t chroma = hasChromaInformation(profile) ? readChroma(reader) : 1;
    reader.ue();  // log2_max_frame_num
    skipPictureOrder(reader);
    reader.ue();  // reference frames
    reader.flag();
    const std::int64_t macroblocksAcross = reader.ue() + std::int64_t{1};
    const std::int64_t mapUnitsDown = reader.ue() + std::int64_t{1};
    const bool isFrameOnly = reader.flag();
    if (!isFrameOnly) {
        reader.flag();
    }
    reader.flag();
    const Cropping cropping = readCropping(reader);
    const bool hasUsability = reader.flag();
    if (!reader.ok()) {
        return fail(ErrorCategory::Corrupt, "avc.sps", "the H.264 sequence parameter set is cut short");
    }
    const std::int64_t fields = isFrameOnly ? 1 : 2;
    const std::int64_t cropX = chroma == 1 || chroma == 2 ? 2 : 1;
    const std::int64_t cropY = (chroma == 1 ? 2 : 1) * fields;
    const std::int64_t width = macroblocksAcross * 16 - cropX * (cropping.left + cropping.right);
    const std::int64_t height = mapUnitsDown * 16 * fields - cropY * (cropping.top + cropping.bottom);
    if (width <= 0 || height <= 0 || width > kLargestSide || height > kLargestSide) {
        return fail(ErrorCategory::Corrupt, "avc.size",
                    "the H.264 parameters tell of a picture of " + std::to_string(width) + " x " +
                        std::to_string(height) + " pixels");
    }
    return AvcSequenceParameters{static_cast<int>(width), static_cast<int>(height),
                                 hasUsability ? readFrameRate(reader) : 0};
}

}  // namespace footlight::media
