#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::relay {

enum class BroadcastEventType : std::uint8_t {
    Started,    ///< it can be watched
    Health,     ///< once a second while on air
    Lost,       ///< the publisher dropped; the grace period runs
    Resumed,    ///< it came back in time
    Ended,      ///< it is over
    Input,      ///< a publisher came, went or was switched to
    Recording,  ///< the recording began, paused, went on, was finished or filled
    Target,     ///< a service that it is sent on to changed its state; once a second while it sends
};

/// Where a publisher of a broadcast comes in.
enum class IngestSlot : std::uint8_t { Primary, Backup };

/// What is wrong with what arrives, and what to set.
struct HealthAdvice {
    enum class Severity : std::uint8_t { Hint, Warning, Problem };
    std::string code;  ///< stable, for translation: "ingest.long_gop"
    Severity severity = Severity::Warning;
    double value = 0;  ///< the measured figure that it stands on
    std::string text;  ///< for people, in English
};

/// What arrives from the publisher on air, measured over the last second.
struct BroadcastHealth {
    IngestSlot slot = IngestSlot::Primary;
    std::int64_t bitrate = 0;       ///< bits a second, audio and video
    std::int64_t audioBitrate = 0;  ///< bits a second
    double frameRate = 0;
    int width = 0;
    int height = 0;
    std::string videoCodec;  ///< "avc1.64001f"; empty without video
    std::string audioCodec;  ///< "mp4a.40.2"; empty without audio
    int sampleRate = 0;      ///< Hz
    int channels = 0;
    double keyFrameInterval = 0;  ///< seconds between the last two key frames
    bool hasBFrames = false;
    double driftMs = 0;     ///< how far arrival has fallen behind the stream's own time since it began
    std::int64_t lost = 0;  ///< network packets that were lost on the way (MPEG-TS, SRT), since it began
    std::vector<HealthAdvice> advice;
};

struct InputState {
    IngestSlot active = IngestSlot::Primary;
    bool hasPrimary = false;
    bool hasBackup = false;
};

/// A stretch of a recording that has no picture because the network lost it.
struct RecordingHole {
    UtcTime at{};  ///< by the capture clock
    std::int64_t durationMs = 0;
};

struct RecordingState {
    enum class Phase : std::uint8_t { Writing, Paused, Finished };
    Phase phase = Phase::Writing;
    std::string reason;                  ///< why it pauses, for people
    std::int64_t bytes = 0;              ///< so far
    std::int64_t durationMs = 0;         ///< of picture and sound, so far; slates are not counted
    std::vector<RecordingHole> holes{};  ///< all of them, oldest first; at most 100 are told
};

struct TargetState {
    enum class Phase : std::uint8_t { Off, Connecting, Sending, Waiting, Refused };
    TargetId id;
    Phase phase = Phase::Off;
    std::int64_t bitrate = 0;  ///< bits a second that leave
    std::int64_t dropped = 0;  ///< frames, since the broadcast began
    std::string detail;        ///< why it waits or was refused, for people
};

struct BroadcastEvent {
    BroadcastEventType type = BroadcastEventType::Health;
    std::string channel;
    BroadcastId broadcastId;
    UtcTime at{};
    std::optional<BroadcastHealth> health{};    ///< with Health
    std::optional<InputState> input{};          ///< with Input
    std::optional<RecordingState> recording{};  ///< with Recording
    std::optional<TargetState> target{};        ///< with Target
};

/// Is told what happens to broadcasts, in order.
class BroadcastEvents {
public:
    virtual ~BroadcastEvents() = default;
    /// Never waits. Any thread.
    virtual void report(BroadcastEvent event) = 0;
};

}  // namespace footlight::relay
