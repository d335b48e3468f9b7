#include "core/media/bitstream/aac_configuration.h"

#include <array>

#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {

namespace {

constexpr std::uint32_t kSbr = 5;
constexpr std::uint32_t kPs = 29;
constexpr std::uint32_t kSbrSync = 0x2B7;
constexpr std::uint32_t kPsSync = 0x548;

std::uint32_t readObjectType(BitReader& reader) {
    const std::uint32_t type = reader.bits(5);
    return type == 31 ? 32 + reader.bits(6) : type;
}

/// Zero for a reserved index.
int readSampleRate(BitReader& reader) {
    constexpr std::array<int, 13> kRates = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                            22050, 16000, 12000, 11025, 8000,  7350};
    const std::uint32_t index = reader.bits(4);
    if (index == 15) {
        return static_cast<int>(reader.bits(24));
    }
    return index < kRates.size() ? kRates[index] : 0;
}

int channelsOf(std::uint32_t channelConfiguration) {
    constexpr std::array<int, 15> kChannels = {0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 0, 8};
    return channelConfiguration < kChannels.size() ? kChannels[channelConfiguration] : 0;
}

/// Counts the channels of a program_config_element (ISO/IEC 14496-3 4.4.1.1).
int readProgramChannels(BitReader& reader) {
    reader.skip(4 + 2 + 4);
    const std::uint32_t pairable = reader.bits(4) + reader.bits(4) + reader.bits(4);
    const std::uint32_t lowFrequency = reader.bits(2);
    reader.skip(3 + 4);
    for (const unsigned width : {4U, 4U, 3U}) {  // mono, stereo and matrix mixdown
        if (reader.flag()) {
            reader.skip(width);
        }
    }
    int channels = static_cast<int>(lowFrequency);
    for (std::uint32_t i = 0; i < pairable; ++i) {
        channels += reader.flag() ? 2 : 1;
        reader.skip(4);
    }
    return channels;
}

/// SBR and PS may also be told behind the rest, for decoders that know nothing of them.
void readTrailingExtension(BitReader& reader, AacConfiguration& configuration) {
    if (reader.remaining() < 16 || reader.bits(11) != kSbrSync || readObjectType(reader) != kSbr) {
        return;
    }
    configuration.hasSbr = reader.flag();
    if (configuration.hasSbr) {
        readSampleRate(reader);
        configuration.hasPs = reader.remaining() >= 12 && reader.bits(11) == kPsSync && reader.flag();
    }
}

}  // namespace

Result<AacConfiguration> parseAacConfiguration(ByteView config) {
    BitReader reader(config);
    AacConfiguration configuration;
    std::uint32_t type = readObjectType(reader);
    const std::uint32_t outerType = type;
    configuration.sampleRate = readSampleRate(reader);
    const std::uint32_t channelConfiguration = reader.bits(4);
    if (type == kSbr || type == kPs) {
        configuration.hasSbr = true;
        configuration.hasPs = type == kPs;
        readSampleRate(reader);
        type = readObjectType(reader);
    }
    if (reader.ok() && (type < 1 || type > 4)) {
        return fail(ErrorCategory::Unsupported, "aac.object_type",
                    "the audio is MPEG-4 audio of object type " + std::to_string(type) +
                        "; AAC-LC and HE-AAC are taken");
    }
    configuration.frameSamples = reader.flag() ? 960 : 1024;
    if (reader.flag()) {
        reader.skip(14);
    }
    reader.flag();
    configuration.channels =
        channelConfiguration == 0 ? readProgramChannels(reader) : channelsOf(channelConfiguration);
    if (!reader.ok() || configuration.sampleRate < 7'350 || configuration.sampleRate > 192'000 ||
        configuration.channels == 0) {
        return fail(ErrorCategory::Corrupt, "aac.configuration", "the AAC sequence header makes no sense");
    }
    configuration.objectType = static_cast<int>(type);
    if (!configuration.hasSbr && channelConfiguration != 0) {
        readTrailingExtension(reader, configuration);
    }
    const std::uint32_t told = outerType == kSbr || outerType == kPs ? outerType : type;
    configuration.codec = "mp4a.40." + std::to_string(told);
    return configuration;
}

Result<AudioTrack> aacTrack(ByteView config) {
    auto configuration = parseAacConfiguration(config);
    if (!configuration) {
        return fail(std::move(configuration.error()));
    }
    return AudioTrack{Codec::Aac, Bytes(config.begin(), config.end()), configuration->sampleRate,
                      configuration->channels};
}

}  // namespace footlight::media
