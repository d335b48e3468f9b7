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

}  // namespace footlight::wire
