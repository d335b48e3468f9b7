#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace footlight::relay::recording {

/// How recordings are kept. Fixed for the life of the process; each is a key of the configuration.
struct RecordingSettings {
    std::uint64_t queueBytes = 32U << 20U;       ///< of one broadcast on their way to the disk
    std::uint64_t fileBytes = 256U << 20U;       ///< a file of segments is followed by another at this size
    double alarmShare = 0.05;                    ///< of the disk: with less free its owner is warned (L28)
    std::uint64_t alarmFree = 5ULL << 30U;       ///< bytes; the same
    std::uint64_t stopFree = 512ULL << 20U;      ///< bytes; with less free nothing is recorded (L28)
    std::chrono::milliseconds sync{1'000};       ///< between two syncs of the disk (D1)
    std::chrono::milliseconds progress{10'000};  ///< between two events of a recording that goes well
    std::chrono::milliseconds hole{1'000};       ///< a shorter gap of picture is none
};

}  // namespace footlight::relay::recording
