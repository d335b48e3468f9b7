#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/capture/delivery/destination.h"
#include "core/media/types/packet.h"
#include "core/net/async/task.h"

namespace footlight::capture {

struct BroadcastFormat {
    media::Tracks tracks;
    std::chrono::milliseconds keyFrameInterval{0};
    int videoKbps = 0;
    int audioKbps = 0;
};

struct LinkStatistics {
    std::optional<std::chrono::microseconds> roundTrip;
    std::uint64_t unsentBytes = 0;  ///< given to the link, not yet taken by the other side
};

/// One connection to a destination, as the sender needs it. Used on one event loop.
class DestinationLink {
public:
    virtual ~DestinationLink() = default;
    virtual net::Task<Result<void>> start(BroadcastFormat format) = 0;
    virtual net::Task<Result<void>> send(media::Packet packet) = 0;
    /// The picture at `at` was composed at `utc` (the relay's clock).
    virtual net::Task<Result<void>> sendCaptureClock(media::MediaTime at, UtcTime utc) = 0;
    /// Says goodbye, so that the other side ends the broadcast at once.
    virtual net::Task<Result<void>> finish() = 0;
    [[nodiscard]] virtual LinkStatistics statistics() const = 0;
};

/// Makes links. Denied, Conflict, Invalid and Unsupported mean that trying again will not help.
class DestinationConnector {
public:
    virtual ~DestinationConnector() = default;
    virtual net::Task<Result<std::unique_ptr<DestinationLink>>> connect(Destination destination) = 0;
};

}  // namespace footlight::capture
