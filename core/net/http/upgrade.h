#pragma once

#include <functional>
#include <string>
#include <utility>

#include "core/net/http/admission.h"
#include "core/net/http/message.h"
#include "core/net/stream/stream.h"

namespace footlight::net::http {

/// A connection that leaves HTTP: its stream, the request that asked for it, and what was read beyond that
/// request. Whoever holds it owns the connection.
struct Upgrade {
    Upgrade(Stream from, Request asked, std::string read, Admission::Ticket held)
        : stream(std::move(from)),
          request(std::move(asked)),
          alreadyRead(std::move(read)),
          ticket(std::move(held)) {}

    Stream stream;
    Request request;
    std::string alreadyRead;
    Admission::Ticket ticket;
    /// Set by whoever took the connection: called when the server closes.
    std::function<void()> whenServerCloses;
};

}  // namespace footlight::net::http
