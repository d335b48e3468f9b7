#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"

namespace footlight::jobs {

/// When a job that failed is tried again, and when it is given up: these are one to two days.
struct RetryPolicy {
    std::chrono::milliseconds first{10'000};
    double factor = 3;  ///< each wait is so many times the one before
    std::chrono::milliseconds longest{std::chrono::hours{8}};
    int attempts = 14;  ///< in all; a job that failed so often is dead
};

/// How one attempt ended.
enum class Outcome : std::uint8_t {
    Done,
    Failed,   ///< may work later
    Refused,  ///< will never work
};

/// What is to become of a job after an attempt.
struct Verdict {
    enum class State : std::uint8_t { Done, Again, Dead };
    State state = State::Done;
    UtcTime due{};  ///< of the next attempt, with Again
};

/// The wait behind the attempt of this number (1 is the first): at least half of the policy's, spread by
/// `jitter` (0 to 1, random), so that what failed together does not come back together.
std::chrono::milliseconds retryDelay(const RetryPolicy& policy, int attempt, double jitter);

/// `wanted` is a wait that the other side asked for (Retry-After); it is heeded up to the policy's longest.
Verdict judge(const RetryPolicy& policy, Outcome outcome, int attempt, UtcTime now, double jitter,
              std::optional<std::chrono::milliseconds> wanted = std::nullopt);

}  // namespace footlight::jobs
