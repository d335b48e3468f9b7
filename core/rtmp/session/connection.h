#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>

#include "core/net/http/admission.h"
#include "core/net/stream/stream.h"
#include "core/rtmp/protocol/server_peer.h"
#include "core/rtmp/session/ingest.h"
#include "core/rtmp/session/output.h"
#include "core/rtmp/session/publish_guard.h"
#include "core/rtmp/session/server_state.h"

namespace footlight::rtmp {

/// One client of the ingest server, from accept to close. Owned by its own run(); lives on the server's loop.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(std::shared_ptr<ServerState> server, net::Stream stream, std::string address);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The places that it takes among all connections, and among those that showed no key yet.
    void hold(net::http::Admission::Ticket place, PublishGuard::Ticket beforeKey);
    net::Task<> run();
    /// Closes it where it has taken too long for what it is doing.
    void checkDeadline(SteadyTime now);
    /// Ends it; the client is told why.
    void requestClose(std::string reason);
    void requestReconnect(const std::string& url);

private:
    /// Puts TLS around the connection where its first byte asks for it.
    net::Task<Result<void>> secure();
    /// Until an error ends the connection; Closed where the client went.
    net::Task<Result<void>> serve();
    net::Task<Result<void>> handleInput();
    net::Task<Result<void>> decide(PublishRequested requested);
    net::Task<Result<void>> decide(PlayRequested requested);
    net::Task<Result<std::unique_ptr<PublishSink>>> ask(PublishRequested requested);
    net::Task<Result<std::shared_ptr<PlayFeed>>> ask(PlayRequested requested);
    net::Task<Result<std::size_t>> receive();
    net::Task<Result<void>> flush();
    /// Sends what is left to say and lets the client read it before the connection goes.
    net::Task<> sayGoodbye();
    Result<void> handleStreamEvent(StreamEvent event);
    void endPublication(PublishEnd end);
    void endPlay();
    /// The stream that is played is over.
    void playEnded();
    void report(const Error& reason);
    [[nodiscard]] Error reasonFor(const boost::system::error_code& error) const;
    [[nodiscard]] SteadyTime deadline(std::string& what) const;

    std::shared_ptr<ServerState> server_;
    net::Stream stream_;
    std::string address_;
    Logger logger_;
    ServerPeer peer_;
    std::shared_ptr<Output> output_;
    std::optional<Ingest> ingest_;
    bool isPlaying_ = false;
    net::http::Admission::Ticket place_;
    PublishGuard::Ticket beforeKey_;
    PublishGuard::Ticket publication_;  ///< while it publishes
    std::optional<Error> closeReason_;
    SteadyTime accepted_;
    SteadyTime idleSince_;  ///< accept, or the end of the last publication
    SteadyTime mediaBy_;    ///< while publishing: when the next media must be there
    std::optional<SteadyTime> goodbyeBy_;
    int readsInARow_ = 0;
    std::list<Connection*>::iterator entry_;
};

}  // namespace footlight::rtmp
