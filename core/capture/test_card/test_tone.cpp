#include "core/capture/test_card/test_tone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace footlight::capture {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kBeepNs = std::chrono::nanoseconds(kBeepLength).count();
constexpr double kRampNs = 2e6;
constexpr double kAmplitude = 0.25;
constexpr double kFrequency = 1000;

float sampleAt(std::int64_t sinceSecond) {
    if (sinceSecond >= kBeepNs) {
        return 0;
    }
    const auto edge = static_cast<double>(std::min(sinceSecond, kBeepNs - sinceSecond));
    const double envelope = std::min(1.0, edge / kRampNs);
    const double phase = 2 * std::numbers::pi * kFrequency * static_cast<double>(sinceSecond) / kSecond;
    return static_cast<float>(kAmplitude * envelope * std::sin(phase));
}

}  // namespace

void fillTestTone(std::span<float> samples, std::int64_t utcNanoseconds) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto at = utcNanoseconds + static_cast<std::int64_t>(i) * kSecond / kToneSampleRate;
        samples[i] = sampleAt(at % kSecond);
    }
}

}  // namespace footlight::capture
