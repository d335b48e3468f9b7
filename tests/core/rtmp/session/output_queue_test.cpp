#include "core/rtmp/session/output_queue.h"

#include <gtest/gtest.h>

#include <array>

#include "core/rtmp/protocol/chunk_reader.h"
#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::rtmp {

namespace {

const auto kPreamble = makePreamble(exampleTracks(), StreamMetadata());

PlayFramePtr frame(std::uint64_t number, bool isKeyFrame, std::size_t size = 1'000) {
    const std::chrono::milliseconds at{33 * number};
    return makePlayFrame(exampleFrame(at, isKeyFrame, size), media::Codec::H264, number, kPreamble,
                         isKeyFrame);
}

/// Everything that waits, in messages.
std::vector<Message> drain(OutputQueue& queue) {
    ChunkReader reader({1 << 20, 1 << 20, 1 << 21, 64});
    Bytes bytes = {2, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 0xEA, 0x60};  // Set Chunk Size
    std::array<boost::asio::const_buffer, 3> pieces;
    while (!queue.isEmpty()) {
        const std::size_t count = queue.next(pieces);
        std::size_t taken = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto* data = static_cast<const std::uint8_t*>(pieces[i].data());
            // A kernel that takes an odd number of bytes at a time.
            const std::size_t some = i + 1 == count ? (pieces[i].size() + 1) / 2 : pieces[i].size();
            bytes.insert(bytes.end(), data, data + some);
            taken += some;
        }
        queue.consume(taken);
    }
    reader.feed(bytes);
    std::vector<Message> messages;
    for (auto next = reader.next(); next && *next; next = reader.next()) {
        messages.push_back(std::move(**next));
    }
    return messages;
}

std::vector<std::uint32_t> timesOf(const std::vector<Message>& messages) {
    std::vector<std::uint32_t> times;
    for (const Message& message : messages) {
        if (message.header.type == MessageType::Video && message.payload.size() > 100) {
            times.push_back(message.header.timestamp);
        }
    }
    return times;
}

}  // namespace

TEST(OutputQueue, BeginsWithAKeyFrameAndWhatItNeeds) {
    OutputQueue queue;
    queue.setLimit(1'000'000);
    queue.begin(1);
    queue.take(frame(5, false));
    EXPECT_TRUE(queue.isEmpty());
    queue.take(frame(6, true));
    queue.take(frame(7, false));
    const auto messages = drain(queue);
    ASSERT_EQ(messages.size(), 6U);
    EXPECT_EQ(messages[0].header.type, MessageType::DataAmf0);
    EXPECT_EQ(messages[1].header.type, MessageType::DataAmf0);
    EXPECT_EQ(messages[2].header.type, MessageType::Video) << "avcC";
    EXPECT_EQ(messages[3].header.type, MessageType::Audio) << "AudioSpecificConfig";
    EXPECT_EQ(messages[3].header.timestamp, 198U) << "at the time of the first frame";
    EXPECT_EQ(timesOf(messages), (std::vector<std::uint32_t>{198, 231}));
    EXPECT_EQ(queue.frameBytes(), 0U);
}

TEST(OutputQueue, AFrameComesOnceAndAGapWaitsForTheNextKeyFrame) {
    OutputQueue queue;
    queue.setLimit(1'000'000);
    queue.begin(1);
    for (const std::uint64_t number : {0U, 1U, 1U, 0U, 2U, 4U, 5U}) {
        queue.take(frame(number, number == 0));
    }
    queue.take(frame(6, true));
    EXPECT_EQ(timesOf(drain(queue)), (std::vector<std::uint32_t>{0, 33, 66, 198}));
    EXPECT_EQ(queue.leftOut(), 2U);
}

TEST(OutputQueue, WhoDoesNotKeepUpGoesOnAtAKeyFrame) {
    OutputQueue queue;
    queue.setLimit(5'000);
    queue.begin(1);
    queue.take(frame(0, true));
    std::array<boost::asio::const_buffer, 8> pieces;
    queue.next(pieces);
    queue.consume(pieces[0].size() + pieces[1].size() - 7);  // in the midst of a message
    for (std::uint64_t number = 1; number < 10; ++number) {
        queue.take(frame(number, false));
    }
    EXPECT_LE(queue.frameBytes(), 5'000U);
    queue.say(Bytes{2, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0, 0, 0, 0, 0, 9});  // never left out
    queue.take(frame(10, true));
    std::vector<Message> messages;
    // Finish the message that was half sent by hand; the rest is whole.
    queue.next(pieces);
    queue.consume(pieces[0].size());
    messages = drain(queue);
    EXPECT_EQ(messages[0].header.type, MessageType::Acknowledgement);
    EXPECT_EQ(messages.size(), 2U) << "the headers went out before";
    EXPECT_EQ(timesOf(messages), std::vector<std::uint32_t>{330});
    EXPECT_EQ(queue.leftOut(), 9U);
}

TEST(OutputQueue, HeadersThatWereLeftOutAreWrittenAgain) {
    OutputQueue queue;
    queue.setLimit(5'000);
    queue.begin(1);
    queue.take(frame(0, true));
    queue.dropFrames();
    EXPECT_TRUE(queue.isEmpty());
    queue.take(frame(1, true));
    EXPECT_EQ(drain(queue).size(), 5U);
}

TEST(OutputQueue, WhatTlsHasIsNotTakenBack) {
    OutputQueue queue;
    queue.setLimit(5'000);
    queue.begin(1);
    queue.take(frame(0, true));
    queue.hold();
    queue.dropFrames();
    EXPECT_FALSE(queue.isEmpty());
    EXPECT_EQ(drain(queue).size(), 4U) << "the headers, which were first";
}

TEST(OutputQueue, NewTracksAreToldInFrontOfTheirFirstFrame) {
    OutputQueue queue;
    queue.setLimit(1'000'000);
    queue.begin(1);
    queue.take(frame(0, true));
    drain(queue);
    const auto other = makePreamble(exampleTracks(), StreamMetadata());
    queue.take(
        makePlayFrame(exampleFrame(std::chrono::milliseconds(33), true), media::Codec::H264, 1, other, true));
    const auto messages = drain(queue);
    EXPECT_EQ(messages.size(), 5U);
    EXPECT_EQ(messages[0].header.type, MessageType::DataAmf0);
}

TEST(OutputQueue, AnotherMessageStreamIsWrittenIntoTheHeaders) {
    OutputQueue queue;
    queue.setLimit(1'000'000);
    queue.begin(7);
    queue.take(frame(0, true, 200'000));  // several chunks
    for (const Message& message : drain(queue)) {
        EXPECT_EQ(message.header.streamId, 7U);
    }
}

TEST(OutputQueue, TimesBeyondTheExtendedTimestampAreRead) {
    OutputQueue queue;
    queue.setLimit(1'000'000);
    queue.begin(1);
    const std::chrono::milliseconds late{0xFFFFFF + 10};
    queue.take(makePlayFrame(exampleFrame(late, true, 200'000), media::Codec::H264, 0, kPreamble, true));
    const auto messages = drain(queue);
    EXPECT_EQ(timesOf(messages), std::vector<std::uint32_t>{0xFFFFFF + 10});
    EXPECT_EQ(messages.back().payload.size(), 200'005U);
}

}  // namespace footlight::rtmp
