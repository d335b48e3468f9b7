#include "core/net/stream/listener.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>
#include <vector>

namespace footlight::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

class ListenerTest : public testing::Test {
protected:
    Listener open(std::uint16_t port = 0, Listener::Port kind = Listener::Port::Own) {
        auto made = Listener::open(loop_.get_executor(), {"127.0.0.1", port}, kind);
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    /// Takes connections until there is one, then closes.
    void acceptOne(Listener& listener) {
        TakeConnection take = [&](tcp::socket socket, const tcp::endpoint& peer) {
            EXPECT_TRUE(socket.is_open());
            peer_ = peer;
            listener.close();
        };
        asio::co_spawn(loop_, listener.accept(std::move(take), Logger::silent()),
                       [this](const std::exception_ptr&) { hasEnded_ = true; });
        tcp::socket client(loop_);
        client.connect({asio::ip::address_v4::loopback(), listener.port()});
        const auto own = client.local_endpoint();
        loop_.run_for(std::chrono::seconds(20));
        EXPECT_EQ(peer_, own);
    }

    asio::io_context loop_;
    std::optional<tcp::endpoint> peer_;
    bool hasEnded_ = false;
};

TEST_F(ListenerTest, GivesConnectionsUntilItIsClosed) {
    Listener listener = open();
    ASSERT_NE(listener.port(), 0);
    acceptOne(listener);
    EXPECT_TRUE(hasEnded_);
    EXPECT_EQ(listener.port(), 0) << "closed";
}

TEST_F(ListenerTest, ServesASocketThatItInherits) {
    tcp::acceptor other(loop_, {asio::ip::address_v4::loopback(), 0});
    auto adopted = Listener::adopt(loop_.get_executor(), ::dup(other.native_handle()));
    ASSERT_TRUE(adopted) << adopted.error().text();
    EXPECT_EQ(adopted->port(), other.local_endpoint().port());
    acceptOne(*adopted);
    EXPECT_TRUE(hasEnded_);
}

TEST_F(ListenerTest, SaysWhatIsWrong) {
    const Listener taken = open();
    const auto second = Listener::open(loop_.get_executor(), {"127.0.0.1", taken.port()});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().category(), ErrorCategory::Conflict);
    const auto nowhere = Listener::open(loop_.get_executor(), {"relay.example", 0});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().category(), ErrorCategory::Invalid);
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    EXPECT_FALSE(Listener::adopt(loop_.get_executor(), pipe[0])) << "no socket";
    ::close(pipe[0]);
    ::close(pipe[1]);
}

TEST_F(ListenerTest, DealsConnectionsOutInTurn) {
    tcp::acceptor socket(loop_, {asio::ip::address_v4::loopback(), 0});
    const auto spread = std::make_shared<Spread>();
    constexpr std::size_t kLoops = 3;
    constexpr std::size_t kConnections = 30;
    std::array<asio::io_context, kLoops> loops;
    std::array<std::size_t, kLoops> taken{};
    std::vector<Listener> listeners;
    for (std::size_t i = 0; i < kLoops; ++i) {
        auto adopted = Listener::adopt(loops[i].get_executor(), ::dup(socket.native_handle()));
        ASSERT_TRUE(adopted) << adopted.error().text();
        listeners.push_back(std::move(*adopted));
    }
    for (std::size_t i = 0; i < kLoops; ++i) {
        TakeConnection take = [&, i](tcp::socket connection, const tcp::endpoint& peer) {
            EXPECT_EQ(connection.remote_endpoint(), peer);
            EXPECT_EQ(connection.get_executor(), net::Executor(loops[i].get_executor()));
            ++taken[i];
        };
        asio::co_spawn(loops[i], listeners[i].accept(std::move(take), Logger::silent(), spread),
                       asio::detached);
        loops[i].poll();
    }
    std::vector<tcp::socket> clients;
    for (std::size_t i = 0; i < kConnections; ++i) {
        clients.emplace_back(loop_).connect(socket.local_endpoint());
    }
    // The first loop alone is awake when they come.
    while (taken[0] < kConnections / kLoops) {
        loops[0].run_one_for(std::chrono::seconds(20));
    }
    loops[0].poll();
    loops[1].poll();
    loops[2].poll();
    EXPECT_THAT(taken, testing::Each(kConnections / kLoops));

    listeners[1].close();
    loops[1].poll();
    clients.emplace_back(loop_).connect(socket.local_endpoint());
    clients.emplace_back(loop_).connect(socket.local_endpoint());
    while (taken[0] + taken[2] < 2 * kConnections / kLoops + 2) {
        loops[0].poll();
        loops[2].poll();
    }
    EXPECT_EQ(taken[1], kConnections / kLoops) << "it has closed";
}

TEST_F(ListenerTest, SharesAPortWhereItIsAsked) {
    const Listener first = open(0, Listener::Port::Shared);
    const Listener second = open(first.port(), Listener::Port::Shared);
    EXPECT_EQ(first.port(), second.port());
}

}  // namespace
}  // namespace footlight::net
