#include "core/relay/hub/rooms.h"

#include "core/accounts/name.h"
#include "core/relay/hub/frame.h"
#include "core/relay/hub/room_feed.h"
#include "core/relay/ports/channel_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::seconds kEmptyRoomLife{10};
/// The pause between two counts of viewers, for each member that they are sent to: 4,000 messages a second.
constexpr std::chrono::microseconds kPresencePause{250};

tl::unexpected<Error> notJoined(const std::string& channel) {
    return fail(ErrorCategory::Denied, "socket.not_joined", "Join " + channel + " before speaking in it.");
}

wire::ChatMessage toWire(const chat::Message& message, const std::string& channel) {
    return {message.id, channel, {message.user, message.userName}, message.text, message.at};
}

}  // namespace

struct Rooms::Open {
    Open(accounts::Channel of, chat::Room with, net::Executor executor, const Clock& clock)
        : channel(std::move(of)),
          room(std::move(with)),
          feed(std::move(executor), clock),
          emptySince(clock.steadyNow()) {}

    accounts::Channel channel;
    chat::Room room;
    RoomFeed feed;
    std::unordered_map<Member*, bool> members;  ///< and whether each watches
    std::int64_t viewers = 0;
    std::int64_t announced = 0;
    SteadyTime emptySince;
    SteadyTime announcedAt{};

    [[nodiscard]] bool mayAnnounce(SteadyTime now) const {
        return viewers != announced && now - announcedAt >= kPresencePause * members.size();
    }
};

Rooms::Rooms(net::Executor executor, Stores stores, net::WorkPool& database, const LiveChannels& live,
             MessageWriter& writer, const Clock& clock)
    : executor_(std::move(executor)),
      stores_(stores),
      database_(database),
      live_(live),
      writer_(writer),
      clock_(clock) {}

Rooms::~Rooms() = default;

Rooms::Open* Rooms::find(const std::string& channel) const {
    const auto found = byName_.find(accounts::foldName(channel));
    return found == byName_.end() ? nullptr : found->second.get();
}

Rooms::Open* Rooms::find(ChannelId channel) const {
    const auto found = byId_.find(channel);
    return found == byId_.end() ? nullptr : found->second;
}

net::Task<Result<Rooms::Open*>> Rooms::open(std::string channel) {
    if (auto* room = find(channel)) {
        co_return room;
    }
    struct Loaded {
        std::optional<accounts::Channel> channel;
        std::vector<chat::Message> history;
    };
    auto load = [this, channel]() -> Result<Loaded> {
        Loaded loaded;
        auto found = stores_.channels.find(channel);
        if (!found) {
            return fail(std::move(found.error()));
        }
        loaded.channel = std::move(*found);
        if (loaded.channel) {
            auto history = stores_.messages.latest(loaded.channel->id, std::nullopt, chat::Room::kHistory);
            if (!history) {
                return fail(std::move(history.error()));
            }
            loaded.history = std::move(*history);
        }
        return loaded;
    };
    auto loaded = co_await database_.run(std::move(load));
    if (!loaded) {
        co_return fail(std::move(loaded.error()));
    }
    if (!loaded->channel) {
        co_return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + channel + ".");
    }
    if (auto* room = find(channel)) {
        co_return room;  // somebody else opened it meanwhile
    }
    auto room = std::make_unique<Open>(std::move(*loaded->channel),
                                       chat::Room(loaded->channel->id, std::move(loaded->history)), executor_,
                                       clock_);
    auto* opened = room.get();
    byId_[opened->channel.id] = opened;
    byName_[accounts::foldName(channel)] = std::move(room);
    co_return opened;
}

wire::Joined Rooms::describe(const Open& room, const Member& member) const {
    const auto* live = live_.find(room.channel.id);
    wire::Joined joined{room.channel.name,
                        room.channel.title,
                        live != nullptr,
                        room.viewers,
                        live != nullptr ? std::optional(live->broadcast.startedAt) : std::nullopt,
                        member.playback(room.channel),
                        {}};
    for (const auto& message : room.room.history()) {
        joined.history.push_back(toWire(message, room.channel.name));
    }
    return joined;
}

net::Task<Result<wire::Joined>> Rooms::join(std::shared_ptr<Member> member, std::string channel,
                                            bool watching) {
    const auto room = co_await open(std::move(channel));
    if (!room) {
        co_return fail(room.error());
    }
    takeOut(**room, *member);
    (*room)->members[member.get()] = watching;
    (*room)->viewers += watching ? 1 : 0;
    (*room)->feed.enter(*member);
    co_return describe(**room, *member);
}

void Rooms::takeOut(Open& room, Member& member) {
    const auto found = room.members.find(&member);
    if (found == room.members.end()) {
        return;
    }
    room.viewers -= found->second ? 1 : 0;
    room.members.erase(found);
    room.feed.leave(member);
    room.emptySince = clock_.steadyNow();
}

void Rooms::leave(Member& member, const std::string& channel) {
    if (auto* room = find(channel)) {
        takeOut(*room, member);
    }
}

Result<> Rooms::say(const std::shared_ptr<Member>& member, wire::Say say) {
    auto* room = find(say.channel);
    if (room == nullptr || !room->members.contains(member.get())) {
        return notJoined(say.channel);
    }
    const auto& account = member->account();
    if (!account) {
        return fail(ErrorCategory::Denied, "socket.sign_in_needed", "Sign in to take part in the chat.");
    }
    const auto outcome = room->room.say({account->id, account->name, say.text, say.nonce}, clock_.utcNow(),
                                        clock_.steadyNow());
    if (!outcome) {
        return fail(outcome.error());
    }
    confirm(member, say, *outcome);
    if (outcome->isNew) {
        room->feed.tell(toWire(outcome->message, room->channel.name));
    }
    return {};
}

void Rooms::confirm(const std::shared_ptr<Member>& member, const wire::Say& say,
                    const chat::Outcome& outcome) {
    auto done = [this, weak = std::weak_ptr(member), nonce = say.nonce,
                 message = outcome.message](const Result<>& written) {
        if (!written) {
            if (auto* room = find(message.channel)) {
                room->room.forget(message.user, nonce, message.id);
            }
        }
        if (const auto receiver = weak.lock()) {
            const auto answer = written ? wire::ServerMessage(wire::Said{nonce, message.id})
                                        : wire::ServerMessage(errorMessage(written.error(), nonce));
            receiver->deliver(frame(answer), Priority::Normal);
        }
    };
    if (!outcome.isNew) {
        writer_.confirm(outcome.message.id, std::move(done));
        return;
    }
    if (const auto queued = writer_.add(outcome.message, done); !queued) {
        done(queued);
    }
}

std::int64_t Rooms::viewers(ChannelId channel) const {
    const auto* room = find(channel);
    return room == nullptr ? 0 : room->viewers;
}

void Rooms::announceLive(const LiveChannel& live) {
    auto* room = find(live.channel.id);
    if (room == nullptr) {
        return;
    }
    // The playlist's URL depends on the host by which a member knows us: one frame for each such host.
    room->feed.flush();
    std::map<std::string, SharedFrame> frames;
    for (const auto& [member, watches] : room->members) {
        const auto playback = member->playback(live.channel);
        auto& text = frames[playback];
        if (!text) {
            text = frame(
                wire::Live{live.channel.name, live.broadcast.title, live.broadcast.startedAt, playback});
        }
        member->deliver(text, Priority::Normal);
    }
}

void Rooms::announceEnded(ChannelId channel) {
    if (auto* room = find(channel)) {
        room->feed.tell(wire::Ended{room->channel.name});
    }
}

void Rooms::announceTitle(ChannelId channel, const std::string& title) {
    if (auto* room = find(channel)) {
        room->channel.title = title;
        room->feed.tell(wire::Titled{room->channel.name, title});
    }
}

void Rooms::setVisibility(ChannelId channel, accounts::Visibility visibility) {
    if (auto* room = find(channel)) {
        room->channel.visibility = visibility;
    }
}

void Rooms::announceHealth(const LiveChannel& live, UtcTime at) {
    const auto* room = find(live.channel.id);
    if (room == nullptr) {
        return;
    }
    wire::Health health{live.channel.name, at, live.publishing, live.health, live.input, live.recording};
    for (const auto& [id, target] : live.targets) {
        health.targets.push_back(target);
    }
    const auto text = frame(health);
    for (const auto& [member, watches] : room->members) {
        if (member->account() && mayManage(*member->account(), room->channel)) {
            member->deliver(text, Priority::Presence);
        }
    }
}

void Rooms::tick() {
    const auto now = clock_.steadyNow();
    for (auto it = byName_.begin(); it != byName_.end();) {
        auto& room = *it->second;
        if (room.members.empty() && now - room.emptySince >= kEmptyRoomLife) {
            byId_.erase(room.channel.id);
            it = byName_.erase(it);
            continue;
        }
        if (room.mayAnnounce(now)) {
            room.announced = room.viewers;
            room.announcedAt = now;
            room.feed.tell(wire::Presence{room.channel.name, room.viewers}, Priority::Presence);
        }
        ++it;
    }
}

}  // namespace footlight::relay::hub
