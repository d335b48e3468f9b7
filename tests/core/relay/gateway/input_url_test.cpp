#include "core/relay/gateway/input_url.h"

#include <gtest/gtest.h>

namespace footlight::relay::gateway {
namespace {

TEST(InputUrl, IsTakenApart) {
    const auto udp = parseInputUrl("udp://@239.1.2.3:5000?program=7").value();
    EXPECT_EQ(udp.kind, InputKind::Udp);
    EXPECT_EQ(udp.host, "239.1.2.3");
    EXPECT_EQ(udp.port, 5'000);
    EXPECT_EQ(udp.parameter("program"), "7");
    EXPECT_EQ(udp.parameter("prog"), "");

    const auto srt = parseInputUrl("srt://[2001:db8::1]:9000?latency=200&streamid=%23%21%3A%3Ar%3Da").value();
    EXPECT_EQ(srt.kind, InputKind::Srt);
    EXPECT_EQ(srt.host, "2001:db8::1");
    EXPECT_EQ(srt.port, 9'000);
    EXPECT_EQ(srt.parameter("streamid"), "#!::r=a");

    const auto rtmp = parseInputUrl("rtmp://relay.example/live/anna?token=x").value();
    EXPECT_EQ(rtmp.kind, InputKind::Rtmp);
    EXPECT_EQ(rtmp.port, 1'935);
    EXPECT_EQ(rtmp.path, "live/anna");
    EXPECT_EQ(parseInputUrl("rtmps://relay.example/live/anna").value().port, 443);
}

TEST(InputUrl, WhatLeadsNowhereIsRefusedWithoutItsQuery) {
    for (const char* const text :
         {"", "udp://", "udp://1.2.3.4", "udp://1.2.3.4:0", "udp://1.2.3.4:65536", "udp://1.2.3.4:5x",
          "srt://:9000", "rtmp://relay.example/", "rtmp://relay.example/live",
          "http://relay.example/live/anna", "file:///etc/passwd"}) {
        ASSERT_FALSE(parseInputUrl(text)) << text;
        EXPECT_EQ(parseInputUrl(text).error().category(), ErrorCategory::Invalid);
    }
    const auto refused = parseInputUrl("rtmp://relay.example/live?key=secret");
    EXPECT_EQ(refused.error().message().find("secret"), std::string::npos);
}

}  // namespace
}  // namespace footlight::relay::gateway
