#include "core/net/websocket/connection_set.h"

namespace footlight::net::websocket {

std::shared_ptr<http::Upgrader> acceptor(AcceptorOptions options, Logger logger) {
    return std::make_shared<ConnectionSet>(std::move(options), std::move(logger));
}

}  // namespace footlight::net::websocket
