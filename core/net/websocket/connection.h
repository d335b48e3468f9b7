#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/net/http/upgrade.h"
#include "core/net/websocket/decoder.h"
#include "core/net/websocket/outbox.h"
#include "core/net/websocket/session.h"

namespace footlight::net::websocket {

class ConnectionSet;

/// The inside of a Session: one connection after its handshake. Without coroutine, timer or buffer of its
/// own: it waits for its socket alone, reads into the buffer of its ConnectionSet, and that one looks at its
/// deadlines. It lives until it has ended.
class Connection final : public Session, public std::enable_shared_from_this<Connection> {
public:
    /// Takes the upgrade apart; leaves its request.
    Connection(ConnectionSet& set, http::Upgrade& upgrade);

    /// Sends the handshake's answer and begins to read.
    void begin(std::string_view answer, const Handler& handler, const http::Request& request);
    void send(SharedFrame frame, Priority priority) override;
    void close(CloseCode code, std::string_view reason) override;
    void pause() override { isPaused_ = true; }
    void resume() override;
    /// Nothing goes in or out any more.
    void end();
    /// Pings, and ends a connection that is silent or does not close in time.
    void checkDeadlines(SteadyTime now);

    [[nodiscard]] bool isOpen() const override { return phase_ == Phase::Open; }
    [[nodiscard]] bool isBehind() const override { return !outbox_.isEmpty(); }
    [[nodiscard]] const std::string& peerAddress() const override { return peerAddress_; }
    [[nodiscard]] std::uint64_t dropped() const override { return outbox_.dropped(); }

    /// Where the set finds it; the set's alone.
    std::size_t place = 0;

private:
    enum class Phase : std::uint8_t {
        Open,
        Closing,  ///< our close frame is on its way; the peer's is waited for
        Closed,   ///< both are: it ends once everything is sent
        Failed,   ///< the peer broke the protocol: nothing that it sends is read
        Ended,
    };

    void awaitReadable(Stream::Next what);
    void readable();
    void takeEvents();
    bool takeEvent(Decoder::Step step);
    void takeText();
    void takeClose();
    void fail(CloseCode code, std::string_view reason);
    void beginClose(Phase phase, CloseCode code, std::string_view reason);
    void flush();
    void awaitWritable(Stream::Next what);
    void everythingSent();

    ConnectionSet* set_;  ///< nothing once this has ended
    Stream stream_;
    std::string peerAddress_;
    http::Admission::Ticket ticket_;
    std::shared_ptr<void> serverPlace_;
    std::shared_ptr<Receiver> receiver_;
    Decoder decoder_;
    Outbox outbox_;
    SteadyTime heardAt_;
    SteadyTime pingedAt_;
    SteadyTime closeBy_ = SteadyTime::max();
    Phase phase_ = Phase::Open;
    bool isPaused_ = false;
    bool isReading_ = false;  ///< waits for the socket
    bool isTaking_ = false;   ///< messages that arrived together: their answers go out together
    bool isWriting_ = false;
};

}  // namespace footlight::net::websocket
