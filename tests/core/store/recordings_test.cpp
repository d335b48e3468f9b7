#include "core/relay/ports/recording_store.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

using relay::RecordingState;
using testing::ElementsAre;
using testing::IsEmpty;
using Phase = RecordingState::Phase;

constexpr std::chrono::hours kDay{24};

class RecordingStore : public StoreTest {
protected:
    RecordingStore() {
        makeUser("Ada");
        channel_ = channelOf("Ada");
    }

    BroadcastId broadcast(int hours) {
        const auto at = kNow + std::chrono::hours{hours};
        const relay::Broadcast made{BroadcastId::make(at), channel_.id, "Maths", at};
        EXPECT_TRUE(stores().broadcasts.start(made));
        return made.id;
    }
    BroadcastId recorded(int hours, std::int64_t bytes = 10) {
        const auto id = broadcast(hours);
        const RecordingState state{Phase::Finished, "", bytes, 5, {}};
        EXPECT_TRUE(recordings().update(id, state));
        EXPECT_TRUE(stores().broadcasts.end(id, kNow + std::chrono::hours{hours}));
        return id;
    }
    relay::RecordingStore& recordings() { return database_->stores().recordings; }
    void retain(int days) {
        auto settings = *stores().channels.settings(channel_.id);
        settings.retentionDays = days;
        ASSERT_TRUE(stores().channels.setSettings(channel_.id, settings));
    }

    accounts::Channel channel_;
};

TEST_F(RecordingStore, GrowsWithItsBroadcastAndKeepsItsHoles) {
    const auto id = broadcast(0);
    const RecordingState writing{Phase::Writing, "", 100, 2'000, {{kNow, 900}, {kNow + kDay, 1}}};
    ASSERT_TRUE(recordings().update(id, writing));
    reopen();
    const auto found = recordings().find(id);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->channel.name, "Ada");
    EXPECT_EQ((*found)->title, "Maths");
    EXPECT_EQ((*found)->bytes, 100);
    EXPECT_EQ((*found)->holes, 2);
    EXPECT_FALSE((*found)->endedAt);
    EXPECT_EQ(recordings().holes(id)->back().at, kNow + kDay);
    const RecordingState filled{Phase::Finished, "", 120, 2'900, {}};
    ASSERT_TRUE(recordings().update(id, filled));
    EXPECT_EQ((*recordings().find(id))->phase, Phase::Finished);
    EXPECT_THAT(*recordings().holes(id), IsEmpty());
}

TEST_F(RecordingStore, OneOfAnUnknownBroadcastIsRefused) {
    const auto refused = recordings().update(BroadcastId::make(kNow), RecordingState{});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::NotFound);
}

TEST_F(RecordingStore, PagesComeNewestFirst) {
    const auto first = recorded(0);
    const auto second = recorded(1);
    const auto third = recorded(2);
    const auto page = recordings().page(channel_.id, std::nullopt, 2, relay::RecordingStore::Which::All);
    ASSERT_EQ(page->size(), 2U);
    EXPECT_EQ(page->front().id, third);
    EXPECT_EQ(recordings().page(channel_.id, second, 2, relay::RecordingStore::Which::All)->front().id,
              first);
}

TEST_F(RecordingStore, ADeletedOneIsFoundByNobodyAndWaitsForTheOrigin) {
    const auto id = recorded(0);
    ASSERT_TRUE(recordings().forget(id)) << "nothing happens to one that is not deleted";
    ASSERT_TRUE(recordings().markDeleted(id));
    EXPECT_FALSE(*recordings().find(id));
    EXPECT_THAT(*recordings().page(channel_.id, std::nullopt, 9, relay::RecordingStore::Which::All),
                IsEmpty());
    EXPECT_THAT(*recordings().deleted(), ElementsAre(id));
    ASSERT_TRUE(recordings().forget(id));
    EXPECT_THAT(*recordings().deleted(), IsEmpty());
}

TEST_F(RecordingStore, RetentionTakesTheOldThatAreNotKept) {
    const auto old = recorded(0);
    const auto kept = recorded(1);
    recorded(48);
    const auto onAir = broadcast(2);
    ASSERT_TRUE(recordings().update(onAir, RecordingState{}));
    ASSERT_TRUE(recordings().setKept(kept, true));
    EXPECT_THAT(*recordings().expired(kNow + 100 * kDay), IsEmpty()) << "no days: for ever";
    retain(2);
    EXPECT_THAT(*recordings().expired(kNow + 2 * kDay - std::chrono::seconds{1}), IsEmpty());
    EXPECT_THAT(*recordings().expired(kNow + 3 * kDay), ElementsAre(old));
}

TEST_F(RecordingStore, ABudgetTakesTheOldestUntilTheRestFits) {
    const auto first = recorded(0, 100);
    const auto kept = recorded(1, 100);
    const auto third = recorded(2, 100);
    recorded(3, 100);
    ASSERT_TRUE(recordings().setKept(kept, true));
    EXPECT_THAT(*recordings().beyond(400), IsEmpty());
    EXPECT_THAT(*recordings().beyond(399), ElementsAre(first));
    EXPECT_THAT(*recordings().beyond(201), ElementsAre(first, third));
}

}  // namespace
}  // namespace footlight::store
