#include "core/media/bitstream/vp9_configuration.h"

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "core/media/bitstream/bit_reader.h"

namespace footlight::media {
namespace {

constexpr std::size_t kRecordSize = 8;
constexpr std::size_t kBoxHeaderSize = 4;  // version and flags
constexpr std::uint32_t kSyncCode = 0x498342;
constexpr std::uint32_t kSrgb = 7;
constexpr int kUsualLevel = 41;
constexpr std::uint8_t kUnspecifiedColour = 2;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "vp9.configuration", std::move(message));
}

ByteView recordOf(ByteView vpcC) {
    const bool hasBoxHeader = vpcC.size() >= kBoxHeaderSize + kRecordSize && vpcC[0] <= 1 && vpcC[1] == 0 &&
                              vpcC[2] == 0 && vpcC[3] == 0;
    return hasBoxHeader ? vpcC.subspan(kBoxHeaderSize) : vpcC;
}

/// color_config() (VP9 6.2.2)
void readColour(BitReader& reader, Vp9KeyFrame& frame) {
    if (frame.profile >= 2) {
        frame.bitDepth = reader.flag() ? 12 : 10;
    }
    const bool mayChooseChroma = frame.profile % 2 == 1;
    if (reader.bits(3) == kSrgb) {
        frame.isFullRange = true;
        frame.chromaSubsampling = 3;
        reader.skip(mayChooseChroma ? 1 : 0);
        return;
    }
    frame.isFullRange = reader.flag();
    if (mayChooseChroma) {
        const bool isHalvedAcross = reader.flag();
        reader.skip(2);
        frame.chromaSubsampling = isHalvedAcross ? 2 : 3;
    }
}

}  // namespace

Result<Vp9Configuration> parseVp9Configuration(ByteView vpcC) {
    ByteReader reader(recordOf(vpcC));
    Vp9Configuration configuration;
    configuration.profile = reader.u8();
    configuration.level = reader.u8();
    configuration.bitDepth = reader.u8() >> 4;
    reader.take(5);
    if (!reader.ok() || configuration.profile > 3 || configuration.bitDepth < 8 ||
        configuration.bitDepth > 12) {
        return corrupt("the VP9 configuration is no vpcC record");
    }
    configuration.codec =
        fmt::format("vp09.{:02}.{:02}.{:02}", configuration.profile,
                    configuration.level == 0 ? kUsualLevel : configuration.level, configuration.bitDepth);
    return configuration;
}

Result<Vp9KeyFrame> parseVp9KeyFrame(ByteView bytes) {
    BitReader reader(bytes);
    Vp9KeyFrame frame;
    const std::uint32_t marker = reader.bits(2);
    const std::uint32_t low = reader.bits(1);
    frame.profile = static_cast<int>(low | reader.bits(1) << 1);
    reader.skip(frame.profile == 3 ? 1 : 0);
    const bool showsExisting = reader.flag();
    const bool isInter = reader.flag();
    reader.skip(2);
    const std::uint32_t sync = reader.bits(24);
    if (!reader.ok() || marker != 2 || showsExisting || isInter || sync != kSyncCode) {
        return corrupt("a VP9 frame is no key frame");
    }
    readColour(reader, frame);
    frame.width = static_cast<int>(reader.bits(16)) + 1;
    frame.height = static_cast<int>(reader.bits(16)) + 1;
    if (!reader.ok()) {
        return corrupt("a VP9 key frame is cut short");
    }
    return frame;
}

Result<VideoTrack> vp9Track(ByteView vpcC) {
    if (auto configuration = parseVp9Configuration(vpcC); !configuration) {
        return fail(std::move(configuration.error()));
    }
    const ByteView record = recordOf(vpcC).subspan(0, kRecordSize);
    return VideoTrack{Codec::Vp9, Bytes(record.begin(), record.end()), 0, 0, 0};
}

Result<VideoTrack> vp9TrackOf(ByteView keyFrame) {
    const auto frame = parseVp9KeyFrame(keyFrame);
    if (!frame) {
        return fail(frame.error());
    }
    ByteWriter writer;
    writer.u8(static_cast<std::uint8_t>(frame->profile));
    writer.u8(kUsualLevel);
    writer.u8(static_cast<std::uint8_t>(frame->bitDepth << 4 | frame->chromaSubsampling << 1 |
                                        (frame->isFullRange ? 1 : 0)));
    writer.u8(kUnspecifiedColour);
    writer.u8(kUnspecifiedColour);
    writer.u8(kUnspecifiedColour);
    writer.u16(0);
    return VideoTrack{Codec::Vp9, writer.take(), frame->width, frame->height, 0};
}

}  // namespace footlight::media
