#include "core/media/bitstream/mp3_frame.h"

#include <array>

#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {

Result<Mp3Frame> parseMp3Frame(ByteView bytes) {
    constexpr std::array<int, 3> kRates = {44'100, 48'000, 32'000};
    BitReader reader(bytes);
    const std::uint32_t sync = reader.bits(11);
    const std::uint32_t version = reader.bits(2);  // 3 = MPEG-1, 2 = MPEG-2, 0 = MPEG-2.5
    const std::uint32_t layer = reader.bits(2);    // 1 = III
    reader.flag();
    const std::uint32_t bitrate = reader.bits(4);
    const std::uint32_t rate = reader.bits(2);
    reader.skip(2);
    const std::uint32_t mode = reader.bits(2);
    if (!reader.ok() || sync != 0x7FF || version == 1 || layer != 1 || bitrate == 15 || rate == 3) {
        return fail(ErrorCategory::Corrupt, "mp3.frame", "the audio holds no MP3 frame");
    }
    const int divisor = version == 3 ? 1 : version == 2 ? 2 : 4;
    return Mp3Frame{kRates[rate] / divisor, mode == 3 ? 1 : 2, version == 3 ? 1152 : 576};
}

Result<AudioTrack> mp3TrackOf(ByteView bytes) {
    const auto frame = parseMp3Frame(bytes);
    if (!frame) {
        return fail(frame.error());
    }
    return AudioTrack{Codec::Mp3, {}, frame->sampleRate, frame->channels};
}

}  // namespace footlight::media
