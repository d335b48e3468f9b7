#include "core/rtmp/protocol/chunk_reader.h"

#include <gtest/gtest.h>

#include <numeric>

#include "core/rtmp/protocol/chunk_writer.h"
#include "tests/support/hex.h"

namespace footlight::rtmp {

using tests::fromHex;
using tests::toHex;

namespace {

constexpr MessageLimits kWide{1'000'000, 1'000'000, 3'000'000, 64};

Bytes patternOf(std::size_t size) {
    Bytes bytes(size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{1});
    return bytes;
}

/// What comes out of `bytes` when they arrive `step` at a time: a line a message, then the error.
std::vector<std::string> read(const Bytes& bytes, std::size_t step, MessageLimits limits = kWide) {
    ChunkReader reader(limits);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        // A copy that ends with its feed, so that the sanitizer sees any use of bytes that are gone.
        const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                          bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, bytes.size())));
        reader.feed(piece);
        for (;;) {
            const auto message = reader.next();
            if (!message) {
                lines.push_back("error " + message.error().message());
                return lines;
            }
            if (!*message) {
                break;
            }
            const auto& header = (*message)->header;
            lines.push_back(std::to_string(static_cast<int>(header.type)) + " @" +
                            std::to_string(header.timestamp) + " #" + std::to_string(header.streamId) + " " +
                            toHex((*message)->payload));
        }
    }
    return lines;
}

/// The same whatever the size of the reads.
std::vector<std::string> readEveryWay(std::string_view hex, MessageLimits limits = kWide) {
    const Bytes bytes = fromHex(hex);
    const auto whole = read(bytes, bytes.size(), limits);
    for (std::size_t step = 1; step < std::min<std::size_t>(bytes.size(), 40); ++step) {
        EXPECT_EQ(read(bytes, step, limits), whole) << "in steps of " << step;
    }
    return whole;
}

using Lines = std::vector<std::string>;

class ChunkSizes : public testing::TestWithParam<std::tuple<std::uint32_t, std::size_t>> {};

}  // namespace

TEST_P(ChunkSizes, CarryMessagesOfEverySize) {
    const auto [chunkSize, step] = GetParam();
    ChunkWriter writer;
    Bytes bytes;
    writer.setChunkSize(chunkSize, bytes);
    Lines expected;
    for (const std::size_t size : {0, 1, 2, 127, 128, 129, 255, 4'096, 4'097, 20'000}) {
        const Bytes payload = patternOf(size);
        writer.write(ChunkStreamId::Video, {MessageType::Video, 1, 40}, payload, bytes);
        writer.write(ChunkStreamId::Audio, {MessageType::Audio, 1, 41}, payload, bytes);
        expected.push_back("9 @40 #1 " + toHex(payload));
        expected.push_back("8 @41 #1 " + toHex(payload));
    }
    EXPECT_EQ(read(bytes, step), expected);
}

INSTANTIATE_TEST_SUITE_P(InReadsOfEverySize, ChunkSizes,
                         testing::Combine(testing::Values(1, 2, 127, 128, 129, 4'096, 65'536, 0xFFFFFF,
                                                          0x7FFFFFFF),
                                          testing::Values(1, 7, 1'000, 1'000'000)));

TEST(ChunkReader, ReadsEveryHeaderForm) {
    EXPECT_EQ(readEveryWay("04 00000a 000001 08 01000000 aa"  // all of it
                           "44 000005 000002 08 bbcc"         // no stream
                           "84 000007 ddee"                   // the time alone
                           "c4 ff00"),                        // nothing: the same step again
              (Lines{"8 @10 #1 aa", "8 @15 #1 bbcc", "8 @22 #1 ddee", "8 @29 #1 ff00"}));
}

TEST(ChunkReader, ReadsChunkStreamIdsOfOneTwoAndThreeBytes) {
    const std::string rest = " 000000 000001 08 01000000 ";
    for (const std::string id : {"02", "3f", "0000", "00ff", "010000", "01ffff", "010001"}) {
        EXPECT_EQ(readEveryWay(id + rest + "aa"), Lines{"8 @0 #1 aa"}) << id;
    }
    EXPECT_EQ(readEveryWay("0000" + rest + "aa" + "c10000 bb"), (Lines{"8 @0 #1 aa", "8 @0 #1 bb"}))
        << "64 in the two-byte and the three-byte form";
}

TEST(ChunkReader, ANewMessageOfFormThreeBehindAFullHeaderHasItsTime) {
    EXPECT_EQ(readEveryWay("04 0003e8 000001 08 01000000 aa c4 bb"),
              (Lines{"8 @1000 #1 aa", "8 @1000 #1 bb"}));
}

TEST(ChunkReader, InterleavesChunkStreams) {
    EXPECT_EQ(readEveryWay("02 000000 000004 01 00000000 00000002"  // chunks of two bytes
                           "06 000000 000003 09 01000000 1111"
                           "04 000000 000003 08 01000000 2222"
                           "c6 11 c4 22"),
              (Lines{"9 @0 #1 111111", "8 @0 #1 222222"}));
}

TEST(ChunkReader, AChunkSizeSetInsideAMessageHoldsFromTheNextChunk) {
    EXPECT_EQ(readEveryWay("02 000000 000004 01 00000000 00000002"
                           "06 000000 000005 09 01000000 1111"
                           "02 000000 000004 01 00000000 0000 c2 0003"
                           "c6 111111"),
              Lines{"9 @0 #1 1111111111"});
}

TEST(ChunkReader, ExtendedTimestampsOfEveryForm) {
    EXPECT_EQ(readEveryWay("04 ffffff 000001 08 01000000 01000000 aa"  // absolute
                           "84 ffffff 01000000 bb"                     // a step as long
                           "84 000001 cc"),
              (Lines{"8 @16777216 #1 aa", "8 @33554432 #1 bb", "8 @33554433 #1 cc"}));
}

TEST(ChunkReader, AnExtendedTimestampMayBeRepeatedInEachChunkOrNot) {
    const std::string head =
        "02 000000 000004 01 00000000 00000002  04 ffffff 000005 08 01000000 01000000 1122";
    EXPECT_EQ(readEveryWay(head + "c4 01000000 3344 c4 01000000 55"), Lines{"8 @16777216 #1 1122334455"});
    EXPECT_EQ(readEveryWay(head + "c4 3344 c4 55"), Lines{"8 @16777216 #1 1122334455"})
        << "as old librtmp sends it";
}

TEST(ChunkReader, PayloadThatBeginsLikeTheTimestampIsToldApartByItsFourthByte) {
    const std::string head = "02 000000 000004 01 00000000 00000008  04 ffffff 00000c 08 01000000 01000000";
    EXPECT_EQ(readEveryWay(head + "1111111111111111 c4 01000055"),
              Lines{"8 @16777216 #1 111111111111111101000055"});
}

TEST(ChunkReader, AStreamGoesOnPast4Hours39Minutes) {
    ChunkWriter writer;
    Bytes bytes;
    Lines expected;
    for (std::uint32_t time = 0xFFFFFF - 60; time < 0xFFFFFF + 60; time += 20) {
        writer.write(ChunkStreamId::Video, {MessageType::Video, 1, time}, patternOf(300), bytes);
        expected.push_back("9 @" + std::to_string(time) + " #1 " + toHex(patternOf(300)));
    }
    EXPECT_EQ(read(bytes, 11), expected);
}

TEST(ChunkReader, TimesWrapAt32Bits) {
    EXPECT_EQ(readEveryWay("04 ffffff 000001 08 01000000 fffffff0 aa 84 000020 bb"),
              (Lines{"8 @4294967280 #1 aa", "8 @16 #1 bb"}));
}

TEST(ChunkReader, AbortDropsTheMessageUnderWay) {
    EXPECT_EQ(readEveryWay("02 000000 000004 01 00000000 00000002"
                           "06 000000 000003 09 01000000 1111"
                           "02 000000 000004 02 00000000 0000 c2 0006"
                           "06 000000 000001 09 01000000 22"),
              Lines{"9 @0 #1 22"});
}

TEST(ChunkReader, AMessageInsideAnotherIsAnError) {
    const auto lines = readEveryWay(
        "02 000000 000004 01 00000000 00000002"
        "06 000000 000003 09 01000000 1111"
        "06 000000 000009 09 01000000 2222");
    EXPECT_EQ(lines, Lines{"error a new message began on chunk stream 6 inside another one"});
}

TEST(ChunkReader, AChunkStreamMustBeginWithAHeader) {
    EXPECT_EQ(readEveryWay("84 000001 aa"), Lines{"error chunk stream 4 began without a full header"});
    EXPECT_EQ(readEveryWay("c4 aa"), Lines{"error chunk stream 4 began without a full header"});
    EXPECT_EQ(readEveryWay("42 000001 000001 04 aa"), Lines{"4 @1 #0 aa"}) << "as some senders of pings do";
}

TEST(ChunkReader, ChunkSizesThatAreNoneAreRefused) {
    const std::string head = "02 000000 000004 01 00000000 ";
    for (const std::string size : {"00000000", "80000000", "ffffffff"}) {
        EXPECT_EQ(readEveryWay(head + size), Lines{"error a chunk size was set that is no size"}) << size;
    }
    EXPECT_EQ(readEveryWay("02 000000 000002 01 00000000 0001"),
              Lines{"error a chunk size was set that is no size"});
    EXPECT_EQ(readEveryWay(head + "7fffffff 04 000000 000001 08 01000000 aa"), Lines{"8 @0 #1 aa"});
}

TEST(ChunkReader, MessagesUpToTheLimitAreTaken) {
    const MessageLimits limits{10, 5, 100, 64};
    EXPECT_EQ(readEveryWay("04 000000 00000a 08 01000000 00010203040506070809", limits).size(), 1U);
    EXPECT_EQ(readEveryWay("04 000000 00000b 08 01000000 00", limits),
              Lines{"error a message of type 8 with 11 bytes was announced; 10 are taken"});
    EXPECT_EQ(readEveryWay("04 000000 000005 14 01000000 0001020304", limits).size(), 1U);
    EXPECT_EQ(readEveryWay("04 000000 000006 14 01000000 00", limits),
              Lines{"error a message of type 20 with 6 bytes was announced; 5 are taken"});
}

TEST(ChunkReader, MessagesUnderWayShareOneLimit) {
    const MessageLimits limits{300, 300, 500, 64};
    Bytes bytes = fromHex("04 000000 000100 08 01000000");
    bytes.resize(bytes.size() + 128, 0);
    const Bytes second = fromHex("05 000000 000100 08 01000000");
    bytes.insert(bytes.end(), second.begin(), second.end());
    EXPECT_EQ(read(bytes, 50, limits), Lines{"error messages of over 500 bytes are under way at a time"});
}

TEST(ChunkReader, SixtyFourChunkStreamsMayBeUnderWayAndNoMore) {
    const auto begin = [](int count) {
        Bytes bytes = fromHex("02 000000 000004 01 00000000 00000001");
        for (int i = 0; i < count; ++i) {
            const Bytes one = {0x00, static_cast<std::uint8_t>(i), 0, 0, 0, 0, 0, 2, 8, 1, 0, 0, 0, 0xAA};
            bytes.insert(bytes.end(), one.begin(), one.end());
        }
        return bytes;
    };
    EXPECT_EQ(read(begin(64), 1'000'000), Lines{});
    EXPECT_EQ(read(begin(65), 1'000'000), Lines{"error over 64 chunk streams are in use at a time"});
}

TEST(ChunkReader, AnyNumberOfChunkStreamsMayBeUsedOneAfterTheOther) {
    Bytes bytes;
    for (int i = 0; i < 250; ++i) {
        const Bytes one = {0x00, static_cast<std::uint8_t>(i), 0, 0, 0, 0, 0, 1, 8, 1, 0, 0, 0, 0xAA};
        bytes.insert(bytes.end(), one.begin(), one.end());
    }
    EXPECT_EQ(read(bytes, 1'000'000).size(), 250U);
}

TEST(ChunkReader, KeepTakesACopyOfWhatIsNotReadYet) {
    ChunkReader reader(kWide);
    {
        const Bytes bytes = fromHex("04 000000 000001 08 01000000 aa 84 000007 bb 84");
        reader.feed(bytes);
        ASSERT_TRUE(*reader.next());
        reader.keep();
    }
    const auto second = reader.next();
    ASSERT_TRUE(second && *second);
    EXPECT_EQ((*second)->payload, Bytes{0xBB});
    const Bytes rest = fromHex("000001 cc");
    reader.feed(rest);
    const auto third = reader.next();
    ASSERT_TRUE(third && *third);
    EXPECT_EQ((*third)->header.timestamp, 8U);
}

}  // namespace footlight::rtmp
