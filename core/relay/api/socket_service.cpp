#include "core/relay/api/socket_service.h"

#include "core/net/http/address_key.h"

namespace footlight::relay::api {

using net::websocket::CloseCode;
using net::websocket::Session;

SocketService::SocketService(net::Executor executor, hub::AccountService& accounts, hub::Online& online,
                             hub::Rooms& rooms, const Addresses& addresses, const PlaybackUrls& urls,
                             const Clock& clock, SocketLimits limits, Logger logger)
    : addresses_(addresses),
      limits_(limits),
      addressCounts_(limits.perAddress),
      userCounts_(limits.perUser),
      helloTimer_(executor),
      tasks_(executor, std::move(logger)),
      context_{accounts, online, rooms, urls, clock, userCounts_, tasks_} {}

net::Task<> SocketService::close() {
    helloTimer_.cancel();
    co_await tasks_.close();
}

std::shared_ptr<const std::string> SocketService::hostOf(const net::http::Request& request) {
    auto host = addresses_.hostFor(request);
    if (!lastHost_ || *lastHost_ != host) {
        lastHost_ = std::make_shared<const std::string>(std::move(host));
    }
    return lastHost_;
}

std::shared_ptr<net::websocket::Receiver> SocketService::open(const std::shared_ptr<Session>& session,
                                                              const net::http::Request& request) {
    ConnectionCounts::Place place;
    const auto peer = net::http::addressKeyOf(request.peerAddress);
    if (!limits_.loopbackExempt || !peer.isLoopback) {
        place = addressCounts_.take(peer.key);
        if (!place) {
            session->close(CloseCode::TryAgainLater, "too many connections from your address");
            return nullptr;
        }
    }
    const auto connection =
        std::make_shared<SocketConnection>(context_, session, hostOf(request), std::move(place));
    awaitHello(connection);
    return connection;
}

/// All wait equally long: they come to their end in the order of their begin.
void SocketService::awaitHello(const std::shared_ptr<SocketConnection>& connection) {
    waiting_.push_back({std::chrono::steady_clock::now() + limits_.hello, connection});
    if (waiting_.size() == 1) {
        armHello();
    }
}

void SocketService::armHello() {
    helloTimer_.expires_at(waiting_.front().until);
    helloTimer_.async_wait([this](const boost::system::error_code& error) {
        if (error) {
            return;
        }
        const auto now = std::chrono::steady_clock::now();
        while (!waiting_.empty() && waiting_.front().until <= now) {
            if (const auto connection = waiting_.front().connection.lock()) {
                connection->refuseSilence();
            }
            waiting_.pop_front();
        }
        if (!waiting_.empty()) {
            armHello();
        }
    });
}

}  // namespace footlight::relay::api
