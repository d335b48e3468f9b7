#include "core/base/logger.h"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(EscapeControls, LeavesNoLineBreakAndNoTerminalSequence) {
    EXPECT_EQ(escapeControls("a\nb\r\tc\x1b[31md\x7f"), "a\\x0ab\\x0d\\x09c\\x1b[31md\\x7f");
    EXPECT_EQ(escapeControls(std::string_view("\0", 1)), "\\x00");
}

TEST(EscapeControls, KeepsWhatPeopleWrite) {
    EXPECT_EQ(escapeControls("Zoë streams: 配信 ~"), "Zoë streams: 配信 ~");
}

TEST(Logger, WritesOneLineWhateverAPeerSays) {
    testing::internal::CaptureStderr();
    const auto logger = Logger::toStandardError(LogLevel::Info).child("conn\n1");
    logger.info("publishes ({})", "OBS\n2026 ERROR forged\x1b[2J");
    const std::string written = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), 1) << written;
    EXPECT_NE(written.find("[conn\\x0a1] publishes (OBS\\x0a2026 ERROR forged\\x1b[2J)"), std::string::npos)
        << written;
}

}  // namespace footlight
