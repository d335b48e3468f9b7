#include "core/relay/hub/stream_url.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {
namespace {

TEST(StreamUrl, IsCutIntoItsParts) {
    const auto full = StreamUrl::parse("RTMPS://live.example:443/app/name?x=1");
    ASSERT_TRUE(full);
    EXPECT_EQ(full->scheme, "rtmps");
    EXPECT_EQ(full->host, "live.example");
    EXPECT_EQ(full->port, 443);
    EXPECT_EQ(full->rest, "/app/name?x=1");
    const auto bare = StreamUrl::parse("srt://h");
    ASSERT_TRUE(bare);
    EXPECT_EQ(bare->port, 0);
    EXPECT_EQ(bare->rest, "");
    const auto six = StreamUrl::parse("udp://[ff02::1]:5000");
    ASSERT_TRUE(six);
    EXPECT_EQ(six->host, "ff02::1");
    EXPECT_EQ(six->port, 5000);
}

TEST(StreamUrl, WhatIsNoneIsRefused) {
    for (const auto* bad : {"", "h", "rtmp:/h", "rtmp://", "rtmp:///app", "rtmp://u@h/app", "rtmp://h:/a",
                            "rtmp://h:0/a", "rtmp://h:65536/a", "rtmp://h:1x/a", "rtmp://[::1/a",
                            "rtmp://[::1]x/a", "rtmp://h/a b", "rtmp://h/\x01", "rtmp://h/\xc3\xa4"}) {
        EXPECT_FALSE(StreamUrl::parse(bad)) << bad;
    }
}

}  // namespace
}  // namespace footlight::relay::hub
