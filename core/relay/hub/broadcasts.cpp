#include "core/relay/hub/broadcasts.h"

#include "core/relay/hub/publish_grants.h"
#include "core/relay/hub/recording_service.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/recording_store.h"

namespace footlight::relay::hub {
namespace {

/// A channel's owner hears of so many.
constexpr std::size_t kTargets = 20;
/// What became whole so lately may not have been told of when the relay ended.
constexpr std::chrono::hours kTellAgain{24};
constexpr std::size_t kRecordingsAgain = 1'000;

/// Where such an event is the first of its broadcast, the broadcast has begun.
bool tellsOfLife(wire::PublishEventType type) {
    return type == wire::PublishEventType::Started || type == wire::PublishEventType::Health ||
           type == wire::PublishEventType::Lost || type == wire::PublishEventType::Resumed;
}

/// True where the owner is to hear of it at once; the states of recording and targets go with the next
/// health.
bool take(LiveChannel& live, const wire::PublishEvent& event) {
    switch (event.type) {
        case wire::PublishEventType::Lost:
            live.publishing = false;
            live.health = {};
            return true;
        case wire::PublishEventType::Health:
            live.publishing = true;
            live.health = event.health.value_or(wire::StreamHealth{});
            return true;
        case wire::PublishEventType::Input:
            live.input = event.input;
            return true;
        case wire::PublishEventType::Target:
            if (event.target && (live.targets.size() < kTargets || live.targets.contains(event.target->id))) {
                live.targets[event.target->id] = *event.target;
            }
            return false;
        case wire::PublishEventType::Recording:
            return false;
        case wire::PublishEventType::Started:
        case wire::PublishEventType::Resumed:
        case wire::PublishEventType::Ended:
            break;
    }
    live.publishing = true;
    return false;
}

}  // namespace

Broadcasts::Broadcasts(Stores stores, net::WorkPool& database, LiveChannels& live, Rooms& rooms,
                       Followers followers, const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      live_(live),
      rooms_(rooms),
      followers_(followers),
      clock_(clock),
      logger_(std::move(logger)) {}

net::Task<Result<>> Broadcasts::restore() {
    struct Open {
        OpenBroadcast one;
        std::chrono::milliseconds grace;
    };
    auto read = [this]() -> Result<std::vector<Open>> {
        const auto open = stores_.broadcasts.open();
        if (!open) {
            return fail(open.error());
        }
        std::vector<Open> all;
        for (const auto& one : *open) {
            const auto settings = stores_.channels.settings(one.channel.id);
            if (!settings) {
                return fail(settings.error());
            }
            all.push_back({one, settings->grace});
        }
        return all;
    };
    const auto open = co_await database_.run(std::move(read));
    if (!open) {
        co_return fail(open.error());
    }
    for (const auto& [one, grace] : *open) {
        live_.put({one.channel, one.broadcast, false, clock_.steadyNow(), grace});
        const ChannelBroadcast news{one.channel, one.broadcast.id, one.broadcast.title,
                                    one.broadcast.startedAt};
        followers_.audience.channelWentLive(news);
    }
    co_return co_await tellOfRecordingsAgain();
}

net::Task<Result<>> Broadcasts::tellOfRecordingsAgain() {
    auto read = [this, since = clock_.utcNow() - kTellAgain] {
        return stores_.recordings.finishedSince(since, kRecordingsAgain);
    };
    const auto finished = co_await database_.run(std::move(read));
    if (!finished) {
        co_return fail(finished.error());
    }
    for (const auto& kept : *finished) {
        tellOfRecording(kept, kept.startedAt);
    }
    co_return Result<>{};
}

net::Task<Result<>> Broadcasts::apply(wire::PublishEvent event) {
    if (event.recording) {
        co_await followers_.recordings.apply(event.broadcastId, *event.recording);
        co_await tellOfRecording(event);
    }
    if (ended_.contains(event.broadcastId)) {
        co_return Result<>{};
    }
    auto* live = live_.find(event.broadcastId);
    if (event.type == wire::PublishEventType::Ended) {
        rememberEnded(event.broadcastId);
        if (live == nullptr) {
            co_return Result<>{};
        }
        LiveChannel ending = *live;
        co_await end(std::move(ending), event.at);
        co_return Result<>{};
    }
    if (live == nullptr) {
        if (!tellsOfLife(event.type)) {
            co_return Result<>{};
        }
        const auto begun = co_await begin(event);
        if (!begun) {
            co_return begun;
        }
        live = live_.find(event.broadcastId);
    }
    if (live != nullptr) {
        live->lastEvent = clock_.steadyNow();
        if (take(*live, event)) {
            rooms_.announceHealth(*live, event.at);
        }
    }
    co_return Result<>{};
}

void Broadcasts::tellOfRecording(const RecordingRecord& kept, UtcTime orElse) {
    const ChannelBroadcast news{kept.channel, kept.id, kept.title, kept.endedAt.value_or(orElse)};
    followers_.audience.newRecording(news);
}

/// A recording is news once it is whole and shows something.
net::Task<> Broadcasts::tellOfRecording(wire::PublishEvent event) {
    if (event.recording->phase != wire::RecordingPhase::Finished || event.recording->durationMs == 0) {
        co_return;
    }
    auto look = [this, id = event.broadcastId] { return stores_.recordings.find(id); };
    const auto found = co_await database_.run(std::move(look));
    if (found && *found) {
        tellOfRecording(**found, event.at);
    }
}

net::Task<Result<>> Broadcasts::begin(wire::PublishEvent event) {
    struct Found {
        std::optional<accounts::Channel> channel;
        std::chrono::milliseconds grace{0};
    };
    auto look = [this, name = event.channel]() -> Result<Found> {
        auto channel = stores_.channels.find(name);
        if (!channel || !*channel) {
            return channel ? Result<Found>(Found{}) : fail(std::move(channel.error()));
        }
        const auto settings = stores_.channels.settings((*channel)->id);
        return settings ? Result<Found>(Found{std::move(*channel), settings->grace}) : fail(settings.error());
    };
    const auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(found.error());
    }
    if (!found->channel) {
        co_return fail(ErrorCategory::NotFound, "channel.unknown",
                       "There is no channel " + event.channel + ".");
    }
    const auto& channel = *found->channel;
    if (const auto* former = live_.find(channel.id)) {
        LiveChannel ending = *former;
        co_await end(std::move(ending), event.at);
    }
    const Broadcast broadcast{event.broadcastId, channel.id, channel.title, event.at};
    followers_.grants.begun(channel.id);
    const LiveChannel live{channel, broadcast, true, clock_.steadyNow(), found->grace};
    live_.put(live);
    rooms_.announceLive(live);
    logger_.info("{} is live", live.channel.name);
    auto write = [this, broadcast] { return stores_.broadcasts.start(broadcast); };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        logger_.warning("{} is live, but that could not be stored: {}", live.channel.name,
                        written.error().text());
    }
    const ChannelBroadcast news{live.channel, broadcast.id, broadcast.title, broadcast.startedAt};
    followers_.audience.channelWentLive(news);
    co_return Result<>{};
}

net::Task<> Broadcasts::end(LiveChannel live, UtcTime at) {
    live_.remove(live.channel.id);
    rooms_.announceEnded(live.channel.id);
    logger_.info("{} has ended", live.channel.name);
    auto write = [this, id = live.broadcast.id, at] { return stores_.broadcasts.end(id, at); };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        logger_.warning("the end of {} could not be stored: {}", live.channel.name, written.error().text());
    }
}

void Broadcasts::rememberEnded(BroadcastId id) {
    if (!ended_.insert(id).second) {
        return;
    }
    endedOrder_.push_back(id);
    if (endedOrder_.size() > kEnded) {
        ended_.erase(endedOrder_.front());
        endedOrder_.pop_front();
    }
}

net::Task<> Broadcasts::endNow(ChannelId channel) {
    if (const auto* live = live_.find(channel)) {
        LiveChannel ending = *live;
        rememberEnded(ending.broadcast.id);
        co_await end(std::move(ending), clock_.utcNow());
    }
}

net::Task<> Broadcasts::endSilent(std::chrono::milliseconds silence) {
    auto silent = live_.silentSince(clock_.steadyNow() - silence);
    for (auto& live : silent) {
        logger_.warning("nothing was heard of {} for {} ms", live.channel.name,
                        (silence + live.grace).count());
        co_await end(std::move(live), clock_.utcNow());
    }
}

}  // namespace footlight::relay::hub
