#include "core/relay/origin/hub_hooks.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/net/http/client.h"
#include "core/relay/origin/event_queue.h"
#include "core/relay/origin/event_spool.h"
#include "core/relay/origin/grant_cache.h"
#include "core/relay/origin/hook_messages.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::relay::origin {
namespace {

constexpr std::chrono::milliseconds kFirstRetry{250};
constexpr std::chrono::milliseconds kLongestRetry{5'000};
/// How long a question waits for earlier events: the hub must know that a broadcast ended before it is asked
/// for the next.
constexpr std::chrono::milliseconds kEventsFirst{500};
constexpr std::chrono::milliseconds kLookAgain{10};
/// A hub that is about to stop answers at once, with nothing.
constexpr std::chrono::milliseconds kAfterNoCommand{100};

}  // namespace

struct HubHooks::State {
    State(net::Executor on, HubHooksOptions with, const Clock& time, Logger to)
        : executor(std::move(on)),
          options(std::move(with)),
          clock(time),
          logger(std::move(to)),
          client(executor, logger),
          commandClient(executor, logger),
          grants(options.grantLife, options.grants),
          queue(options.pendingEvents),
          spool(options.spoolFile),
          somethingNew(executor),
          following(executor, logger),
          tasks(executor, logger) {}

    net::Task<Result<net::http::ClientResponse>> post(std::string target, std::string body);
    net::Task<Result<PublishPermission>> ask(PublishQuestion question);
    Result<PublishPermission> withoutHub(const PublishQuestion& question) const;
    Result<PublishPermission> take(const PublishQuestion& question, const std::string& body);
    net::Task<bool> deliverBatch();
    static net::Task<> deliverAlways(std::shared_ptr<State> self);
    net::Task<bool> takeCommands(std::int64_t* after);
    static net::Task<> hearAlways(std::shared_ptr<State> self);
    net::Task<> takeFromDisk();
    net::Task<> keepOnDisk();
    void add(const BroadcastEvent& event);

    net::Executor executor;
    HubHooksOptions options;
    const Clock& clock;
    Logger logger;
    net::http::Client client;
    net::http::Client commandClient;  ///< its requests wait at the hub
    GrantCache grants;
    EventQueue queue;
    EventSpool spool;
    std::uint64_t spooledVersion = 0;
    bool isAway = false;
    boost::asio::steady_timer somethingNew;
    net::WorkPool disk{1, 8};
    OriginCommands* commands = nullptr;
    net::TaskGroup following;
    net::TaskGroup tasks;
};

net::Task<Result<net::http::ClientResponse>> HubHooks::State::post(std::string target, std::string body) {
    net::http::ClientRequest request;
    request.method = net::http::Method::Post;
    request.host = options.host;
    request.port = options.port;
    request.target = std::move(target);
    request.headers = {{"Content-Type", "application/json"},
                       {"Authorization", "Bearer " + options.secret.reveal()}};
    request.body = std::move(body);
    request.timeout = options.timeout;
    co_return co_await client.send(std::move(request));
}

net::Task<Result<PublishPermission>> HubHooks::State::ask(PublishQuestion question) {
    const auto limit = clock.steadyNow() + kEventsFirst;
    while (!queue.isEmpty() && !isAway && clock.steadyNow() < limit) {
        co_await net::pause(kLookAgain);
    }
    wire::PublishHook hook{question.streamKey, question.address, question.encoder};
    auto body = wire::toJson(hook);
    const auto answer = co_await post("/hooks/v1/publish", std::move(body));
    if (!answer || answer->status >= 500) {
        co_return withoutHub(question);
    }
    if (answer->status == 200) {
        co_return take(question, answer->body);
    }
    if (answer->status == 403) {
        grants.forget(question.streamKey);
        const auto problem = wire::parse<wire::Problem>(answer->body);
        co_return fail(ErrorCategory::Denied, "origin.key",
                       problem && !problem->detail.empty() ? problem->detail : "The relay refused the key.");
    }
    logger.error("the hub answers {} to the publish hook; check that both have the same hook secret",
                 answer->status);
    co_return fail(ErrorCategory::Unavailable, "origin.hub",
                   "The relay cannot check stream keys now; its log says why.");
}

Result<PublishPermission> HubHooks::State::withoutHub(const PublishQuestion& question) const {
    if (auto known = grants.find(question.streamKey, clock.steadyNow())) {
        logger.warning("the hub does not answer; letting a known key publish on {}", known->channel);
        return *known;
    }
    return fail(ErrorCategory::Unavailable, "origin.hub_away",
                "The relay cannot check stream keys at this moment; try again in a few seconds.");
}

Result<PublishPermission> HubHooks::State::take(const PublishQuestion& question, const std::string& body) {
    auto grant = wire::parse<wire::PublishGrant>(body);
    if (!grant) {
        return fail(grant.error().toError().within("reading the hub's answer"));
    }
    PublishPermission permission{grant->channel, grant->channelId, grant->broadcastId,
                                 fromWire(grant->policy)};
    grants.remember(question.streamKey, permission, clock.steadyNow());
    return permission;
}

void HubHooks::State::add(const BroadcastEvent& event) {
    queue.add(event);
    if (event.type == BroadcastEventType::Ended) {
        grants.endBroadcast(event.broadcastId, event.at);
    }
    somethingNew.cancel();
}

/// False where the hub did not take it.
net::Task<bool> HubHooks::State::deliverBatch() {
    const auto batch = queue.takeBatch();
    auto body = wire::toJson(batch);
    const auto answer = co_await post("/hooks/v1/events", std::move(body));
    const bool isRefused = answer && (answer->status == 400 || answer->status == 422);
    if (isRefused) {
        logger.error("the hub refuses {} events: {}", batch.events.size(), answer->body);
    }
    if (isRefused || (answer && answer->status < 300)) {
        queue.delivered();
        co_return true;
    }
    queue.notDelivered();
    if (!std::exchange(isAway, true)) {
        logger.warning("the hub does not take events ({}); they wait in {}",
                       answer ? "status " + std::to_string(answer->status) : answer.error().message(),
                       options.spoolFile.string());
    }
    co_return false;
}

net::Task<> HubHooks::State::takeFromDisk() {
    auto read = [this]() -> Result<EventSpool::Loaded> { return spool.load(); };
    const auto older = co_await disk.run(std::move(read));
    if (!older) {
        logger.error("events that were kept are lost: {}", older.error().text());
        co_return;
    }
    if (older->unreadable > 0) {
        logger.error("{} of the events kept in {} cannot be read and are lost", older->unreadable,
                     options.spoolFile.string());
    }
    queue.addOlder(older->events);
}

/// False where the hub did not answer as it should.
net::Task<bool> HubHooks::State::takeCommands(std::int64_t* after) {
    net::http::ClientRequest request;
    request.method = net::http::Method::Get;
    request.host = options.host;
    request.port = options.port;
    request.target = "/hooks/v1/commands?after=" + std::to_string(*after);
    request.headers = {{"Authorization", "Bearer " + options.secret.reveal()}};
    request.timeout = options.longPoll;
    const auto answer = co_await commandClient.send(std::move(request));
    if (!answer || answer->status != 200) {
        co_return false;
    }
    const auto asked = wire::parse<wire::Commands>(answer->body);
    if (!asked) {
        logger.error("the hub's commands cannot be read: {}", asked.error().message);
        co_return false;
    }
    for (const auto& message : asked->commands) {
        auto command = fromWire(message);
        if (!command) {
            logger.error("a command of the hub for {} lacks what it is about", message.channel);
            continue;
        }
        if (const auto* change = std::get_if<ChangePolicy>(&*command)) {
            grants.changePolicy(change->channel, change->policy);
        }
        commands->execute(std::move(*command));
    }
    *after = asked->next;
    if (asked->commands.empty()) {
        co_await net::pause(kAfterNoCommand);
    }
    co_return true;
}

net::Task<> HubHooks::State::hearAlways(std::shared_ptr<State> self) {
    std::int64_t after = 0;
    auto retry = kFirstRetry;
    for (;;) {
        if (co_await self->takeCommands(&after)) {
            retry = kFirstRetry;
            continue;
        }
        co_await net::pause(retry);
        retry = std::min(2 * retry, kLongestRetry);
    }
}

net::Task<> HubHooks::State::deliverAlways(std::shared_ptr<State> self) {
    co_await self->takeFromDisk();
    auto retry = kFirstRetry;
    for (;;) {
        if (self->queue.isEmpty()) {
            self->somethingNew.expires_at(SteadyTime::max());
            co_await self->somethingNew.async_wait(net::kValues);
            continue;
        }
        if (co_await self->deliverBatch()) {
            retry = kFirstRetry;
            if (self->queue.isEmpty() && std::exchange(self->isAway, false)) {
                self->logger.info("the hub takes events again");
            }
            co_await self->keepOnDisk();
            continue;
        }
        co_await self->keepOnDisk();
        co_await net::pause(retry);
        retry = std::min(2 * retry, kLongestRetry);
    }
}

/// While the hub is away, what must not be lost is in the file; once it has everything, the file goes.
net::Task<> HubHooks::State::keepOnDisk() {
    auto events = isAway ? queue.lasting() : std::vector<wire::PublishEvent>{};
    const auto version = queue.version();
    const bool isCurrent =
        spooledVersion == version || (!isAway && !std::filesystem::exists(options.spoolFile));
    if (isCurrent) {
        co_return;
    }
    auto write = [this, events = std::move(events)] { return spool.save(events); };
    const auto written = co_await disk.run(std::move(write));
    if (written) {
        spooledVersion = version;
    } else {
        logger.error("events could not be kept: {}", written.error().text());
    }
}

HubHooks::HubHooks(net::Executor executor, HubHooksOptions options, const Clock& clock, Logger logger)
    : state_(std::make_shared<State>(std::move(executor), std::move(options), clock, std::move(logger))) {
    state_->tasks.spawn("delivering events", State::deliverAlways(state_));
}

HubHooks::~HubHooks() {
    state_->following.cancel();
    state_->tasks.cancel();
}

net::Task<Result<PublishPermission>> HubHooks::authorize(PublishQuestion question) {
    const auto state = state_;
    co_return co_await boost::asio::co_spawn(state->executor, state->ask(std::move(question)),
                                             boost::asio::use_awaitable);
}

void HubHooks::report(BroadcastEvent event) {
    boost::asio::post(state_->executor, [state = state_, event = std::move(event)] { state->add(event); });
}

void HubHooks::follow(OriginCommands& commands) {
    state_->commands = &commands;
    state_->following.spawn("hearing the hub's commands", State::hearAlways(state_));
}

net::Task<> HubHooks::stopFollowing() {
    const auto state = state_;
    co_await state->following.close();
}

net::Task<> HubHooks::close() {
    const auto state = state_;
    co_await state->following.close();
    co_await state->tasks.close();
    state->queue.notDelivered();
    state->options.timeout = std::min(state->options.timeout, std::chrono::milliseconds{1'000});
    while (!state->queue.isEmpty() && co_await state->deliverBatch()) {
    }
    state->isAway = !state->queue.isEmpty();
    co_await state->keepOnDisk();
}

}  // namespace footlight::relay::origin
