#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::capture {

/// Where one copy of the broadcast goes.
struct Destination {
    std::string name;
    std::string host;
    std::uint16_t port = 1935;
    std::string app = "live";
    Secret key;
};

struct EncoderSettings {
    int videoKbps = 2500;
    int audioKbps = 128;
    int keyframeSeconds = 2;
    std::string preset = "veryfast";  ///< of x264
};

enum class DestinationState : std::uint8_t {
    Connecting,
    Live,
    Reconnecting,  ///< lost, tried again by itself; the message says why
    Failed,        ///< refused (wrong key, channel busy): not tried again; the message has the relay's words
    Ended,         ///< stopped by us
};

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

struct LiveStatistics {
    bool onAir = false;                     ///< between goLive and stop
    std::chrono::milliseconds timeOnAir{};  ///< since the first destination was live
    double kbps = 0;                        ///< what the encoders gave over the last second
    double fps = 0;                         ///< encoded over the last second
    std::uint64_t encodedFrames = 0;
    std::uint64_t skippedFrames = 0;  ///< not encoded because the processor was too slow
    std::uint64_t laggedFrames = 0;   ///< not drawn in time
    std::vector<DestinationStatistics> destinations;

    /// Everything that a viewer of that destination did not get.
    [[nodiscard]] std::uint64_t droppedFrames() const {
        std::uint64_t sum = skippedFrames + laggedFrames;
        for (const auto& destination : destinations) {
            sum += destination.droppedFrames;
        }
        return sum;
    }
};

using StateListener = std::function<void(const DestinationStatistics&)>;

class StudioCore;

/// Encodes what is on air once and sends it to every destination; each has a bounded queue of its own, so
/// that a slow one never holds up the encoder or the others. Owned by the StudioEngine, used on its thread.
class Broadcaster {
public:
    explicit Broadcaster(StudioCore& core);
    ~Broadcaster();
    Broadcaster(const Broadcaster&) = delete;
    Broadcaster& operator=(const Broadcaster&) = delete;

    /// Starts the encoders and connects in the background. Conflict while on air, Invalid for settings or
    /// destinations that cannot be, Unavailable where an encoder's plugin is missing.
    Result<void> goLive(std::vector<Destination> destinations, EncoderSettings settings);
    /// Says goodbye to every destination and waits for that, at most two seconds.
    void stop();
    [[nodiscard]] LiveStatistics statistics() const;
    /// Told of each change of state of each destination, on a thread of our own: post to yours.
    void setStateListener(StateListener listener);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
