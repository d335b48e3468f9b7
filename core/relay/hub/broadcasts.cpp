#include "core/relay/hub/broadcasts.h"

#include "core/relay/hub/rooms.h"
#include "core/relay/ports/channel_store.h"

namespace footlight::relay::hub {
namespace {

/// A channel's owner hears of so many.
constexpr std::size_t kTargets = 20;

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
        case wire::PublishEventType::Recording:
            live.recording = event.recording;
            return false;
        case wire::PublishEventType::Target:
            if (event.target && (live.targets.size() < kTargets || live.targets.contains(event.target->id))) {
                live.targets[event.target->id] = *event.target;
            }
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
                       const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      live_(live),
      rooms_(rooms),
      clock_(clock),
      logger_(std::move(logger)) {}

net::Task<Result<>> Broadcasts::restore() {
    auto read = [this] { return stores_.broadcasts.open(); };
    auto open = co_await database_.run(std::move(read));
    if (!open) {
        co_return fail(std::move(open.error()));
    }
    for (auto& [broadcast, channel] : *open) {
        live_.put({channel, broadcast, false, clock_.steadyNow()});
    }
    co_return Result<>{};
}

net::Task<Result<wire::PublishGrant>> Broadcasts::authorize(Secret streamKey) {
    auto look = [this, hash = sha256Hex(streamKey.reveal())] { return stores_.channels.findByKey(hash); };
    auto channel = co_await database_.run(std::move(look));
    if (!channel) {
        co_return fail(std::move(channel.error()));
    }
    if (!*channel) {
        co_return fail(ErrorCategory::Denied, "publish.unknown_key",
                       "No channel has this stream key. Copy the channel's present key into the encoder.");
    }
    const auto& found = **channel;
    if (const auto* live = live_.find(found.id)) {
        co_return wire::PublishGrant{found.name, found.id, live->broadcast.id};
    }
    const auto granted = granted_.try_emplace(found.id, BroadcastId::make(clock_.utcNow())).first->second;
    co_return wire::PublishGrant{found.name, found.id, granted};
}

net::Task<Result<>> Broadcasts::apply(wire::PublishEvent event) {
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

net::Task<Result<>> Broadcasts::begin(wire::PublishEvent event) {
    auto look = [this, name = event.channel] { return stores_.channels.find(name); };
    auto channel = co_await database_.run(std::move(look));
    if (!channel) {
        co_return fail(std::move(channel.error()));
    }
    if (!*channel) {
        co_return fail(ErrorCategory::NotFound, "channel.unknown",
                       "There is no channel " + event.channel + ".");
    }
    if (const auto* former = live_.find((*channel)->id)) {
        LiveChannel ending = *former;
        co_await end(std::move(ending), event.at);
    }
    const Broadcast broadcast{event.broadcastId, (*channel)->id, (*channel)->title, event.at};
    granted_.erase((*channel)->id);
    const LiveChannel live{**channel, broadcast, true, clock_.steadyNow()};
    live_.put(live);
    rooms_.announceLive(live);
    logger_.info("{} is live", live.channel.name);
    auto write = [this, broadcast] { return stores_.broadcasts.start(broadcast); };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        logger_.warning("{} is live, but that could not be stored: {}", live.channel.name,
                        written.error().text());
    }
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

net::Task<> Broadcasts::endSilent(std::chrono::milliseconds silence) {
    auto silent = live_.silentSince(clock_.steadyNow() - silence);
    for (auto& live : silent) {
        logger_.warning("nothing was heard of {} for {} ms", live.channel.name, silence.count());
        co_await end(std::move(live), clock_.utcNow());
    }
}

}  // namespace footlight::relay::hub
