#include "core/relay/origin/hub_hooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <fstream>

#include "core/base/guarded.h"
#include "core/net/async/event_loops.h"
#include "core/net/http/server.h"
#include "core/relay/origin/event_queue.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::origin {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

/// A hub that grants the key "good" and keeps what it is told.
class FakeHubServer {
public:
    explicit FakeHubServer(net::EventLoops& loops) : loops_(loops) {}
    ~FakeHubServer() { stop(); }

    void start(std::uint16_t port = 0) {
        net::http::ServerOptions options;
        options.handler = [this](net::http::Request request) { return handle(std::move(request)); };
        auto server = net::http::Server::listen(loops_.executor(0), {"127.0.0.1", port}, std::move(options),
                                                Logger::silent());
        ASSERT_TRUE(server) << server.error().text();
        server_ = std::move(*server);
        port_ = server_->port();
    }
    void stop() {
        if (server_) {
            boost::asio::co_spawn(loops_.executor(0), server_->close(0ms), boost::asio::use_future).get();
            server_.reset();
        }
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] std::vector<wire::PublishEvent> events() const { return events_.copy(); }
    std::atomic<unsigned> eventStatus{204};

private:
    net::Task<net::http::Response> handle(net::http::Request request) {
        if (request.header("Authorization") != "Bearer hook-secret") {
            co_return net::http::problem(401, "hook.secret", "Unauthorized", "wrong secret");
        }
        if (request.path == "/hooks/v1/publish") {
            const auto hook = wire::parse<wire::PublishHook>(request.body);
            if (!hook || hook->streamKey.reveal() != "good") {
                co_return net::http::problem(403, "publish.unknown_key", "Unknown key",
                                             "No channel has this key; look it up in Studio.");
            }
            const wire::PublishGrant grant{"stage", ChannelId::make(utcFromMilliseconds(1)), broadcast_};
            co_return net::http::textResponse(200, "application/json", wire::toJson(grant));
        }
        if (const auto batch = wire::parse<wire::PublishEvents>(request.body); batch && eventStatus == 204) {
            auto events = events_.lock();
            events->insert(events->end(), batch->events.begin(), batch->events.end());
        }
        co_return net::http::emptyResponse(eventStatus);
    }

    net::EventLoops& loops_;
    BroadcastId broadcast_ = BroadcastId::make(utcFromMilliseconds(1'700'000'000'000));
    std::unique_ptr<net::http::Server> server_;
    std::uint16_t port_ = 0;
    Guarded<std::vector<wire::PublishEvent>> events_;
};

class HubHooksTest : public testing::Test {
protected:
    HubHooksTest() {
        hub_.start();
        connect();
    }
    ~HubHooksTest() override { disconnect(); }

    void connect() {
        HubHooksOptions options;
        options.port = hub_.port();
        options.secret = Secret("hook-secret");
        options.spoolFile = spool();
        options.timeout = 2s;
        hooks_ = std::make_unique<HubHooks>(loops_.executor(0), std::move(options), clock_, Logger::silent());
    }
    void disconnect() {
        if (hooks_) {
            boost::asio::co_spawn(loops_.executor(0), hooks_->close(), boost::asio::use_future).get();
            hooks_.reset();
        }
    }

    [[nodiscard]] std::filesystem::path spool() const { return folder_ / "events.spool"; }

    Result<PublishPermission> ask(const std::string& key) {
        PublishQuestion question{Secret(key), "127.0.0.1", "test"};
        return boost::asio::co_spawn(loops_.executor(1), hooks_->authorize(std::move(question)),
                                     boost::asio::use_future)
            .get();
    }

    void report(BroadcastEventType type, std::int64_t at) {
        BroadcastEvent event;
        event.type = type;
        event.channel = "stage";
        event.broadcastId = broadcast_;
        event.at = utcFromMilliseconds(at);
        if (type == BroadcastEventType::Health) {
            event.health.emplace();
            event.health->bitrate = 2'500'000;
            event.health->frameRate = 30;
            event.health->width = 1280;
            event.health->height = 720;
            event.health->videoCodec = "avc1.64001f";
            event.health->audioCodec = "mp4a.40.2";
            event.health->keyFrameInterval = 2;
        }
        hooks_->report(std::move(event));
    }

    [[nodiscard]] std::vector<std::int64_t> arrived() const {
        std::vector<std::int64_t> times;
        for (const auto& event : hub_.events()) {
            times.push_back(toMilliseconds(event.at));
        }
        return times;
    }

    tests::TempDir folder_;
    SystemClock clock_;
    BroadcastId broadcast_ = BroadcastId::make(utcFromMilliseconds(1));
    net::EventLoops loops_{2};
    FakeHubServer hub_{loops_};
    std::unique_ptr<HubHooks> hooks_;
};

TEST_F(HubHooksTest, OneThatGoesWithoutGoodbyeLeavesNothingThatUsesIt) {
    ASSERT_TRUE(ask("good"));
    const auto onLoop = [this](auto work) {
        boost::asio::post(loops_.executor(0), boost::asio::use_future(std::move(work))).get();
    };
    onLoop([this] { hooks_.reset(); });
    // What its task was waiting for has been cancelled; the loop gets to that before it gets to this.
    onLoop([] {});
    connect();
    EXPECT_TRUE(ask("good"));
}

TEST_F(HubHooksTest, TheHubDecidesWhoMayPublish) {
    const auto granted = ask("good");
    ASSERT_TRUE(granted) << granted.error().text();
    EXPECT_EQ(granted->channel, "stage");
    const auto denied = ask("bad");
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().category(), ErrorCategory::Denied);
    EXPECT_EQ(denied.error().message(), "No channel has this key; look it up in Studio.");
}

TEST_F(HubHooksTest, AKnownKeyKeepsPublishingWhileTheHubIsAway) {
    const auto granted = ask("good");
    ASSERT_TRUE(granted);
    hub_.stop();
    const auto again = ask("good");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->broadcastId, granted->broadcastId);
    const auto unknown = ask("other");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().category(), ErrorCategory::Unavailable);
    EXPECT_THAT(unknown.error().message(), HasSubstr("try again"));
}

TEST_F(HubHooksTest, EventsArriveInOrder) {
    for (std::int64_t at = 1; at <= 250; ++at) {
        report(at % 2 == 0 ? BroadcastEventType::Lost : BroadcastEventType::Resumed, at);
    }
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() == 250; }));
    const auto times = arrived();
    EXPECT_TRUE(std::is_sorted(times.begin(), times.end()));
}

TEST_F(HubHooksTest, HealthSaysWhatWasMeasured) {
    report(BroadcastEventType::Health, 1);
    ASSERT_TRUE(tests::waitUntil([&] { return !hub_.events().empty(); }));
    const auto health = hub_.events().front().health;
    ASSERT_TRUE(health);
    EXPECT_EQ(health->bitrate, 2'500'000);
    EXPECT_EQ(health->width, 1280);
    EXPECT_EQ(health->videoCodec, "avc1.64001f");
}

TEST_F(HubHooksTest, EventsWaitOnDiskWhileTheHubIsAway) {
    const auto port = hub_.port();
    hub_.stop();
    report(BroadcastEventType::Started, 1);
    report(BroadcastEventType::Health, 2);
    report(BroadcastEventType::Lost, 3);
    ASSERT_TRUE(tests::waitUntil([&] { return std::filesystem::exists(spool()); }));
    EXPECT_EQ(std::filesystem::status(spool()).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    hub_.start(port);
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() >= 3; }));
    EXPECT_THAT(arrived(), ElementsAre(1, 2, 3));
    EXPECT_TRUE(tests::waitUntil([&] { return !std::filesystem::exists(spool()); }));
}

TEST_F(HubHooksTest, EventsOutliveTheProcess) {
    hub_.eventStatus = 503;
    report(BroadcastEventType::Started, 1);
    report(BroadcastEventType::Ended, 2);
    disconnect();
    ASSERT_TRUE(std::filesystem::exists(spool()));
    hub_.eventStatus = 204;
    connect();
    report(BroadcastEventType::Started, 3);
    ASSERT_TRUE(tests::waitUntil([&] { return arrived().size() >= 3; }));
    EXPECT_THAT(arrived(), ElementsAre(1, 2, 3));
}

TEST_F(HubHooksTest, ABrokenSpoolStopsNothing) {
    disconnect();
    std::ofstream(spool()) << "{not json\n";
    connect();
    report(BroadcastEventType::Started, 1);
    ASSERT_TRUE(tests::waitUntil([&] { return !arrived().empty(); }));
}

BroadcastEvent eventAt(BroadcastEventType type, std::int64_t at, BroadcastId id = {}) {
    return {type, "stage", id, utcFromMilliseconds(at), std::nullopt};
}

TEST(EventQueue, NewerHealthReplacesOlderThatWaits) {
    EventQueue queue(100);
    queue.add(eventAt(BroadcastEventType::Started, 1));
    queue.add(eventAt(BroadcastEventType::Health, 2));
    queue.add(eventAt(BroadcastEventType::Health, 3));
    const auto batch = queue.takeBatch();
    ASSERT_EQ(batch.events.size(), 2U);
    EXPECT_EQ(toMilliseconds(batch.events[1].at), 3);
    queue.add(eventAt(BroadcastEventType::Health, 4));
    queue.delivered();
    EXPECT_EQ(queue.takeBatch().events.size(), 1U) << "what is under way is left alone";
}

TEST(EventQueue, DropsTheOldestPastItsLimit) {
    EventQueue queue(3);
    for (std::int64_t at = 1; at <= 5; ++at) {
        queue.add(eventAt(BroadcastEventType::Lost, at));
    }
    const auto batch = queue.takeBatch();
    ASSERT_EQ(batch.events.size(), 3U);
    EXPECT_EQ(toMilliseconds(batch.events[0].at), 3);
}

TEST(EventQueue, SendsAtMostAHundredAtATime) {
    EventQueue queue(1'000);
    for (std::int64_t at = 1; at <= 150; ++at) {
        queue.add(eventAt(BroadcastEventType::Lost, at));
    }
    EXPECT_EQ(queue.takeBatch().events.size(), 100U);
    queue.delivered();
    EXPECT_EQ(queue.takeBatch().events.size(), 50U);
    EXPECT_EQ(queue.lasting().size(), 50U);
}

}  // namespace
}  // namespace footlight::relay::origin
