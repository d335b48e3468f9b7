#include "core/media/bitstream/flv_tag.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::media::flv {

using tests::fromHex;
using namespace std::chrono_literals;

namespace {

std::string refusal(const Result<Tag>& tag) {
    if (tag || tag.error().category() != ErrorCategory::Unsupported) {
        return "was not refused as unsupported";
    }
    return tag.error().message();
}

}  // namespace

TEST(FlvVideo, SequenceHeader) {
    const Bytes body = fromHex("17 00 000000 0142");
    const auto tag = parseVideo(body);
    ASSERT_TRUE(tag);
    EXPECT_EQ(tag->kind, TagKind::Configuration);
    EXPECT_EQ(tag->codec, Codec::H264);
    EXPECT_EQ(tag->payload.size(), 2U);
}

TEST(FlvVideo, FramesWithCompositionOffsets) {
    const Bytes ahead = fromHex("27 01 000042 65");
    EXPECT_EQ(parseVideo(ahead)->compositionOffset, MediaTime(66ms));
    EXPECT_FALSE(parseVideo(ahead)->isKeyFrame);
    const Bytes behind = fromHex("17 01 FFFFDF 65");
    EXPECT_EQ(parseVideo(behind)->compositionOffset, MediaTime(-33ms));
    EXPECT_TRUE(parseVideo(behind)->isKeyFrame);
}

TEST(FlvVideo, LegalMessagesWithoutContent) {
    EXPECT_EQ(parseVideo({})->kind, TagKind::Nothing);
    EXPECT_EQ(parseVideo(fromHex("57 00"))->kind, TagKind::Nothing) << "a command frame";
    EXPECT_EQ(parseVideo(fromHex("17 01 000000"))->kind, TagKind::Nothing);
    EXPECT_EQ(parseVideo(fromHex("17 02 000000"))->kind, TagKind::EndOfSequence);
}

TEST(FlvVideo, CutAndUnknownOnesAreCorrupt) {
    for (const char* body : {"17", "17 01", "17 01 0000", "17 03 000000 00"}) {
        const auto tag = parseVideo(fromHex(body));
        ASSERT_FALSE(tag) << body;
        EXPECT_EQ(tag.error().category(), ErrorCategory::Corrupt) << body;
    }
}

TEST(FlvVideo, OtherCodecsAreNamedAndSoAreThoseTaken) {
    EXPECT_EQ(
        refusal(parseVideo(fromHex("22 00"))),
        "the stream's video is Sorenson H.263; this relay takes H.264 video and AAC audio: choose those in "
        "the encoder");
    EXPECT_NE(refusal(parseVideo(fromHex("14 00"))).find("VP6"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("1c 00"))).find("HEVC"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("90 68766331 01"))).find("HEVC (hvc1)"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("90 61763031 01"))).find("av01"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("90 0a1b5b31"))).find("??[1"), std::string::npos)
        << "nothing unprintable";
    EXPECT_NE(refusal(parseVideo(fromHex("90 68"))).find("H.264"), std::string::npos) << "cut";
}

TEST(FlvAudio, SequenceHeaderAndFrame) {
    const Bytes header = fromHex("af 00 1190");
    EXPECT_EQ(parseAudio(header)->kind, TagKind::Configuration);
    const Bytes frame = fromHex("af 01 2112");
    EXPECT_EQ(parseAudio(frame)->kind, TagKind::Frame);
    EXPECT_EQ(parseAudio(frame)->payload.size(), 2U);
    EXPECT_TRUE(parseAudio(frame)->isKeyFrame);
}

TEST(FlvAudio, SilenceMarkersAreNothing) {
    EXPECT_EQ(parseAudio({})->kind, TagKind::Nothing);
    EXPECT_EQ(parseAudio(fromHex("af 01"))->kind, TagKind::Nothing);
}

TEST(FlvAudio, CutAndUnknownOnesAreCorrupt) {
    EXPECT_EQ(parseAudio(fromHex("af")).error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(parseAudio(fromHex("af 02 00")).error().category(), ErrorCategory::Corrupt);
}

TEST(FlvAudio, OtherCodecsAreNamed) {
    EXPECT_NE(refusal(parseAudio(fromHex("2f 00"))).find("MP3"), std::string::npos);
    EXPECT_NE(refusal(parseAudio(fromHex("b2 00"))).find("Speex"), std::string::npos);
    EXPECT_NE(refusal(parseAudio(fromHex("90 4f707573"))).find("Opus"), std::string::npos);
}

TEST(FlvHeaders, AreReadBackAsTheyWereWritten) {
    for (const auto offset : {0ms, 33ms, -33ms, 8'388'607ms}) {
        const auto header = videoFrameHeader(true, offset);
        Bytes body(header.begin(), header.end());
        body.push_back(0x65);
        EXPECT_EQ(parseVideo(body)->compositionOffset, MediaTime(offset));
        EXPECT_TRUE(parseVideo(body)->isKeyFrame);
    }
    EXPECT_EQ(tests::toHex(videoFrameHeader(false, 1ms)), "2701000001");
    EXPECT_EQ(tests::toHex(videoConfigurationHeader()), "1700000000");
    EXPECT_EQ(tests::toHex(audioConfigurationHeader()), "af00");
    EXPECT_EQ(tests::toHex(audioFrameHeader()), "af01");
}

}  // namespace footlight::media::flv
