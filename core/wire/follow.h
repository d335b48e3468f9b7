#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace footlight::wire {

/// A channel that the asker follows.
struct Followed {
    std::string channel;
    std::string title;
    bool live = false;
    UtcTime since{};

    bool operator==(const Followed&) const = default;
};

/// GET /api/v1/me/follows: sorted by name. `next` is the `page` of the following request.
struct FollowPage {
    std::vector<Followed> items;
    std::optional<std::string> next;

    bool operator==(const FollowPage&) const = default;
};

}  // namespace footlight::wire
