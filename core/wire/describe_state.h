#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/channel_policy.h"
#include "core/wire/stream_state.h"

// What json.cpp knows about the structures that hooks, socket and API share. Included by describe.h alone.
namespace footlight::accounts {
BOOST_DESCRIBE_ENUM(Visibility, Public, Unlisted, Protected)
}

namespace footlight::wire {

BOOST_DESCRIBE_ENUM(IngestSlot, Primary, Backup)
BOOST_DESCRIBE_ENUM(AdviceSeverity, Hint, Warning, Problem)
BOOST_DESCRIBE_STRUCT(HealthAdvice, (), (code, severity, value, text))
BOOST_DESCRIBE_STRUCT(StreamHealth, (),
                      (bitrate, frameRate, width, height, videoCodec, audioCodec, keyFrameInterval, slot,
                       audioBitrate, sampleRate, channels, hasBFrames, driftMs, lost, advice))
BOOST_DESCRIBE_STRUCT(InputStatus, (), (active, hasPrimary, hasBackup))
BOOST_DESCRIBE_ENUM(RecordingPhase, Writing, Paused, Finished)
BOOST_DESCRIBE_STRUCT(RecordingHole, (), (at, durationMs))
BOOST_DESCRIBE_STRUCT(RecordingStatus, (), (phase, reason, bytes, durationMs, holes))
BOOST_DESCRIBE_ENUM(TargetPhase, Off, Connecting, Sending, Waiting, Refused)
BOOST_DESCRIBE_STRUCT(TargetStatus, (), (id, phase, bitrate, dropped, detail))
BOOST_DESCRIBE_STRUCT(PolicyTarget, (), (id, name, url, streamKey, audioTrack, enabled))
BOOST_DESCRIBE_STRUCT(ChannelPolicy, (), (graceMs, recorded, visibility, rtmpPlay, slate, targets))

template <>
inline constexpr Bounds kBounds<&StreamHealth::advice>{0, 20};
template <>
inline constexpr Bounds kBounds<&RecordingStatus::holes>{0, 100};
template <>
inline constexpr Bounds kBounds<&ChannelPolicy::slate>{0, 64};
template <>
inline constexpr Bounds kBounds<&ChannelPolicy::targets>{0, 20};

}  // namespace footlight::wire
