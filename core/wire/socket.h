#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/wire/account.h"
#include "core/wire/chat.h"
#include "core/wire/stream_state.h"

// The live socket, ws://host:port/api/v1/socket: JSON texts, each with a `type`, the name of the structure in
// camelCase except where noted. README.md beside this file is the specification.
namespace footlight::wire {

// From the client.

/// The first message, within 5 s. Without a token the client is a guest: it may join and read.
struct Hello {
    std::optional<Secret> token;
};

struct Join {
    std::string channel;
    bool watching = false;  ///< counts as a viewer; false for the studio's own chat

    bool operator==(const Join&) const = default;
};

struct Leave {
    std::string channel;

    bool operator==(const Leave&) const = default;
};

/// Answered by Said once it is on disk, or by ErrorMessage, with the same nonce.
struct Say {
    std::string channel;
    std::string text;
    std::string
        nonce;  ///< chosen by the client; saying the same nonce again within 2 minutes posts nothing new

    bool operator==(const Say&) const = default;
};

struct Ping {
    UtcTime clientTime;

    bool operator==(const Ping&) const = default;
};

using ClientMessage = std::variant<Hello, Join, Leave, Say, Ping>;

// From the relay.

struct Welcome {
    std::optional<User> user;  ///< absent for a guest
    UtcTime serverTime;

    bool operator==(const Welcome&) const = default;
};

struct Joined {
    std::string channel;
    std::string title;
    bool live = false;
    std::int64_t viewers = 0;
    std::optional<UtcTime> startedAt;  ///< while live
    std::string playback;
    std::vector<ChatMessage> history;  ///< the last 50, newest last

    bool operator==(const Joined&) const = default;
};

struct Left {
    std::string channel;

    bool operator==(const Left&) const = default;
};

struct Said {
    std::string nonce;
    MessageId id;

    bool operator==(const Said&) const = default;
};

/// At most twice a second for a channel.
struct Presence {
    std::string channel;
    std::int64_t viewers = 0;

    bool operator==(const Presence&) const = default;
};

struct Live {
    std::string channel;
    std::string title;
    UtcTime startedAt;
    std::string playback;

    bool operator==(const Live&) const = default;
};

struct Ended {
    std::string channel;

    bool operator==(const Ended&) const = default;
};

struct Titled {
    std::string channel;
    std::string title;

    bool operator==(const Titled&) const = default;
};

/// To the channel's owner alone, once a second while on air.
struct Health {
    std::string channel;
    UtcTime at;
    bool publishing = true;  ///< false while the publisher is lost and the grace period runs
    StreamHealth health;
    std::optional<InputStatus> input{};
    std::optional<RecordingStatus> recording{};
    std::vector<TargetStatus> targets{};  ///< those that were heard of

    bool operator==(const Health&) const = default;
};

struct Pong {
    UtcTime clientTime;
    UtcTime serverTime;

    bool operator==(const Pong&) const = default;
};

/// Type "error": what the client sent was not done.
struct ErrorMessage {
    std::string code;                  ///< for machines: "chat.too_fast"
    std::optional<std::string> field;  ///< the member at fault
    std::string message;               ///< for people
    std::optional<std::string> nonce;  ///< of the Say that was refused

    bool operator==(const ErrorMessage&) const = default;
};

/// ChatMessage has the type "message", ErrorMessage "error".
using ServerMessage = std::variant<Welcome, Joined, Left, ChatMessage, Said, Presence, Live, Ended, Titled,
                                   Health, Pong, ErrorMessage>;

}  // namespace footlight::wire
