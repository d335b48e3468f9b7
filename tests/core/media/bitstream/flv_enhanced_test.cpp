#include <gtest/gtest.h>

#include "core/media/bitstream/flv_tag.h"
#include "tests/support/hex.h"

namespace footlight::media::flv {

using tests::fromHex;
using namespace std::chrono_literals;

namespace {

/// The tags of a body that can be read; the body must outlive them.
Tags read(MediaKind kind, const Bytes& body) {
    auto tags = kind == MediaKind::Video ? parseVideo(body) : parseAudio(body);
    EXPECT_TRUE(tags) << tags.error().text();
    return tags ? *tags : Tags();
}

ErrorCategory failure(const Result<Tags>& tags) {
    EXPECT_FALSE(tags);
    return tags ? ErrorCategory::NeedMoreInput : tags.error().category();
}

}  // namespace

TEST(EnhancedVideo, SequenceStartIsTheConfiguration) {
    const Bytes body = fromHex("90 68766331 0102");
    const Tags tags = read(MediaKind::Video, body);
    ASSERT_EQ(tags.size(), 1U);
    EXPECT_EQ(tags[0].kind, TagKind::Configuration);
    EXPECT_EQ(tags[0].codec, Codec::Hevc);
    EXPECT_EQ(tests::toHex(tags[0].payload), "0102");
}

TEST(EnhancedVideo, CodedFramesHaveAnOffsetForCodecsWithNalUnitsAlone) {
    const Bytes hevc = fromHex("a1 68766331 ffffff 26");
    EXPECT_EQ(read(MediaKind::Video, hevc).at(0).compositionOffset, MediaTime(-1ms));
    EXPECT_FALSE(read(MediaKind::Video, hevc).at(0).isKeyFrame);
    const Bytes av1 = fromHex("91 61763031 12000a");
    EXPECT_EQ(read(MediaKind::Video, av1).at(0).compositionOffset, MediaTime(0));
    EXPECT_EQ(read(MediaKind::Video, av1).at(0).payload.size(), 3U);
    const Bytes bare = fromHex("93 61766331 00000001 65");
    EXPECT_EQ(read(MediaKind::Video, bare).at(0).codec, Codec::H264);
    EXPECT_EQ(read(MediaKind::Video, bare).at(0).payload.size(), 5U) << "CodedFramesX has no offset";
}

TEST(EnhancedVideo, WhatHasNoContentIsNothing) {
    EXPECT_TRUE(read(MediaKind::Video, fromHex("94 68766331 02000a")).empty()) << "colour metadata";
    EXPECT_TRUE(read(MediaKind::Video, fromHex("95 61763031 80")).empty()) << "an MPEG-2 TS descriptor";
    EXPECT_TRUE(read(MediaKind::Video, fromHex("d1 00")).empty()) << "a command frame";
    EXPECT_TRUE(read(MediaKind::Video, fromHex("93 68766331")).empty());
    EXPECT_EQ(read(MediaKind::Video, fromHex("92 68766331")).at(0).kind, TagKind::EndOfSequence);
    EXPECT_EQ(read(MediaKind::Video, fromHex("9a 68766331 00")).at(0).kind, TagKind::Unknown);
}

TEST(EnhancedVideo, ModifiersAreReadOverAndNanosecondsAreKept) {
    // ModEx of 3 bytes: nanoseconds 500000, then CodedFramesX.
    const Bytes one = fromHex("97 02 07a120 03 68766331 26");
    EXPECT_EQ(read(MediaKind::Video, one).at(0).timeOffset, MediaTime(45));
    EXPECT_EQ(read(MediaKind::Video, one).at(0).codec, Codec::Hevc);
    // An unknown modifier of 256 bytes in the long form, then the nanoseconds.
    const Bytes two = fromHex("97 ff 00ff " + std::string(512, '0') + " 17 02 000000 03 68766331 26");
    EXPECT_EQ(read(MediaKind::Video, two).at(0).payload.size(), 1U);
    const Bytes absurd = fromHex("97 02 ffffff 03 68766331 26");
    EXPECT_EQ(read(MediaKind::Video, absurd).at(0).timeOffset, MediaTime(0)) << "a second is no offset";
}

TEST(EnhancedVideo, ModifiersWithoutEndAreCorrupt) {
    std::string hex = "97";
    for (int i = 0; i < 1'000; ++i) {
        hex += " 00 00 07";
    }
    EXPECT_EQ(failure(parseVideo(fromHex(hex))), ErrorCategory::Corrupt);
    EXPECT_EQ(failure(parseVideo(fromHex("97 ff ffff 00"))), ErrorCategory::Corrupt)
        << "longer than the body";
}

TEST(EnhancedVideo, OneTrackTakesTheRestOfTheMessage) {
    const Bytes body = fromHex("96 03 61763031 02 0a0b0c");
    const Tags tags = read(MediaKind::Video, body);
    ASSERT_EQ(tags.size(), 1U);
    EXPECT_EQ(tags[0].track, 2);
    EXPECT_EQ(tags[0].codec, Codec::Av1);
    EXPECT_EQ(tests::toHex(tags[0].payload), "0a0b0c");
}

TEST(EnhancedVideo, ManyTracksOfOneCodecAndOfMany) {
    const Bytes one = fromHex("96 11 68766331 00 000004 00000126 05 000004 00000242");
    Tags tags = read(MediaKind::Video, one);
    ASSERT_EQ(tags.size(), 2U);
    EXPECT_EQ(tags[0].track, 0);
    EXPECT_EQ(tags[0].compositionOffset, MediaTime(1ms));
    EXPECT_EQ(tags[1].track, 5);
    EXPECT_EQ(tags[1].compositionOffset, MediaTime(2ms));
    EXPECT_EQ(tests::toHex(tags[1].payload), "42");
    const Bytes many = fromHex("96 23 68766331 00 000001 26 61763031 01 000002 0a0b");
    tags = read(MediaKind::Video, many);
    ASSERT_EQ(tags.size(), 2U);
    EXPECT_EQ(tags[0].codec, Codec::Hevc);
    EXPECT_EQ(tags[1].codec, Codec::Av1);
}

TEST(EnhancedVideo, AnUnknownCodecEndsTheDefaultTrackButNoFurtherOne) {
    const Bytes further = fromHex("96 23 68766331 00 000001 26 76766331 01 000002 0a0b");
    const Tags tags = read(MediaKind::Video, further);
    ASSERT_EQ(tags.size(), 2U);
    EXPECT_EQ(tags[0].kind, TagKind::Frame);
    EXPECT_EQ(tags[1].kind, TagKind::Unknown);
    EXPECT_EQ(failure(parseVideo(fromHex("96 03 76766331 00 0a"))), ErrorCategory::Unsupported);
}

TEST(EnhancedVideo, BrokenMultitrackMessagesAreCorrupt) {
    for (const char* body : {"96", "96 16 68766331 00 0a", "96 33 68766331 00 0a", "96 13 687663",
                             "96 13 68766331 00 000005 0a", "96 13 68766331 00 0000", "90 6876"}) {
        EXPECT_EQ(failure(parseVideo(fromHex(body))), ErrorCategory::Corrupt) << body;
    }
}

TEST(EnhancedAudio, EachCodec) {
    const std::vector<std::pair<std::string, Codec>> kCodecs = {{"4f707573", Codec::Opus},
                                                                {"664c6143", Codec::Flac},
                                                                {"6d703461", Codec::Aac},
                                                                {"2e6d7033", Codec::Mp3}};
    for (const auto& [fourCc, codec] : kCodecs) {
        const Bytes frame = fromHex("91 " + fourCc + " 0102");
        EXPECT_EQ(read(MediaKind::Audio, frame).at(0).codec, codec);
        EXPECT_EQ(read(MediaKind::Audio, frame).at(0).payload.size(), 2U);
        EXPECT_TRUE(read(MediaKind::Audio, frame).at(0).isKeyFrame);
    }
}

TEST(EnhancedAudio, OpusMayBeginWithAnEmptyHeader) {
    const Tags tags = read(MediaKind::Audio, fromHex("90 4f707573"));
    ASSERT_EQ(tags.size(), 1U);
    EXPECT_EQ(tags[0].kind, TagKind::Configuration);
    EXPECT_TRUE(tags[0].payload.empty());
}

TEST(EnhancedAudio, TracksModifiersAndChannels) {
    const Bytes track = fromHex("95 01 6d703461 01 2112");
    EXPECT_EQ(read(MediaKind::Audio, track).at(0).track, 1);
    const Bytes modified = fromHex("97 02 0f423f 01 4f707573 aa");
    EXPECT_EQ(read(MediaKind::Audio, modified).at(0).timeOffset, MediaTime(90));
    EXPECT_TRUE(read(MediaKind::Audio, fromHex("94 4f707573 0102")).empty()) << "the order of channels";
    EXPECT_EQ(read(MediaKind::Audio, fromHex("92 4f707573")).at(0).kind, TagKind::EndOfSequence);
    EXPECT_EQ(read(MediaKind::Audio, fromHex("9b 4f707573")).at(0).kind, TagKind::Unknown);
}

}  // namespace footlight::media::flv
