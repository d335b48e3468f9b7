#include "core/relay/api/socket_connection.h"

#include <algorithm>
#include <exception>
#include <variant>

#include "core/accounts/name.h"
#include "core/relay/hub/frame.h"
#include "core/wire/json.h"
#include "core/wire/nonce.h"

namespace footlight::relay::api {

using net::websocket::CloseCode;

namespace {

constexpr double kMessagesPerSecond = 50;
constexpr double kMessageBurst = 100;

}  // namespace

SocketConnection::SocketConnection(SocketContext& context, std::shared_ptr<net::websocket::Session> session,
                                   std::shared_ptr<const std::string> host, ConnectionCounts::Place place)
    : context_(context),
      session_(std::move(session)),
      host_(std::move(host)),
      joins_(kJoins / std::chrono::duration<double>(kJoinWindow).count(), kJoins, context.clock.steadyNow()),
      messages_(kMessagesPerSecond, kMessageBurst, context.clock.steadyNow()),
      addressPlace_(std::move(place)) {}

void SocketConnection::ended() {
    stage_ = Stage::Ended;
    addressPlace_.reset();
    userPlace_.reset();
    onlinePlace_.reset();
    if (!isBusy_) {
        leaveAll();
    }
}

void SocketConnection::leaveAll() {
    for (const auto& channel : std::exchange(joined_, {})) {
        context_.rooms.leave(*this, channel);
    }
}

void SocketConnection::deliver(const hub::SharedFrame& frame, hub::Priority priority) {
    session_->send(frame, priority);
}

const std::string& SocketConnection::address() const {
    static const std::string kNotCounted;
    return addressPlace_ ? session_->peerAddress() : kNotCounted;
}

void SocketConnection::signOut() { session_->close(CloseCode::SignedOut, "signed out"); }

/// No guest is taken for an account.
std::string SocketConnection::presenceKey() const {
    return account_ ? account_->id.text() : guest_.empty() ? "" : "guest " + guest_;
}

std::string SocketConnection::playback(const accounts::Channel& channel) const {
    return context_.urls.live(*host_, channel, account_);
}

void SocketConnection::send(const wire::ServerMessage& message) { session_->send(hub::frame(message)); }

void SocketConnection::later(std::string name, net::Task<> task) {
    isBusy_ = true;
    session_->pause();
    context_.tasks.spawn(std::move(name), during(shared_from_this(), std::move(task)));
}

net::Task<> SocketConnection::during(std::shared_ptr<SocketConnection> self, net::Task<> task) {
    std::exception_ptr thrown;
    try {
        co_await std::move(task);
    } catch (const std::exception&) {
        thrown = std::current_exception();
    }
    self->isBusy_ = false;
    if (self->stage_ == Stage::Ended) {
        self->leaveAll();
    }
    if (thrown) {
        self->session_->close(CloseCode::InternalError, "the relay made a mistake");
        std::rethrow_exception(thrown);  // for the log
    }
    self->session_->resume();
}

void SocketConnection::receive(std::string_view text) {
    if (!messages_.take(context_.clock.steadyNow())) {
        session_->close(CloseCode::TryAgainLater, "too many messages");
        return;
    }
    auto message = wire::parse<wire::ClientMessage>(text);
    if (!message) {
        send(wire::ErrorMessage{"socket.invalid", message.error().field, message.error().message,
                                wire::nonceIn(text)});
    } else if (stage_ == Stage::Silent) {
        greet(std::move(*message));
    } else {
        take(std::move(*message));
    }
}

void SocketConnection::refuseSilence() {
    if (stage_ == Stage::Silent) {
        session_->close(CloseCode::PolicyViolation, "say hello first");
    }
}

void SocketConnection::greet(wire::ClientMessage message) {
    auto* hello = std::get_if<wire::Hello>(&message);
    if (hello == nullptr) {
        send(wire::ErrorMessage{"socket.hello_first", {}, "Say `hello` before anything else.", {}});
        return;
    }
    isPerson_ = hello->kind.value_or(wire::ClientKind::Viewer) == wire::ClientKind::Viewer;
    if (const auto owner = hello->token ? context_.accounts.known(*hello->token) : std::nullopt) {
        admit(*owner);
    } else if (hello->token) {
        stage_ = Stage::Welcome;
        later("a hello", authenticate(std::move(*hello->token)));
    } else {
        guest_ = std::move(hello->guest).value_or("");
        welcome(std::nullopt);
    }
}

net::Task<> SocketConnection::authenticate(Secret token) {
    const auto owner = co_await context_.accounts.identify(std::move(token));
    if (stage_ == Stage::Ended) {
        co_return;
    }
    if (!owner) {
        send(hub::errorMessage(owner.error()));
        const bool isDenied = owner.error().category() == ErrorCategory::Denied;
        session_->close(isDenied ? CloseCode::PolicyViolation : CloseCode::TryAgainLater, "not signed in");
        co_return;
    }
    admit(*owner);
}

void SocketConnection::admit(const SessionOwner& owner) {
    stage_ = Stage::Welcome;
    userPlace_ = context_.users.take(owner.account.id.text());
    if (!userPlace_) {
        session_->close(CloseCode::TryAgainLater, "too many connections of your account");
        return;
    }
    account_ = owner.account;
    sessionId_ = owner.session;
    welcome(wire::User{account_->id, account_->name});
}

void SocketConnection::welcome(std::optional<wire::User> user) {
    stage_ = Stage::Welcome;
    onlinePlace_ = context_.online.enter(*this);
    send(wire::Welcome{std::move(user), context_.clock.utcNow()});
}

void SocketConnection::take(wire::ClientMessage message) {
    if (auto* asked = std::get_if<wire::Join>(&message)) {
        join(std::move(*asked));
    } else if (const auto* left = std::get_if<wire::Leave>(&message)) {
        leave(*left);
    } else if (const auto* ping = std::get_if<wire::Ping>(&message)) {
        send(wire::Pong{ping->clientTime, context_.clock.utcNow()});
    } else if (std::holds_alternative<wire::Hello>(message)) {
        send(wire::ErrorMessage{"socket.hello_again", {}, "You have said hello already.", {}});
    } else {
        later("a message", context_.rooms.take(shared_from_this(), std::move(message)));
    }
}

bool SocketConnection::mayJoin(const std::string& folded) {
    if (joined_.size() >= kRooms) {  // it may have been put out of some
        std::erase_if(joined_, [this](const auto& name) { return !context_.rooms.isIn(*this, name); });
    }
    const bool isKnown = std::ranges::find(joined_, folded) != joined_.end();
    return (isKnown || joined_.size() < kRooms) && joins_.take(context_.clock.steadyNow());
}

void SocketConnection::join(wire::Join join) {
    const auto folded = accounts::foldName(join.channel);
    if (!mayJoin(folded)) {
        send(wire::ErrorMessage{
            "socket.too_many_rooms", "channel", "At most 20 rooms at a time, and 20 joins in 10 s.", {}});
        return;
    }
    if (const auto joined = context_.rooms.joinAtOnce(*this, join)) {
        entered(folded, *joined);
    } else {
        later("a join", enter(std::move(join)));
    }
}

net::Task<> SocketConnection::enter(wire::Join join) {
    const auto folded = accounts::foldName(join.channel);
    auto joined = co_await context_.rooms.join(shared_from_this(), std::move(join));
    if (!joined) {
        send(hub::errorMessage(joined.error()));
        co_return;
    }
    entered(folded, *joined);
}

void SocketConnection::entered(const std::string& folded, std::string_view joined) {
    forget(folded);
    joined_.push_back(folded);
    session_->send(net::websocket::shareText(joined));
}

void SocketConnection::leave(const wire::Leave& leave) {
    context_.rooms.leave(*this, leave.channel);
    forget(accounts::foldName(leave.channel));
    send(wire::Left{leave.channel});
}

void SocketConnection::forget(const std::string& folded) { std::erase(joined_, folded); }

}  // namespace footlight::relay::api
