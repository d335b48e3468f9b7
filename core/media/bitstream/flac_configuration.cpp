#include "core/media/bitstream/flac_configuration.h"

#include "core/base/byte_reader.h"
#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {
namespace {

constexpr std::size_t kStreamInfoSize = 34;
constexpr std::size_t kBlockHeaderSize = 4;

ByteView streamInfoOf(ByteView header) {
    if (header.size() >= kBlockHeaderSize && textOf(header.subspan(0, 4)) == "fLaC") {
        header = header.subspan(4);
    }
    const bool hasBlockHeader = header.size() >= kBlockHeaderSize + kStreamInfoSize &&
                                (header[0] & 0x7F) == 0 && header[1] == 0 && header[2] == 0 &&
                                header[3] == kStreamInfoSize;
    return hasBlockHeader ? header.subspan(kBlockHeaderSize, kStreamInfoSize) : header;
}

/// How many bytes the frame's or sample's number takes, which is coded as in UTF-8.
std::size_t codedNumberSize(std::uint8_t first) {
    std::size_t ones = 0;
    while (ones < 8 && (first & (0x80 >> ones)) != 0) {
        ++ones;
    }
    return ones == 0 ? 1 : ones;
}

}  // namespace

Result<FlacConfiguration> parseFlacConfiguration(ByteView header) {
    const ByteView info = streamInfoOf(header);
    BitReader reader(info);
    FlacConfiguration configuration;
    configuration.smallestBlock = static_cast<int>(reader.bits(16));
    configuration.largestBlock = static_cast<int>(reader.bits(16));
    reader.skip(24 + 24);
    configuration.sampleRate = static_cast<int>(reader.bits(20));
    configuration.channels = static_cast<int>(reader.bits(3)) + 1;
    configuration.bitsPerSample = static_cast<int>(reader.bits(5)) + 1;
    if (info.size() < kStreamInfoSize || configuration.sampleRate == 0 || configuration.largestBlock < 16 ||
        configuration.bitsPerSample < 4) {
        return fail(ErrorCategory::Corrupt, "flac.configuration", "the FLAC header makes no sense");
    }
    return configuration;
}

Result<AudioTrack> flacTrack(ByteView header) {
    const auto configuration = parseFlacConfiguration(header);
    if (!configuration) {
        return fail(configuration.error());
    }
    const ByteView info = streamInfoOf(header).subspan(0, kStreamInfoSize);
    return AudioTrack{Codec::Flac, Bytes(info.begin(), info.end()), configuration->sampleRate,
                      configuration->channels};
}

int flacFrameSamples(ByteView frame) {
    ByteReader reader(frame);
    const std::uint16_t sync = reader.u16();
    const int code = reader.u8() >> 4;
    reader.u8();
    if (!reader.ok() || (sync & 0xFFFE) != 0xFFF8 || code == 0) {
        return 0;
    }
    if (code == 1) {
        return 192;
    }
    if (code <= 5) {
        return 576 << (code - 2);
    }
    if (code >= 8) {
        return 256 << (code - 8);
    }
    reader.take(codedNumberSize(reader.u8()) - 1);
    const int samples = (code == 6 ? reader.u8() : reader.u16()) + 1;
    return reader.ok() ? samples : 0;
}

}  // namespace footlight::media
