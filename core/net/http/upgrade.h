#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <string>

#include "core/net/http/admission.h"
#include "core/net/http/message.h"

namespace footlight::net::http {

/// A connection that leaves HTTP: its socket, the request that asked for it, and what was read beyond that
/// request. Whoever holds it owns the connection.
struct Upgrade {
    boost::asio::ip::tcp::socket socket;
    Request request;
    std::string alreadyRead;
    Admission::Ticket ticket;
};

}  // namespace footlight::net::http
