#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class BroadcastStore : public StoreTest {};

TEST_F(BroadcastStore, IsOpenFromStartToEndAndOverARestart) {
    makeUser("Ada");
    const auto channel = channelOf("Ada");
    const relay::Broadcast broadcast{BroadcastId::make(kNow), channel.id, "Maths", kNow};
    ASSERT_TRUE(stores().broadcasts.start(broadcast));
    ASSERT_TRUE(stores().broadcasts.start(broadcast)) << "again: nothing changes";
    reopen();
    const auto open = stores().broadcasts.open();
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 1U);
    EXPECT_EQ(open->front().broadcast.id, broadcast.id);
    EXPECT_EQ(open->front().broadcast.startedAt, kNow);
    EXPECT_EQ(open->front().channel, channel);
    ASSERT_TRUE(stores().broadcasts.end(broadcast.id, kNow + std::chrono::seconds{5}));
    EXPECT_TRUE(stores().broadcasts.open()->empty());
    ASSERT_TRUE(stores().broadcasts.start(broadcast)) << "it was ended by mistake";
    EXPECT_EQ(stores().broadcasts.open()->size(), 1U);
}

}  // namespace
}  // namespace footlight::store
