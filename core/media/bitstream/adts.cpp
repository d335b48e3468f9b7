#include "core/media/bitstream/adts.h"

#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {

Result<AdtsFrame> parseAdts(ByteView frame) {
    constexpr std::uint32_t kSyncWord = 0xFFF;
    constexpr std::size_t kHeader = 7;
    constexpr std::size_t kChecksum = 2;
    BitReader reader(frame);
    const std::uint32_t sync = reader.bits(12);
    reader.skip(3);  // MPEG version, layer
    const bool hasChecksum = !reader.flag();
    const std::uint32_t objectType = reader.bits(2) + 1;
    const std::uint32_t rate = reader.bits(4);
    reader.skip(1);
    const std::uint32_t channels = reader.bits(3);
    reader.skip(4);
    const std::size_t length = reader.bits(13);
    reader.skip(11);
    const std::uint32_t moreBlocks = reader.bits(2);
    const std::size_t header = kHeader + (hasChecksum ? kChecksum : 0);
    if (!reader.ok() || sync != kSyncWord || length <= header || length > frame.size()) {
        return fail(ErrorCategory::Corrupt, "adts.frame", "an AAC frame is damaged");
    }
    if (channels == 0 || moreBlocks != 0) {
        return fail(ErrorCategory::Unsupported, "adts.form",
                    "the stream's AAC is of a form that is not taken; choose AAC-LC, mono or stereo");
    }
    const std::uint32_t bits = objectType << 11 | rate << 7 | channels << 3;
    AdtsFrame parsed;
    parsed.configuration = {static_cast<std::uint8_t>(bits >> 8), static_cast<std::uint8_t>(bits)};
    parsed.payload = frame.subspan(header, length - header);
    return parsed;
}

}  // namespace footlight::media
