#pragma once

#include "core/relay/ports/message_store.h"
#include "core/relay/ports/room_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// What rooms write, and what they begin with. One thread at a time; owned by Database.
class RoomRows final : public relay::RoomStore {
public:
    RoomRows(soci::session& sql, relay::MessageStore& messages) : sql_(sql), messages_(messages) {}

    Result<> apply(const std::vector<relay::ChatChange>& changes) override;
    Result<chat::RoomState> load(ChannelId channel, UtcTime now) override;
    Result<chat::Role> roleOf(ChannelId channel, UserId user) override;
    Result<std::vector<chat::Person>> people(const std::vector<std::string>& names) override;
    Result<std::vector<chat::Emote>> emotes(ChannelId channel) override;
    Result<> putEmote(ChannelId channel, const chat::Emote& emote, const std::string& type,
                      UtcTime at) override;
    Result<> removeEmote(ChannelId channel, const std::string& name) override;
    Result<std::optional<std::string>> emoteType(const std::string& hash) override;

private:
    MessageId lastIdOf(const std::string& channel);
    std::vector<chat::Posted> posted(const std::string& channel, UtcTime now);
    std::vector<chat::Appointment> roles(const std::string& channel);
    std::vector<chat::Restriction> restrictions(const std::string& channel, UtcTime now);
    chat::Modes modes(const std::string& channel);
    std::vector<chat::Pin> pins(ChannelId channel);
    std::vector<chat::Emote> emotesOf(const std::string& channel);

    soci::session& sql_;
    relay::MessageStore& messages_;
};

}  // namespace footlight::store
