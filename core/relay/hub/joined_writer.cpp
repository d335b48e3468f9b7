#include "core/relay/hub/joined_writer.h"

#include "core/relay/hub/chat_wire.h"
#include "core/relay/hub/frame.h"

namespace footlight::relay::hub {

wire::Joined JoinedWriter::describe(const OpenRoom& room, const Member& member) const {
    const auto* live = live_.find(room.channel.id);
    wire::Joined joined{room.channel.name,
                        room.channel.title,
                        live != nullptr,
                        room.crowd.viewers(),
                        live != nullptr ? std::optional(live->broadcast.startedAt) : std::nullopt,
                        member.playback(room.channel),
                        {}};
    joined.modes = toWire(room.chat.modes());
    for (const auto& pin : room.chat.pins().all()) {
        joined.pins.push_back(toWire(pin, room.channel.name));
    }
    const auto user = member.account() ? std::optional(member.account()->id) : std::nullopt;
    joined.role = roleToWire(room.chat.roster().roleOf(user));
    const auto* restriction = user ? room.chat.roster().restrictionOf(*user, clock_.utcNow()) : nullptr;
    if (restriction != nullptr) {
        joined.restriction = toWire(*restriction);
    }
    addAudience(room, user, joined);
    return joined;
}

void JoinedWriter::addAudience(const OpenRoom& room, std::optional<UserId> user, wire::Joined& joined) const {
    const auto& polls = room.audience.polls;
    if (polls.current() != nullptr && polls.current()->isOpen) {
        joined.poll = pollToWire(polls);
        const auto vote = user ? polls.voteOf(*user) : std::nullopt;
        if (vote) {
            joined.voted = static_cast<std::int64_t>(*vote);
        }
    }
    joined.hands = handsToWire(room.audience.hands);
    for (const auto& question : room.audience.questions.open()) {
        joined.questions.push_back(toWire(question));
    }
    joined.emotes = emotesToWire(room.chat.emotes());
}

/// Written once for all who are told the same, but for the number of viewers.
std::string JoinedWriter::text(OpenRoom& room, const Member& member) const {
    const auto& account = member.account();
    const auto user = account ? std::optional(account->id) : std::nullopt;
    const bool isOwn = user && (room.chat.roster().restrictionOf(*user, clock_.utcNow()) != nullptr ||
                                room.audience.polls.voteOf(*user).has_value());
    if (isOwn) {
        return withHistory(describe(room, member), room.historyJson());
    }
    const auto* live = live_.find(room.channel.id);
    JoinedTexts::Key key{live != nullptr ? std::optional(live->broadcast.id) : std::nullopt,
                         room.chat.roster().roleOf(user), member.playback(room.channel)};
    if (const auto* known = room.joinedTexts.find(key)) {
        return known->with(room.crowd.viewers());
    }
    auto written = withHistory(describe(room, member), room.historyJson());
    room.joinedTexts.add(std::move(key), written);
    return written;
}

void addMissed(const chat::Missed& missed, const std::string& channel, wire::Joined& joined) {
    for (const auto& message : missed.said) {
        joined.history.push_back(toWire(message, channel));
    }
    for (const auto& message : missed.edited) {
        joined.edited.push_back(toWire(message, channel));
    }
    joined.deleted = missed.deleted;
}

}  // namespace footlight::relay::hub
