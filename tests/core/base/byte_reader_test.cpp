#include "core/base/byte_reader.h"

#include <gtest/gtest.h>

#include "core/base/byte_writer.h"

namespace footlight {

TEST(ByteReader, ReadsWhatTheWriterWrote) {
    ByteWriter writer;
    writer.u8(1);
    writer.u16(0x0203);
    writer.u24(0x040506);
    writer.u32(0x0708090A);
    writer.u64(0x0B0C0D0E0F101112);
    writer.append("end");
    ByteReader reader(writer.view());
    EXPECT_EQ(reader.u8(), 1);
    EXPECT_EQ(reader.u16(), 0x0203);
    EXPECT_EQ(reader.u24(), 0x040506U);
    EXPECT_EQ(reader.u32(), 0x0708090AU);
    EXPECT_EQ(reader.u64(), 0x0B0C0D0E0F101112U);
    EXPECT_EQ(textOf(reader.rest()), "end");
    EXPECT_TRUE(reader.ok());
}

TEST(ByteReader, StaysBadAfterAReadPastTheEnd) {
    const Bytes bytes = {1, 2};
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u32(), 0U);
    EXPECT_FALSE(reader.ok());
    EXPECT_EQ(reader.u8(), 0);
    EXPECT_FALSE(reader.ok());
}

}  // namespace footlight
