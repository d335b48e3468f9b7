#pragma once

#include <string>

#include "core/chat/crowd.h"
#include "core/chat/room.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

// What chat knows, as it goes over the wire. `channel` is the channel's name.

wire::User toWire(const chat::Person& person);
wire::ChatMessage toWire(const chat::Message& message, const std::string& channel);
wire::Pin toWire(const chat::Pin& pin, const std::string& channel);
wire::Modes toWire(const chat::Modes& modes);
wire::Restriction toWire(const chat::Restriction& restriction);
wire::Question toWire(const chat::Question& question);
wire::Attendee toWire(const chat::Presence& presence, chat::Role role);
/// The newest poll, which there is; the right choice only once it is over.
wire::Poll pollToWire(const chat::PollBox& box);
std::vector<wire::User> handsToWire(const chat::Hands& hands);
std::vector<wire::Emote> emotesToWire(const std::vector<chat::Emote>& emotes);
/// Absent for a member, whom most are.
std::optional<wire::Role> roleToWire(chat::Role role);

}  // namespace footlight::relay::hub
