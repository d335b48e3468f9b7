#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/media/types/packet.h"
#include "core/net/async/task.h"
#include "core/rtmp/session/stream_metadata.h"

namespace footlight::net {
class TlsClient;
}

namespace footlight::rtmp {

/// Where to publish. `tcUrl` empty: made of host, port and app.
struct PublishTarget {
    std::string host;
    std::uint16_t port = 1935;
    std::string app = "live";
    Secret streamKey;
    std::string tcUrl;
    std::shared_ptr<const net::TlsClient> tls;       ///< whom to trust; empty: plain RTMP
    std::chrono::milliseconds connectLimit{10'000};  ///< for everything until the relay has said yes
    std::chrono::milliseconds writeLimit{10'000};    ///< how long the relay may take no byte at all
};

/// A publishing RTMP client on one event loop. All calls on its executor, one at a time; a call under way may
/// be cancelled, after which only statistics() and destruction are left. Errors carry the relay's own words:
/// Denied (the key), Conflict (somebody publishes there), Unsupported (a codec), Closed, Timeout,
/// Unavailable.
class Publisher {
public:
    struct Statistics {
        std::uint64_t bytesSent = 0;          ///< given to the kernel
        std::uint64_t bytesAcknowledged = 0;  ///< by RTMP acknowledgements, as far as the relay sends them
        std::uint64_t unsentBytes = 0;        ///< in the kernel, not yet acknowledged by TCP
        std::optional<std::chrono::microseconds> roundTrip;  ///< TCP's smoothed estimate
    };

    /// Connects, shakes hands and has the publication accepted.
    static net::Task<Result<std::unique_ptr<Publisher>>> connect(net::Executor executor, PublishTarget target,
                                                                 Logger logger);
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    /// Sends onMetaData and the sequence headers; again where the tracks change. Every codec; further tracks
    /// as Enhanced RTMP v2 has them.
    net::Task<Result<void>> start(media::Tracks tracks, StreamMetadata metadata);
    /// Returns once the kernel has taken it: a slow network is felt here. Times are cut to milliseconds, from
    /// zero upwards.
    net::Task<Result<void>> send(media::Packet packet);
    /// Just before each key frame: `at` was captured at `utc` of the relay's clock.
    net::Task<Result<void>> sendCaptureClock(media::MediaTime at, UtcTime utc);
    /// How many network packets were lost on the way to us since the beginning; now and then, where that is
    /// known. `at` is the media time.
    net::Task<Result<void>> sendNetworkLoss(media::MediaTime at, std::int64_t total);
    /// Ends the broadcast (FCUnpublish, deleteStream), lets the relay read it, closes.
    net::Task<Result<void>> finish();

    [[nodiscard]] Statistics statistics() const;
    /// The relay has asked us to connect again (Enhanced RTMP v2): at this URL, which may be relative to
    /// tcUrl, or where it is empty at the same place. Until the next connection stands we go on here.
    [[nodiscard]] const std::optional<std::string>& reconnectAsked() const;

private:
    struct State;
    explicit Publisher(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace footlight::rtmp
