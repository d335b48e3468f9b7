#pragma once

#include <chrono>
#include <cstdint>
#include <span>

namespace footlight::capture {

inline constexpr int kToneSampleRate = 48000;
inline constexpr std::chrono::milliseconds kBeepLength{60};

/// Fills `samples` (48 kHz, mono) with the test pattern's sound from `utcNanoseconds` on: 1 kHz at -12 dB
/// full scale for 60 ms from each full second, else silence. Neighbouring calls join without a click.
void fillTestTone(std::span<float> samples, std::int64_t utcNanoseconds);

}  // namespace footlight::capture
