#include "core/relay/hub/frame.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {

TEST(OutwardError, HidesWhatWentWrongInside) {
    for (const auto* code : {"store.failed", "store.conflict", "pool.full"}) {
        const auto told =
            errorMessage({ErrorCategory::Unavailable, code, "/data/footlight.db: secret"}, "n1");
        EXPECT_EQ(told.code, "relay.busy");
        EXPECT_EQ(told.message, "The relay cannot do that just now; try again in a moment.");
        EXPECT_EQ(told.nonce, "n1");
    }
}

TEST(OutwardError, SaysThatTheDiskIsFull) {
    const auto told = errorMessage({ErrorCategory::Unavailable, "store.disk_full", "/data: full"});
    EXPECT_EQ(told.code, "relay.disk_full");
    EXPECT_NE(told.message.find("must make room"), std::string::npos);
}

TEST(OutwardError, LeavesWhatTheOtherSideDidAsItIs) {
    const auto told = errorMessage({ErrorCategory::Denied, "chat.too_fast", "At most 5 messages at once."});
    EXPECT_EQ(told.code, "chat.too_fast");
    EXPECT_EQ(told.message, "At most 5 messages at once.");
}

}  // namespace footlight::relay::hub
