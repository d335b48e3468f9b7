#include "core/relay/hub/chat_wire.h"

namespace footlight::relay::hub {

wire::User toWire(const chat::Person& person) { return {person.user, person.name}; }

std::optional<wire::Role> roleToWire(chat::Role role) {
    return role == chat::Role::Member ? std::nullopt : std::optional(role);
}

wire::ChatMessage toWire(const chat::Message& message, const std::string& channel) {
    wire::ChatMessage said{message.id,   channel,    {message.user, message.userName},
                           message.text, message.at, roleToWire(message.role)};
    if (message.replyTo) {
        said.replyTo =
            wire::Quote{message.replyTo->id, toWire(message.replyTo->person), message.replyTo->text};
    }
    for (const auto& person : message.mentions) {
        said.mentions.push_back(toWire(person));
    }
    for (const auto& emote : message.emotes) {
        said.emotes.push_back({emote.name, emote.hash});
    }
    said.editedAt = message.editedAt;
    return said;
}

wire::Pin toWire(const chat::Pin& pin, const std::string& channel) {
    return {toWire(pin.message, channel), toWire(pin.by), pin.at};
}

wire::Modes toWire(const chat::Modes& modes) {
    wire::Modes told{modes.slow.count(), {}, modes.isEmotesOnly};
    if (modes.followersFor) {
        told.followersFor = modes.followersFor->count();
    }
    return told;
}

wire::Restriction toWire(const chat::Restriction& restriction) {
    return {restriction.until, restriction.reason};
}

wire::Question toWire(const chat::Question& question) {
    return {question.id, toWire(question.person), question.text, question.at,
            static_cast<std::int64_t>(question.votes.size())};
}

wire::Attendee toWire(const chat::Presence& presence, chat::Role role) {
    wire::Attendee attendee{toWire(presence.person), presence.activity};
    if (!presence.rendition.empty()) {
        attendee.rendition = presence.rendition;
    }
    attendee.role = roleToWire(role);
    return attendee;
}

wire::Poll pollToWire(const chat::PollBox& box) {
    const auto& poll = *box.current();
    wire::Poll told{poll.id, toWire(poll.by), poll.question, {}, poll.at, poll.endsAt, poll.isOpen};
    for (std::size_t i = 0; i < poll.options.size(); ++i) {
        told.options.push_back({poll.options[i], box.counts()[i]});
    }
    told.isQuiz = poll.right.has_value();
    if (poll.right && !poll.isOpen) {
        told.right = static_cast<std::int64_t>(*poll.right);
    }
    return told;
}

std::vector<wire::User> handsToWire(const chat::Hands& hands) {
    std::vector<wire::User> raised;
    for (const auto& person : hands.raised()) {
        raised.push_back(toWire(person));
    }
    return raised;
}

std::vector<wire::Emote> emotesToWire(const std::vector<chat::Emote>& emotes) {
    std::vector<wire::Emote> told;
    for (const auto& emote : emotes) {
        told.push_back({emote.name, emote.hash});
    }
    return told;
}

}  // namespace footlight::relay::hub
