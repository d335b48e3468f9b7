#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/secret.h"

namespace footlight::capture {

/// Where one copy of the broadcast goes.
struct Destination {
    std::string name{};
    std::string host{};
    std::uint16_t port = 1935;
    std::string app = "live";
    bool isSecure = false;  ///< by RTMPS, with a certificate that this computer trusts
    Secret key{};
};

enum class DestinationState : std::uint8_t {
    Connecting,
    Live,
    Reconnecting,  ///< lost, tried again by itself; the message says why
    Failed,        ///< refused (wrong key, channel busy): not tried again; the message has the relay's words
    Ended,         ///< stopped by us
};

std::string_view toString(DestinationState state);

struct DestinationStatistics {
    std::string name;
    DestinationState state = DestinationState::Connecting;
    std::string message;  ///< for people; empty while all is well
    double kbps = 0;      ///< sent over the last second
    std::optional<std::chrono::microseconds> roundTrip;
    std::chrono::milliseconds queued{};  ///< media time that waits to be sent
    std::uint64_t queuedBytes = 0;
    std::uint64_t bytesSent = 0;
    std::uint64_t droppedFrames = 0;  ///< left out because this destination was too slow
    std::uint64_t reconnects = 0;
};

using StateListener = std::function<void(const DestinationStatistics&)>;

}  // namespace footlight::capture
