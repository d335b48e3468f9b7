#include "core/media/bitstream/opus_configuration.h"

#include <array>

#include "core/base/byte_reader.h"

namespace footlight::media {
namespace {

constexpr std::string_view kMagic = "OpusHead";
constexpr int kSampleRate = 48'000;
constexpr int kLongestPacket = 5'760;  // 120 ms

std::uint32_t littleEndian(ByteView bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
        value = value << 8 | bytes[i - 1];
    }
    return value;
}

/// Samples of one frame, by the configuration number in the first byte (RFC 6716 table 2).
int frameSamples(int configuration) {
    constexpr std::array<int, 4> kSilk = {480, 960, 1920, 2880};
    constexpr std::array<int, 4> kCelt = {120, 240, 480, 960};
    if (configuration < 12) {
        return kSilk[static_cast<std::size_t>(configuration % 4)];
    }
    if (configuration < 16) {
        return configuration % 2 == 0 ? 480 : 960;
    }
    return kCelt[static_cast<std::size_t>(configuration % 4)];
}

}  // namespace

Result<OpusConfiguration> parseOpusConfiguration(ByteView opusHead) {
    ByteReader reader(opusHead);
    OpusConfiguration configuration;
    const ByteView magic = reader.take(kMagic.size());
    const std::uint8_t version = reader.u8();
    configuration.channels = reader.u8();
    configuration.preSkip = static_cast<int>(littleEndian(reader.take(2)));
    configuration.inputSampleRate = static_cast<int>(littleEndian(reader.take(4)));
    configuration.outputGain = static_cast<std::int16_t>(littleEndian(reader.take(2)));
    configuration.mappingFamily = reader.u8();
    if (configuration.mappingFamily != 0) {
        const ByteView mapping = reader.take(2 + static_cast<std::size_t>(configuration.channels));
        configuration.channelMapping.assign(mapping.begin(), mapping.end());
    }
    if (!reader.ok() || textOf(magic) != kMagic || version >> 4 != 0 || configuration.channels == 0 ||
        (configuration.mappingFamily == 0 && configuration.channels > 2)) {
        return fail(ErrorCategory::Corrupt, "opus.configuration", "the Opus header makes no sense");
    }
    return configuration;
}

Result<AudioTrack> opusTrack(ByteView opusHead) {
    auto configuration = parseOpusConfiguration(opusHead);
    if (!configuration) {
        return fail(std::move(configuration.error()));
    }
    return AudioTrack{Codec::Opus, Bytes(opusHead.begin(), opusHead.end()), kSampleRate,
                      configuration->channels};
}

int opusPacketSamples(ByteView packet) {
    if (packet.empty()) {
        return 0;
    }
    const int code = packet[0] & 3;
    if (code == 3 && packet.size() < 2) {
        return 0;
    }
    const int frames = code == 0 ? 1 : code == 3 ? packet[1] & 0x3F : 2;
    const int samples = frames * frameSamples(packet[0] >> 3);
    return samples <= kLongestPacket ? samples : 0;
}

}  // namespace footlight::media
