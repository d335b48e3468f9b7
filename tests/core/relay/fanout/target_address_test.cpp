#include "core/relay/fanout/target_address.h"

#include <gtest/gtest.h>

namespace footlight::relay::fanout {

TEST(TargetAddress, KnowsTheWaysServicesWriteTheirs) {
    const auto twitch = TargetAddress::parse("rtmp://live.twitch.tv/app/").value();
    EXPECT_EQ(twitch.host, "live.twitch.tv");
    EXPECT_EQ(twitch.port, 1935);
    EXPECT_EQ(twitch.app, "app");
    EXPECT_FALSE(twitch.isSecure);
    const auto facebook = TargetAddress::parse("rtmps://live-api-s.facebook.com:443/rtmp/").value();
    EXPECT_EQ(facebook.port, 443);
    EXPECT_TRUE(facebook.isSecure);
    EXPECT_EQ(TargetAddress::parse("rtmps://a.rtmps.youtube.com/live2").value().port, 443);
    const auto nested = TargetAddress::parse("rtmp://[::1]:19350/app/instance").value();
    EXPECT_EQ(nested.host, "::1");
    EXPECT_EQ(nested.port, 19350);
    EXPECT_EQ(nested.app, "app/instance");
}

TEST(TargetAddress, SaysWhatIsWrong) {
    for (const auto* url : {"", "live.twitch.tv/app", "http://a/b", "rtmp://", "rtmp://host", "rtmp:///app",
                            "rtmp://host:0/app", "rtmp://host:99999/app", "rtmp://host:x/app",
                            "rtmp://user@host/app", "rtmp://ho st/app", "rtmp://host/a\r\nb"}) {
        const auto address = TargetAddress::parse(url);
        ASSERT_FALSE(address.has_value()) << url;
        EXPECT_EQ(address.error().category(), ErrorCategory::Invalid) << url;
    }
}

}  // namespace footlight::relay::fanout
