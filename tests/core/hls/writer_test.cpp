#include "core/hls/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/hls/sample_playlist.h"

namespace footlight::hls::tests {
namespace {

TEST(PlaylistWriter, PrintsALowLatencyPlaylist) {
    auto playlist = samplePlaylist();
    playlist.segments.erase(playlist.segments.begin() + 2, playlist.segments.end());
    playlist.segments[1].map = Map{"init-101.mp4", std::nullopt};
    playlist.segments[1].discontinuity = true;
    playlist.open->map = playlist.segments[1].map;
    playlist.open->parts.resize(2);
    playlist.open->parts[1].duration = media::MediaTime{15030};
    EXPECT_EQ(writeMediaPlaylist(playlist),
              "#EXTM3U\n"
              "#EXT-X-VERSION:9\n"
              "#EXT-X-TARGETDURATION:3\n"
              "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.600,HOLD-BACK=9.000,"
              "CAN-SKIP-UNTIL=18.000\n"
              "#EXT-X-PART-INF:PART-TARGET=0.200\n"
              "#EXT-X-MEDIA-SEQUENCE:100\n"
              "#EXT-X-DISCONTINUITY-SEQUENCE:7\n"
              "#EXT-X-INDEPENDENT-SEGMENTS\n"
              "#EXT-X-MAP:URI=\"init-100.mp4\"\n"
              "#EXT-X-PROGRAM-DATE-TIME:2025-11-21T09:00:00.000Z\n"
              "#EXTINF:2.000000,\n100.m4s\n"
              "#EXT-X-DISCONTINUITY\n"
              "#EXT-X-MAP:URI=\"init-101.mp4\"\n"
              "#EXT-X-PROGRAM-DATE-TIME:2025-11-21T09:00:02.000Z\n"
              "#EXTINF:2.000000,\n101.m4s\n"
              "#EXT-X-PROGRAM-DATE-TIME:2025-11-21T09:00:24.000Z\n"
              "#EXT-X-PART:DURATION=0.200000,URI=\"112.0.m4s\",INDEPENDENT=YES\n"
              "#EXT-X-PART:DURATION=0.167000,URI=\"112.1.m4s\"\n"
              "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"112.4.m4s\"\n");
}

TEST(PlaylistWriter, EndsAnEndedPlaylist) {
    MediaPlaylist playlist;
    playlist.version = 6;
    playlist.targetDuration = milliseconds(2000);
    playlist.endList = true;
    EXPECT_EQ(
        writeMediaPlaylist(playlist),
        "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-ENDLIST\n");
}

}  // namespace
}  // namespace footlight::hls::tests
