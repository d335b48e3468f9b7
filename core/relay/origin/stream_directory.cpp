#include "core/relay/origin/stream_directory.h"

#include "core/net/async/deadline.h"
#include "core/relay/origin/live_stream.h"
#include "core/relay/origin/snapshot_board.h"

namespace footlight::relay::origin {
namespace {

/// A publisher that sent nothing for so long has probably lost its network, and this is it again.
constexpr std::chrono::seconds kSilent{2};
constexpr std::chrono::milliseconds kLookAgain{20};
constexpr std::chrono::seconds kTimeToGo{2};

}  // namespace

StreamDirectory::StreamDirectory(const SnapshotBoard& board, BroadcastEvents& events, const Clock& clock,
                                 const StreamSettings& settings, Logger logger)
    : board_(board), events_(events), clock_(clock), settings_(settings), logger_(std::move(logger)) {}

StreamDirectory::~StreamDirectory() = default;

net::Task<Result<std::shared_ptr<LiveStream>>> StreamDirectory::claim(
    PublishPermission permission, std::shared_ptr<PublisherHandle> publisher) {
    publisher->lastPacket = clock_.steadyNow().time_since_epoch().count();
    const auto limit = clock_.steadyNow() + kTimeToGo;
    for (;;) {
        auto stream = tryClaim(permission, publisher);
        const bool isHeld = !stream && stream.error().category() == ErrorCategory::Timeout;
        if (!isHeld) {
            co_return stream;
        }
        if (clock_.steadyNow() > limit) {
            co_return fail(ErrorCategory::Conflict, "origin.on_air",
                           "this channel is on air already; end that broadcast first");
        }
        co_await net::pause(kLookAgain);
    }
}

/// Timeout: a silent publisher was asked to go; try again.
Result<std::shared_ptr<LiveStream>> StreamDirectory::tryClaim(
    const PublishPermission& permission, const std::shared_ptr<PublisherHandle>& publisher) {
    std::shared_ptr<LiveStream> outdated;
    std::shared_ptr<LiveStream> stream;
    {
        auto table = table_.lock();
        auto found = table->entries.find(permission.channel);
        if (found != table->entries.end() && found->second.publisher) {
            if (!isSilent(*found->second.publisher)) {
                return fail(ErrorCategory::Conflict, "origin.on_air",
                            "this channel is on air already; end that broadcast first");
            }
            found->second.publisher->requestClose("another connection goes on with this broadcast");
            return fail(ErrorCategory::Timeout, "origin.silent", "the publisher before was silent");
        }
        if (found == table->entries.end() && table->entries.size() >= settings_.broadcasts) {
            return fail(ErrorCategory::Unavailable, "origin.full",
                        "this relay carries as many broadcasts as it may; try again later");
        }
        if (found != table->entries.end() && found->second.stream->broadcastId() != permission.broadcastId) {
            outdated = std::move(found->second.stream);
            rememberEnd(*table, permission.channel, *outdated);
            table->entries.erase(found);
        }
        auto& entry = table->entries[permission.channel];
        if (!entry.stream) {
            entry.stream = make(permission);
        }
        entry.publisher = publisher;
        std::erase_if(table->ended,
                      [&](const Ended& ended) { return ended.broadcast == permission.broadcastId; });
        stream = entry.stream;
    }
    if (outdated) {
        outdated->end();
    }
    board_.announce(permission.channel);
    return stream;
}

void StreamDirectory::release(const std::string& channel, const std::shared_ptr<LiveStream>& stream,
                              bool isOver) {
    const bool mayReturn = !isOver && stream->isPlayable();
    if (mayReturn) {
        stream->leave();
    } else {
        stream->end();
    }
    {
        auto table = table_.lock();
        const auto found = table->entries.find(channel);
        if (found == table->entries.end() || found->second.stream != stream) {
            return;
        }
        if (mayReturn) {
            found->second.publisher.reset();
            found->second.graceEnds = clock_.steadyNow() + settings_.grace;
            return;
        }
        if (stream->isPlayable()) {
            rememberEnd(*table, channel, *stream);
        }
        table->entries.erase(found);
    }
    if (!stream->isPlayable()) {
        board_.remove(channel, stream->broadcastId());
    }
}

void StreamDirectory::sweep() {
    std::vector<std::pair<std::string, std::shared_ptr<LiveStream>>> over;
    std::vector<Ended> forgotten;
    const auto now = clock_.steadyNow();
    {
        auto table = table_.lock();
        for (auto next = table->entries.begin(); next != table->entries.end();) {
            const auto entry = next++;
            if (!entry->second.publisher && entry->second.graceEnds <= now) {
                over.emplace_back(entry->first, std::move(entry->second.stream));
                rememberEnd(*table, entry->first, *over.back().second);
                table->entries.erase(entry);
            }
        }
        const auto isDue = [now](const Ended& ended) { return ended.forgottenAt <= now; };
        std::copy_if(table->ended.begin(), table->ended.end(), std::back_inserter(forgotten), isDue);
        std::erase_if(table->ended, isDue);
    }
    for (const auto& [channel, stream] : over) {
        logger_.info("[{}] the publisher did not come back; the broadcast is over", channel);
        stream->end();
    }
    for (const auto& ended : forgotten) {
        board_.remove(ended.channel, ended.broadcast);
    }
}

StreamDirectory::Counts StreamDirectory::counts() {
    Counts counts;
    auto table = table_.lock();
    for (const auto& [channel, entry] : table->entries) {
        ++(entry.publisher ? counts.onAir : counts.inGrace);
    }
    return counts;
}

std::shared_ptr<LiveStream> StreamDirectory::make(const PublishPermission& permission) const {
    LiveStream::Setup setup{permission.channel,
                            permission.broadcastId,
                            settings_,
                            clock_,
                            events_,
                            [this, channel = permission.channel](const StreamSnapshotPtr& snapshot) {
                                board_.publish(channel, snapshot);
                            }};
    return std::make_shared<LiveStream>(std::move(setup), logger_.child(permission.channel));
}

bool StreamDirectory::isSilent(const PublisherHandle& publisher) const {
    const SteadyTime last{SteadyTime::duration{publisher.lastPacket.load()}};
    return clock_.steadyNow() - last > kSilent;
}

void StreamDirectory::rememberEnd(Table& table, const std::string& channel, const LiveStream& stream) const {
    table.ended.push_back({channel, stream.broadcastId(), clock_.steadyNow() + settings_.afterEnd});
}

}  // namespace footlight::relay::origin
