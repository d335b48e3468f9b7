#include "core/relay/gateway/srt_listener.h"

#include <fcntl.h>
#include <srt/access_control.h>
#include <unistd.h>

#include <array>

namespace footlight::relay::gateway {

namespace {

constexpr int kBacklog = 32;
constexpr std::size_t kLongestStreamId = 512;

std::string placeOf(const StreamName& name) { return sha256Hex(name.app + "/" + name.key.reveal()); }

int reasonOf(const Error& error) {
    switch (error.category()) {
        case ErrorCategory::Denied:
            return SRT_REJX_UNAUTHORIZED;
        case ErrorCategory::Invalid:
            return SRT_REJX_BAD_REQUEST;
        case ErrorCategory::Unsupported:
            return SRT_REJX_BAD_MODE;
        default:
            return SRT_REJX_DOWN;
    }
}

std::string streamIdOf(const SrtSocket& socket) {
    std::array<char, kLongestStreamId + 1> text{};
    int length = static_cast<int>(text.size());
    return srt_getsockflag(socket.value(), SRTO_STREAMID, text.data(), &length) == 0
               ? std::string(text.data(), static_cast<std::size_t>(length))
               : std::string();
}

}  // namespace

Result<std::unique_ptr<SrtListener>> SrtListener::open(SrtListenerOptions options, Logger logger) {
    std::unique_ptr<SrtListener> made(new SrtListener(std::move(options), std::move(logger)));
    if (auto listening = made->listen(); !listening) {
        return fail(std::move(listening.error()));
    }
    made->accepting_ = std::thread([self = made.get()] { self->acceptAll(); });
    return made;
}

SrtListener::SrtListener(SrtListenerOptions options, Logger logger)
    : options_(std::move(options)), logger_(std::move(logger)), listener_(srt_create_socket()) {}

SrtListener::~SrtListener() {
    isStopping_ = true;
    listener_.close();
    if (accepting_.joinable()) {
        accepting_.join();
    }
    for (Stream& stream : streams_) {
        stream.thread.join();
    }
}

Result<> SrtListener::listen() {
    if (auto prepared = prepareSrt(listener_, options_.latency, options_.passphrase); !prepared) {
        return prepared;
    }
    srt_listen_callback(listener_.value(), &SrtListener::decide, this);
    const int descriptor = ::fcntl(options_.descriptor, F_DUPFD_CLOEXEC, 0);
    if (srt_bind_acquire(listener_.value(), descriptor) != 0 ||
        srt_listen(listener_.value(), kBacklog) != 0) {
        return fail(ErrorCategory::Unavailable, "srt.listen", "cannot listen for SRT: " + srtErrorText());
    }
    return {};
}

int SrtListener::decide(void* self, SRTSOCKET caller, int /*version*/, const sockaddr* peer,
                        const char* streamId) {
    const auto& listener = *static_cast<const SrtListener*>(self);
    const int reason = listener.refusal(peer, streamId != nullptr ? streamId : "");
    if (reason == 0) {
        return 0;
    }
    srt_setrejectreason(caller, reason);
    return -1;
}

/// 0 where the caller may come in.
int SrtListener::refusal(const sockaddr* peer, const std::string& streamId) const {
    const std::string address = srtAddressText(peer);
    const auto refuse = [&](int reason, const std::string& why) {
        logger_.warning("{} is refused: {}", address, why);
        return reason;
    };
    if (options_.passphrase.isEmpty() && !options_.isOpen && !isLoopbackAddress(peer)) {
        return refuse(SRT_REJX_FORBIDDEN,
                      "without a passphrase only programs of this machine may send; set srt.passphrase");
    }
    if (count_ >= options_.streams) {
        return refuse(SRT_REJX_OVERLOAD, "too many streams come in over SRT");
    }
    const auto name = parseStreamId(streamId);
    if (!name) {
        return refuse(reasonOf(name.error()), name.error().message());
    }
    if (inUse_.lock()->contains(placeOf(*name))) {
        return refuse(SRT_REJX_CONFLICT, "another one sends with this key");
    }
    const auto may = options_.authorize(*name, address);
    return may ? 0 : refuse(reasonOf(may.error()), may.error().message());
}

void SrtListener::acceptAll() {
    while (!isStopping_) {
        sockaddr_storage peer{};
        int length = sizeof peer;
        SrtSocket socket(srt_accept(listener_.value(), reinterpret_cast<sockaddr*>(&peer), &length));
        joinEnded();
        if (!socket.isOpen()) {
            continue;
        }
        const std::string address = srtAddressText(reinterpret_cast<const sockaddr*>(&peer));
        Stream& stream = streams_.emplace_back();
        ++count_;
        stream.thread = std::thread([this, &stream, address, taken = std::move(socket)]() mutable {
            serve(std::move(taken), address, stream);
        });
    }
}

void SrtListener::serve(SrtSocket socket, const std::string& address, Stream& stream) {
    const auto name = parseStreamId(streamIdOf(socket));
    // Two callers may have been let in at the same moment.
    if (name && inUse_.lock()->insert(placeOf(*name)).second) {
        logger_.info("{} publishes", address);
        receiveSrt(
            socket, [&] { return options_.makeFeed(*name); }, isStopping_, logger_);
        inUse_.lock()->erase(placeOf(*name));
    }
    --count_;
    stream.hasEnded = true;
}

void SrtListener::joinEnded() {
    streams_.remove_if([](Stream& stream) {
        if (!stream.hasEnded) {
            return false;
        }
        stream.thread.join();
        return true;
    });
}

}  // namespace footlight::relay::gateway
