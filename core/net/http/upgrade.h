#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <string>
#include <utility>

#include "core/net/http/admission.h"
#include "core/net/http/message.h"

namespace footlight::net::http {

/// A connection that leaves HTTP: its socket, the request that asked for it, and what was read beyond that
/// request. Whoever holds it owns the connection.
struct Upgrade {
    Upgrade(boost::asio::ip::tcp::socket from, Request asked, std::string read, Admission::Ticket held)
        : socket(std::move(from)),
          request(std::move(asked)),
          alreadyRead(std::move(read)),
          ticket(std::move(held)) {}

    boost::asio::ip::tcp::socket socket;
    Request request;
    std::string alreadyRead;
    Admission::Ticket ticket;
    /// Set by whoever took the connection: called when the server closes.
    std::function<void()> whenServerCloses;
};

}  // namespace footlight::net::http
