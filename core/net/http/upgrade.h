#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "core/net/http/admission.h"
#include "core/net/http/message.h"
#include "core/net/stream/stream.h"

namespace footlight::net::http {

/// A connection that leaves HTTP: its stream, and the request that asked for it. Whoever holds it owns the
/// connection.
struct Upgrade {
    Upgrade(Stream from, Request asked, Admission::Ticket held, std::shared_ptr<void> with)
        : stream(std::move(from)),
          request(std::move(asked)),
          ticket(std::move(held)),
          place(std::move(with)) {}

    Stream stream;
    Request request;
    Admission::Ticket ticket;
    std::shared_ptr<void> place;  ///< among the server's open connections; goes with the connection
};

/// Takes connections over after `Upgrade: websocket`; core/net/websocket makes one. Used on the server's
/// loop.
class Upgrader {
public:
    virtual ~Upgrader() = default;
    /// The answer where the connection stays with HTTP; nothing where take() comes next. `isEarly`: the
    /// client has sent more before it was answered.
    [[nodiscard]] virtual std::optional<Response> refusal(const Request& request, bool isEarly) const = 0;
    /// From here on the connection is its own.
    virtual void take(Upgrade upgrade) = 0;
    /// The server stops: what was taken shall end soon.
    virtual void drain() = 0;
    /// What was taken ends now.
    virtual void end() = 0;
};

}  // namespace footlight::net::http
