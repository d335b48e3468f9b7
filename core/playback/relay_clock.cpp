#include "core/playback/relay_clock.h"

namespace footlight::playback {
namespace {

/// Clocks drift: an old best measurement gives way to a new one that is not as good.
constexpr auto kBestFor = std::chrono::seconds(60);

}  // namespace

void RelayClock::learn(UtcTime relayTime, UtcTime receivedAt, SteadyTime now,
                       std::chrono::milliseconds roundTrip) {
    const std::lock_guard lock(mutex_);
    if (roundTrip >= best_ && now - bestAt_ < kBestFor) {
        return;
    }
    best_ = roundTrip;
    bestAt_ = now;
    offset_ = (relayTime + roundTrip / 2 - receivedAt).count();
}

void RelayClock::reset() {
    const std::lock_guard lock(mutex_);
    best_ = std::chrono::milliseconds::max();
    offset_ = 0;
}

}  // namespace footlight::playback
