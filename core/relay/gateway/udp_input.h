#pragma once

#include <boost/asio/ip/udp.hpp>
#include <functional>
#include <memory>

#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/relay/gateway/sender_lock.h"
#include "core/relay/gateway/stream_feed.h"

namespace footlight::relay::gateway {

using MakeFeed = std::function<std::unique_ptr<StreamFeed>()>;

/// Receives a transport stream by UDP, unicast or multicast, for one channel: a transcoder from the first
/// datagram that counts until four seconds of silence. Lives on its loop.
class UdpInput {
public:
    static constexpr std::chrono::seconds kSilence{4};

    /// Conflict where the port is taken, Invalid where the address is none of this machine and no multicast
    /// group.
    static Result<std::unique_ptr<UdpInput>> open(const net::Executor& executor, const std::string& address,
                                                  std::uint16_t port, std::vector<std::string> sources,
                                                  MakeFeed makeFeed, Logger logger);

    /// Until it is cancelled.
    net::Task<> run();

private:
    UdpInput(boost::asio::ip::udp::socket socket, SenderLock senders, MakeFeed makeFeed, Logger logger);
    void receiveAll();
    void take(ByteView datagram, const boost::asio::ip::udp::endpoint& sender, SteadyTime now);

    boost::asio::ip::udp::socket socket_;
    SenderLock senders_;
    MakeFeed makeFeed_;
    Logger logger_;
    std::unique_ptr<StreamFeed> feed_;
    SteadyTime lastAt_{};
    bool hasToldOthers_ = false;
};

}  // namespace footlight::relay::gateway
