#include "core/relay/hub/hub.h"

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/broadcasts.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kDatabaseQueue = 1'000;
constexpr std::chrono::hours kSessionCleaning{1};

}  // namespace

struct Hub::State {
    State(net::Executor executor, Stores stores, HubOptions hubOptions, const Clock& clock, Logger logger)
        : options(hubOptions),
          writer(executor, stores.messages, database, options.writeEvery, logger.child("chat")),
          rooms(stores, database, live, writer, clock),
          broadcasts(stores, database, live, rooms, clock, logger.child("broadcasts")),
          channels(stores, database, live, rooms, clock),
          accounts(stores, database, std::move(hubOptions), clock),
          tasks(executor, logger) {}

    net::Task<> showPresence() {
        for (;;) {
            co_await net::pause(options.presenceEvery);
            rooms.tick();
        }
    }
    net::Task<> endSilentBroadcasts() {
        for (;;) {
            co_await net::pause(options.silentBroadcast / 6);
            co_await broadcasts.endSilent(options.silentBroadcast);
        }
    }
    net::Task<> cleanSessions() {
        for (;;) {
            co_await accounts.removeExpiredSessions();
            co_await net::pause(kSessionCleaning);
        }
    }

    HubOptions options;
    // One thread: SQLite is used from one at a time.
    net::WorkPool database{1, kDatabaseQueue};
    LiveChannels live;
    MessageWriter writer;
    Rooms rooms;
    Broadcasts broadcasts;
    ChannelService channels;
    AccountService accounts;
    net::TaskGroup tasks;
};

Hub::Hub(net::Executor executor, Stores stores, HubOptions options, const Clock& clock, Logger logger)
    : state_(std::make_unique<State>(std::move(executor), stores, std::move(options), clock,
                                     std::move(logger))) {}

Hub::~Hub() = default;

net::Task<Result<>> Hub::start() {
    auto restored = co_await state_->broadcasts.restore();
    if (!restored) {
        co_return fail(std::move(restored.error()).within("reading what was on air"));
    }
    state_->tasks.spawn("chat writer", state_->writer.run());
    state_->tasks.spawn("presence", state_->showPresence());
    state_->tasks.spawn("silent broadcasts", state_->endSilentBroadcasts());
    state_->tasks.spawn("old sessions", state_->cleanSessions());
    co_return Result<>{};
}

net::Task<> Hub::close() {
    co_await state_->writer.drain();
    co_await state_->tasks.close();
}

AccountService& Hub::accounts() { return state_->accounts; }
ChannelService& Hub::channels() { return state_->channels; }
Broadcasts& Hub::broadcasts() { return state_->broadcasts; }
Rooms& Hub::rooms() { return state_->rooms; }

}  // namespace footlight::relay::hub
