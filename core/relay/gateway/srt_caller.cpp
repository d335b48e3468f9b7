#include "core/relay/gateway/srt_caller.h"

#include <netdb.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace footlight::relay::gateway {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirstPause{1'000};
constexpr milliseconds kLongestPause{15'000};
constexpr milliseconds kLookAgain{100};
constexpr int kConnectLimit = 3'000;  // milliseconds
constexpr int kDefaultLatency = 120;  // milliseconds
constexpr int kLongestLatency = 10'000;

struct FreeAddresses {
    void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

int latencyOf(const InputUrl& url) {
    const std::string text = url.parameter("latency");
    int value = kDefaultLatency;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 0, kLongestLatency);
}

}  // namespace

SrtCaller::SrtCaller(InputUrl url, Secret passphrase, MakeFeed makeFeed, Logger logger)
    : url_(std::move(url)),
      passphrase_(std::move(passphrase)),
      makeFeed_(std::move(makeFeed)),
      logger_(std::move(logger)),
      thread_([this] { run(); }) {}

SrtCaller::~SrtCaller() {
    isStopping_ = true;
    thread_.join();
}

Result<SrtSocket> SrtCaller::connect() const {
    addrinfo hints{};
    hints.ai_socktype = SOCK_DGRAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(url_.host.c_str(), std::to_string(url_.port).c_str(), &hints, &found) != 0) {
        return fail(ErrorCategory::Unavailable, "srt.name", "nobody knows the address of " + url_.host);
    }
    const std::unique_ptr<addrinfo, FreeAddresses> addresses(found);
    SrtSocket socket(srt_create_socket());
    if (auto prepared = prepareSrt(socket, latencyOf(url_), passphrase_); !prepared) {
        return fail(std::move(prepared.error()));
    }
    srt_setsockflag(socket.value(), SRTO_CONNTIMEO, &kConnectLimit, sizeof kConnectLimit);
    const std::string streamId = url_.parameter("streamid");
    if (!streamId.empty()) {
        srt_setsockflag(socket.value(), SRTO_STREAMID, streamId.data(), static_cast<int>(streamId.size()));
    }
    if (srt_connect(socket.value(), found->ai_addr, static_cast<int>(found->ai_addrlen)) != 0) {
        return fail(
            ErrorCategory::Unavailable, "srt.connect",
            std::string("cannot connect: ") + srt_rejectreason_str(srt_getrejectreason(socket.value())));
    }
    return socket;
}

void SrtCaller::run() {
    milliseconds pause = kFirstPause;
    bool hasTold = false;
    while (!isStopping_) {
        const auto socket = connect();
        if (socket) {
            logger_.info("connected to {}:{}", url_.host, url_.port);
            receiveSrt(*socket, makeFeed_, isStopping_, logger_);
            pause = kFirstPause;
            hasTold = false;
        } else if (!std::exchange(hasTold, true)) {
            logger_.warning("{}:{}: {}; trying again", url_.host, url_.port, socket.error().message());
        }
        for (milliseconds waited{0}; waited < pause && !isStopping_; waited += kLookAgain) {
            std::this_thread::sleep_for(kLookAgain);
        }
        pause = std::min(2 * pause, kLongestPause);
    }
}

}  // namespace footlight::relay::gateway
