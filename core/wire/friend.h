#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/wire/account.h"

namespace footlight::wire {

enum class Friendship : std::uint8_t {
    Friends,
    Asked,    ///< the asker waits for them
    WasAsked  ///< they wait for the asker
};

struct Friend {
    User user;
    Friendship how = Friendship::Friends;
    UtcTime since{};
    bool online = false;  ///< of friends alone

    bool operator==(const Friend&) const = default;
};

/// GET /api/v1/me/friends: sorted by name.
struct FriendList {
    std::vector<Friend> items;

    bool operator==(const FriendList&) const = default;
};

/// One of GET /api/v1/me/friends/watching; and on the socket what a friend watches from now on: nothing
/// where `channel` is absent.
struct FriendWatching {
    User user;
    std::optional<std::string> channel{};
    std::optional<UtcTime> since{};

    bool operator==(const FriendWatching&) const = default;
};

/// GET /api/v1/me/friends/watching: sorted by the friends' names.
struct FriendsWatching {
    std::vector<FriendWatching> items;

    bool operator==(const FriendsWatching&) const = default;
};

/// GET and PUT /api/v1/me/privacy.
struct Privacy {
    bool showWatching = true;  ///< friends are shown what one watches

    bool operator==(const Privacy&) const = default;
};

}  // namespace footlight::wire
