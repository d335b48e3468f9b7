#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/net/websocket/session.h"

namespace footlight::relay::hub {

/// A message as it goes over the wire: framed once, shared by all who receive it.
using SharedText = std::shared_ptr<const std::string>;

/// One connection, as the rooms see it. Held by shared_ptr; it leaves every room that it has joined, or has
/// begun to join, before it goes. On the hub's loop.
class Member {
public:
    virtual ~Member() = default;
    virtual void deliver(const SharedText& text, net::websocket::Priority priority) = 0;
    /// Nobody for a guest.
    [[nodiscard]] virtual const std::optional<accounts::Account>& account() const = 0;
    /// The playlist's URL of a channel, by the host under which this member knows us; empty where the channel
    /// is protected and another's.
    [[nodiscard]] virtual std::string playback(const accounts::Channel& channel) const = 0;
};

}  // namespace footlight::relay::hub
