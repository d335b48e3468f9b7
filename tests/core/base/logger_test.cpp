#include "core/base/logger.h"

#include <gtest/gtest.h>

namespace footlight {

TEST(RedactSecrets, MasksTheStreamKeyOfAnRtmpUrl) {
    EXPECT_EQ(redactSecrets("publishing to rtmp://a.example:1935/live/s3cret-key now"),
              "publishing to rtmp://a.example:1935/live/*** now");
    EXPECT_EQ(redactSecrets("rtmps://a.example/live/k?x=1"), "rtmps://a.example/live/***?x=1");
}

TEST(RedactSecrets, KeepsAnRtmpUrlWithoutKey) {
    EXPECT_EQ(redactSecrets("listening on rtmp://127.0.0.1:1935"), "listening on rtmp://127.0.0.1:1935");
    EXPECT_EQ(redactSecrets("tcUrl rtmp://127.0.0.1:1935/live"), "tcUrl rtmp://127.0.0.1:1935/live");
}

TEST(RedactSecrets, MasksParameters) {
    EXPECT_EQ(redactSecrets("GET /x?token=abc&y=2 streamid=q"), "GET /x?token=***&y=2 streamid=***");
}

}  // namespace footlight
