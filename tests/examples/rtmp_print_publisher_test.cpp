#include <gtest/gtest.h>

#include "tests/support/encoders.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {

TEST(Examples, TheServerPrintsWhatFfmpegPublishes) {
    Process server({programPath("rtmp_print_publisher"), "0"});
    ASSERT_TRUE(server.waitForOutput("port ")) << server.output();
    ASSERT_TRUE(server.waitForOutput("\n")) << server.output();
    const auto output = server.output();
    const std::string port = output.substr(5, output.find('\n') - 5);
    const auto published =
        run(ffmpegEncoder("rtmp://127.0.0.1:" + port + "/live/any", {.size = "320x180", .seconds = 2}));
    ASSERT_EQ(published.exitCode, 0) << published.output;
    EXPECT_TRUE(server.waitForOutput("the encoder said goodbye")) << server.output();
    for (const char* line : {"127.0.0.1 publishes to live", "video: H.264, 320 x 180", "audio: AAC, 48000 Hz",
                             " s video, key frame "}) {
        EXPECT_NE(server.output().find(line), std::string::npos) << line << "\n" << server.output();
    }
    EXPECT_EQ(server.terminate(), 0) << server.output();
}

}  // namespace footlight::tests
