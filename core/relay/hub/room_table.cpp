#include "core/relay/hub/room_table.h"

#include "core/accounts/name.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::seconds kEmptyRoomLife{10};

}  // namespace

struct RoomTable::Loaded {
    accounts::Channel channel;
    chat::RoomState state;
    UtcTime at{};
};

RoomTable::RoomTable(net::Executor executor, Stores stores, net::WorkPool& database, const Clock& clock,
                     const ChatLimits& limits)
    : executor_(std::move(executor)),
      stores_(stores),
      database_(database),
      clock_(clock),
      limits_(limits),
      opening_(executor_) {}

OpenRoom* RoomTable::find(const std::string& channel) const {
    const auto found = byName_.find(accounts::foldName(channel));
    return found == byName_.end() ? nullptr : found->second.get();
}

OpenRoom* RoomTable::find(ChannelId channel) const {
    const auto found = byId_.find(channel);
    return found == byId_.end() ? nullptr : found->second;
}

Result<RoomTable::Loaded> RoomTable::load(const std::string& channel) {
    auto found = stores_.channels.find(channel);
    if (!found) {
        return fail(std::move(found.error()));
    }
    if (!*found) {
        return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + channel + ".");
    }
    const auto at = clock_.utcNow();
    auto state = stores_.rooms.load((*found)->id, at);
    if (!state) {
        return fail(std::move(state.error()));
    }
    return Loaded{std::move(**found), std::move(*state), at};
}

net::Task<Result<OpenRoom*>> RoomTable::open(std::string channel) {
    if (auto* room = find(channel)) {
        co_return room;
    }
    // A crowd that comes back after a restart reads it once.
    std::function<net::Task<Result<>>()> ask = [this, channel] { return create(channel); };
    auto folded = accounts::foldName(channel);
    const auto created = co_await opening_.answer(std::move(folded), std::move(ask));
    if (!created) {
        co_return fail(created.error());
    }
    if (auto* room = find(channel)) {
        co_return room;
    }
    co_return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + channel + ".");
}

net::Task<Result<>> RoomTable::create(std::string channel) {
    auto read = [this, channel] { return load(channel); };
    auto loaded = co_await database_.run(std::move(read));
    if (!loaded) {
        co_return fail(std::move(loaded.error()));
    }
    auto stored = std::move(loaded->state.audience);
    const auto posted = std::move(loaded->state.posted);
    chat::Room rules(loaded->channel.id, loaded->channel.owner, std::move(loaded->state), loaded->at);
    rules.remember(posted, loaded->at, clock_.steadyNow());
    const net::http::TokenBucket rate(limits_.roomPerSecond, limits_.roomBurst, clock_.steadyNow());
    auto room =
        std::make_shared<OpenRoom>(executor_, std::move(loaded->channel), std::move(rules), rate, clock_);
    auto* opened = room.get();
    if (stored.poll) {
        opened->audience.polls.restore(std::move(*stored.poll), std::move(stored.votes));
    }
    opened->audience.questions = chat::Questions(std::move(stored.questions));
    byId_[opened->channel.id] = opened;
    byName_[accounts::foldName(channel)] = std::move(room);
    co_return Result<>{};
}

void RoomTable::close(ChannelId channel) {
    const auto* room = find(channel);
    if (room != nullptr) {
        byId_.erase(channel);
        std::erase_if(byName_, [room](const auto& entry) { return entry.second.get() == room; });
    }
}

void RoomTable::sweep(const std::function<void(OpenRoom&)>& look) {
    const auto now = clock_.steadyNow();
    for (auto it = byName_.begin(); it != byName_.end();) {
        auto& room = *it->second;
        if (room.members.empty() && now - room.emptySince >= kEmptyRoomLife) {
            byId_.erase(room.channel.id);
            it = byName_.erase(it);
            continue;
        }
        look(room);
        ++it;
    }
}

}  // namespace footlight::relay::hub
