#include "core/media/bitstream/flv_tag.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::media::flv {

using tests::fromHex;
using namespace std::chrono_literals;

namespace {

std::string refusal(const Result<Tags>& tags) {
    if (tags || tags.error().category() != ErrorCategory::Unsupported) {
        return "was not refused as unsupported";
    }
    return tags.error().message();
}

/// The one tag of a body that has one.
Tag only(const Result<Tags>& tags) {
    EXPECT_TRUE(tags) << tags.error().text();
    EXPECT_EQ(tags->size(), 1U);
    return tags && tags->size() == 1 ? tags->front() : Tag{};
}

}  // namespace

TEST(FlvVideo, SequenceHeader) {
    const Bytes body = fromHex("17 00 000000 0142");
    const Tag tag = only(parseVideo(body));
    EXPECT_EQ(tag.kind, TagKind::Configuration);
    EXPECT_EQ(tag.codec, Codec::H264);
    EXPECT_EQ(tag.payload.size(), 2U);
}

TEST(FlvVideo, FramesWithCompositionOffsets) {
    const Bytes ahead = fromHex("27 01 000042 65");
    EXPECT_EQ(only(parseVideo(ahead)).compositionOffset, MediaTime(66ms));
    EXPECT_FALSE(only(parseVideo(ahead)).isKeyFrame);
    const Bytes behind = fromHex("17 01 FFFFDF 65");
    EXPECT_EQ(only(parseVideo(behind)).compositionOffset, MediaTime(-33ms));
    EXPECT_TRUE(only(parseVideo(behind)).isKeyFrame);
}

TEST(FlvVideo, Codec12IsHevc) {
    const Bytes header = fromHex("1c 00 000000 01");
    EXPECT_EQ(only(parseVideo(header)).codec, Codec::Hevc);
    EXPECT_EQ(only(parseVideo(header)).kind, TagKind::Configuration);
    const Bytes frame = fromHex("2c 01 000010 00000001 26");
    EXPECT_EQ(only(parseVideo(frame)).compositionOffset, MediaTime(16ms));
}

TEST(FlvVideo, LegalMessagesWithoutContent) {
    EXPECT_TRUE(parseVideo({})->empty());
    EXPECT_TRUE(parseVideo(fromHex("57 00"))->empty()) << "a command frame";
    EXPECT_TRUE(parseVideo(fromHex("17 01 000000"))->empty());
    EXPECT_EQ(only(parseVideo(fromHex("17 02 000000"))).kind, TagKind::EndOfSequence);
}

TEST(FlvVideo, CutAndUnknownOnesAreCorrupt) {
    for (const char* body : {"17", "17 01", "17 01 0000", "17 03 000000 00"}) {
        const auto tags = parseVideo(fromHex(body));
        ASSERT_FALSE(tags) << body;
        EXPECT_EQ(tags.error().category(), ErrorCategory::Corrupt) << body;
    }
}

TEST(FlvVideo, OtherCodecsAreNamedAndSoAreThoseTaken) {
    EXPECT_EQ(
        refusal(parseVideo(fromHex("22 00"))),
        "the stream's video is Sorenson H.263; this relay takes H.264, HEVC, AV1 and VP9 video, and AAC, "
        "Opus, FLAC and MP3 audio: choose one of those in the encoder");
    EXPECT_NE(refusal(parseVideo(fromHex("14 00"))).find("VP6"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("90 76766331 01"))).find("vvc1"), std::string::npos);
    EXPECT_NE(refusal(parseVideo(fromHex("90 0a1b5b31"))).find("??[1"), std::string::npos)
        << "nothing unprintable";
}

TEST(FlvAudio, SequenceHeaderAndFrame) {
    const Bytes header = fromHex("af 00 1190");
    EXPECT_EQ(only(parseAudio(header)).kind, TagKind::Configuration);
    const Bytes frame = fromHex("af 01 2112");
    EXPECT_EQ(only(parseAudio(frame)).kind, TagKind::Frame);
    EXPECT_EQ(only(parseAudio(frame)).payload.size(), 2U);
    EXPECT_TRUE(only(parseAudio(frame)).isKeyFrame);
}

TEST(FlvAudio, Mp3OfEitherKindIsAFrame) {
    for (const char* body : {"2f fffb9064", "ee fffb9064"}) {
        const Bytes frame = fromHex(body);
        EXPECT_EQ(only(parseAudio(frame)).codec, Codec::Mp3);
        EXPECT_EQ(only(parseAudio(frame)).kind, TagKind::Frame);
        EXPECT_EQ(only(parseAudio(frame)).payload.size(), 4U);
    }
}

TEST(FlvAudio, SilenceMarkersAreNothing) {
    EXPECT_TRUE(parseAudio({})->empty());
    EXPECT_TRUE(parseAudio(fromHex("af 01"))->empty());
    EXPECT_TRUE(parseAudio(fromHex("2f"))->empty());
}

TEST(FlvAudio, CutAndUnknownOnesAreCorrupt) {
    EXPECT_EQ(parseAudio(fromHex("af")).error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(parseAudio(fromHex("af 02 00")).error().category(), ErrorCategory::Corrupt);
}

TEST(FlvAudio, OtherCodecsAreNamed) {
    EXPECT_NE(refusal(parseAudio(fromHex("b2 00"))).find("Speex"), std::string::npos);
    EXPECT_NE(refusal(parseAudio(fromHex("91 61632d33 00"))).find("ac-3"), std::string::npos);
}

TEST(FlvHeaders, AreReadBackAsTheyWereWritten) {
    for (const Codec codec : {Codec::H264, Codec::Hevc, Codec::Av1, Codec::Vp9}) {
        for (const TrackId track : {TrackId{0}, TrackId{3}}) {
            const bool hasOffset = codec == Codec::H264 || codec == Codec::Hevc;
            for (const auto offset : {0ms, 33ms, -33ms, 8'388'607ms}) {
                const auto header = frameHeader(codec, track, true, hasOffset ? offset : 0ms);
                Bytes body(header.view().begin(), header.view().end());
                body.push_back(0x65);
                const Tag tag = only(parseVideo(body));
                EXPECT_EQ(tag.codec, codec);
                EXPECT_EQ(tag.track, track);
                EXPECT_EQ(tag.compositionOffset, MediaTime(hasOffset ? offset : 0ms));
                EXPECT_TRUE(tag.isKeyFrame);
                EXPECT_EQ(tag.payload.size(), 1U);
            }
        }
    }
    for (const Codec codec : {Codec::Aac, Codec::Opus, Codec::Flac, Codec::Mp3}) {
        for (const TrackId track : {TrackId{0}, TrackId{255}}) {
            const auto header = frameHeader(codec, track, true, 0ms);
            Bytes body(header.view().begin(), header.view().end());
            body.push_back(0xFF);
            const Tag tag = only(parseAudio(body));
            EXPECT_EQ(tag.codec, codec);
            EXPECT_EQ(tag.track, track);
            EXPECT_EQ(tag.kind, TagKind::Frame);
        }
    }
}

TEST(FlvHeaders, AreThoseThatEveryReaderKnowsWhereThereAreSuch) {
    const auto hex = [](const TagHeader& header) { return tests::toHex(header.view()); };
    EXPECT_EQ(hex(frameHeader(Codec::H264, 0, false, 1ms)), "2701000001");
    EXPECT_EQ(hex(configurationHeader(Codec::H264, 0)), "1700000000");
    EXPECT_EQ(hex(configurationHeader(Codec::Aac, 0)), "af00");
    EXPECT_EQ(hex(frameHeader(Codec::Aac, 0, true, 0ms)), "af01");
    EXPECT_EQ(hex(frameHeader(Codec::Mp3, 0, true, 0ms)), "2f");
    EXPECT_EQ(hex(frameHeader(Codec::Hevc, 0, true, 0ms)), "9368766331") << "no offset, so CodedFramesX";
    EXPECT_EQ(hex(frameHeader(Codec::Hevc, 0, false, 5ms)), "a168766331000005");
    EXPECT_EQ(hex(frameHeader(Codec::Av1, 0, true, 0ms)), "9161763031");
    EXPECT_EQ(hex(configurationHeader(Codec::Av1, 1)), "96006176303101") << "multitrack, one track";
    EXPECT_EQ(hex(configurationHeader(Codec::Flac, 0)), "90664c6143664c614380000022");
    EXPECT_EQ(hex(frameHeader(Codec::Aac, 1, true, 0ms)), "95016d70346101");
}

}  // namespace footlight::media::flv
