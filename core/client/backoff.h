#pragma once

#include <chrono>
#include <random>

namespace footlight::client {

/// How long to wait before the next attempt: doubles from 0.5 s to 15 s, each spread by a quarter so that a
/// thousand apps do not return in step.
class Backoff {
public:
    explicit Backoff(unsigned seed = std::random_device{}());

    /// The pause before the next attempt.
    std::chrono::milliseconds next();
    /// After success: start small again.
    void reset() { failures_ = 0; }

private:
    std::minstd_rand random_;
    unsigned failures_ = 0;
};

}  // namespace footlight::client
