#include "core/relay/gateway/srt_library.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <syslog.h>

#include <array>
#include <utility>

namespace footlight::relay::gateway {

namespace {

constexpr int kReceiveTimeout = 500;  // milliseconds: how soon a thread hears that it is to end
constexpr int kPeerIdle = 5'000;      // milliseconds
constexpr std::size_t kShortest = 10;
constexpr std::size_t kLongest = 79;

void setNumber(const SrtSocket& socket, SRT_SOCKOPT option, int value) {
    srt_setsockflag(socket.value(), option, &value, sizeof value);
}

}  // namespace

SrtLibrary::SrtLibrary() {
    srt_startup();
    srt_setloglevel(LOG_CRIT);
}

SrtLibrary::~SrtLibrary() { srt_cleanup(); }

SrtSocket::SrtSocket(SrtSocket&& other) noexcept : socket_(std::exchange(other.socket_, SRT_INVALID_SOCK)) {}

SrtSocket& SrtSocket::operator=(SrtSocket&& other) noexcept {
    std::swap(socket_, other.socket_);
    return *this;
}

void SrtSocket::close() {
    if (isOpen()) {
        srt_close(std::exchange(socket_, SRT_INVALID_SOCK));
    }
}

Result<> prepareSrt(const SrtSocket& socket, int latency, const Secret& passphrase) {
    setNumber(socket, SRTO_TRANSTYPE, SRTT_LIVE);
    setNumber(socket, SRTO_LATENCY, latency);
    setNumber(socket, SRTO_RCVTIMEO, kReceiveTimeout);
    setNumber(socket, SRTO_PEERIDLETIMEO, kPeerIdle);
    if (passphrase.isEmpty()) {
        return {};
    }
    const std::string& text = passphrase.reveal();
    if (text.size() < kShortest || text.size() > kLongest ||
        srt_setsockflag(socket.value(), SRTO_PASSPHRASE, text.data(), static_cast<int>(text.size())) != 0) {
        return fail(ErrorCategory::Invalid, "srt.passphrase", "an SRT passphrase has 10 to 79 characters");
    }
    return {};
}

std::string srtErrorText() { return srt_getlasterror_str(); }

std::string srtAddressText(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET6) {
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(),
                    text.size());
    } else {
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(),
                    text.size());
    }
    return text.data();
}

bool isLoopbackAddress(const sockaddr* address) {
    if (address->sa_family == AF_INET6) {
        return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
    }
    constexpr std::uint32_t kLoopbackNet = 127;
    return ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr) >> 24 == kLoopbackNet;
}

}  // namespace footlight::relay::gateway
