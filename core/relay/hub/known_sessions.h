#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/relay/ports/session_store.h"

namespace footlight::relay::hub {

/// Sessions that were looked up a moment ago, so that a crowd that comes back does not ask the disk for each
/// connection. Holds at most 10,000, each for ten seconds; a session that ends is forgotten at once. On the
/// hub's loop.
class KnownSessions {
public:
    static constexpr std::size_t kMost = 10'000;
    static constexpr std::chrono::seconds kLife{10};

    [[nodiscard]] std::optional<SessionOwner> find(const std::string& tokenHash, SteadyTime now) const;
    void add(const std::string& tokenHash, const SessionOwner& owner, SteadyTime now);
    /// All of the user's.
    void forget(UserId user);

private:
    struct Known {
        SessionOwner owner;
        SteadyTime at;
    };
    std::unordered_map<std::string, Known> known_;
};

}  // namespace footlight::relay::hub
