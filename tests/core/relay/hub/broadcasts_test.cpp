#include "core/relay/hub/broadcasts.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/news_desk.h"
#include "core/relay/hub/publish_grants.h"
#include "core/relay/hub/recording_service.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/ports/account_store.h"
#include "core/store/database.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

/// A disk that takes nothing.
class FullDisk final : public BroadcastStore {
public:
    Result<> start(const Broadcast&) override { return full(); }
    Result<> end(BroadcastId, UtcTime) override { return full(); }
    Result<std::vector<OpenBroadcast>> open() override { return std::vector<OpenBroadcast>{}; }

private:
    static Result<> full() { return fail(ErrorCategory::Unavailable, "store.disk_full", "the disk is full"); }
};

TEST(Broadcasts, AreOnAirEvenWhereTheDiskIsFull) {
    const tests::TempDir folder;
    const tests::FakeClock clock;
    const auto database = std::move(*store::Database::open(folder / "footlight.db"));
    ASSERT_TRUE(database->stores().accounts.create({"Ada", "", AccountRole::Member, clock.utcNow()},
                                                   UnownedChannel::Refuse));
    FullDisk disk;
    const auto real = database->stores();
    const Stores stores{real.accounts,    real.sessions,  real.channels,   disk,         real.messages,
                        real.targets,     real.inputs,    real.recordings, real.follows, real.secondSteps,
                        real.invitations, real.community, real.rooms};
    boost::asio::io_context loop;
    net::WorkPool pool(1, 10);
    LiveChannels live;
    MessageWriter writer(loop.get_executor(), stores.rooms, pool, std::chrono::milliseconds{1},
                         Logger::silent());
    const accounts::SecretBox box{Secret("key")};
    const Policies policies(stores, box, Logger::silent());
    CommandQueue commands(stores, pool, live, policies, clock, Logger::silent());
    InputService inputs(stores, pool, box, clock, Logger::silent());
    Online online;
    NewsDesk audience(
        stores, pool, online, [] {}, clock, Logger::silent());
    Rooms rooms(loop.get_executor(), stores, pool, live, writer, audience, clock);
    RecordingService recordings(stores, pool, live, commands, clock, Logger::silent());
    PublishGrants grants(stores, pool, live, policies, inputs, clock);
    Broadcasts broadcasts(stores, pool, live, rooms, {grants, recordings, audience}, clock, Logger::silent());
    const auto apply = [&](wire::PublishEventType type, BroadcastId id) {
        const wire::PublishEvent event{type, "Ada", id, clock.utcNow(), {}};
        auto outcome = boost::asio::co_spawn(loop, broadcasts.apply(event), boost::asio::use_future);
        loop.restart();
        loop.run();
        return outcome.get().has_value();
    };
    const auto id = BroadcastId::make(clock.utcNow());
    EXPECT_TRUE(apply(wire::PublishEventType::Started, id));
    EXPECT_EQ(live.page("", 10).size(), 1U);
    EXPECT_TRUE(apply(wire::PublishEventType::Ended, id));
    EXPECT_TRUE(live.page("", 10).empty());
}

}  // namespace
}  // namespace footlight::relay::hub
