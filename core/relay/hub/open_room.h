#pragma once

#include <unordered_map>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/chat/room.h"
#include "core/net/http/token_bucket.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/room_feed.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// A channel's room while somebody is there: its rules, and its members. Owned by RoomTable; on the hub's
/// loop. It stays as long as it has a member.
struct OpenRoom {
    OpenRoom(net::Executor executor, accounts::Channel of, chat::Room rules, net::http::TokenBucket rate,
             const Clock& clock)
        : channel(std::move(of)),
          chat(std::move(rules)),
          messages(rate),
          feed(std::move(executor), clock),
          emptySince(clock.steadyNow()) {}

    accounts::Channel channel;
    chat::Room chat;
    net::http::TokenBucket messages;            ///< the rate of everybody together
    RoomFeed feed;                              ///< to all members
    std::unordered_map<Member*, bool> members;  ///< and whether each watches
    std::int64_t viewers = 0;
    std::int64_t announced = 0;
    SteadyTime emptySince;
    SteadyTime announcedAt{};

    /// To everybody.
    void tell(const wire::ServerMessage& message, Priority priority = Priority::Normal);
    /// To all connections of one user.
    void tell(UserId user, const wire::ServerMessage& message) const;
};

}  // namespace footlight::relay::hub
