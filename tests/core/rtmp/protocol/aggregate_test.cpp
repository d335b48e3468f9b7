#include "core/rtmp/protocol/aggregate.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace footlight::rtmp {

using tests::fromHex;

namespace {

Message aggregate(std::string_view hex) { return {{MessageType::Aggregate, 1, 1'000}, fromHex(hex)}; }

}  // namespace

TEST(Aggregate, IsSplitWithTheFirstTimeMadeItsOwn) {
    const auto messages =
        splitAggregate(aggregate("08 000002 000005 00 000000 af01 0000000d"
                                 "09 000001 000026 00 000000 17 0000000c"));
    ASSERT_TRUE(messages) << messages.error().text();
    ASSERT_EQ(messages->size(), 2U);
    EXPECT_EQ(messages->at(0).header.type, MessageType::Audio);
    EXPECT_EQ(messages->at(0).header.timestamp, 1'000U);
    EXPECT_EQ(messages->at(1).header.timestamp, 1'033U);
    EXPECT_EQ(messages->at(1).header.streamId, 1U);
    EXPECT_EQ(messages->at(1).payload, Bytes{0x17});
}

TEST(Aggregate, TheEighthByteIsTheTopOfTheTime) {
    const auto messages =
        splitAggregate(aggregate("08 000000 ffffff 00 000000 0000000b"
                                 "08 000000 000001 01 000000 0000000b"));
    ASSERT_TRUE(messages);
    EXPECT_EQ(messages->at(1).header.timestamp, 1'002U);
}

TEST(Aggregate, ThatDoesNotAddUpIsCorrupt) {
    EXPECT_FALSE(splitAggregate(aggregate("08 000009 000005 00 000000 af01 0000000d"))) << "past the end";
    EXPECT_FALSE(splitAggregate(aggregate("16 000000 000000 00 000000 0000000b"))) << "one inside another";
    EXPECT_FALSE(splitAggregate(aggregate("08 000002 000005 00 000000 af01"))) << "no back pointer";
    EXPECT_FALSE(splitAggregate(aggregate("08 00")));
    EXPECT_TRUE(splitAggregate(aggregate(""))->empty());
}

}  // namespace footlight::rtmp
