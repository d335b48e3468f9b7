#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/chat/change_log.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/open_room.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// What somebody is told who joins a room. On the hub's loop.
class JoinedWriter {
public:
    JoinedWriter(const LiveChannels& live, const Clock& clock) : live_(live), clock_(clock) {}

    /// Without the history.
    [[nodiscard]] wire::Joined describe(const OpenRoom& room, const Member& member) const;
    /// The JSON of it with the history.
    [[nodiscard]] std::string text(OpenRoom& room, const Member& member) const;

private:
    void addAudience(const OpenRoom& room, std::optional<UserId> user, wire::Joined& joined) const;

    const LiveChannels& live_;
    const Clock& clock_;
};

/// Into what who comes back is told.
void addMissed(const chat::Missed& missed, const std::string& channel, wire::Joined& joined);

}  // namespace footlight::relay::hub
