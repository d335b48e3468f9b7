#include "core/relay/origin/hook_messages.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

/// At most so many go into one message (core/wire/stream_state.h).
constexpr std::size_t kAdvice = 20;
constexpr std::size_t kHoles = 100;

wire::PublishEventType toWire(BroadcastEventType type) {
    switch (type) {
        case BroadcastEventType::Started:
            return wire::PublishEventType::Started;
        case BroadcastEventType::Health:
            return wire::PublishEventType::Health;
        case BroadcastEventType::Lost:
            return wire::PublishEventType::Lost;
        case BroadcastEventType::Resumed:
            return wire::PublishEventType::Resumed;
        case BroadcastEventType::Ended:
            return wire::PublishEventType::Ended;
        case BroadcastEventType::Input:
            return wire::PublishEventType::Input;
        case BroadcastEventType::Recording:
            return wire::PublishEventType::Recording;
        case BroadcastEventType::Target:
            return wire::PublishEventType::Target;
    }
    return wire::PublishEventType::Health;
}

wire::IngestSlot toWire(IngestSlot slot) {
    return slot == IngestSlot::Backup ? wire::IngestSlot::Backup : wire::IngestSlot::Primary;
}

IngestSlot fromWire(wire::IngestSlot slot) {
    return slot == wire::IngestSlot::Backup ? IngestSlot::Backup : IngestSlot::Primary;
}

wire::AdviceSeverity toWire(HealthAdvice::Severity severity) {
    switch (severity) {
        case HealthAdvice::Severity::Hint:
            return wire::AdviceSeverity::Hint;
        case HealthAdvice::Severity::Warning:
            return wire::AdviceSeverity::Warning;
        case HealthAdvice::Severity::Problem:
            return wire::AdviceSeverity::Problem;
    }
    return wire::AdviceSeverity::Warning;
}

wire::StreamHealth toWire(const BroadcastHealth& from) {
    wire::StreamHealth health;
    health.slot = toWire(from.slot);
    health.bitrate = from.bitrate;
    health.audioBitrate = from.audioBitrate;
    health.frameRate = from.frameRate;
    health.width = from.width;
    health.height = from.height;
    health.videoCodec = from.videoCodec;
    health.audioCodec = from.audioCodec;
    health.sampleRate = from.sampleRate;
    health.channels = from.channels;
    health.keyFrameInterval = from.keyFrameInterval;
    health.hasBFrames = from.hasBFrames;
    health.driftMs = from.driftMs;
    health.lost = from.lost;
    for (const auto& advice : from.advice) {
        if (health.advice.size() < kAdvice) {
            health.advice.push_back({advice.code, toWire(advice.severity), advice.value, advice.text});
        }
    }
    return health;
}

wire::RecordingPhase toWire(RecordingState::Phase phase) {
    switch (phase) {
        case RecordingState::Phase::Writing:
            return wire::RecordingPhase::Writing;
        case RecordingState::Phase::Paused:
            return wire::RecordingPhase::Paused;
        case RecordingState::Phase::Finished:
            return wire::RecordingPhase::Finished;
    }
    return wire::RecordingPhase::Writing;
}

wire::RecordingStatus toWire(const RecordingState& from) {
    wire::RecordingStatus status{toWire(from.phase), from.reason, from.bytes, from.durationMs, {}};
    for (const auto& hole : from.holes) {
        if (status.holes.size() < kHoles) {
            status.holes.push_back({hole.at, hole.durationMs});
        }
    }
    return status;
}

wire::TargetPhase toWire(TargetState::Phase phase) {
    switch (phase) {
        case TargetState::Phase::Off:
            return wire::TargetPhase::Off;
        case TargetState::Phase::Connecting:
            return wire::TargetPhase::Connecting;
        case TargetState::Phase::Sending:
            return wire::TargetPhase::Sending;
        case TargetState::Phase::Waiting:
            return wire::TargetPhase::Waiting;
        case TargetState::Phase::Refused:
            return wire::TargetPhase::Refused;
    }
    return wire::TargetPhase::Off;
}

}  // namespace

wire::PublishEvent toWire(const BroadcastEvent& event) {
    wire::PublishEvent message{toWire(event.type), event.channel, event.broadcastId, event.at};
    if (event.health) {
        message.health = toWire(*event.health);
    }
    if (event.input) {
        message.input =
            wire::InputStatus{toWire(event.input->active), event.input->hasPrimary, event.input->hasBackup};
    }
    if (event.recording) {
        message.recording = toWire(*event.recording);
    }
    if (event.target) {
        const auto& from = *event.target;
        message.target =
            wire::TargetStatus{from.id, toWire(from.phase), from.bitrate, from.dropped, from.detail};
    }
    return message;
}

ChannelPolicy fromWire(const wire::ChannelPolicy& policy) {
    ChannelPolicy read;
    read.grace = std::chrono::milliseconds(policy.graceMs);
    read.isRecorded = policy.recorded;
    read.visibility = policy.visibility;
    read.slate = policy.slate;
    read.allowsRtmpPlay = policy.rtmpPlay;
    for (const auto& target : policy.targets) {
        const auto track = std::clamp<std::int64_t>(target.audioTrack, 0, 255);
        read.targets.push_back({target.id, target.name, target.url, target.streamKey,
                                static_cast<media::TrackId>(track), target.enabled});
    }
    return read;
}

std::optional<OriginCommand> fromWire(const wire::Command& command) {
    switch (command.type) {
        case wire::CommandType::SwitchInput:
            return command.slot && command.broadcastId
                       ? std::optional<OriginCommand>(
                             SwitchInput{command.channel, *command.broadcastId, fromWire(*command.slot)})
                       : std::nullopt;
        case wire::CommandType::ChangePolicy:
            return command.policy ? std::optional<OriginCommand>(
                                        ChangePolicy{command.channel, fromWire(*command.policy)})
                                  : std::nullopt;
        case wire::CommandType::EndBroadcast:
            return command.broadcastId
                       ? std::optional<OriginCommand>(EndBroadcast{command.channel, *command.broadcastId})
                       : std::nullopt;
        case wire::CommandType::AskReconnect:
            return AskReconnect{command.channel};
        case wire::CommandType::DeleteRecording:
            return command.broadcastId ? std::optional<OriginCommand>(DeleteRecording{*command.broadcastId})
                                       : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace footlight::relay::origin
