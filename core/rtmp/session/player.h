#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <variant>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/media/types/packet.h"
#include "core/net/async/task.h"

namespace footlight::net {
class TlsClient;
}

namespace footlight::rtmp {

/// What to play. `tcUrl` empty: made of host, port and app.
struct PlaySource {
    std::string host;
    std::uint16_t port = 1935;
    std::string app = "live";
    Secret stream;  ///< its name, with a query where the relay wants one
    std::string tcUrl;
    std::shared_ptr<const net::TlsClient> tls;       ///< whom to trust; empty: plain RTMP
    std::chrono::milliseconds connectLimit{10'000};  ///< for everything until the relay has said yes
    std::chrono::milliseconds silenceLimit{20'000};  ///< without a byte of the relay, while playing
    std::size_t mediaMessage = 8 * 1024 * 1024;      ///< bytes
};

/// What was captured at media time `at` was captured at `utc` of the relay's clock.
struct PlayedClock {
    media::MediaTime at{};
    UtcTime utc;
};

using PlayedItem = std::variant<media::Tracks, media::Packet, PlayedClock>;

/// A playing RTMP client on one event loop. All calls on its executor, one at a time. Errors carry the
/// relay's own words: NotFound, Denied, Closed (over, or gone), Timeout, Unavailable, Corrupt, Unsupported.
class Player {
public:
    /// Connects, shakes hands and has the stream promised.
    static net::Task<Result<std::unique_ptr<Player>>> connect(net::Executor executor, PlaySource source,
                                                              Logger logger);
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// What came next. Tracks are told before the first of their packets, and again where they change; times
    /// are the relay's and may begin anywhere. Closed where the stream is over. What nobody asks for waits in
    /// the kernel.
    net::Task<Result<PlayedItem>> next();
    /// Live: what is sent meanwhile is missed.
    net::Task<Result<void>> pause(bool isPaused);

private:
    struct State;
    explicit Player(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::rtmp
