#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/net/http/token_bucket.h"
#include "core/net/websocket/session.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/rooms.h"
#include "core/wire/socket.h"

namespace footlight::relay::api {

struct PeerNames {
    std::string host;     ///< by which the client knows us
    std::string address;  ///< of the client; empty where its rates are not counted
};

/// One live socket after its Hello: takes the client's messages, hands it those of its rooms. Owned by the
/// task that reads from it; leaves its rooms when it goes.
class SocketConnection final : public hub::Member, public std::enable_shared_from_this<SocketConnection> {
public:
    static constexpr std::size_t kRooms = 20;
    static constexpr std::size_t kJoins = 20;
    static constexpr std::chrono::seconds kJoinWindow{10};

    SocketConnection(std::shared_ptr<net::websocket::Session> session,
                     std::optional<accounts::Account> account, PeerNames peer, hub::Rooms& rooms,
                     const PlaybackUrls& urls, const Clock& clock);
    ~SocketConnection() override;

    /// Answers messages until the connection ends.
    [[nodiscard]] net::Task<> serve();

    void deliver(const hub::SharedFrame& frame, net::websocket::Priority priority) override;
    [[nodiscard]] const std::optional<accounts::Account>& account() const override { return account_; }
    [[nodiscard]] const std::string& address() const override { return peer_.address; }
    [[nodiscard]] std::string playback(const accounts::Channel& channel) const override;

private:
    void send(const wire::ServerMessage& message);
    [[nodiscard]] net::Task<> take(wire::ClientMessage message);
    [[nodiscard]] net::Task<> join(wire::Join join);
    void leave(const wire::Leave& leave);
    [[nodiscard]] bool mayJoin(const std::string& folded);

    std::shared_ptr<net::websocket::Session> session_;
    std::optional<accounts::Account> account_;
    PeerNames peer_;
    hub::Rooms& rooms_;
    const PlaybackUrls& urls_;
    const Clock& clock_;
    std::set<std::string> joined_;
    std::deque<SteadyTime> joins_;
    net::http::TokenBucket messages_;
};

}  // namespace footlight::relay::api
