#include "core/relay/api/socket_connection.h"

#include <variant>

#include "core/accounts/name.h"
#include "core/relay/hub/frame.h"
#include "core/wire/json.h"

namespace footlight::relay::api {
namespace {

constexpr double kMessagesPerSecond = 50;
constexpr double kMessageBurst = 100;

}  // namespace

SocketConnection::SocketConnection(std::shared_ptr<net::websocket::Session> session,
                                   std::optional<accounts::Account> account, PeerNames peer,
                                   hub::Rooms& rooms, const PlaybackUrls& urls, const Clock& clock)
    : session_(std::move(session)),
      account_(std::move(account)),
      peer_(std::move(peer)),
      rooms_(rooms),
      urls_(urls),
      clock_(clock),
      messages_(kMessagesPerSecond, kMessageBurst, clock.steadyNow()) {}

SocketConnection::~SocketConnection() {
    for (const auto& channel : joined_) {
        rooms_.leave(*this, channel);
    }
}

void SocketConnection::deliver(const hub::SharedFrame& frame, net::websocket::Priority priority) {
    session_->send(frame, priority);
}

std::string SocketConnection::playback(const accounts::Channel& channel) const {
    return urls_.live(peer_.host, channel, account_);
}

void SocketConnection::send(const wire::ServerMessage& message) {
    session_->send(hub::frame(message), net::websocket::Priority::Normal);
}

net::Task<> SocketConnection::serve() {
    for (;;) {
        const auto text = co_await session_->receive();
        if (!text) {
            co_return;
        }
        if (!messages_.take(clock_.steadyNow())) {
            session_->requestClose(net::websocket::CloseCode::TryAgainLater, "too many messages");
            co_return;
        }
        auto message = wire::parse<wire::ClientMessage>(*text);
        if (!message) {
            send(wire::ErrorMessage{"socket.invalid", message.error().field, message.error().message, {}});
            continue;
        }
        co_await take(std::move(*message));
    }
}

net::Task<> SocketConnection::take(wire::ClientMessage message) {
    if (auto* asked = std::get_if<wire::Join>(&message)) {
        co_await join(std::move(*asked));
    } else if (const auto* left = std::get_if<wire::Leave>(&message)) {
        leave(*left);
    } else if (const auto* ping = std::get_if<wire::Ping>(&message)) {
        send(wire::Pong{ping->clientTime, clock_.utcNow()});
    } else if (std::holds_alternative<wire::Hello>(message)) {
        send(wire::ErrorMessage{"socket.hello_again", {}, "You have said hello already.", {}});
    } else {
        co_await rooms_.take(shared_from_this(), std::move(message));
    }
}

bool SocketConnection::mayJoin(const std::string& folded) {
    const auto now = clock_.steadyNow();
    while (!joins_.empty() && now - joins_.front() >= kJoinWindow) {
        joins_.pop_front();
    }
    const bool isKnown = joined_.contains(folded);
    if (joins_.size() >= kJoins || (!isKnown && joined_.size() >= kRooms)) {
        return false;
    }
    joins_.push_back(now);
    return true;
}

net::Task<> SocketConnection::join(wire::Join join) {
    const auto folded = accounts::foldName(join.channel);
    if (!mayJoin(folded)) {
        send(wire::ErrorMessage{
            "socket.too_many_rooms", "channel", "At most 20 rooms at a time, and 20 joins in 10 s.", {}});
        co_return;
    }
    // Noted before the room is asked: whatever happens meanwhile, the destructor leaves it.
    const bool isNew = joined_.insert(folded).second;
    auto joined = co_await rooms_.join(shared_from_this(), std::move(join));
    if (joined) {
        send(std::move(*joined));
        co_return;
    }
    if (isNew) {
        joined_.erase(folded);
    }
    send(hub::errorMessage(joined.error()));
}

void SocketConnection::leave(const wire::Leave& leave) {
    rooms_.leave(*this, leave.channel);
    joined_.erase(accounts::foldName(leave.channel));
    send(wire::Left{leave.channel});
}

}  // namespace footlight::relay::api
