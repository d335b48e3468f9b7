#include "core/media/bitstream/parameter_sets.h"

#include <gtest/gtest.h>

#include "core/media/bitstream/annex_b.h"
#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "tests/support/hex.h"

namespace footlight::media {
namespace {

using tests::fromHex;

TEST(AnnexB, UnitsStandBetweenStartCodesOfEitherLength) {
    const Bytes stream = fromHex("FF 00000001 0910 000001 67AA 00000001 65 01 00 00 02 00 00 000001");
    const auto units = annexBUnits(stream);
    ASSERT_EQ(units.size(), 3U);
    EXPECT_EQ(Bytes(units[0].begin(), units[0].end()), fromHex("0910"));
    EXPECT_EQ(Bytes(units[1].begin(), units[1].end()), fromHex("67AA"));
    EXPECT_EQ(Bytes(units[2].begin(), units[2].end()), fromHex("6501000002"));
    EXPECT_EQ(lengthPrefixed(units), fromHex("00000002 0910 00000002 67AA 00000005 6501000002"));
    EXPECT_TRUE(annexBUnits({}).empty());
    EXPECT_TRUE(annexBUnits(fromHex("000000 0000")).empty());
}

/// The frame that an encoder would send with these sets in front.
Bytes frameWith(std::initializer_list<const std::vector<Bytes>*> kinds, const std::string& slice) {
    Bytes stream;
    for (const auto* sets : kinds) {
        for (const Bytes& set : *sets) {
            stream.insert(stream.end(), {0, 0, 0, 1});
            stream.insert(stream.end(), set.begin(), set.end());
        }
    }
    const Bytes picture = fromHex(slice);
    stream.insert(stream.end(), {0, 0, 1});
    stream.insert(stream.end(), picture.begin(), picture.end());
    return stream;
}

TEST(ParameterSets, MakeTheRecordThatX264Writes) {
    for (const char* const record :
         {"0142c01effe100196742c01eda0280bfe5c044000003000400000300f23c58ba8001000468ce0fc8",
          "01f4000dffe1001e67f4000d919b282a10f1f1fff83c802d48800000030080000019078a14cb01000668ebe3c44844fff8"
          "f800",
          "017a001fffe10019677a001fb6cd9405005bb01100000303e90000ea600f18319601000668ebe3cb22c0fefafa00"}) {
        const auto parsed = parseAvcConfiguration(fromHex(record)).value();
        ParameterSets sets(Codec::H264);
        const Bytes frame = frameWith({&parsed.sequenceParameterSets, &parsed.pictureParameterSets}, "6588");
        const auto rest = sets.take(annexBUnits(frame));
        ASSERT_EQ(rest.size(), 1U);
        EXPECT_EQ(avcUnitType(rest[0]), 5U);
        EXPECT_EQ(tests::toHex(sets.configuration().value()), record);
    }
}

TEST(ParameterSets, MakeTheRecordThatX265Writes) {
    for (const char* const record : {"0101600000009000000000003ff000fcfdf8f800000f03a00001001840010c01ffff016"
                                     "00000030090000003000003003f9598"
                                     "09a10001002a42010101600000030090000003000003003fa00502016965959a4932bc0"
                                     "5a020000003002000000303c1a20001"
                                     "00074401c172b46240",
                                     "0104080000009e08000000003cf000fcfff8f800000f03a00001001740010c01ffff040"
                                     "8000003009e0800000300003c959809"
                                     "a10001002c4201010408000003009e0800000300003c9001510080e3e3f2cacc94985e0"
                                     "2d0100000030010000003019080a200"
                                     "0100084401c07318301890"}) {
        const auto parsed = parseHevcConfiguration(fromHex(record)).value();
        ParameterSets sets(Codec::Hevc);
        const Bytes frame = frameWith(
            {&parsed.videoParameterSets, &parsed.sequenceParameterSets, &parsed.pictureParameterSets},
            "2601AF");
        EXPECT_EQ(sets.take(annexBUnits(frame)).size(), 1U);
        EXPECT_EQ(tests::toHex(sets.configuration().value()), record);
    }
}

TEST(ParameterSets, TheNewestCountAndNothingIsMadeOfHalf) {
    ParameterSets sets(Codec::H264);
    const Bytes sequence = fromHex("00000001 6742C01EDA0280BFE5C044000003000400000300F23C58BA80");
    EXPECT_EQ(sets.take(annexBUnits(sequence)).size(), 0U);
    EXPECT_FALSE(sets.configuration());
    sets.take(annexBUnits(fromHex("000001 68CE0FC8")));
    const auto first = sets.configuration();
    ASSERT_TRUE(first);
    sets.take(annexBUnits(fromHex("000001 68CE0FC9 000001 68CE0FC9 000001 09F0 000001 0CFF80")));
    const auto second = sets.configuration();
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
    EXPECT_EQ(first->size(), second->size()) << "the same set twice is one";
}

TEST(ParameterSets, BrokenSetsMakeNoRecord) {
    ParameterSets avc(Codec::H264);
    avc.take(annexBUnits(fromHex("000001 6764002A 000001 68CE0FC8")));
    EXPECT_FALSE(avc.configuration()) << "a High profile's set that is cut";
    ParameterSets hevc(Codec::Hevc);
    hevc.take(annexBUnits(fromHex("000001 40010C 000001 420101016000 000001 4401C1")));
    EXPECT_FALSE(hevc.configuration());
}

TEST(ParameterSets, AKeyFrameIsLedByThoseOfItsTrack) {
    ParameterSets sets(Codec::H264);
    sets.take(
        annexBUnits(fromHex("00000001 6742C01EDA0280BFE5C044000003000400000300F23C58BA80 000001 68CE0FC8")));
    VideoTrack track;
    track.configuration = sets.configuration().value();
    const auto frame = share(fromHex("00000003 650102"));
    EXPECT_EQ(
        tests::toHex(*withParameterSets(track, frame)),
        tests::toHex(fromHex("00000019 6742C01EDA0280BFE5C044000003000400000300F23C58BA80 00000004 68CE0FC8"
                             "00000003 650102")));
    track.configuration.resize(7);
    EXPECT_EQ(withParameterSets(track, frame), frame) << "a record that is cut";
    track.codec = Codec::Av1;
    EXPECT_EQ(withParameterSets(track, frame), frame);
}

}  // namespace
}  // namespace footlight::media
