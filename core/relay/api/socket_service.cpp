#include "core/relay/api/socket_service.h"

#include <boost/asio/steady_timer.hpp>

#include "core/relay/api/socket_connection.h"
#include "core/relay/hub/frame.h"
#include "core/wire/json.h"

namespace footlight::relay::api {

using net::websocket::CloseCode;
using net::websocket::Session;

SocketService::SocketService(hub::AccountService& accounts, hub::Rooms& rooms, const Addresses& addresses,
                             const PlaybackUrls& urls, const Clock& clock, SocketLimits limits)
    : accounts_(accounts),
      rooms_(rooms),
      addresses_(addresses),
      urls_(urls),
      clock_(clock),
      limits_(limits) {}

SocketService::Place SocketService::take(Counts& counts, const std::string& key, std::size_t limit) {
    auto& count = counts[key];
    if (count >= limit) {
        return nullptr;
    }
    ++count;
    return {&count, [&counts, key](void*) {
                const auto found = counts.find(key);
                if (--found->second == 0) {
                    counts.erase(found);
                }
            }};
}

net::Task<> SocketService::serve(std::shared_ptr<Session> session, net::http::Request request) {
    Place addressPlace;
    const bool isExempt = limits_.loopbackExempt && isLoopback(request.peerAddress);
    if (!isExempt) {
        addressPlace = take(addressCounts_, request.peerAddress, limits_.perAddress);
        if (!addressPlace) {
            session->requestClose(CloseCode::TryAgainLater, "too many connections from your address");
            co_return;
        }
    }
    const auto welcomed = co_await welcome(session);
    if (!welcomed) {
        co_return;
    }
    Place userPlace;
    std::optional<accounts::Account> account;
    if (welcomed->user) {
        userPlace = take(userCounts_, welcomed->user->id.text(), limits_.perUser);
        if (!userPlace) {
            session->requestClose(CloseCode::TryAgainLater, "too many connections of your account");
            co_return;
        }
        account = accounts::Account{welcomed->user->id, welcomed->user->name};
    }
    session->send(hub::frame(*welcomed), net::websocket::Priority::Normal);
    PeerNames peer{addresses_.hostFor(request), isExempt ? "" : request.peerAddress};
    const auto connection = std::make_shared<SocketConnection>(session, std::move(account), std::move(peer),
                                                               rooms_, urls_, clock_);
    co_await connection->serve();
}

net::Task<std::optional<wire::Hello>> SocketService::receiveHello(std::shared_ptr<Session> session) {
    boost::asio::steady_timer deadline(session->executor(), limits_.hello);
    deadline.async_wait([weak = std::weak_ptr(session)](const boost::system::error_code& error) {
        const auto waiting = error ? nullptr : weak.lock();
        if (waiting) {
            waiting->requestClose(CloseCode::PolicyViolation, "say hello first");
        }
    });
    for (;;) {
        const auto text = co_await session->receive();
        if (!text) {
            co_return std::nullopt;
        }
        auto message = wire::parse<wire::ClientMessage>(*text);
        if (message && std::holds_alternative<wire::Hello>(*message)) {
            co_return std::get<wire::Hello>(std::move(*message));
        }
        const auto refusal =
            message
                ? wire::ErrorMessage{"socket.hello_first", {}, "Say `hello` before anything else.", {}}
                : wire::ErrorMessage{"socket.invalid", message.error().field, message.error().message, {}};
        session->send(hub::frame(refusal), net::websocket::Priority::Normal);
    }
}

net::Task<std::optional<wire::Welcome>> SocketService::welcome(std::shared_ptr<Session> session) {
    auto hello = co_await receiveHello(session);
    if (!hello) {
        co_return std::nullopt;
    }
    if (!hello->token) {
        co_return wire::Welcome{std::nullopt, clock_.utcNow()};
    }
    const auto account = co_await accounts_.authenticate(*hello->token);
    if (!account) {
        session->send(hub::frame(hub::errorMessage(account.error())), net::websocket::Priority::Normal);
        const bool isDenied = account.error().category() == ErrorCategory::Denied;
        session->requestClose(isDenied ? CloseCode::PolicyViolation : CloseCode::TryAgainLater,
                              "not signed in");
        co_return std::nullopt;
    }
    co_return wire::Welcome{wire::User{account->id, account->name}, clock_.utcNow()};
}

}  // namespace footlight::relay::api
