#include "core/relay/gateway/srt_stream.h"

#include <array>

namespace footlight::relay::gateway {

namespace {

constexpr std::size_t kLargestMessage = 1'456;

/// What libsrt gave up waiting for: sent too late, or never.
std::int64_t droppedPackets(const SrtSocket& socket) {
    SRT_TRACEBSTATS statistics{};
    return srt_bstats(socket.value(), &statistics, 0) == 0 ? statistics.pktRcvDropTotal : 0;
}

}  // namespace

void receiveSrt(const SrtSocket& socket, const MakeFeed& makeFeed, const std::atomic<bool>& isStopping,
                const Logger& logger) {
    std::array<char, kLargestMessage> message{};
    std::unique_ptr<StreamFeed> feed;
    SteadyTime lastAt = std::chrono::steady_clock::now();
    bool isTaken = true;
    while (!isStopping && isTaken) {
        const int count = srt_recvmsg(socket.value(), message.data(), static_cast<int>(message.size()));
        const auto now = std::chrono::steady_clock::now();
        if (count > 0) {
            lastAt = now;
            feed = feed ? std::move(feed) : makeFeed();
            isTaken = feed->write(bytesOf({message.data(), static_cast<std::size_t>(count)}));
        } else if (srt_getlasterror(nullptr) != SRT_ETIMEOUT && srt_getlasterror(nullptr) != SRT_EASYNCRCV) {
            break;
        } else if (feed && now > lastAt + UdpInput::kSilence) {
            feed.reset();
        }
    }
    logger.info("the connection is over; {} packets did not arrive in time", droppedPackets(socket));
}

}  // namespace footlight::relay::gateway
