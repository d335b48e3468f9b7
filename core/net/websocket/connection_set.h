#pragma once

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/net/websocket/connection.h"

namespace footlight::net::websocket {

/// The WebSocket connections of one server, and what they share: the buffer that all are read into, the
/// timer that looks at everybody's deadlines. On the server's loop.
class ConnectionSet final : public http::Upgrader, public std::enable_shared_from_this<ConnectionSet> {
public:
    ConnectionSet(AcceptorOptions options, Logger logger);
    ~ConnectionSet() override;
    ConnectionSet(const ConnectionSet&) = delete;
    ConnectionSet& operator=(const ConnectionSet&) = delete;

    [[nodiscard]] std::optional<http::Response> refusal(const http::Request& request,
                                                        bool isEarly) const override;
    void take(http::Upgrade upgrade) override;
    void drain() override;
    void end() override;

    /// For its connections: one has ended.
    void remove(Connection& connection);
    [[nodiscard]] std::span<std::uint8_t> scratch() { return scratch_; }
    /// Of the last sweep: exact enough for silence.
    [[nodiscard]] SteadyTime now() const { return now_; }
    [[nodiscard]] const SessionLimits& limits() const { return options_.limits; }
    [[nodiscard]] const Logger& logger() const { return logger_; }
    [[nodiscard]] const SharedFrame& ping() const { return ping_; }

private:
    void sweep();
    void arm();

    AcceptorOptions options_;
    Logger logger_;
    SharedFrame ping_ = std::make_shared<const Frame>(Opcode::Ping, "");
    std::vector<std::shared_ptr<Connection>> connections_;
    std::array<std::uint8_t, 16 * 1024> scratch_{};
    SteadyTime now_{};
    std::optional<boost::asio::steady_timer> timer_;
    bool isArmed_ = false;
};

}  // namespace footlight::net::websocket
