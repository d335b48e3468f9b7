#include "core/relay/hub/hub.h"

#include "core/accounts/secret_box.h"
#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/account_data.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/broadcast_control.h"
#include "core/relay/hub/broadcasts.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/community.h"
#include "core/relay/hub/emote_service.h"
#include "core/relay/hub/file_sweep.h"
#include "core/relay/hub/friend_watch.h"
#include "core/relay/hub/input_service.h"
#include "core/relay/hub/late_news.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/picture_service.h"
#include "core/relay/hub/policies.h"
#include "core/relay/hub/publish_grants.h"
#include "core/relay/hub/reading_right.h"
#include "core/relay/hub/recording_service.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/hub/settings_service.h"
#include "core/relay/hub/slate_files.h"
#include "core/relay/hub/target_service.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kDatabaseQueue = 1'000;
constexpr std::size_t kReadingQueue = 200;
constexpr std::chrono::hours kSessionCleaning{1};

}  // namespace

struct Hub::State {
    State(net::Executor executor, StoresPair both, HubOptions hubOptions, const Clock& clock, Logger logger)
        : State(std::move(executor), both.main, both.reading, std::move(hubOptions), clock,
                std::move(logger)) {}
    State(net::Executor executor, Stores stores, Stores readStores, HubOptions hubOptions, const Clock& clock,
          Logger logger)
        : options(hubOptions),
          reading{readStores, readers},
          box(options.sealingKey),
          community(executor, stores, database, reading, box, options.community, clock, logger),
          writer(executor, stores.rooms, database, options.writeEvery, logger.child("chat")),
          readingRight(options.mediaKey, clock),
          rooms(executor, stores, database, reading, live, writer, community.events(), readingRight, clock,
                options.chat),
          emotes(stores, database, rooms, SlateFiles(options.emotes), clock),
          friendWatch(stores, database, rooms, community.online(), clock),
          pictures(stores, database, SlateFiles(options.pictures)),
          slates(options.slates),
          sweep(stores, database, {options.pictures, options.emotes, options.slates}, logger.child("files")),
          policies(stores, box, logger.child("policies")),
          commands(stores, database, live, policies, clock, logger.child("commands")),
          settings(stores, database, live, rooms, commands, slates),
          targets(stores, database, live, commands, box, clock),
          inputs(stores, database, box, clock, logger.child("inputs")),
          recordings(stores, database, live, commands, clock, logger.child("recordings")),
          grants(stores, database, live, policies, inputs, clock),
          broadcasts(stores, database, live, rooms, {grants, recordings, community.events()}, clock,
                     logger.child("broadcasts")),
          control(live, broadcasts, commands),
          channels(stores, database, reading, live, rooms, clock),
          accounts(stores, database, box, community.online(), std::move(hubOptions), clock),
          lateNews(stores, database, community.events()),
          tasks(executor, logger) {
        community.data().onErased([this](const std::string& slate) { sweep.accountIsGone(slate); });
    }

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
    net::Task<> retainRecordings() {
        for (;;) {
            co_await recordings.retain(options.recordedBytes);
            co_await net::pause(options.retainEvery);
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
    net::WorkPool readers{1, kReadingQueue};
    Reading reading;
    accounts::SecretBox box;
    Community community;
    LiveChannels live;
    MessageWriter writer;
    ReadingRight readingRight;
    Rooms rooms;
    EmoteService emotes;
    FriendWatch friendWatch;
    PictureService pictures;
    SlateFiles slates;
    FileSweep sweep;
    Policies policies;
    CommandQueue commands;
    SettingsService settings;
    TargetService targets;
    InputService inputs;
    RecordingService recordings;
    PublishGrants grants;
    Broadcasts broadcasts;
    BroadcastControl control;
    ChannelService channels;
    AccountService accounts;
    LateNews lateNews;
    net::TaskGroup tasks;
};

Hub::Hub(net::Executor executor, StoresPair stores, HubOptions options, const Clock& clock, Logger logger)
    : state_(std::make_unique<State>(std::move(executor), stores, std::move(options), clock,
                                     std::move(logger))) {}

Hub::~Hub() = default;

net::Task<Result<>> Hub::start() {
    auto restored = co_await state_->broadcasts.restore();
    if (!restored) {
        co_return fail(std::move(restored.error()).within("reading what was on air"));
    }
    co_await state_->sweep.begin();
    state_->tasks.spawn("chat writer", state_->writer.run());
    state_->tasks.spawn("presence", state_->showPresence());
    state_->tasks.spawn("what friends watch", state_->friendWatch.run(state_->options.presenceEvery));
    state_->tasks.spawn("silent broadcasts", state_->endSilentBroadcasts());
    state_->tasks.spawn("retention of recordings", state_->retainRecordings());
    state_->tasks.spawn("old sessions", state_->cleanSessions());
    state_->tasks.spawn("files of nobody", state_->sweep.run());
    state_->tasks.spawn("news of before", state_->lateNews.tellAgain());
    state_->community.start();
    co_return Result<>{};
}

void Hub::stopWaiting() {
    state_->commands.close();
    state_->inputs.close();
}

net::Task<> Hub::close() {
    co_await state_->writer.drain();
    co_await state_->tasks.close();
    co_await state_->community.close();
}

AccountService& Hub::accounts() { return state_->accounts; }
ChannelService& Hub::channels() { return state_->channels; }
Broadcasts& Hub::broadcasts() { return state_->broadcasts; }
Rooms& Hub::rooms() { return state_->rooms; }
PublishGrants& Hub::grants() { return state_->grants; }
CommandQueue& Hub::commands() { return state_->commands; }
SettingsService& Hub::settings() { return state_->settings; }
TargetService& Hub::targets() { return state_->targets; }
EmoteService& Hub::emotes() { return state_->emotes; }
FriendWatch& Hub::friendWatch() { return state_->friendWatch; }
PictureService& Hub::pictures() { return state_->pictures; }
InputService& Hub::inputs() { return state_->inputs; }
RecordingService& Hub::recordings() { return state_->recordings; }
BroadcastControl& Hub::control() { return state_->control; }
Community& Hub::community() { return state_->community; }

}  // namespace footlight::relay::hub
