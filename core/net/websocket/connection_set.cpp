#include "core/net/websocket/connection_set.h"

#include <algorithm>

#include "core/net/websocket/handshake.h"

namespace footlight::net::websocket {

namespace {

/// Deadlines are kept to an eighth of the shortest.
std::chrono::milliseconds sweepEvery(const SessionLimits& limits) {
    const auto shortest = std::min({limits.ping, limits.silence, limits.close});
    return std::clamp(shortest / 8, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
}

}  // namespace

ConnectionSet::ConnectionSet(AcceptorOptions options, Logger logger)
    : options_(std::move(options)), logger_(std::move(logger)) {}

ConnectionSet::~ConnectionSet() { end(); }

std::optional<http::Response> ConnectionSet::refusal(const http::Request& request, bool isEarly) const {
    return handshakeRefusal(request, isEarly, options_);
}

void ConnectionSet::take(http::Upgrade upgrade) {
    if (!timer_) {
        timer_.emplace(upgrade.stream.get_executor());
    }
    if (connections_.empty()) {
        now_ = std::chrono::steady_clock::now();
    }
    const auto connection = std::make_shared<Connection>(*this, upgrade);
    connection->place = connections_.size();
    connections_.push_back(connection);
    arm();
    connection->begin(handshakeAnswer(upgrade.request), options_.handler, upgrade.request);
}

void ConnectionSet::remove(Connection& connection) {
    const auto place = connection.place;
    std::swap(connections_[place], connections_.back());
    connections_[place]->place = place;
    connections_.pop_back();
}

void ConnectionSet::drain() {
    for (std::size_t i = connections_.size(); i-- > 0;) {
        connections_[i]->close(CloseCode::GoingAway, "the relay is stopping");
    }
}

void ConnectionSet::end() {
    while (!connections_.empty()) {
        // A copy: the set forgets it meanwhile.
        const auto last = connections_.back();
        last->end();
    }
    if (timer_) {
        timer_->cancel();
    }
}

/// Only while there is somebody to look after.
void ConnectionSet::arm() {
    if (isArmed_ || connections_.empty()) {
        return;
    }
    isArmed_ = true;
    timer_->expires_after(sweepEvery(options_.limits));
    timer_->async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
        if (const auto self = weak.lock()) {
            self->isArmed_ = false;
            if (!error) {
                self->sweep();
            }
        }
    });
}

void ConnectionSet::sweep() {
    now_ = std::chrono::steady_clock::now();
    // Backwards: whoever ends is replaced by one that has been looked at.
    for (std::size_t i = connections_.size(); i-- > 0;) {
        const auto one = connections_[i];
        one->checkDeadlines(now_);
    }
    arm();
}

}  // namespace footlight::net::websocket
