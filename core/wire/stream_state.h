#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

// The state of a broadcast on air: told by the origin to the hub (hooks.h), and by the hub to the channel's
// owner (Health in socket.h).
namespace footlight::wire {

/// Where a publisher of a broadcast comes in.
enum class IngestSlot : std::uint8_t { Primary, Backup };

enum class AdviceSeverity : std::uint8_t { Hint, Warning, Problem };

/// What is wrong with what arrives, and what to set.
struct HealthAdvice {
    std::string code;  ///< stable, for translation: "ingest.long_gop"
    AdviceSeverity severity = AdviceSeverity::Warning;
    double value = 0;  ///< the measured figure that it stands on
    std::string text;  ///< for people, in English

    bool operator==(const HealthAdvice&) const = default;
};

/// What arrives from the publisher on air, measured by the origin over the last second.
struct StreamHealth {
    std::int64_t bitrate = 0;  ///< bits per second, audio and video
    double frameRate = 0;      ///< pictures per second
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string videoCodec;       ///< "avc1.64001f"; empty without video
    std::string audioCodec;       ///< "mp4a.40.2"; empty without audio
    double keyFrameInterval = 0;  ///< seconds between the last two key frames
    IngestSlot slot = IngestSlot::Primary;
    std::int64_t audioBitrate = 0;  ///< bits per second
    std::int64_t sampleRate = 0;    ///< Hz
    std::int64_t channels = 0;
    bool hasBFrames = false;
    double driftMs = 0;     ///< how far arrival has fallen behind the stream's own time since it began
    std::int64_t lost = 0;  ///< network packets lost on the way (MPEG-TS, SRT), since it began
    std::vector<HealthAdvice> advice{};

    bool operator==(const StreamHealth&) const = default;
};

/// Who publishes, and which of them is shown.
struct InputStatus {
    IngestSlot active = IngestSlot::Primary;
    bool hasPrimary = false;
    bool hasBackup = false;

    bool operator==(const InputStatus&) const = default;
};

enum class RecordingPhase : std::uint8_t { Writing, Paused, Finished };

/// A stretch of a recording that has no picture because the network lost it.
struct RecordingHole {
    UtcTime at;  ///< by the capture clock
    std::int64_t durationMs = 0;

    bool operator==(const RecordingHole&) const = default;
};

struct RecordingStatus {
    RecordingPhase phase = RecordingPhase::Writing;
    std::string reason;                  ///< why it pauses, for people
    std::int64_t bytes = 0;              ///< so far
    std::int64_t durationMs = 0;         ///< of picture and sound, so far; slates are not counted
    std::vector<RecordingHole> holes{};  ///< all of them, oldest first; at most 100

    bool operator==(const RecordingStatus&) const = default;
};

enum class TargetPhase : std::uint8_t { Off, Connecting, Sending, Waiting, Refused };

/// A service that the broadcast is sent on to.
struct TargetStatus {
    TargetId id;
    TargetPhase phase = TargetPhase::Off;
    std::int64_t bitrate = 0;  ///< bits per second that leave
    std::int64_t dropped = 0;  ///< frames, since the broadcast began
    std::string detail{};      ///< why it waits or was refused, for people

    bool operator==(const TargetStatus&) const = default;
};

}  // namespace footlight::wire
