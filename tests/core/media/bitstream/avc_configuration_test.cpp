#include "core/media/bitstream/avc_configuration.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::media {

using tests::fromHex;

namespace {

/// As x264 wrote it, for pictures of many kinds.
struct Example {
    const char* name;
    const char* avcC;
    int width;
    int height;
    double frameRate;
    const char* codec;
};

const std::vector<Example> kExamples = {
    {"Baseline360p30", "0142c01effe100196742c01eda0280bfe5c044000003000400000300f23c58ba8001000468ce0fc8",
     640, 360, 30, "avc1.42C01E"},
    {"HighCropped1080p60",
     "0164002affe1001b6764002aacd940780227e5c044000003000400000301e03c60c65801000668ebe3cb22c0fdf8f800", 1920,
     1080, 60, "avc1.64002A"},
    {"FullChromaOddSize",
     "01f4000dffe1001e67f4000d919b282a10f1f1fff83c802d48800000030080000019078a14cb01000668ebe3c44844fff8f800",
     322, 242, 25, "avc1.F4000D"},
    {"Interlaced",
     "0164001effe1001c6764001eacd940b424dff8020001688000000300800000190f8a14cb01000668fba3cb22c0fdf8f800",
     720, 576, 25, "avc1.64001E"},
    {"TenBit422At2997",
     "017a001fffe10019677a001fb6cd9405005bb01100000303e90000ea600f18319601000668ebe3cb22c0fefafa00", 1280,
     720, 30000.0 / 1001, "avc1.7A001F"},
};

class AvcExamples : public testing::TestWithParam<Example> {};

}  // namespace

TEST_P(AvcExamples, AreReadWhole) {
    const auto configuration = parseAvcConfiguration(fromHex(GetParam().avcC));
    ASSERT_TRUE(configuration) << configuration.error().text();
    EXPECT_EQ(configuration->width, GetParam().width);
    EXPECT_EQ(configuration->height, GetParam().height);
    EXPECT_NEAR(configuration->frameRate, GetParam().frameRate, 0.001);
    EXPECT_EQ(configuration->codec, GetParam().codec);
    EXPECT_EQ(configuration->nalLengthSize, 4);
}

TEST_P(AvcExamples, CutAnywhereBeforeTheLastParameterSetAreRefused) {
    const Bytes whole = fromHex(GetParam().avcC);
    const std::size_t parameterSets = 8 + (static_cast<std::size_t>(whole[6]) << 8 | whole[7]);
    for (std::size_t length = 0; length < parameterSets + 3; ++length) {
        EXPECT_FALSE(parseAvcConfiguration(ByteView(whole).first(length))) << length;
    }
}

TEST_P(AvcExamples, WithAnyByteChangedNeverGiveAnImpossiblePicture) {
    const Bytes whole = fromHex(GetParam().avcC);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int flip = 1; flip < 256; flip <<= 1) {
            Bytes changed = whole;
            changed[at] = static_cast<std::uint8_t>(changed[at] ^ flip);
            const auto configuration = parseAvcConfiguration(changed);
            if (configuration) {
                EXPECT_GT(configuration->width, 0);
                EXPECT_LE(configuration->height, 16'384);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(FromEncoders, AvcExamples, testing::ValuesIn(kExamples),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(AvcConfiguration, RefusesThreeByteLengthsAndOtherVersions) {
    Bytes avcC = fromHex(kExamples[0].avcC);
    avcC[4] = 0xFE;
    EXPECT_FALSE(parseAvcConfiguration(avcC));
    avcC[4] = 0xFF;
    avcC[0] = 2;
    EXPECT_FALSE(parseAvcConfiguration(avcC));
}

TEST(AvcConfiguration, BecomesATrack) {
    const Bytes avcC = fromHex(kExamples[0].avcC);
    const auto track = avcTrack(avcC);
    ASSERT_TRUE(track);
    EXPECT_EQ(track->configuration, avcC);
    EXPECT_EQ(track->width, 640);
}

TEST(NalUnits, AreWholeWhereLengthsAddUp) {
    EXPECT_TRUE(areNalUnitsWhole(fromHex("00000002 6501 00000001 41"), 4));
    EXPECT_TRUE(areNalUnitsWhole(fromHex("02 6501"), 1));
    EXPECT_TRUE(areNalUnitsWhole(fromHex("0002 6501"), 2));
    EXPECT_FALSE(areNalUnitsWhole(fromHex("00000003 6501"), 4)) << "past the end";
    EXPECT_FALSE(areNalUnitsWhole(fromHex("00000002 6501 0000"), 4)) << "a cut length";
    EXPECT_FALSE(areNalUnitsWhole(fromHex("00000000"), 4)) << "an empty unit";
    EXPECT_FALSE(areNalUnitsWhole({}, 4));
    EXPECT_FALSE(areNalUnitsWhole(fromHex("FFFFFFFF 65"), 4));
}

}  // namespace footlight::media
