#pragma once

#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/net/stream/stream.h"
#include "core/rtmp/protocol/client_peer.h"

namespace footlight::rtmp {

/// Where a relay is.
struct RelayAddress {
    std::string host;
    std::uint16_t port = 1935;
    std::shared_ptr<const net::TlsClient> tls{};  ///< whom to trust; empty: plain RTMP
};

/// The client's end of one connection, below Publisher and Player: bytes between socket and peer. Used on its
/// executor; one reads and one writes at a time.
class ClientConnection {
public:
    ClientConnection(net::Executor executor, ClientOptions options);

    /// Finds the host and connects. The kernel gives the connection up where the relay acknowledges nothing
    /// for `patience`. Unavailable; Denied where its certificate is not to be trusted.
    net::Task<Result<void>> reach(RelayAddress address, std::chrono::milliseconds patience);
    /// Gives the peer what comes next; Closed where nothing more does.
    net::Task<Result<void>> read();
    /// Sends what the peer has to say; the error is the kernel's.
    net::Task<boost::system::error_code> flush();
    void close();
    /// No byte more from us; theirs still come.
    void finishSending();

    [[nodiscard]] ClientPeer& peer() { return peer_; }
    [[nodiscard]] int descriptor();
    [[nodiscard]] std::uint64_t bytesSent() const { return bytesSent_; }
    /// While a write is under way: when the kernel last took a byte.
    [[nodiscard]] std::optional<SteadyTime> writingSince() const { return writingSince_; }

private:
    net::Stream stream_;
    ClientPeer peer_;
    Bytes received_;
    std::optional<SteadyTime> writingSince_;
    std::uint64_t bytesSent_ = 0;
};

/// "rtmp://host:port/app" or "rtmps://...", as tcUrl has it.
std::string urlOf(const RelayAddress& address, const std::string& app);

}  // namespace footlight::rtmp
