#include "core/relay/origin/media_path.h"

#include <gtest/gtest.h>

namespace footlight::relay::origin {
namespace {

using Kind = MediaPath::Kind;

TEST(MediaPath, ReadsEveryAddressOfAStream) {
    EXPECT_EQ(MediaPath::parse("/live/stage/index.m3u8")->kind, Kind::Multivariant);
    EXPECT_EQ(MediaPath::parse("/live/stage/source/media.m3u8")->kind, Kind::MediaPlaylist);
    EXPECT_FALSE(MediaPath::parse("/live/stage/source/media.m3u8")->isWhole);
    EXPECT_TRUE(MediaPath::parse("/live/stage/source/dvr.m3u8")->isWhole);
    EXPECT_TRUE(MediaPath::parse("/live/stage/dvr.m3u8")->isWhole);
    EXPECT_EQ(MediaPath::parse("/live/stage/source/init-5.mp4")->kind, Kind::Init);
    const auto segment = MediaPath::parse("/live/stage/source/59000000.m4s");
    ASSERT_TRUE(segment);
    EXPECT_EQ(segment->kind, Kind::Segment);
    EXPECT_EQ(segment->channel, "stage");
    EXPECT_EQ(segment->sequence, 59'000'000U);
    const auto part = MediaPath::parse("/live/stage/source/59000000.12.m4s");
    ASSERT_TRUE(part);
    EXPECT_EQ(part->kind, Kind::Part);
    EXPECT_EQ(part->part, 12U);
}

TEST(MediaPath, KnowsNoOtherAddress) {
    for (const auto* path :
         {"/", "/live", "/live/stage", "/live/stage/", "/live//index.m3u8", "/vod/a/index.m3u8",
          "/live/stage/source/x.m4s", "/live/stage/source/1.2.3.m4s", "/live/stage/source/-1.m4s",
          "/live/stage/source/1..m4s", "/live/stage/source/media.m3u8/x",
          "/live/stage/source/99999999999999999999999.m4s"}) {
        EXPECT_FALSE(MediaPath::parse(path)) << path;
    }
}

}  // namespace
}  // namespace footlight::relay::origin
