#include "core/client/backoff.h"

#include <algorithm>

namespace footlight::client {
namespace {

constexpr double kFirstMilliseconds = 500;
constexpr double kLongestMilliseconds = 15'000;

}  // namespace

Backoff::Backoff(unsigned seed) : random_(seed) {}

std::chrono::milliseconds Backoff::next() {
    const unsigned doublings = std::min(failures_++, 5U);
    const double base =
        std::min(kLongestMilliseconds, kFirstMilliseconds * static_cast<double>(1U << doublings));
    const double spread = std::uniform_real_distribution<double>(0.75, 1.25)(random_);
    return std::chrono::milliseconds(static_cast<long>(std::min(kLongestMilliseconds, base * spread)));
}

}  // namespace footlight::client
