#include "core/media/bitstream/aac_configuration.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::media {

using tests::fromHex;

TEST(AacConfiguration, LowComplexity) {
    const auto config = parseAacConfiguration(fromHex("1190"));
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->objectType, 2);
    EXPECT_EQ(config->sampleRate, 48'000);
    EXPECT_EQ(config->channels, 2);
    EXPECT_EQ(config->frameSamples, 1'024);
    EXPECT_EQ(config->codec, "mp4a.40.2");
    EXPECT_FALSE(config->hasSbr);
}

TEST(AacConfiguration, FfmpegsTrailerThatSaysNoSbr) {
    const auto config = parseAacConfiguration(fromHex("119056e500"));
    ASSERT_TRUE(config);
    EXPECT_FALSE(config->hasSbr);
    EXPECT_EQ(config->codec, "mp4a.40.2");
}

TEST(AacConfiguration, MonoAt44100) {
    const auto config = parseAacConfiguration(fromHex("1208"));
    ASSERT_TRUE(config);
    EXPECT_EQ(config->sampleRate, 44'100);
    EXPECT_EQ(config->channels, 1);
}

TEST(AacConfiguration, HighEfficiencySignalledUpFront) {
    // Object type 5 at 24 kHz, stereo, extended to 48 kHz, core of type 2.
    const auto config = parseAacConfiguration(fromHex("2b118800"));
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->objectType, 2);
    EXPECT_EQ(config->sampleRate, 24'000);
    EXPECT_TRUE(config->hasSbr);
    EXPECT_EQ(config->codec, "mp4a.40.5");
}

TEST(AacConfiguration, HighEfficiencySignalledBehind) {
    // As above, told behind an AAC-LC configuration: 0x2b7, type 5, flag, index 3.
    const auto config = parseAacConfiguration(fromHex("131056e598"));
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->sampleRate, 24'000);
    EXPECT_TRUE(config->hasSbr);
}

TEST(AacConfiguration, ExplicitSampleRate) {
    // Type 2, index 15, 50000 Hz, 2 channels.
    const auto config = parseAacConfiguration(fromHex("1780 61a8 10"));
    ASSERT_TRUE(config) << config.error().text();
    EXPECT_EQ(config->sampleRate, 50'000);
    EXPECT_EQ(config->channels, 2);
}

TEST(AacConfiguration, SurroundAndEightChannels) {
    EXPECT_EQ(parseAacConfiguration(fromHex("11b0"))->channels, 6);
    EXPECT_EQ(parseAacConfiguration(fromHex("11b8"))->channels, 8);
}

TEST(AacConfiguration, RefusesWhatItCannotBe) {
    EXPECT_EQ(parseAacConfiguration({}).error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(parseAacConfiguration(fromHex("11")).error().category(), ErrorCategory::Corrupt) << "cut";
    EXPECT_EQ(parseAacConfiguration(fromHex("1690")).error().category(), ErrorCategory::Corrupt)
        << "reserved rate";
    EXPECT_EQ(parseAacConfiguration(fromHex("11c8")).error().category(), ErrorCategory::Corrupt)
        << "reserved channels";
    const auto celp = parseAacConfiguration(fromHex("4190"));
    ASSERT_FALSE(celp);
    EXPECT_EQ(celp.error().category(), ErrorCategory::Unsupported);
    EXPECT_NE(celp.error().message().find("object type 8"), std::string::npos);
}

TEST(AacConfiguration, BecomesATrack) {
    const auto track = aacTrack(fromHex("1190"));
    ASSERT_TRUE(track);
    EXPECT_EQ(track->codec, Codec::Aac);
    EXPECT_EQ(track->sampleRate, 48'000);
    EXPECT_EQ(track->configuration, fromHex("1190"));
}

}  // namespace footlight::media
