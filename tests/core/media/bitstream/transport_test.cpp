#include <gtest/gtest.h>

#include "core/media/bitstream/adts.h"
#include "core/media/bitstream/transport_clock.h"
#include "core/media/bitstream/transport_packets.h"
#include "tests/support/hex.h"

namespace footlight::media {
namespace {

/// A packet of one PID with a payload and this continuity counter.
Bytes packet(unsigned pid, unsigned counter, std::size_t size = 188) {
    Bytes bytes(size, 0xFF);
    bytes[0] = 0x47;
    bytes[1] = static_cast<std::uint8_t>(pid >> 8);
    bytes[2] = static_cast<std::uint8_t>(pid);
    bytes[3] = static_cast<std::uint8_t>(0x10 | (counter & 0x0F));
    return bytes;
}

Bytes packets(unsigned first, unsigned count, std::size_t size = 188) {
    Bytes all;
    for (unsigned i = 0; i < count; ++i) {
        const Bytes one = packet(256, first + i, size);
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

TEST(TransportPackets, LossIsCountedAcrossDatagramsAndTheCountersWrap) {
    TransportPackets transport;
    transport.feed(packets(0, 7));
    transport.feed(packets(7, 7));
    EXPECT_EQ(transport.lost(), 0);
    transport.feed(packets(21, 7));
    EXPECT_EQ(transport.lost(), 7);
    transport.feed(packet(256, 27));
    EXPECT_EQ(transport.lost(), 7) << "the same once more is no loss";
    transport.feed(packet(0x1FFF, 3));
    transport.feed(packet(0x1FFF, 9));
    EXPECT_EQ(transport.lost(), 7) << "null packets do not count";
    EXPECT_EQ(transport.take().size(), 24U * 188);
    EXPECT_TRUE(transport.take().empty());
}

TEST(TransportPackets, ADiscontinuityThatIsToldIsNoLoss) {
    TransportPackets transport;
    transport.feed(packet(256, 1));
    Bytes jump = packet(256, 9);
    jump[3] |= 0x20;
    jump[4] = 1;
    jump[5] = 0x80;
    transport.feed(jump);
    EXPECT_EQ(transport.lost(), 0);
}

TEST(TransportPackets, AStreamCutAnywhereIsPutTogether) {
    const Bytes stream = packets(0, 20);
    for (const std::size_t step : {std::size_t{1}, std::size_t{100}, std::size_t{189}, std::size_t{1'000}}) {
        TransportPackets transport;
        Bytes got;
        for (std::size_t at = 0; at < stream.size(); at += step) {
            transport.feed(ByteView(stream).subspan(at, std::min(step, stream.size() - at)));
            const Bytes taken = transport.take();
            got.insert(got.end(), taken.begin(), taken.end());
        }
        EXPECT_EQ(got, stream) << step;
        EXPECT_EQ(transport.lost(), 0);
    }
}

TEST(TransportPackets, LongPacketsAndGarbageInFrontAreUnderstood) {
    TransportPackets transport;
    transport.feed(packets(0, 6, 204));
    EXPECT_EQ(transport.take().size(), 6U * 188);
    TransportPackets dirty;
    Bytes stream = tests::fromHex("00 11 47 22 33");
    const Bytes clean = packets(0, 7);
    stream.insert(stream.end(), clean.begin(), clean.end());
    dirty.feed(stream);
    EXPECT_EQ(dirty.take(), clean);
    EXPECT_EQ(dirty.skippedBytes(), 5);
}

TEST(TransportPackets, RtpHeadersAreTakenOff) {
    Bytes datagram = tests::fromHex("B1 21 0001 00000000 DEADBEEF 11111111 BEDE 0001 AABBCCDD");
    const Bytes clean = packets(0, 7);
    datagram.insert(datagram.end(), clean.begin(), clean.end());
    TransportPackets transport;
    transport.feed(datagram);
    EXPECT_EQ(transport.take(), clean);
    EXPECT_FALSE(rtpPayload(clean));
    EXPECT_FALSE(rtpPayload(ByteView(datagram).first(14)));
}

TEST(TransportClock, GoesOnAcrossTheWrapOfThirtyThreeBits) {
    constexpr std::int64_t kEnd = std::int64_t{1} << 33;
    TransportClock clock;
    EXPECT_EQ(clock.place(0, kEnd - 3'000), MediaTime(0));
    EXPECT_EQ(clock.place(1, kEnd - 1'000), MediaTime(2'000));
    EXPECT_EQ(clock.place(0, 0), MediaTime(3'000));
    EXPECT_EQ(clock.place(1, 500), MediaTime(3'500));
    EXPECT_EQ(TransportClock::offset(kEnd - 3'000, 3'000), MediaTime(6'000));
    EXPECT_EQ(TransportClock::offset(3'000, kEnd - 3'000), MediaTime(-6'000));
}

TEST(TransportClock, RunsForDaysWithoutAStep) {
    TransportClock clock;
    constexpr std::int64_t kStep = 90'000 * 5;
    MediaTime expected(0);
    for (std::int64_t ticks = 0; expected < std::chrono::hours(72);
         ticks = (ticks + kStep) % (std::int64_t{1} << 33)) {
        ASSERT_EQ(clock.place(0, ticks), expected);
        expected += MediaTime(kStep);
    }
}

TEST(TransportClock, AJumpGoesOnWhereTheLineWasForBothStreams) {
    TransportClock clock;
    clock.place(0, 90'000);
    clock.place(1, 90'500);
    clock.place(0, 93'000);
    const MediaTime jumped = clock.place(0, 900'000'000);
    EXPECT_EQ(jumped, MediaTime(6'000));
    EXPECT_EQ(clock.place(1, 94'000), MediaTime(4'000)) << "what still comes of before";
    EXPECT_EQ(clock.place(1, 900'000'500), MediaTime(6'500));
    EXPECT_EQ(clock.place(0, 900'003'000), MediaTime(9'000));
    EXPECT_GT(clock.place(0, 10), MediaTime(9'000)) << "and back again";
}

TEST(Adts, TellsTheConfigurationAndTheFrame) {
    const Bytes frame = tests::fromHex("FFF14C80 01 1F FC 21 10");
    const auto parsed = parseAdts(tests::fromHex("FFF14C8001 3FFC 2110"));
    ASSERT_TRUE(parsed) << parsed.error().text();
    EXPECT_EQ(tests::toHex(parsed->configuration), "1190");
    EXPECT_EQ(parsed->payload.size(), 2U);
    EXPECT_FALSE(parseAdts(ByteView(frame).first(5)));
    EXPECT_FALSE(parseAdts(tests::fromHex("00F14C80013FFC2110")));
    EXPECT_FALSE(parseAdts(tests::fromHex("FFF14C80 FF FFFC2110"))) << "longer than what is there";
}

}  // namespace
}  // namespace footlight::media
