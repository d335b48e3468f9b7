#include "core/media/bitstream/hevc_configuration.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/media/bitstream/hevc_sequence_parameters.h"

namespace footlight::media {
namespace {

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "hevc.configuration", std::move(message));
}

std::uint32_t reversed(std::uint32_t bits) {
    std::uint32_t result = 0;
    for (int i = 0; i < 32; ++i) {
        result = result << 1 | (bits >> i & 1);
    }
    return result;
}

/// Reads the general profile, tier and level as the codec's name.
std::string readCodec(ByteReader& reader) {
    const std::uint8_t profile = reader.u8();
    const std::uint32_t compatibility = reader.u32();
    const ByteView constraints = reader.take(6);
    const std::uint8_t level = reader.u8();
    const int space = profile >> 6;
    const std::string spaceName = space == 0 ? "" : std::string(1, static_cast<char>('A' + space - 1));
    auto name = fmt::format("hvc1.{}{}.{:X}.{}{}", spaceName, profile & 0x1F, reversed(compatibility),
                            (profile & 0x20) != 0 ? 'H' : 'L', level);
    std::size_t told = constraints.size();
    while (told > 0 && constraints[told - 1] == 0) {
        --told;
    }
    for (const std::uint8_t byte : constraints.subspan(0, told)) {
        name += fmt::format(".{:X}", byte);
    }
    return name;
}

std::vector<Bytes>* listFor(HevcConfiguration& configuration, int unitType) {
    switch (unitType) {
        case 32:
            return &configuration.videoParameterSets;
        case 33:
            return &configuration.sequenceParameterSets;
        case 34:
            return &configuration.pictureParameterSets;
        default:
            return nullptr;
    }
}

void readUnits(ByteReader& reader, HevcConfiguration& configuration) {
    const std::uint8_t arrays = reader.u8();
    for (int i = 0; i < arrays && reader.ok(); ++i) {
        auto* list = listFor(configuration, reader.u8() & 0x3F);
        const std::uint16_t units = reader.u16();
        for (int unit = 0; unit < units && reader.ok(); ++unit) {
            const ByteView bytes = reader.take(reader.u16());
            if (list != nullptr && reader.ok()) {
                list->emplace_back(bytes.begin(), bytes.end());
            }
        }
    }
}

}  // namespace

Result<HevcConfiguration> parseHevcConfiguration(ByteView hvcC) {
    ByteReader reader(hvcC);
    HevcConfiguration configuration;
    const std::uint8_t version = reader.u8();
    configuration.codec = readCodec(reader);
    reader.take(8);  // segmentation, parallelism, chroma, depths, average rate
    configuration.nalLengthSize = (reader.u8() & 3) + 1;
    readUnits(reader, configuration);
    if (!reader.ok()) {
        return corrupt("the HEVC sequence header is cut short");
    }
    // Some encoders leave the version at zero.
    if (version > 1 || configuration.nalLengthSize == 3) {
        return corrupt("the HEVC sequence header is no hvcC record of version 1");
    }
    if (configuration.sequenceParameterSets.empty() || configuration.pictureParameterSets.empty()) {
        return corrupt("the HEVC sequence header holds no parameter sets");
    }
    auto parameters = parseHevcSequenceParameters(configuration.sequenceParameterSets.front());
    if (!parameters) {
        return fail(std::move(parameters.error()));
    }
    configuration.width = parameters->width;
    configuration.height = parameters->height;
    configuration.frameRate = parameters->frameRate;
    return configuration;
}

Result<VideoTrack> hevcTrack(ByteView hvcC) {
    auto configuration = parseHevcConfiguration(hvcC);
    if (!configuration) {
        return fail(std::move(configuration.error()));
    }
    return VideoTrack{Codec::Hevc, Bytes(hvcC.begin(), hvcC.end()), configuration->width,
                      configuration->height, configuration->frameRate};
}

}  // namespace footlight::media
