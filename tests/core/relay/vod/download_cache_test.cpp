#include "core/relay/vod/download_cache.h"

#include <gtest/gtest.h>

namespace footlight::relay::vod {
namespace {

DownloadPtr ofBytes(std::size_t size) {
    return std::make_shared<const Download>(Download{{Piece::of(share(Bytes(size, 0)))}, "\"tag\""});
}

TEST(DownloadCache, KnowsWhatWasAddedInItsVersion) {
    DownloadCache cache(10'000);
    const auto made = ofBytes(100);
    cache.add("a", 1, made);
    EXPECT_EQ(cache.find("a", 1), made);
    EXPECT_EQ(cache.find("a", 2), nullptr);
    EXPECT_EQ(cache.find("b", 1), nullptr);
    const auto next = ofBytes(100);
    cache.add("a", 2, next);
    EXPECT_EQ(cache.find("a", 1), nullptr);
    EXPECT_EQ(cache.find("a", 2), next);
}

TEST(DownloadCache, ForgetsWhatWasUsedLongestAgo) {
    DownloadCache cache(10'000);
    cache.add("a", 1, ofBytes(4'000));
    cache.add("b", 1, ofBytes(4'000));
    EXPECT_TRUE(cache.find("a", 1));
    cache.add("c", 1, ofBytes(4'000));
    EXPECT_TRUE(cache.find("a", 1));
    EXPECT_FALSE(cache.find("b", 1));
    EXPECT_TRUE(cache.find("c", 1));
    cache.add("d", 1, ofBytes(20'000));
    EXPECT_FALSE(cache.find("d", 1)) << "larger than all that may be kept";
}

}  // namespace
}  // namespace footlight::relay::vod
