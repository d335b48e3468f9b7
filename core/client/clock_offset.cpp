#include "core/client/clock_offset.h"

#include <algorithm>

namespace footlight::client {
namespace {

constexpr std::size_t kSamples = 8;

}  // namespace

void ClockOffset::add(UtcTime sent, std::chrono::milliseconds roundTrip, UtcTime serverTime) {
    samples_.push_back({roundTrip, serverTime - (sent + roundTrip / 2)});
    if (samples_.size() > kSamples) {
        samples_.pop_front();
    }
}

std::optional<std::chrono::milliseconds> ClockOffset::value() const {
    const auto best = std::min_element(samples_.begin(), samples_.end(), [](const auto& a, const auto& b) {
        return a.roundTrip < b.roundTrip;
    });
    return best == samples_.end() ? std::nullopt : std::optional(best->offset);
}

}  // namespace footlight::client
