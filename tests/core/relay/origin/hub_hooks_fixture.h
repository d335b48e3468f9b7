#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <map>

#include "core/base/guarded.h"
#include "core/net/async/event_loops.h"
#include "core/net/http/server.h"
#include "core/relay/origin/hub_hooks.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::origin {

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
            boost::asio::co_spawn(loops_.executor(0), server_->close(std::chrono::milliseconds{0}),
                                  boost::asio::use_future)
                .get();
            server_.reset();
        }
    }

    /// Given to whoever asks for what follows `after`; others are told to begin with it.
    void command(std::int64_t after, wire::Command command) {
        auto commands = commands_.lock();
        (*commands)[after].push_back(std::move(command));
    }
    [[nodiscard]] std::vector<std::string> askedAfter() const { return askedAfter_.copy(); }

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
        if (request.path == "/hooks/v1/commands") {
            co_return tellCommands(std::string(request.queryParameter("after").value_or("")));
        }
        if (const auto batch = wire::parse<wire::PublishEvents>(request.body); batch && eventStatus == 204) {
            auto events = events_.lock();
            events->insert(events->end(), batch->events.begin(), batch->events.end());
        }
        co_return net::http::emptyResponse(eventStatus);
    }

    /// What is asked after N and is there has the number N + 1.
    net::http::Response tellCommands(const std::string& after) {
        askedAfter_.lock()->push_back(after);
        const auto number = std::stoll(after);
        wire::Commands answer;
        answer.next = number;
        auto commands = commands_.lock();
        if (const auto found = commands->find(number); found != commands->end()) {
            answer.commands = found->second;
            answer.next = number + 1;
        }
        return net::http::textResponse(200, "application/json", wire::toJson(answer));
    }

    net::EventLoops& loops_;
    Guarded<std::map<std::int64_t, std::vector<wire::Command>>> commands_;
    Guarded<std::vector<std::string>> askedAfter_;
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
        options.timeout = std::chrono::seconds{2};
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

}  // namespace footlight::relay::origin
