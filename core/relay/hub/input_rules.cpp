#include "core/relay/hub/input_rules.h"

#include <arpa/inet.h>

#include <algorithm>

#include "core/relay/hub/stream_url.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kSources = 16;
constexpr std::uint16_t kFirstPort = 1'024;

bool isAddress(const std::string& text) {
    in6_addr parsed{};
    return ::inet_pton(AF_INET, text.c_str(), &parsed) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), &parsed) == 1;
}

tl::unexpected<Error> wrongUrl(std::string what) {
    return fail(ErrorCategory::Invalid, "input.url", std::move(what));
}

}  // namespace

Result<> checkInput(const InputRecord& input) {
    const auto url = StreamUrl::parse(input.url);
    if (!url ||
        (url->scheme != "udp" && url->scheme != "srt" && url->scheme != "rtmp" && url->scheme != "rtmps")) {
        return wrongUrl(
            "An input's address is udp://ADDRESS:PORT, srt://HOST:PORT, rtmp://HOST/APP/NAME or "
            "rtmps://HOST/APP/NAME.");
    }
    if (url->scheme == "udp" && (!isAddress(url->host) || url->port < kFirstPort || url->rest.size() > 1)) {
        return wrongUrl(
            "UDP is taken at an address of this machine, 0.0.0.0 or a multicast group, and a port "
            "from 1024 on: udp://239.0.0.1:5000.");
    }
    if (url->scheme == "srt" && url->port == 0) {
        return wrongUrl("An SRT address names its port: srt://HOST:PORT.");
    }
    if (url->scheme.starts_with("rtmp") && url->rest.size() < 2) {
        return wrongUrl("An RTMP address names app and stream: rtmp://HOST/APP/NAME.");
    }
    const bool areAddresses = std::ranges::all_of(input.sources, isAddress);
    if (input.sources.size() > kSources || !areAddresses ||
        (!input.sources.empty() && url->scheme != "udp")) {
        return fail(ErrorCategory::Invalid, "input.sources",
                    "`sources` are at most 16 IP addresses that may send, with udp:// alone.");
    }
    if (!input.sealedPassphrase.empty() && url->scheme != "srt") {
        return fail(ErrorCategory::Invalid, "input.passphrase", "Only SRT has a passphrase.");
    }
    return {};
}

bool clash(const InputRecord& left, const InputRecord& right) {
    const auto one = StreamUrl::parse(left.url);
    const auto other = StreamUrl::parse(right.url);
    return left.id != right.id && left.isEnabled && right.isEnabled && one && other && one->scheme == "udp" &&
           other->scheme == "udp" && one->host == other->host && one->port == other->port;
}

}  // namespace footlight::relay::hub
