#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/net/async/task_group.h"
#include "core/net/http/token_bucket.h"
#include "core/net/websocket/session.h"
#include "core/relay/api/connection_counts.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/account_service.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/online.h"
#include "core/relay/hub/rooms.h"
#include "core/wire/socket.h"

namespace footlight::relay::api {

/// What every live socket uses; outlives them all.
struct SocketContext {
    hub::AccountService& accounts;
    hub::Online& online;
    hub::Rooms& rooms;
    const PlaybackUrls& urls;
    const Clock& clock;
    ConnectionCounts& users;
    net::TaskGroup& tasks;
};

/// One live socket: waits for its Hello, takes the client's messages, hands it those of its rooms. One
/// message is taken at a time: while something is looked up for it, the next ones wait in the kernel. Owned
/// by its session; leaves its rooms when that has ended. There are many: what it holds is small.
class SocketConnection final : public hub::Member,
                               public net::websocket::Receiver,
                               public std::enable_shared_from_this<SocketConnection> {
public:
    static constexpr std::size_t kRooms = 20;
    static constexpr double kJoins = 20;
    static constexpr std::chrono::seconds kJoinWindow{10};

    /// `host` is the one by which the client knows us, `place` its place among those of its address.
    SocketConnection(SocketContext& context, std::shared_ptr<net::websocket::Session> session,
                     std::shared_ptr<const std::string> host, ConnectionCounts::Place place);

    void receive(std::string_view text) override;
    void ended() override;
    [[nodiscard]] bool isWelcome() const { return stage_ == Stage::Welcome; }
    /// For one that has said no Hello in time.
    void refuseSilence();

    void deliver(const hub::SharedFrame& frame, hub::Priority priority) override;
    [[nodiscard]] bool isBehind() const override { return session_->isBehind(); }
    [[nodiscard]] const std::optional<accounts::Account>& account() const override { return account_; }
    [[nodiscard]] const std::string& address() const override;
    [[nodiscard]] SessionId session() const override { return sessionId_; }
    void signOut() override;
    [[nodiscard]] std::string presenceKey() const override;
    [[nodiscard]] bool isPerson() const override { return isPerson_; }
    [[nodiscard]] std::string playback(const accounts::Channel& channel) const override;

private:
    enum class Stage : std::uint8_t { Silent, Welcome, Ended };

    void send(const wire::ServerMessage& message);
    /// Does what takes a while; nothing is received meanwhile.
    void later(std::string name, net::Task<> task);
    static net::Task<> during(std::shared_ptr<SocketConnection> self, net::Task<> task);

    void greet(wire::ClientMessage message);
    net::Task<> authenticate(Secret token);
    void admit(const SessionOwner& owner);
    void welcome(std::optional<wire::User> user);

    void take(wire::ClientMessage message);
    void join(wire::Join join);
    net::Task<> enter(wire::Join join);
    void entered(const std::string& folded, std::string_view joined);
    [[nodiscard]] bool mayJoin(const std::string& folded);
    void leave(const wire::Leave& leave);
    void forget(const std::string& folded);
    void leaveAll();

    SocketContext& context_;
    std::shared_ptr<net::websocket::Session> session_;
    std::shared_ptr<const std::string> host_;
    std::optional<accounts::Account> account_;
    SessionId sessionId_;
    std::string guest_;  ///< what a guest calls itself
    std::vector<std::string> joined_;
    net::http::TokenBucket joins_;
    net::http::TokenBucket messages_;
    ConnectionCounts::Place addressPlace_;
    ConnectionCounts::Place userPlace_;
    hub::Online::Place onlinePlace_;
    Stage stage_ = Stage::Silent;
    bool isPerson_ = true;
    bool isBusy_ = false;  ///< something is looked up: it stays in its rooms until that is done
};

}  // namespace footlight::relay::api
