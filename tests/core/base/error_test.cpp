#include <gtest/gtest.h>

#include "core/base/result.h"

namespace footlight {

TEST(Error, TellsItsContextsFromTheOutside) {
    Result<int> result = fail(ErrorCategory::Corrupt, "rtmp.chunk", "the chunk size is 0");
    result = fail(std::move(result.error()).within("reading chunk header"));
    result = fail(std::move(result.error()).within("conn 12"));
    EXPECT_EQ(result.error().text(), "conn 12: reading chunk header: the chunk size is 0");
    EXPECT_EQ(result.error().message(), "the chunk size is 0");
    EXPECT_EQ(result.error().code(), "rtmp.chunk");
}

}  // namespace footlight
