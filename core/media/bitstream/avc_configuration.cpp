#include "core/media/bitstream/avc_configuration.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/media/bitstream/avc_sequence_parameters.h"

namespace footlight::media {

namespace {

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "avc.configuration", std::move(message));
}

std::vector<Bytes> readUnits(ByteReader& reader, int count) {
    std::vector<Bytes> units;
    for (int i = 0; i < count && reader.ok(); ++i) {
        const ByteView unit = reader.take(reader.u16());
        units.emplace_back(unit.begin(), unit.end());
    }
    return units;
}

}  // namespace

Result<AvcConfiguration> parseAvcConfiguration(ByteView avcC) {
    ByteReader reader(avcC);
    AvcConfiguration configuration;
    const std::uint8_t version = reader.u8();
    configuration.profile = reader.u8();
    configuration.compatibility = reader.u8();
    configuration.level = reader.u8();
    configuration.nalLengthSize = (reader.u8() & 3) + 1;
    configuration.sequenceParameterSets = readUnits(reader, reader.u8() & 0x1F);
    configuration.pictureParameterSets = readUnits(reader, reader.u8());
    if (!reader.ok()) {
        return corrupt("the H.264 sequence header is cut short");
    }
    if (version != 1 || configuration.nalLengthSize == 3) {
        return corrupt("the H.264 sequence header is no avcC record of version 1");
    }
    if (configuration.sequenceParameterSets.empty() || configuration.pictureParameterSets.empty()) {
        return corrupt("the H.264 sequence header holds no parameter sets");
    }
    auto parameters = parseAvcSequenceParameters(configuration.sequenceParameterSets.front());
    if (!parameters) {
        return fail(std::move(parameters.error()));
    }
    configuration.width = parameters->width;
    configuration.height = parameters->height;
    configuration.frameRate = parameters->frameRate;
    configuration.codec = fmt::format("avc1.{:02X}{:02X}{:02X}", configuration.profile,
                                      configuration.compatibility, configuration.level);
    return configuration;
}

Result<VideoTrack> avcTrack(ByteView avcC) {
    auto configuration = parseAvcConfiguration(avcC);
    if (!configuration) {
        return fail(std::move(configuration.error()));
    }
    return VideoTrack{Codec::H264, Bytes(avcC.begin(), avcC.end()), configuration->width,
                      configuration->height, configuration->frameRate};
}

bool areNalUnitsWhole(ByteView frame, int nalLengthSize) {
    ByteReader reader(frame);
    while (reader.ok() && reader.remaining() > 0) {
        std::size_t length = 0;
        for (int i = 0; i < nalLengthSize; ++i) {
            length = length << 8 | reader.u8();
        }
        if (reader.take(length).empty()) {
            return false;
        }
    }
    return reader.ok() && !frame.empty();
}

}  // namespace footlight::media
