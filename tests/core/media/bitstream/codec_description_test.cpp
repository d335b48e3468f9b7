#include "core/media/bitstream/codec_description.h"

#include <gtest/gtest.h>

#include "core/media/bitstream/flac_configuration.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "core/media/bitstream/opus_configuration.h"
#include "core/media/bitstream/vp9_configuration.h"
#include "tests/support/hex.h"

namespace footlight::media {

using tests::fromHex;

namespace {

/// As x265, SVT-AV1, libaom and libvpx wrote it.
struct Picture {
    const char* name;
    Codec codec;
    const char* configuration;
    int width;
    int height;
    double frameRate;
    const char* codecName;
};

const std::vector<Picture> kPictures = {
    {"HevcMain360p30", Codec::Hevc,
     "0101600000009000000000003ff000fcfdf8f800000f03a00001001840010c01ffff01600000030090000003000003003f9598"
     "09a10001002a42010101600000030090000003000003003fa00502016965959a4932bc05a020000003002000000303c1a20001"
     "00074401c172b46240",
     640, 360, 30, "hvc1.1.6.L63.90"},
    {"HevcMain10Cropped1080p5994", Codec::Hevc,
     "0102200000009000000000007bf000fcfdfafa00000f03a00001001840010c01ffff02200000030090000003000003007b9594"
     "09a10001002b42010102200000030090000003000003007ba003c0801107cad965654a4e1780b40400000fa40003a98020a200"
     "0100064401c073c189",
     1920, 1080, 60000.0 / 1001, "hvc1.2.4.L123.90"},
    {"HevcFullChromaOddSize", Codec::Hevc,
     "0104080000009e08000000003cf000fcfff8f800000f03a00001001740010c01ffff0408000003009e0800000300003c959809"
     "a10001002c4201010408000003009e0800000300003c9001510080e3e3f2cacc94985e02d0100000030010000003019080a200"
     "0100084401c07318301890",
     322, 242, 25, "hvc1.4.10.L60.9E.8"},
    {"Av1EightBit", Codec::Av1, "81010c000a0b0000000cc4ff6700be0010", 640, 360, 0, "av01.0.01M.08"},
    {"Av1TenBit", Codec::Av1, "81054c000a0b0000002d4cffb3cdaf9404", 1280, 720, 0, "av01.0.05M.10"},
    {"Av1WithoutSequenceHeader", Codec::Av1, "81090c00", 0, 0, 0, "av01.0.09M.08"},
    {"Vp9WithBoxHeader", Codec::Vp9, "010000000015820202020000", 0, 0, 0, "vp09.00.21.08"},
    {"Vp9TenBit444", Codec::Vp9, "030ba60202020000", 0, 0, 0, "vp09.03.11.10"},
    {"Vp9WithoutLevel", Codec::Vp9, "0000820202020000", 0, 0, 0, "vp09.00.41.08"},
};

class Pictures : public testing::TestWithParam<Picture> {};

constexpr const char* kOpusHead = "4f707573486561640102380180bb0000000000";
constexpr const char* kStreamInfo = "12001200000 2f10004f30ac440f00000ac449ba95e857124355c11330d327eb66b24";

Bytes streamInfo() { return fromHex(kStreamInfo); }

}  // namespace

TEST_P(Pictures, AreDescribedAsTheirEncoderMeantThem) {
    const auto track = videoTrackOf(GetParam().codec, fromHex(GetParam().configuration));
    ASSERT_TRUE(track) << track.error().text();
    EXPECT_EQ(track->codec, GetParam().codec);
    EXPECT_EQ(track->width, GetParam().width);
    EXPECT_EQ(track->height, GetParam().height);
    EXPECT_NEAR(track->frameRate, GetParam().frameRate, 0.001);
    EXPECT_EQ(codecName(*track), GetParam().codecName);
}

TEST_P(Pictures, CutAnywhereAreRefusedOrReadWithoutHarm) {
    const Bytes whole = fromHex(GetParam().configuration);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto track = videoTrackOf(GetParam().codec, ByteView(whole).first(length));
        EXPECT_TRUE(track || track.error().category() == ErrorCategory::Corrupt) << length;
        EXPECT_TRUE(length >= 4 || !track) << length;
    }
}

INSTANTIATE_TEST_SUITE_P(All, Pictures, testing::ValuesIn(kPictures),
                         [](const auto& example) { return std::string(example.param.name); });

TEST(HevcConfiguration, WithoutParameterSetsIsRefused) {
    const auto whole = fromHex(kPictures[0].configuration);
    Bytes without(whole.begin(), whole.begin() + 22);
    without.push_back(0);
    const auto configuration = parseHevcConfiguration(without);
    ASSERT_FALSE(configuration);
    EXPECT_EQ(configuration.error().category(), ErrorCategory::Corrupt);
}

TEST(HevcConfiguration, HoldsItsParameterSets) {
    const auto configuration = parseHevcConfiguration(fromHex(kPictures[0].configuration));
    ASSERT_TRUE(configuration);
    EXPECT_EQ(configuration->nalLengthSize, 4);
    ASSERT_EQ(configuration->videoParameterSets.size(), 1U);
    ASSERT_EQ(configuration->sequenceParameterSets.size(), 1U);
    ASSERT_EQ(configuration->pictureParameterSets.size(), 1U);
    EXPECT_EQ(configuration->pictureParameterSets[0], fromHex("4401c172b46240"));
}

TEST(LearnSize, TakesItFromAKeyFrameOfVp9) {
    auto track = videoTrackOf(Codec::Vp9, fromHex("0015820202020000"));
    ASSERT_TRUE(track);
    const auto learned = learnSize(*track, fromHex("824983420027f01676063824"));
    ASSERT_TRUE(learned) << learned.error().text();
    EXPECT_EQ(track->width, 640);
    EXPECT_EQ(track->height, 360);
    track->width = 0;
    EXPECT_FALSE(learnSize(*track, fromHex("860040")));
}

TEST(LearnSize, TakesItFromAKeyFrameOfAv1) {
    auto track = videoTrackOf(Codec::Av1, fromHex("81090c00"));
    ASSERT_TRUE(track);
    const auto learned = learnSize(*track, fromHex("12000a0b0000000cc4ff6700be0010"));
    ASSERT_TRUE(learned) << learned.error().text();
    EXPECT_EQ(track->width, 640);
    EXPECT_EQ(track->height, 360);
    track->width = 0;
    EXPECT_FALSE(learnSize(*track, fromHex("1200")));
}

TEST(LearnSize, LeavesAKnownSizeAlone) {
    VideoTrack track{Codec::Vp9, {}, 320, 180, 0};
    EXPECT_TRUE(learnSize(track, {}));
    EXPECT_EQ(track.width, 320);
}

TEST(Vp9, KeyFrameOfAnyProfileIsEnoughForATrack) {
    const auto track = vp9TrackOf(fromHex("b124c1a100009f8059b031c1"));
    ASSERT_TRUE(track) << track.error().text();
    EXPECT_EQ(track->width, 320);
    EXPECT_EQ(track->height, 180);
    EXPECT_EQ(codecName(*track), "vp09.03.41.10");
    EXPECT_EQ(track->configuration[2] >> 1 & 7, 3);
}

TEST(Opus, HeaderIsRead) {
    const auto track = audioTrackOf(Codec::Opus, fromHex(kOpusHead));
    ASSERT_TRUE(track) << track.error().text();
    EXPECT_EQ(track->sampleRate, 48'000);
    EXPECT_EQ(track->channels, 2);
    EXPECT_EQ(codecName(*track), "opus");
    const auto configuration = parseOpusConfiguration(fromHex(kOpusHead));
    EXPECT_EQ(configuration->preSkip, 312);
    EXPECT_EQ(configuration->inputSampleRate, 48'000);
}

TEST(Opus, SurroundBringsItsMapping) {
    const auto configuration =
        parseOpusConfiguration(fromHex("4f707573486561640106380180bb0000000001 0402000401020305"));
    ASSERT_TRUE(configuration) << configuration.error().text();
    EXPECT_EQ(configuration->channels, 6);
    EXPECT_EQ(configuration->channelMapping, fromHex("0402000401020305"));
    EXPECT_FALSE(parseOpusConfiguration(fromHex("4f707573486561640106380180bb0000000001 04020004")));
    EXPECT_FALSE(parseOpusConfiguration(fromHex("4f707573486561640106380180bb0000000000")));
}

TEST(Opus, PacketTellsItsLength) {
    const AudioTrack track{Codec::Opus, fromHex(kOpusHead), 48'000, 2};
    EXPECT_EQ(samplesIn(track, fromHex("fc01")), 960);   // CELT, 20 ms, one frame
    EXPECT_EQ(samplesIn(track, fromHex("e401")), 120);   // 2.5 ms
    EXPECT_EQ(samplesIn(track, fromHex("0303")), 1440);  // SILK, three of 10 ms
    EXPECT_EQ(samplesIn(track, fromHex("03")), 0);
    EXPECT_EQ(samplesIn(track, fromHex("fb3f")), 0);  // 63 of 20 ms
    EXPECT_EQ(samplesIn(track, {}), 0);
}

TEST(Flac, HeaderIsReadInEveryWrapping) {
    for (const auto* front : {"", "00000022", "664c614300000022"}) {
        auto header = fromHex(front);
        const auto info = streamInfo();
        header.insert(header.end(), info.begin(), info.end());
        const auto track = audioTrackOf(Codec::Flac, header);
        ASSERT_TRUE(track) << front << ": " << track.error().text();
        EXPECT_EQ(track->sampleRate, 44'100);
        EXPECT_EQ(track->channels, 1);
        EXPECT_EQ(track->configuration, info);
        EXPECT_EQ(codecName(*track), "fLaC");
    }
    EXPECT_EQ(parseFlacConfiguration(streamInfo())->bitsPerSample, 16);
    EXPECT_FALSE(parseFlacConfiguration(ByteView(streamInfo()).first(33)));
}

TEST(Flac, FrameTellsItsLength) {
    const AudioTrack track{Codec::Flac, streamInfo(), 44'100, 1};
    EXPECT_EQ(samplesIn(track, fromHex("fff85908003c4e00")), 4608);
    EXPECT_EQ(samplesIn(track, fromHex("fff87908090a4317")), 44'100 - 9 * 4608);
    EXPECT_EQ(samplesIn(track, fromHex("fff8")), 0);
    EXPECT_EQ(samplesIn(track, fromHex("00000000")), 0);
}

TEST(Mp3, FirstFrameIsTheTrack) {
    const auto usual = audioTrackOf(Codec::Mp3, fromHex("fffb9044"));
    ASSERT_TRUE(usual) << usual.error().text();
    EXPECT_EQ(usual->sampleRate, 44'100);
    EXPECT_EQ(usual->channels, 2);
    EXPECT_EQ(codecName(*usual), "mp4a.6B");
    EXPECT_EQ(samplesIn(*usual, fromHex("fffb9044")), 1152);
    const auto low = audioTrackOf(Codec::Mp3, fromHex("fff340c4"));
    ASSERT_TRUE(low) << low.error().text();
    EXPECT_EQ(low->sampleRate, 22'050);
    EXPECT_EQ(low->channels, 1);
    EXPECT_EQ(codecName(*low), "mp4a.69");
    EXPECT_EQ(samplesIn(*low, fromHex("fff340c4")), 576);
    EXPECT_FALSE(audioTrackOf(Codec::Mp3, fromHex("fffd9044")));
}

TEST(CodecDescription, NamesWhatCannotStandWhereItWasAnnounced) {
    EXPECT_EQ(videoTrackOf(Codec::Aac, {}).error().category(), ErrorCategory::Unsupported);
    EXPECT_EQ(audioTrackOf(Codec::H264, {}).error().category(), ErrorCategory::Unsupported);
}

}  // namespace footlight::media
