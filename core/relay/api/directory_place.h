#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/wire/page.h"

namespace footlight::relay::api {

/// Where a channel stands in the directory: the order is that of these, so that the next page begins behind
/// the last channel of the one before wherever that has moved meanwhile.
struct DirectoryPlace {
    bool isOffAir = true;
    std::int64_t notWatching = 0;   ///< fewer viewers are more
    std::int64_t notFollowing = 0;  ///< fewer followers are more
    std::string name;               ///< folded

    static DirectoryPlace of(const wire::DirectoryItem& item);
    /// The form that goes into `next`, and back.
    static std::optional<DirectoryPlace> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    auto operator<=>(const DirectoryPlace&) const = default;
};

}  // namespace footlight::relay::api
