#include "core/rtmp/protocol/chunk_writer.h"

#include <gtest/gtest.h>

#include "core/rtmp/protocol/chunk_reader.h"
#include "tests/support/hex.h"

namespace footlight::rtmp {

using tests::fromHex;
using tests::toHex;

namespace {

std::string written(ChunkWriter& writer, std::uint32_t timestamp, std::string_view payloadHex,
                    std::uint32_t streamId = 1, MessageType type = MessageType::Audio) {
    Bytes out;
    writer.write(ChunkStreamId::Audio, {type, streamId, timestamp}, fromHex(payloadHex), out);
    return toHex(out);
}

}  // namespace

TEST(ChunkWriter, TakesTheShortestHeaderThatSaysAll) {
    ChunkWriter writer;
    EXPECT_EQ(written(writer, 10, "aabb"), "0400000a0000020801000000aabb")
        << "all, stream id in little endian";
    EXPECT_EQ(written(writer, 30, "ccdd"), "84000014ccdd") << "the time alone";
    EXPECT_EQ(written(writer, 30, "ee"), "4400000000000108ee") << "another length";
    EXPECT_EQ(written(writer, 29, "ee"), "0400001d0000010801000000ee") << "time went back";
    EXPECT_EQ(written(writer, 29, "ee", 2), "0400001d0000010802000000ee") << "another stream";
}

TEST(ChunkWriter, RepeatsAnExtendedTimestampInEachChunk) {
    ChunkWriter writer;
    Bytes out;
    writer.setChunkSize(2, out);
    EXPECT_EQ(written(writer, 0x01000000, "aabbcc"),
              "04ffffff000003080100000001000000aabb"
              "c401000000cc");
    EXPECT_EQ(written(writer, 0x01000001, "aabbcc"), "84000001aabbc4cc");
}

TEST(ChunkWriter, ATimeOfExactly16777215IsExtended) {
    ChunkWriter writer;
    EXPECT_EQ(written(writer, 0xFFFFFE, "aa"), "04fffffe0000010801000000aa");
    ChunkWriter other;
    EXPECT_EQ(written(other, 0xFFFFFF, "aa"), "04ffffff000001080100000000ffffffaa");
}

TEST(ChunkWriter, EmptyMessagesAreAHeader) {
    ChunkWriter writer;
    EXPECT_EQ(written(writer, 0, ""), "040000000000000801000000");
}

TEST(ChunkWriter, HeadAndBodyAreOnePayloadWhereverTheChunksEnd) {
    const Bytes head(5, 0xAA);
    const Bytes body(300, 0xBB);
    for (std::uint32_t size = 1; size < 12; ++size) {
        ChunkWriter writer;
        Bytes out;
        writer.setChunkSize(size, out);
        writer.write(ChunkStreamId::Video, {MessageType::Video, 1, 0x2000000}, head, body, out);
        ChunkReader reader(MessageLimits{});
        reader.feed(out);
        const auto message = reader.next();
        ASSERT_TRUE(message && *message) << size;
        Bytes whole = head;
        whole.insert(whole.end(), body.begin(), body.end());
        EXPECT_EQ((*message)->payload, whole) << size;
        EXPECT_EQ((*message)->header.timestamp, 0x2000000U);
    }
}

}  // namespace footlight::rtmp
