#include "core/relay/gateway/udp_input.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/ip/multicast.hpp>
#include <boost/asio/steady_timer.hpp>

#include "core/net/async/deadline.h"

namespace footlight::relay::gateway {

namespace asio = boost::asio;
using asio::ip::udp;

namespace {

constexpr int kReceiveBuffer = 2 * 1024 * 1024;
constexpr std::size_t kDatagram = 2'048;
constexpr std::size_t kAtOnce = 32;

/// On every interface that can, loopback included: which one the stream comes by is not for us to know.
void join(udp::socket& socket, const asio::ip::address& group) {
    boost::system::error_code ignored;
    if (group.is_v6()) {
        socket.set_option(asio::ip::multicast::join_group(group), ignored);
        return;
    }
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0) {
        return;
    }
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr != nullptr && one->ifa_addr->sa_family == AF_INET &&
            (one->ifa_flags & IFF_UP) != 0) {
            const auto& own = *reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
            const asio::ip::address_v4 interface(ntohl(own.sin_addr.s_addr));
            socket.set_option(asio::ip::multicast::join_group(group.to_v4(), interface), ignored);
        }
    }
    ::freeifaddrs(all);
}

Result<udp::socket> bind(const net::Executor& executor, const std::string& host, std::uint16_t port) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    udp::socket socket(executor);
    if (!error) {
        socket.open(address.is_v6() ? udp::v6() : udp::v4(), error);
    }
    if (!error) {
        socket.set_option(asio::socket_base::receive_buffer_size(kReceiveBuffer), error);
        // Several may listen to a group; a unicast port has one owner.
        socket.set_option(asio::socket_base::reuse_address(address.is_multicast()), error);
        socket.bind({address, port}, error);
    }
    if (error) {
        const bool isTaken = error == asio::error::address_in_use;
        return fail(isTaken ? ErrorCategory::Conflict : ErrorCategory::Invalid, "input.udp",
                    "cannot listen on udp://" + host + ":" + std::to_string(port) + ": " + error.message());
    }
    if (address.is_multicast()) {
        join(socket, address);
    }
    socket.non_blocking(true, error);
    return socket;
}

udp::endpoint endpointOf(const sockaddr_storage& address, socklen_t length) {
    udp::endpoint endpoint;
    std::memcpy(endpoint.data(), &address, std::min<std::size_t>(length, endpoint.capacity()));
    endpoint.resize(length);
    return endpoint;
}

}  // namespace

Result<std::unique_ptr<UdpInput>> UdpInput::open(const net::Executor& executor, const std::string& address,
                                                 std::uint16_t port, std::vector<std::string> sources,
                                                 MakeFeed makeFeed, Logger logger) {
    auto socket = bind(executor, address, port);
    if (!socket) {
        return fail(std::move(socket.error()));
    }
    boost::system::error_code ignored;
    const bool isMulticast = socket->local_endpoint(ignored).address().is_multicast();
    return std::unique_ptr<UdpInput>(new UdpInput(std::move(*socket),
                                                  SenderLock(std::move(sources), isMulticast),
                                                  std::move(makeFeed), std::move(logger)));
}

UdpInput::UdpInput(udp::socket socket, SenderLock senders, MakeFeed makeFeed, Logger logger)
    : socket_(std::move(socket)),
      senders_(std::move(senders)),
      makeFeed_(std::move(makeFeed)),
      logger_(std::move(logger)) {}

net::Task<> UdpInput::run() {
    using asio::experimental::awaitable_operators::operator||;
    asio::steady_timer timer(socket_.get_executor());
    for (;;) {
        timer.expires_at(feed_ ? lastAt_ + kSilence : SteadyTime::max());
        const auto outcome = co_await (socket_.async_wait(udp::socket::wait_read, net::kValues) ||
                                       timer.async_wait(net::kValues));
        if ((co_await asio::this_coro::cancellation_state).cancelled() != asio::cancellation_type::none) {
            co_return;
        }
        if (outcome.index() == 0) {
            receiveAll();
        } else if (feed_ && std::chrono::steady_clock::now() >= lastAt_ + kSilence) {
            logger_.info("no datagram for {} s: the stream is over", kSilence.count());
            feed_.reset();
        }
    }
}

void UdpInput::receiveAll() {
    struct Slot {
        std::array<std::uint8_t, kDatagram> bytes;
        sockaddr_storage sender;
        iovec place;
    };
    static thread_local std::array<Slot, kAtOnce> slots;
    std::array<mmsghdr, kAtOnce> messages{};
    for (std::size_t i = 0; i < kAtOnce; ++i) {
        slots[i].place = {slots[i].bytes.data(), slots[i].bytes.size()};
        messages[i].msg_hdr.msg_iov = &slots[i].place;
        messages[i].msg_hdr.msg_iovlen = 1;
        messages[i].msg_hdr.msg_name = &slots[i].sender;
        messages[i].msg_hdr.msg_namelen = sizeof slots[i].sender;
    }
    const int count = ::recvmmsg(socket_.native_handle(), messages.data(), kAtOnce, MSG_DONTWAIT, nullptr);
    const auto now = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        take(ByteView(slots[at].bytes).first(messages[at].msg_len),
             endpointOf(slots[at].sender, messages[at].msg_hdr.msg_namelen), now);
    }
}

void UdpInput::take(ByteView datagram, const udp::endpoint& sender, SteadyTime now) {
    const std::string address = sender.address().to_string();
    if (!senders_.admit(address, sender.port(), sender.address().is_loopback(), now)) {
        if (!std::exchange(hasToldOthers_, true)) {
            logger_.warning("{} sends too, and is not listened to: it is not listed, or another one sends",
                            address);
        }
        return;
    }
    lastAt_ = now;
    if (!feed_) {
        logger_.info("{} sends", address);
        feed_ = makeFeed_();
    }
    feed_->write(datagram);
}

}  // namespace footlight::relay::gateway
