#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/capture/delivery/destination.h"
#include "core/capture/local_copy/copy_shelf.h"

namespace footlight::capture {

struct EncoderSettings {
    int videoKbps = 2500;
    int audioKbps = 128;
    int keyframeSeconds = 2;
    std::string preset = "veryfast";           ///< of x264
    std::optional<LocalCopyRule> localCopy{};  ///< also written to this computer
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
    std::string localCopyProblem;  ///< why the local copy is not written any more; for people

    /// Everything that a viewer of that destination did not get.
    [[nodiscard]] std::uint64_t droppedFrames() const {
        std::uint64_t sum = skippedFrames + laggedFrames;
        for (const auto& destination : destinations) {
            sum += destination.droppedFrames;
        }
        return sum;
    }
};

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
    /// Does not wait: what is queued and the goodbyes go out behind, for at most two seconds; each
    /// destination then becomes Ended. A goLive meanwhile, and the end of the engine, wait for that.
    void stop();
    /// Of this broadcast, or after stop() of the last one.
    [[nodiscard]] LiveStatistics statistics() const;
    /// Told of each change of state of each destination, on a thread of our own: post to yours.
    void setStateListener(StateListener listener);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
