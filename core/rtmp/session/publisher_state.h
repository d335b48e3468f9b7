#pragma once

#include <boost/asio/steady_timer.hpp>
#include <optional>

#include "core/net/async/task_group.h"
#include "core/rtmp/session/client_connection.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::rtmp {

/// The connection behind a Publisher; its background tasks keep it alive until they have ended.
struct Publisher::State {
    State(net::Executor executor, PublishTarget to, Logger logger);

    /// From the name of the host to the relay's yes.
    static net::Task<Result<void>> open(std::shared_ptr<State> self);
    /// Background: hears what the relay says while we send.
    static net::Task<> listen(std::shared_ptr<State> self);
    /// Background: ends the connection when the relay takes nothing for too long.
    static net::Task<> watch(std::shared_ptr<State> self);

    /// True once the relay has accepted the publication.
    net::Task<Result<bool>> hear();
    net::Task<Result<void>> flush();
    void sendConfiguration(media::TrackId track, media::Codec codec, ByteView configuration);
    /// Why the connection is of no more use: the relay's own words where it said any.
    net::Task<Error> reasonFor(boost::system::error_code error);
    void end(Error reason);

    PublishTarget target;
    ClientConnection connection;
    media::Tracks tracks;  ///< as announced
    std::optional<Error> ended;
    std::optional<std::string> reconnectAsked;
    bool isListening = false;
    boost::asio::steady_timer listeningEnded;
    std::uint32_t lastMilliseconds = 0;
    std::uint64_t bytesAcknowledged = 0;
    net::TaskGroup tasks;
};

}  // namespace footlight::rtmp
