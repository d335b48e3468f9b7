#pragma once

#include <algorithm>
#include <chrono>

#include "core/base/clock.h"

namespace footlight::net::http {

/// So many at once, so many a second in the long run.
class TokenBucket {
public:
    TokenBucket(double perSecond, double burst, SteadyTime now)
        : perSecond_(perSecond), burst_(burst), tokens_(burst), at_(now) {}

    /// False where nothing is left; nothing is taken then.
    bool take(SteadyTime now) {
        tokens_ = tokensAt(now);
        at_ = now;
        if (tokens_ < 1) {
            return false;
        }
        tokens_ -= 1;
        return true;
    }

    /// Whether `take` would be granted.
    [[nodiscard]] bool has(SteadyTime now) const { return tokensAt(now) >= 1; }
    [[nodiscard]] bool isFull(SteadyTime now) const { return tokensAt(now) >= burst_; }

private:
    [[nodiscard]] double tokensAt(SteadyTime now) const {
        return std::min(burst_, tokens_ + std::chrono::duration<double>(now - at_).count() * perSecond_);
    }

    double perSecond_;
    double burst_;
    double tokens_;
    SteadyTime at_;
};

}  // namespace footlight::net::http
