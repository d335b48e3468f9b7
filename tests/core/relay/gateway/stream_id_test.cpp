#include "core/relay/gateway/stream_id.h"

#include <gtest/gtest.h>

namespace footlight::relay::gateway {
namespace {

TEST(StreamId, EveryFormThatEncodersSendNamesTheKey) {
    for (const char* const id :
         {"k-3_Y", "publish/k-3_Y", "publish:k-3_Y", "live/k-3_Y", "publish/live/k-3_Y",
          "#!::r=live/k-3_Y,m=publish", "#!::m=publish,u=anna,r=k-3_Y", "#!::r=/live/k-3_Y",
          "#!::h=relay.example,r=live/k-3_Y,m=publish,t=stream"}) {
        const auto name = parseStreamId(id);
        ASSERT_TRUE(name) << id;
        EXPECT_EQ(name->key.reveal(), "k-3_Y") << id;
        EXPECT_EQ(name->app, "live") << id;
    }
}

TEST(StreamId, TheBackupIsNamedByItsApp) {
    EXPECT_EQ(parseStreamId("backup/k").value().app, "backup");
    EXPECT_EQ(parseStreamId("#!::r=backup/k,m=publish").value().app, "backup");
}

TEST(StreamId, WhoWantsToPlayIsToldSo) {
    for (const char* const id : {"read:k", "play/k", "#!::r=live/k,m=request", "#!::m=bidirectional,r=k"}) {
        EXPECT_EQ(parseStreamId(id).error().category(), ErrorCategory::Unsupported) << id;
    }
}

TEST(StreamId, AnythingElseIsRefused) {
    for (const std::string& id :
         {std::string(), std::string("live/"), std::string("live/a/b"), std::string("../k"),
          std::string("a b"), std::string("other/k"), std::string("#!::"), std::string("#!::m=publish"),
          std::string(129, 'k'), std::string(513, 'k'), std::string("k\0k", 3)}) {
        ASSERT_FALSE(parseStreamId(id)) << id;
        EXPECT_EQ(parseStreamId(id).error().category(), ErrorCategory::Invalid) << id;
    }
}

}  // namespace
}  // namespace footlight::relay::gateway
