#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace footlight::chat {

/// Who may speak in a room at present, and how often. VIPs, moderators and the owner are free of all three.
struct Modes {
    static constexpr std::chrono::seconds kSlowest{std::chrono::minutes{10}};
    static constexpr std::chrono::minutes kLongestFollowing{std::chrono::hours{24 * 90}};

    std::chrono::seconds slow{0};  ///< the pause between two messages of a member; 0: none
    std::optional<std::chrono::minutes> followersFor{};  ///< followers of at least so long alone
    bool isEmotesOnly = false;

    bool operator==(const Modes&) const = default;
};

/// Denied (`chat.followers_only`) where the room is for followers and this member has not followed for long
/// enough; `since` is when they began to, if they did.
Result<> checkFollowing(const Modes& modes, std::optional<UtcTime> since, UtcTime now);

/// "1 h", "90 s": for people.
std::string spoken(std::chrono::seconds time);

}  // namespace footlight::chat
