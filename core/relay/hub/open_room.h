#pragma once

#include <memory>
#include <unordered_set>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/chat/audience.h"
#include "core/chat/crowd.h"
#include "core/chat/room.h"
#include "core/net/http/token_bucket.h"
#include "core/relay/hub/joined_texts.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/room_feed.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// What an audience does beside speaking, and what of it is still to be told.
struct Audience {
    chat::Reactions reactions;
    chat::PollBox polls;
    chat::Hands hands;
    chat::Questions questions;
    bool hasNewVotes = false;
    SteadyTime reactionsToldAt{};
    SteadyTime resultsToldAt{};
};

/// A channel's room while somebody is there: its rules, and its members. Owned by RoomTable; on the hub's
/// loop. It stays as long as it has a member.
struct OpenRoom : std::enable_shared_from_this<OpenRoom> {
    OpenRoom(net::Executor executor, accounts::Channel of, chat::Room rules, net::http::TokenBucket rate,
             const Clock& clock)
        : channel(std::move(of)),
          chat(std::move(rules)),
          messages(rate),
          feed(std::move(executor), clock),
          emptySince(clock.steadyNow()) {}

    accounts::Channel channel;
    chat::Room chat;
    net::http::TokenBucket messages;  ///< the rate of everybody together
    RoomFeed feed;                    ///< to all members
    Audience audience;
    chat::Crowd crowd;  ///< by keyOf() of its members
    std::unordered_set<Member*> members;
    std::unordered_set<const Member*> linked;  ///< those of them who came by a link
    std::int64_t announced = 0;                ///< how many watch
    SteadyTime emptySince;
    SteadyTime announcedAt{};
    JoinedTexts joinedTexts;

    /// The history as a JSON array, which is written once for all who join before something else is told.
    const std::string& historyJson();
    /// To everybody.
    void tell(const wire::ServerMessage& message, Priority priority = Priority::Normal);
    /// What a member's connection is to the crowd.
    [[nodiscard]] static std::uint64_t keyOf(const Member& member) {
        return reinterpret_cast<std::uintptr_t>(&member);
    }
    /// To all connections of one user.
    void tell(UserId user, const wire::ServerMessage& message) const;

private:
    std::string historyJson_;  ///< empty where it is to be written anew
};

}  // namespace footlight::relay::hub
