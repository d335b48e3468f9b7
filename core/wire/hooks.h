#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/channel_policy.h"
#include "core/wire/stream_state.h"

namespace footlight::wire {

/// POST /hooks/v1/publish, origin to hub: may this key publish?
struct PublishHook {
    Secret streamKey;
    std::string address;  ///< of the publisher
    std::string encoder;  ///< what it calls itself (flashVer), may be empty
};

/// The answer when it may. While the channel's broadcast is on air or in its grace, the id is that
/// broadcast's.
struct PublishGrant {
    std::string channel;
    ChannelId channelId;
    BroadcastId broadcastId;
    ChannelPolicy policy{};

    bool operator==(const PublishGrant&) const = default;
};

enum class PublishEventType : std::uint8_t {
    Started,    ///< the broadcast is on air
    Health,     ///< every second while it is
    Lost,       ///< the publisher dropped, the grace period runs
    Resumed,    ///< it came back in time
    Ended,      ///< the broadcast is over
    Input,      ///< a publisher came, went or was switched to
    Recording,  ///< the recording began, paused, went on, was finished or filled
    Target,     ///< a target changed its state; every second while it sends
};

struct PublishEvent {
    PublishEventType type = PublishEventType::Health;
    std::string channel;
    BroadcastId broadcastId;
    UtcTime at;
    std::optional<StreamHealth> health{};        ///< with Health
    std::optional<InputStatus> input{};          ///< with Input
    std::optional<RecordingStatus> recording{};  ///< with Recording; also after the broadcast has ended
    std::optional<TargetStatus> target{};        ///< with Target

    bool operator==(const PublishEvent&) const = default;
};

/// POST /hooks/v1/events, origin to hub, oldest first; at most 100 in one request. Safe to send again.
struct PublishEvents {
    std::vector<PublishEvent> events;

    bool operator==(const PublishEvents&) const = default;
};

enum class CommandType : std::uint8_t {
    SwitchInput,      ///< `channel`, `slot`, `broadcastId`
    ChangePolicy,     ///< `channel`, `policy`
    EndBroadcast,     ///< `channel`, `broadcastId`
    AskReconnect,     ///< `channel`
    DeleteRecording,  ///< `broadcastId`
};

/// What the hub asks of an origin. Doing it twice does no more than doing it once.
struct Command {
    CommandType type = CommandType::ChangePolicy;
    std::string channel;  ///< empty with DeleteRecording
    std::optional<IngestSlot> slot{};
    std::optional<ChannelPolicy> policy{};
    std::optional<BroadcastId> broadcastId{};

    bool operator==(const Command&) const = default;
};

/// GET /hooks/v1/commands?after=N: answered at once where there are newer commands than N, else after 25 s at
/// the latest, without any. The next question's `after` is `next`. With an `after` that the hub does not know
/// (0, or of before its restart) it begins with everything that the origin must know.
struct Commands {
    std::vector<Command> commands;  ///< oldest first
    std::int64_t next = 0;

    bool operator==(const Commands&) const = default;
};

/// A stream that the gateway takes for a channel: it listens or calls, and publishes with `publishKey`.
struct StreamInput {
    InputId id;
    std::string channel;
    std::string url;  ///< as in ChannelInput
    IngestSlot slot = IngestSlot::Primary;
    std::vector<std::string> sources;  ///< addresses that may send (UDP); empty: any
    Secret passphrase;                 ///< of SRT; empty: none
    Secret publishKey;                 ///< good for POST /hooks/v1/publish as a stream key is

    bool operator==(const StreamInput&) const = default;
};

/// GET /hooks/v1/inputs?after=V: the enabled inputs of all channels. Answered at once where they are another
/// version than V, else once they change, after 25 s at the latest.
struct StreamInputs {
    std::int64_t version = 0;
    std::vector<StreamInput> inputs;

    bool operator==(const StreamInputs&) const = default;
};

}  // namespace footlight::wire
