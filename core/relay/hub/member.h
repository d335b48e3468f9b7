#pragma once

#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/net/websocket/frame.h"

namespace footlight::relay::hub {

/// A message, or several of a room, as they go over the wire: framed once, shared by all who receive it.
using net::websocket::Priority;
using net::websocket::SharedFrame;

/// One connection, as the rooms see it. Held by shared_ptr; it leaves every room that it has joined, or has
/// begun to join, before it goes. On the hub's loop.
class Member {
public:
    virtual ~Member() = default;
    /// Never comes back into the room from within the call.
    virtual void deliver(const SharedFrame& frame, Priority priority) = 0;
    /// What is delivered now waits for what its connection has not taken yet.
    [[nodiscard]] virtual bool isBehind() const = 0;
    /// Nobody for a guest.
    [[nodiscard]] virtual const std::optional<accounts::Account>& account() const = 0;
    /// By which session its account is here; means nothing for a guest.
    [[nodiscard]] virtual SessionId session() const = 0;
    /// Closes the connection: its session has ended. May leave rooms from within the call.
    virtual void signOut() = 0;
    /// The same for all connections of one account or guest; empty for a guest who did not say.
    [[nodiscard]] virtual std::string presenceKey() const = 0;
    /// False for bots, edges and other programs: they are never viewers.
    [[nodiscard]] virtual bool isPerson() const = 0;
    /// What its rates are counted by; empty where they are not.
    [[nodiscard]] virtual const std::string& address() const = 0;
    /// The playlist's URL of a channel, by the host under which this member knows us; empty where the channel
    /// is protected and another's.
    [[nodiscard]] virtual std::string playback(const accounts::Channel& channel) const = 0;
};

}  // namespace footlight::relay::hub
