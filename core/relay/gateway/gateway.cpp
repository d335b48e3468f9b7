#include "core/relay/gateway/gateway.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <map>

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/net/stream/tls.h"
#include "core/relay/gateway/rtmp_pull.h"
#include "core/relay/gateway/srt_caller.h"
#include "core/relay/gateway/srt_listener.h"
#include "core/relay/gateway/udp_input.h"

namespace footlight::relay::gateway {

namespace {

constexpr std::chrono::milliseconds kHubAgain{2'000};
constexpr std::chrono::milliseconds kLookIdle{1'000};
constexpr std::chrono::milliseconds kAuthorizeLimit{500};

std::string appOf(wire::IngestSlot slot) { return slot == wire::IngestSlot::Backup ? "backup" : "live"; }

/// One input that runs; what it is made of is closed before it goes.
struct RunningInput {
    wire::StreamInput plan;
    std::unique_ptr<UdpInput> udp;
    std::unique_ptr<SrtCaller> srt;
    std::unique_ptr<RtmpPull> pull;
    std::unique_ptr<net::TaskGroup> tasks;
};

}  // namespace

struct Gateway::State {
    State(net::Executor on, GatewayOptions with, Logger to)
        : executor(std::move(on)),
          options(std::move(with)),
          logger(std::move(to)),
          hub(executor, options.hub, logger),
          tasks(executor, logger) {}

    Result<> listen();
    [[nodiscard]] std::unique_ptr<StreamFeed> makeFeed(const std::string& app, const Secret& key,
                                                       const std::string& name, int program) const;
    Result<> authorize(const StreamName& name, const std::string& address);
    net::Task<> followInputs();
    net::Task<> apply(wire::StreamInputs wanted);
    Result<> begin(const wire::StreamInput& input);
    [[nodiscard]] Result<std::unique_ptr<RtmpPull>> makePull(const wire::StreamInput& input,
                                                             InputUrl url) const;
    static net::Task<> end(std::unique_ptr<RunningInput> input);
    net::Task<> watchIdle();

    net::Executor executor;
    GatewayOptions options;
    Logger logger;
    SrtLibrary library;
    HubLink hub;
    std::map<std::string, std::unique_ptr<RunningInput>> inputs;  ///< by id
    bool isListKnown = false;
    std::unique_ptr<SrtListener> listener;
    net::TaskGroup tasks;
};

Result<> Gateway::State::listen() {
    if (options.srtDescriptor < 0) {
        return {};
    }
    SrtListenerOptions made;
    made.descriptor = options.srtDescriptor;
    made.passphrase = options.srtPassphrase;
    made.isOpen = options.srtIsOpen;
    made.latency = options.srtLatency;
    made.authorize = [this](const StreamName& name, const std::string& address) {
        return authorize(name, address);
    };
    made.makeFeed = [this](const StreamName& name) { return makeFeed(name.app, name.key, "srt", 0); };
    auto opened = SrtListener::open(std::move(made), logger.child("srt"));
    if (!opened) {
        return fail(std::move(opened.error()));
    }
    listener = std::move(*opened);
    return {};
}

std::unique_ptr<StreamFeed> Gateway::State::makeFeed(const std::string& app, const Secret& key,
                                                     const std::string& name, int program) const {
    FeedPlan plan;
    plan.program = options.program;
    plan.origin = options.originHost + ":" + std::to_string(options.originPort);
    plan.app = app;
    plan.key = key;
    plan.name = name;
    plan.programNumber = program;
    return std::make_unique<StreamFeed>(std::move(plan), logger.child(name));
}

/// On libsrt's thread: the loop asks the hub, this waits for it.
Result<> Gateway::State::authorize(const StreamName& name, const std::string& address) {
    auto answer = boost::asio::co_spawn(executor, hub.mayPublish(name.key, address), boost::asio::use_future);
    if (answer.wait_for(kAuthorizeLimit) != std::future_status::ready) {
        return fail(ErrorCategory::Timeout, "gateway.hub",
                    "the hub does not say whether the key may publish");
    }
    return answer.get();
}

net::Task<> Gateway::State::followInputs() {
    std::int64_t version = -1;
    bool isAway = false;
    for (;;) {
        auto wanted = co_await hub.inputs(version);
        if ((co_await boost::asio::this_coro::cancellation_state).cancelled() !=
            boost::asio::cancellation_type::none) {
            co_return;
        }
        if (!wanted) {
            if (!std::exchange(isAway, true)) {
                logger.warning("{}; inputs stay as they are", wanted.error().text());
            }
            co_await net::pause(kHubAgain);
            continue;
        }
        isAway = false;
        isListKnown = true;
        if (std::exchange(version, wanted->version) != wanted->version) {
            co_await apply(std::move(*wanted));
        }
    }
}

net::Task<> Gateway::State::apply(wire::StreamInputs wanted) {
    std::map<std::string, const wire::StreamInput*> byId;
    for (const wire::StreamInput& input : wanted.inputs) {
        byId[input.id.text()] = &input;
    }
    for (auto at = inputs.begin(); at != inputs.end();) {
        const auto still = byId.find(at->first);
        if (still != byId.end() && *still->second == at->second->plan) {
            byId.erase(still);
            ++at;
            continue;
        }
        auto ending = std::move(at->second);
        at = inputs.erase(at);
        co_await end(std::move(ending));
    }
    for (const auto& [id, input] : byId) {
        if (auto begun = begin(*input); !begun) {
            logger.error("the input of {}: {}", input->channel, begun.error().message());
        }
    }
}

Result<> Gateway::State::begin(const wire::StreamInput& input) {
    auto url = parseInputUrl(input.url);
    if (!url) {
        return fail(std::move(url.error()));
    }
    auto running = std::make_unique<RunningInput>();
    running->plan = input;
    running->tasks = std::make_unique<net::TaskGroup>(executor, logger);
    const Logger named = logger.child(input.channel);
    const int program = std::atoi(url->parameter("program").c_str());
    auto feed = [this, app = appOf(input.slot), key = input.publishKey, name = input.channel, program] {
        return makeFeed(app, key, name, program);
    };
    if (url->kind == InputKind::Udp) {
        auto opened = UdpInput::open(executor, url->host, url->port, input.sources, std::move(feed), named);
        if (!opened) {
            return fail(std::move(opened.error()));
        }
        running->udp = std::move(*opened);
        running->tasks->spawn("an input by UDP", running->udp->run());
    } else if (url->kind == InputKind::Srt) {
        running->srt = std::make_unique<SrtCaller>(std::move(*url), input.passphrase, std::move(feed), named);
    } else {
        auto pull = makePull(input, std::move(*url));
        if (!pull) {
            return fail(std::move(pull.error()));
        }
        running->pull = std::move(*pull);
        running->tasks->spawn("an input by RTMP", running->pull->run());
    }
    logger.info("{} has an input: {}", input.channel, input.url.substr(0, input.url.find('?')));
    inputs[input.id.text()] = std::move(running);
    return {};
}

Result<std::unique_ptr<RtmpPull>> Gateway::State::makePull(const wire::StreamInput& input,
                                                           InputUrl url) const {
    std::shared_ptr<const net::TlsClient> trust;
    if (url.kind == InputKind::Rtmps) {
        auto made = net::TlsClient::create(options.authorities);
        if (!made) {
            return fail(std::move(made.error()));
        }
        trust = std::move(*made);
    }
    rtmp::PublishTarget origin;
    origin.host = options.originHost;
    origin.port = options.originPort;
    origin.app = appOf(input.slot);
    origin.streamKey = input.publishKey;
    return std::make_unique<RtmpPull>(std::move(url), std::move(trust), std::move(origin),
                                      logger.child(input.channel));
}

net::Task<> Gateway::State::end(std::unique_ptr<RunningInput> input) { co_await input->tasks->close(); }

net::Task<> Gateway::State::watchIdle() {
    SteadyTime busyAt = std::chrono::steady_clock::now();
    for (;;) {
        co_await net::pause(kLookIdle);
        const auto now = std::chrono::steady_clock::now();
        if (!isListKnown || !inputs.empty() || (listener && listener->streams() > 0)) {
            busyAt = now;
        } else if (now - busyAt >= options.idleLimit && options.idle) {
            options.idle();
            co_return;
        }
    }
}

Gateway::Gateway(net::Executor executor, GatewayOptions options, Logger logger)
    : state_(std::make_unique<State>(std::move(executor), std::move(options), std::move(logger))) {}
Gateway::~Gateway() = default;

Result<> Gateway::start() {
    if (auto listening = state_->listen(); !listening) {
        return listening;
    }
    state_->tasks.spawn("following the inputs", state_->followInputs());
    state_->tasks.spawn("watching for idleness", state_->watchIdle());
    return {};
}

net::Task<> Gateway::close() {
    state_->listener.reset();
    co_await state_->tasks.close();
    for (auto& [id, input] : state_->inputs) {
        co_await input->tasks->close();
    }
    state_->inputs.clear();
}

}  // namespace footlight::relay::gateway
