#include "core/relay/origin/byte_range.h"

#include <gtest/gtest.h>

#include <tuple>

namespace footlight::relay::origin {
namespace {

using Kind = RangeRequest::Kind;
using Outcome = std::tuple<Kind, std::size_t, std::size_t>;

Outcome parse(std::string_view header) {
    const auto range = RangeRequest::parse(header, 100);
    return {range.kind, range.first, range.length};
}

TEST(RangeRequest, TakesClosedOpenAndSuffixRanges) {
    EXPECT_EQ(parse("bytes=0-9"), Outcome(Kind::Range, 0, 10));
    EXPECT_EQ(parse("bytes=90-"), Outcome(Kind::Range, 90, 10));
    EXPECT_EQ(parse("bytes=90-1000"), Outcome(Kind::Range, 90, 10));
    EXPECT_EQ(parse("bytes=-10"), Outcome(Kind::Range, 90, 10));
    EXPECT_EQ(parse("bytes=-1000"), Outcome(Kind::Range, 0, 100));
}

TEST(RangeRequest, RefusesWhatLiesBehindTheEnd) {
    EXPECT_EQ(std::get<0>(parse("bytes=100-")), Kind::Unsatisfiable);
    EXPECT_EQ(std::get<0>(parse("bytes=-0")), Kind::Unsatisfiable);
}

TEST(RangeRequest, IgnoresWhatItCannotRead) {
    for (const auto* header : {"", "bytes=", "bytes=-", "bytes=9-1", "bytes=a-b", "lines=1-2",
                               "bytes=0-1,3-4", "bytes=99999999999999999999-"}) {
        EXPECT_EQ(parse(header), Outcome(Kind::Whole, 0, 0)) << header;
    }
}

TEST(SliceOf, CopiesNothing) {
    const Pieces body{Piece::of(share({0, 1, 2})), Piece::of(share({3, 4})), Piece::of(share({5, 6, 7}))};
    const auto slice = sliceOf(body, 2, 4);
    ASSERT_EQ(slice.size(), 3U);
    for (std::size_t i = 0; i < slice.size(); ++i) {
        EXPECT_EQ(slice[i].memory, body[i].memory);
    }
    EXPECT_EQ(slice[0].offset, 2U);
    EXPECT_EQ(slice[0].size, 1U);
    EXPECT_EQ(slice[1].size, 2U);
    EXPECT_EQ(slice[2].offset, 0U);
    EXPECT_EQ(slice[2].size, 1U);
}

}  // namespace
}  // namespace footlight::relay::origin
