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

}  // namespace footlight::relay::hub
