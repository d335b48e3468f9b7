#include "tests/core/relay/origin/origin_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using testing::HasSubstr;
using tests::Process;
using tests::run;

MediaTime milliseconds(std::int64_t count) { return std::chrono::milliseconds{count}; }

class PublishTest : public OriginFixture {};

TEST_F(PublishTest, FfmpegPublishesAndFfprobeReadsThePlaylist) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 2)) << ffmpeg.output();
    const auto probed =
        run({"ffprobe", "-v", "warning", "-of", "csv=p=0", "-read_intervals", "%+3", "-show_entries",
             "stream=codec_name,width,height,sample_rate", mediaUrl("/live/stage/index.m3u8")});
    EXPECT_THAT(probed.output, HasSubstr("h264,320,180"));
    EXPECT_THAT(probed.output, HasSubstr("aac,48000"));
    EXPECT_EQ(probed.exitCode, 0) << probed.output;
    const auto decoded = run({"ffmpeg", "-v", "warning", "-xerror", "-i", mediaUrl("/live/stage/index.m3u8"),
                              "-t", "3", "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    EXPECT_EQ(decoded.output, "");
}

TEST_F(PublishTest, SegmentsAndPartsKeepWhatThePlaylistPromises) {
    Process ffmpeg(publisher(rtmpUrl("stage")));
    ASSERT_TRUE(waitForSegments("stage", 3)) << ffmpeg.output();
    const auto list = playlist("stage");
    EXPECT_EQ(list.targetDuration, milliseconds(3000));
    EXPECT_EQ(list.partTarget, milliseconds(200));
    EXPECT_EQ(list.serverControl.partHoldBack, milliseconds(600));
    EXPECT_TRUE(list.serverControl.canBlockReload);
    EXPECT_TRUE(list.independentSegments);
    ASSERT_EQ(list.preloadHints.size(), 1U);
    for (const auto& segment : list.segments) {
        EXPECT_EQ(segment.duration, milliseconds(2000)) << segment.uri;
        EXPECT_EQ(segment.parts.size(), 10U);
        MediaTime sum{};
        for (const auto& part : segment.parts) {
            EXPECT_LE(part.duration, list.partTarget);
            EXPECT_GE(part.duration * 100, list.partTarget * 85);
            sum += part.duration;
        }
        EXPECT_EQ(sum, segment.duration);
        EXPECT_TRUE(segment.parts.front().isIndependent);
        std::string joined;
        for (const auto& part : segment.parts) {
            joined += get("/live/stage/source/" + part.uri).body;
        }
        EXPECT_EQ(get("/live/stage/source/" + segment.uri).body, joined)
            << "segment bytes are its parts' bytes";
        EXPECT_EQ(segment.programDateTime.has_value(), true);
    }
    EXPECT_EQ(*list.segments[1].programDateTime - *list.segments[0].programDateTime, 2s);
}

}  // namespace
}  // namespace footlight::relay::origin
