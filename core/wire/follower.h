#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/wire/account.h"

namespace footlight::wire {

/// GET /api/v1/channels/{name}/followers/{user}: since when somebody follows the channel; for themselves, and
/// for its owner and moderators.
struct Follower {
    User user;
    std::optional<UtcTime> since{};  ///< absent: they do not

    bool operator==(const Follower&) const = default;
};

}  // namespace footlight::wire
