#include "core/relay/origin/stream_directory.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <set>

#include "core/net/async/deadline.h"
#include "core/relay/origin/live_stream.h"
#include "core/relay/origin/snapshot_board.h"

namespace footlight::relay::origin {
namespace {

/// A publisher that sent nothing for so long has probably lost its network, and this is it again.
constexpr std::chrono::seconds kSilent{2};
constexpr std::chrono::milliseconds kLookAgain{20};
constexpr std::chrono::seconds kTimeToGo{2};

/// Does something with a stream where it lives.
template <typename Call>
void onStream(const std::shared_ptr<LiveStream>& stream, Call call) {
    boost::asio::post(stream->executor(), [stream, call = std::move(call)] { call(*stream); });
}

}  // namespace

StreamDirectory::StreamDirectory(Setup setup, Logger logger)
    : setup_(std::move(setup)), logger_(std::move(logger)) {}

StreamDirectory::~StreamDirectory() = default;

net::Task<Result<std::shared_ptr<LiveStream>>> StreamDirectory::claim(Claim claim) {
    claim.publisher->lastPacket = setup_.clock.steadyNow().time_since_epoch().count();
    const auto limit = setup_.clock.steadyNow() + kTimeToGo;
    for (;;) {
        auto stream = tryClaim(claim);
        const bool isHeld = !stream && stream.error().category() == ErrorCategory::Timeout;
        if (!isHeld) {
            co_return stream;
        }
        if (setup_.clock.steadyNow() > limit) {
            co_return fail(ErrorCategory::Conflict, "origin.on_air",
                           "this channel is on air already; end that broadcast first");
        }
        co_await net::pause(kLookAgain);
    }
}

/// Timeout: a silent publisher was asked to go; try again.
Result<std::shared_ptr<LiveStream>> StreamDirectory::tryClaim(const Claim& claim) {
    const auto& permission = claim.permission;
    std::shared_ptr<LiveStream> outdated;
    std::shared_ptr<LiveStream> stream;
    {
        auto table = table_.lock();
        auto found = table->entries.find(permission.channel);
        const auto slot = static_cast<std::size_t>(claim.slot);
        if (found != table->entries.end() && found->second.publishers.at(slot)) {
            const auto& before = *found->second.publishers.at(slot);
            if (!isSilent(before)) {
                return fail(ErrorCategory::Conflict, "origin.on_air",
                            claim.slot == IngestSlot::Primary
                                ? "this channel is on air already; end that broadcast first, or publish to "
                                  "the application \"backup\""
                                : "this channel has a backup publisher already");
            }
            before.requestClose("another connection goes on with this broadcast");
            return fail(ErrorCategory::Timeout, "origin.silent", "the publisher before was silent");
        }
        if (found == table->entries.end() && table->entries.size() >= setup_.settings.broadcasts) {
            return fail(ErrorCategory::Unavailable, "origin.full",
                        "this relay carries as many broadcasts as it may; try again later");
        }
        // While somebody is on air, that is the broadcast, whatever the hub believes.
        if (found != table->entries.end() && !found->second.isHeld() &&
            found->second.stream->broadcastId() != permission.broadcastId) {
            outdated = std::move(found->second.stream);
            rememberEnd(*table, permission.channel, *outdated);
            table->entries.erase(found);
        }
        auto& entry = table->entries[permission.channel];
        if (!entry.stream) {
            entry.stream = make(permission, claim.executor);
        }
        entry.grace = permission.policy.grace;
        entry.publishers.at(slot) = claim.publisher;
        std::erase_if(table->ended,
                      [&](const Ended& ended) { return ended.broadcast == permission.broadcastId; });
        stream = entry.stream;
    }
    if (outdated) {
        onStream(outdated, [](LiveStream& over) { over.end(); });
    }
    onStream(stream, [policy = permission.policy](LiveStream& live) { live.changePolicy(policy); });
    setup_.board.announce(permission.channel);
    return stream;
}

void StreamDirectory::release(const std::string& channel, const std::shared_ptr<LiveStream>& stream,
                              IngestSlot slot, bool isOver) {
    bool isEnd = false;
    const bool wasPlayable = stream->isPlayable();
    {
        auto table = table_.lock();
        const auto found = table->entries.find(channel);
        if (found == table->entries.end() || found->second.stream != stream) {
            return;
        }
        auto& entry = found->second;
        entry.publishers.at(static_cast<std::size_t>(slot)).reset();
        isEnd = !entry.isHeld() && (isOver || !wasPlayable);
        entry.graceEnds = setup_.clock.steadyNow() + entry.grace;
        if (isEnd) {
            if (wasPlayable) {
                rememberEnd(*table, channel, *stream);
            }
            table->entries.erase(found);
        }
    }
    if (isEnd) {
        stream->end(slot);
    } else {
        stream->leave(slot);
    }
    if (isEnd && !wasPlayable) {
        setup_.board.remove(channel, stream->broadcastId());
    }
}

void StreamDirectory::restore(std::vector<UnfinishedBroadcast> broadcasts,
                              const std::vector<net::Executor>& executors) {
    std::size_t next = 0;
    for (auto& broadcast : broadcasts) {
        const auto& record = broadcast.record;
        const auto channel = record.channel;
        const PublishPermission permission{channel, record.channelId, record.broadcast, record.policy};
        auto stream = make(permission, executors.at(next++ % executors.size()));
        {
            auto table = table_.lock();
            auto& entry = table->entries[channel];
            entry.stream = stream;
            entry.grace = record.policy.grace;
            entry.graceEnds = setup_.clock.steadyNow() + entry.grace;
        }
        logger_.info("[{}] goes on with the broadcast that was on air", channel);
        setup_.board.announce(channel);
        auto left = std::make_shared<UnfinishedBroadcast>(std::move(broadcast));
        onStream(stream, [left](LiveStream& live) { live.restore(std::move(*left)); });
    }
}

void StreamDirectory::sweep() {
    std::vector<std::pair<std::string, std::shared_ptr<LiveStream>>> over;
    std::vector<std::shared_ptr<LiveStream>> due;
    std::vector<Ended> forgotten;
    const auto now = setup_.clock.steadyNow();
    {
        auto table = table_.lock();
        for (auto next = table->entries.begin(); next != table->entries.end();) {
            const auto entry = next++;
            if (!entry->second.isHeld() && entry->second.graceEnds <= now) {
                over.emplace_back(entry->first, std::move(entry->second.stream));
                rememberEnd(*table, entry->first, *over.back().second);
                table->entries.erase(entry);
            } else if (entry->second.stream->wantsTick(now)) {
                due.push_back(entry->second.stream);
            }
        }
        const auto isDue = [now](const Ended& ended) { return ended.forgottenAt <= now; };
        std::copy_if(table->ended.begin(), table->ended.end(), std::back_inserter(forgotten), isDue);
        std::erase_if(table->ended, isDue);
    }
    for (const auto& stream : due) {
        onStream(stream, [](LiveStream& live) { live.tick(); });
    }
    for (const auto& [channel, stream] : over) {
        logger_.info("[{}] the publisher did not come back; the broadcast is over", channel);
        onStream(stream, [](LiveStream& live) { live.end(); });
    }
    for (const auto& ended : forgotten) {
        setup_.board.remove(ended.channel, ended.broadcast);
    }
}

void StreamDirectory::execute(OriginCommand command) {
    if (const auto* change = std::get_if<SwitchInput>(&command)) {
        const auto stream = find(change->channel);
        if (stream && stream->broadcastId() == change->broadcast) {
            onStream(stream, [slot = change->slot](LiveStream& live) { live.switchTo(slot); });
        }
    } else if (const auto* policy = std::get_if<ChangePolicy>(&command)) {
        if (const auto stream = find(policy->channel)) {
            auto table = table_.lock();
            if (const auto found = table->entries.find(policy->channel); found != table->entries.end()) {
                found->second.graceEnds += policy->policy.grace - found->second.grace;
                found->second.grace = policy->policy.grace;
            }
            onStream(stream, [changed = policy->policy](LiveStream& live) { live.changePolicy(changed); });
        }
    } else if (const auto* reconnect = std::get_if<AskReconnect>(&command)) {
        if (const auto stream = find(reconnect->channel)) {
            onStream(stream, [](LiveStream& live) { live.askReconnect(); });
        }
    } else if (const auto* over = std::get_if<EndBroadcast>(&command)) {
        endNow(*over);
    }
}

/// The channel's next broadcast is another one: a command that comes late does not end it.
void StreamDirectory::endNow(const EndBroadcast& command) {
    const auto& channel = command.channel;
    std::shared_ptr<LiveStream> stream;
    {
        auto table = table_.lock();
        const auto found = table->entries.find(channel);
        if (found == table->entries.end() || found->second.stream->broadcastId() != command.broadcast) {
            return;
        }
        stream = std::move(found->second.stream);
        rememberEnd(*table, channel, *stream);
        table->entries.erase(found);
    }
    logger_.info("[{}] the broadcast was ended by its owner", channel);
    onStream(stream, [](LiveStream& live) { live.end(); });
}

std::shared_ptr<LiveStream> StreamDirectory::find(const std::string& channel) {
    auto table = table_.lock();
    const auto found = table->entries.find(channel);
    return found != table->entries.end() ? found->second.stream : nullptr;
}

StreamDirectory::Counts StreamDirectory::counts() {
    Counts counts;
    auto table = table_.lock();
    for (const auto& [channel, entry] : table->entries) {
        ++(entry.isHeld() ? counts.onAir : counts.inGrace);
    }
    return counts;
}

net::Task<> StreamDirectory::close() {
    std::vector<std::shared_ptr<LiveStream>> streams;
    {
        auto table = table_.lock();
        for (auto& [channel, entry] : table->entries) {
            streams.push_back(std::move(entry.stream));
        }
        table->entries.clear();
    }
    for (auto& stream : streams) {
        const auto there = stream->executor();
        boost::asio::post(there, [last = std::move(stream)]() mutable { last.reset(); });
        co_await boost::asio::post(there, net::kValues);
    }
}

std::shared_ptr<LiveStream> StreamDirectory::make(const PublishPermission& permission,
                                                  net::Executor executor) const {
    auto publish = [&board = setup_.board, channel = permission.channel](const StreamSnapshotPtr& snapshot) {
        board.publish(channel, snapshot);
    };
    Programme::Setup programme{permission.channel, permission.channelId, permission.broadcastId,
                               permission.policy,  setup_.settings,      setup_.clock,
                               setup_.archive,     setup_.taps,          std::move(publish)};
    LiveStream::Setup setup{std::move(executor), std::move(programme), setup_.events, setup_.slates};
    return std::make_shared<LiveStream>(std::move(setup), logger_.child(permission.channel));
}

bool StreamDirectory::isSilent(const PublisherHandle& publisher) const {
    const SteadyTime last{SteadyTime::duration{publisher.lastPacket.load()}};
    return setup_.clock.steadyNow() - last > kSilent;
}

void StreamDirectory::rememberEnd(Table& table, const std::string& channel, const LiveStream& stream) const {
    table.ended.push_back(
        {channel, stream.broadcastId(), setup_.clock.steadyNow() + setup_.settings.afterEnd});
}

}  // namespace footlight::relay::origin
