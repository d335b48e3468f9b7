#include "core/relay/hub/broadcasts.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/publish_grants.h"
#include "core/relay/hub/recording_service.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/ports/account_store.h"
#include "core/store/database.h"
#include "tests/support/fake_audience_events.h"
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

class Broadcasting : public testing::Test {
protected:
    Broadcasting() {
        EXPECT_TRUE(
            real_.accounts.create({"Ada", "", AccountRole::Member, clock_.utcNow()}, UnownedChannel::Refuse));
    }

    /// With the broadcasts on `disk`.
    void start(BroadcastStore& disk) {
        const Stores stores{real_.accounts, real_.sessions,    real_.channels,    disk,
                            real_.messages, real_.targets,     real_.inputs,      real_.recordings,
                            real_.follows,  real_.secondSteps, real_.invitations, real_.community,
                            real_.rooms};
        parts_ = std::make_unique<Parts>(*this, stores);
    }
    template <typename T>
    T run(net::Task<T> task) {
        auto outcome = boost::asio::co_spawn(loop_, std::move(task), boost::asio::use_future);
        loop_.restart();
        loop_.run();
        return outcome.get();
    }
    bool apply(wire::PublishEventType type, BroadcastId id,
               std::optional<wire::RecordingStatus> recording = std::nullopt) {
        wire::PublishEvent event{type, "Ada", id, clock_.utcNow(), {}};
        event.recording = recording;
        return run(parts_->broadcasts.apply(event)).has_value();
    }

    struct Parts {
        Parts(Broadcasting& of, const Stores& stores)
            : writer(of.loop_.get_executor(), stores.rooms, of.pool_, std::chrono::milliseconds{1},
                     Logger::silent()),
              policies(stores, of.box_, Logger::silent()),
              commands(stores, of.pool_, live, policies, of.clock_, Logger::silent()),
              inputs(stores, of.pool_, of.box_, of.clock_, Logger::silent()),
              right(Secret("media key"), of.clock_),
              rooms(of.loop_.get_executor(), stores, of.pool_, {stores, of.pool_}, live, writer, of.audience_,
                    right, of.clock_),
              recordings(stores, of.pool_, live, commands, of.clock_, Logger::silent()),
              grants(stores, of.pool_, live, policies, inputs, of.clock_),
              broadcasts(stores, of.pool_, live, rooms, {grants, recordings, of.audience_}, of.clock_,
                         Logger::silent()) {}

        LiveChannels live;
        MessageWriter writer;
        Policies policies;
        CommandQueue commands;
        InputService inputs;
        ReadingRight right;
        Rooms rooms;
        RecordingService recordings;
        PublishGrants grants;
        Broadcasts broadcasts;
    };

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_ = std::move(*store::Database::open(folder_ / "footlight.db"));
    Stores real_ = database_->stores();
    boost::asio::io_context loop_;
    net::WorkPool pool_{1, 10};
    accounts::SecretBox box_{Secret("key")};
    tests::FakeAudienceEvents audience_;
    std::unique_ptr<Parts> parts_;
};

TEST_F(Broadcasting, IsOnAirEvenWhereTheDiskIsFull) {
    FullDisk disk;
    start(disk);
    const auto id = BroadcastId::make(clock_.utcNow());
    EXPECT_TRUE(apply(wire::PublishEventType::Started, id));
    EXPECT_EQ(parts_->live.page("", 10).size(), 1U);
    EXPECT_TRUE(apply(wire::PublishEventType::Ended, id));
    EXPECT_TRUE(parts_->live.page("", 10).empty());
}

TEST_F(Broadcasting, IsToldOfAgainByTheNextProgram) {
    start(real_.broadcasts);
    const auto recorded = BroadcastId::make(clock_.utcNow());
    const auto onAir = BroadcastId::make(clock_.utcNow());
    EXPECT_TRUE(apply(wire::PublishEventType::Started, recorded));
    wire::RecordingStatus whole;
    whole.phase = wire::RecordingPhase::Finished;
    whole.durationMs = 1'000;
    EXPECT_TRUE(apply(wire::PublishEventType::Ended, recorded, whole));
    EXPECT_TRUE(apply(wire::PublishEventType::Started, onAir));
    audience_ = {};
    start(real_.broadcasts);
    EXPECT_TRUE(run(parts_->broadcasts.restore()));
    ASSERT_EQ(audience_.live.size(), 1U);
    EXPECT_EQ(audience_.live[0].broadcast, onAir);
    ASSERT_EQ(audience_.recordings.size(), 1U);
    EXPECT_EQ(audience_.recordings[0].broadcast, recorded);
    clock_.advance(std::chrono::hours{25});
    audience_ = {};
    EXPECT_TRUE(run(parts_->broadcasts.restore()));
    EXPECT_TRUE(audience_.recordings.empty()) << "news no more";
}

}  // namespace
}  // namespace footlight::relay::hub
