#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <exception>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/net/http/outgoing.h"
#include "core/net/http/request_parser.h"
#include "core/net/http/server_state.h"
#include "core/net/stream/stream.h"

namespace footlight::net::http {

/// One client's connection: reads requests one after the other, asks the handler, writes the answers. Owned
/// by its task in the server's TaskGroup; the server's sweep looks at its deadline.
class Connection {
public:
    Connection(std::shared_ptr<ServerState> server, Stream stream, std::string peerAddress,
               Admission::Ticket ticket);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Cancels what run() waits for; before it begins.
    void setSignal(std::shared_ptr<boost::asio::cancellation_signal> signal) { signal_ = std::move(signal); }
    /// Until the client, a limit or the server ends the connection.
    Task<> run();
    /// Cancels what the connection waits for once its deadline is over.
    void checkDeadline(SteadyTime now);
    /// Ends the connection after the answer under way, at once if there is none.
    void drain();
    /// A handler works for the client.
    [[nodiscard]] bool isAsking() const { return asking_; }
    [[nodiscard]] int descriptor() { return stream_.socket().native_handle(); }
    /// The client has closed at least its sending half. When it does not come to its answer within a grace
    /// the handler is cancelled, since nobody waits for it.
    void clientLeft(SteadyTime now);

private:
    enum class Input : std::uint8_t { Data, Ended, Expired };

    void arm(std::chrono::milliseconds limit);
    Task<Input> fill();
    Task<bool> awaitRequest();
    Task<bool> readRequest(RequestParser& parser);
    Task<bool> beginBody(RequestParser& parser);
    Task<bool> storeBody(RequestParser& parser, std::size_t least);
    Request takeRequest(RequestParser& parser);
    Task<> refuse(unsigned status, std::string_view code, std::string_view detail);
    Task<bool> answer(RequestParser& parser);
    Task<std::optional<Response>> ask(Request request);
    [[nodiscard]] std::optional<Response> mistake(const std::exception& thrown) const;
    Task<bool> write(Response response, bool withBody, bool keepAlive, bool isHttp10);
    Task<bool> shakeHands();
    Task<bool> writeAll(Outgoing outgoing);
    Task<bool> awaitRoom(Stream::Next next);
    Task<> linger();
    Task<> upgrade(RequestParser& parser);

    std::shared_ptr<ServerState> server_;
    Stream stream_;
    std::string peerAddress_;
    Admission::Ticket ticket_;
    std::shared_ptr<OpenPlace> openPlace_;
    std::list<Connection*>::iterator place_;
    std::shared_ptr<boost::asio::cancellation_signal> signal_;
    std::string buffer_;
    std::optional<BodyFile> bodyFile_;
    SteadyTime deadline_ = SteadyTime::max();
    std::optional<SteadyTime> leftAt_;  ///< while asking: since when the client sends nothing more
    std::uint64_t sentInWindow_ = 0;
    std::uint32_t requests_ = 0;
    bool expired_ = false;
    bool idle_ = false;
    bool asking_ = false;
    bool mustBeSecure_ = false;  ///< speaks plain HTTP where only this machine may
};

}  // namespace footlight::net::http
