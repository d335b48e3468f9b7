#include "core/relay/vod/vod_path.h"

#include <gtest/gtest.h>

namespace footlight::relay::vod {
namespace {

const std::string kId = "018bcfe5-6800-7000-8000-000000000001";

TEST(VodPath, NamesWhatARecordingHas) {
    const auto index = VodPath::parse("/vod/" + kId + "/index.m3u8");
    ASSERT_TRUE(index);
    EXPECT_EQ(index->kind, VodPath::Kind::Multivariant);
    EXPECT_EQ(index->broadcast.text(), kId);
    EXPECT_EQ(VodPath::parse("/vod/" + kId + "/download.mp4")->kind, VodPath::Kind::Download);
    EXPECT_EQ(VodPath::parse("/vod/" + kId + "/source/media.m3u8")->kind, VodPath::Kind::MediaPlaylist);
    const auto file = VodPath::parse("/t/abc/vod/" + kId + "/source/12.m4s");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->kind, VodPath::Kind::File);
    EXPECT_EQ(file->token, "abc");
    EXPECT_EQ(file->rendition, "source");
    EXPECT_EQ(file->file, "12.m4s");
    EXPECT_EQ(VodPath::parse("/t/abc/vod/" + kId + "/fill")->kind, VodPath::Kind::Fill);
}

TEST(VodPath, NamesNothingElse) {
    const std::vector<std::string> paths{"/vod/",
                                         "/vod/none/index.m3u8",
                                         "/vod/" + kId,
                                         "/vod/" + kId + "/",
                                         "/vod/" + kId + "/other",
                                         "/vod/" + kId + "/record.json",
                                         "/vod/" + kId + "/source/journal.m3u8",
                                         "/vod/" + kId + "/source/",
                                         "/vod/" + kId + "/source/a/b.m4s",
                                         "/vod/" + kId + "/source/.m4s",
                                         "/vod/" + kId + "/../x.mp4",
                                         "/t/abc/live/x",
                                         "/t//",
                                         "/t"};
    for (const auto& path : paths) {
        EXPECT_FALSE(VodPath::parse(path)) << path;
    }
}

TEST(VodPath, KnowsItsOwn) {
    EXPECT_TRUE(VodPath::isBelowVod("/vod/x"));
    EXPECT_TRUE(VodPath::isBelowVod("/t/abc/vod/x"));
    EXPECT_FALSE(VodPath::isBelowVod("/t/abc/live/vod/x"));
    EXPECT_FALSE(VodPath::isBelowVod("/live/vod/x"));
    EXPECT_FALSE(VodPath::isBelowVod("/t/"));
}

}  // namespace
}  // namespace footlight::relay::vod
