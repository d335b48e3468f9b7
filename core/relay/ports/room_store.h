#pragma once

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
    /// Those who have one of these names, whatever its case.
    virtual Result<std::vector<chat::Person>> people(const std::vector<std::string>& names) = 0;
};

}  // namespace footlight::relay
