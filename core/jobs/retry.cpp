#include "core/jobs/retry.h"

#include <algorithm>
#include <cmath>

namespace footlight::jobs {

std::chrono::milliseconds retryDelay(const RetryPolicy& policy, int attempt, double jitter) {
    const auto first = static_cast<double>(policy.first.count());
    const auto longest = static_cast<double>(policy.longest.count());
    const auto whole = std::min(longest, first * std::pow(policy.factor, std::max(attempt - 1, 0)));
    const auto spread = whole / 2 + whole / 2 * std::clamp(jitter, 0.0, 1.0);
    return std::chrono::milliseconds(static_cast<std::int64_t>(spread));
}

Verdict judge(const RetryPolicy& policy, Outcome outcome, int attempt, UtcTime now, double jitter,
              std::optional<std::chrono::milliseconds> wanted) {
    if (outcome == Outcome::Done) {
        return {Verdict::State::Done, now};
    }
    if (outcome == Outcome::Refused || attempt >= policy.attempts) {
        return {Verdict::State::Dead, now};
    }
    const auto wait = std::max(retryDelay(policy, attempt, jitter),
                               std::min(wanted.value_or(std::chrono::milliseconds{0}), policy.longest));
    return {Verdict::State::Again, now + wait};
}

}  // namespace footlight::jobs
