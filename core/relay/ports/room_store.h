#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/chat/room.h"
#include "core/relay/ports/chat_change.h"

namespace footlight::relay {

/// Rooms on disk. Every call blocks: made on the hub's database worker.
class RoomStore {
public:
    virtual ~RoomStore() = default;
    /// All or none; on disk when it returns. Conflict where one of them speaks of what is not there.
    virtual Result<> apply(const std::vector<ChatChange>& changes) = 0;
    /// What a room begins with; time-outs that are over at `now` are left out.
    virtual Result<chat::RoomState> load(ChannelId channel, UtcTime now) = 0;
    /// What somebody is there whom the channel's owner has made it; Member for everybody else.
    virtual Result<chat::Role> roleOf(ChannelId channel, UserId user) = 0;
    /// Those who have one of these names, whatever its case.
    virtual Result<std::vector<chat::Person>> people(const std::vector<std::string>& names) = 0;

    /// The channel's own pictures, sorted by name; the files lie elsewhere, named by their hash.
    virtual Result<std::vector<chat::Emote>> emotes(ChannelId channel) = 0;
    /// Adds it, or replaces the one of that name. `type` is its content type.
    virtual Result<> putEmote(ChannelId channel, const chat::Emote& emote, const std::string& type,
                              UtcTime at) = 0;
    virtual Result<> removeEmote(ChannelId channel, const std::string& name) = 0;
    /// The content type of a file that some channel shows; nothing where none does.
    virtual Result<std::optional<std::string>> emoteType(const std::string& hash) = 0;
};

}  // namespace footlight::relay
