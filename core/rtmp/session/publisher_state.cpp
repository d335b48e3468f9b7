#include "core/rtmp/session/publisher_state.h"

#include <fmt/format.h>
#include <netinet/tcp.h>

#include <boost/asio/connect.hpp>

#include "core/media/bitstream/flv_tag.h"
#include "core/net/async/deadline.h"

namespace footlight::rtmp {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr std::size_t kReadSize = 4 * 1024;
constexpr std::chrono::milliseconds kWatchStep{200};
/// How long the relay's last words may take to arrive behind the end of its connection.
constexpr std::chrono::milliseconds kLastWords{500};

ClientOptions optionsFor(const PublishTarget& target) {
    ClientOptions options;
    options.app = target.app;
    options.stream = target.streamKey;
    options.tcUrl = target.tcUrl;
    if (options.tcUrl.empty()) {
        const bool isIpv6 = target.host.find(':') != std::string::npos;
        const std::string host = isIpv6 ? "[" + target.host + "]" : target.host;
        options.tcUrl = fmt::format("rtmp://{}:{}/{}", host, target.port, target.app);
    }
    return options;
}

}  // namespace

Publisher::State::State(net::Executor executor, PublishTarget to, Logger logger)
    : target(std::move(to)),
      socket(executor),
      peer(optionsFor(target)),
      received(kReadSize),
      listeningEnded(executor),
      tasks(executor, std::move(logger)) {}

net::Task<Result<void>> Publisher::State::open(std::shared_ptr<State> self) {
    if (auto reached = co_await self->reach(); !reached) {
        co_return reached;
    }
    for (;;) {
        if (auto flushed = co_await self->flush(); !flushed) {
            co_return flushed;
        }
        const auto accepted = co_await self->hear();
        if (!accepted) {
            co_return fail(accepted.error());
        }
        if (*accepted) {
            co_return Result<void>();
        }
    }
}

net::Task<Result<void>> Publisher::State::reach() {
    tcp::resolver resolver(socket.get_executor());
    const std::string port = std::to_string(target.port);
    const auto [unresolved, addresses] = co_await resolver.async_resolve(target.host, port, net::kValues);
    if (unresolved) {
        co_return fail(
            ErrorCategory::Unavailable, "rtmp.resolve",
            fmt::format("the relay's name {} cannot be found: {}", target.host, unresolved.message()));
    }
    const auto [error, address] = co_await asio::async_connect(socket, addresses, net::kValues);
    if (error) {
        co_return fail(
            ErrorCategory::Unavailable, "rtmp.connect",
            fmt::format("no relay answers at {}:{}: {}", target.host, target.port, error.message()));
    }
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto timeout = static_cast<unsigned>(target.writeLimit.count());
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
    co_return Result<void>();
}

net::Task<Result<bool>> Publisher::State::hear() {
    const auto [error, count] = co_await socket.async_read_some(asio::buffer(received), net::kValues);
    if (error) {
        co_return fail(ErrorCategory::Closed, "rtmp.closed",
                       error == asio::error::eof ? std::string("the relay closed the connection")
                                                 : "the connection to the relay broke: " + error.message());
    }
    peer.feed(ByteView(received).first(count));
    bool isAccepted = false;
    for (;;) {
        auto event = peer.next();
        if (!event) {
            co_return fail(std::move(event.error()));
        }
        if (!*event) {
            co_return isAccepted;
        }
        if (const auto* acknowledged = std::get_if<BytesAcknowledged>(&**event)) {
            bytesAcknowledged += static_cast<std::uint32_t>(acknowledged->count -
                                                            static_cast<std::uint32_t>(bytesAcknowledged));
        } else if (auto* asked = std::get_if<ReconnectAsked>(&**event)) {
            reconnectAsked = std::move(asked->url);
        } else if (std::holds_alternative<PublishAccepted>(**event)) {
            isAccepted = true;
        }
    }
}

net::Task<> Publisher::State::listen(std::shared_ptr<State> self) {
    for (;;) {
        auto heard = co_await self->hear();
        if (!heard) {
            self->isListening = false;
            self->end(std::move(heard.error()));
            co_return;
        }
    }
}

net::Task<> Publisher::State::watch(std::shared_ptr<State> self) {
    while (!self->ended) {
        co_await net::pause(kWatchStep);
        const auto now = std::chrono::steady_clock::now();
        if (self->writingSince && now - *self->writingSince > self->target.writeLimit) {
            self->end(Error(
                ErrorCategory::Timeout, "rtmp.stalled",
                fmt::format("the relay took nothing for {} s", self->target.writeLimit.count() / 1000)));
        }
    }
}

net::Task<Result<void>> Publisher::State::flush() {
    if (ended) {
        co_return fail(*ended);
    }
    const Bytes output = peer.takeOutput();
    std::size_t sent = 0;
    while (sent < output.size()) {
        writingSince = std::chrono::steady_clock::now();
        const auto rest = asio::buffer(output) + sent;
        const auto [error, count] = co_await socket.async_write_some(rest, net::kValues);
        writingSince.reset();
        if (error) {
            co_return fail(co_await reasonFor(error));
        }
        sent += count;
        bytesSent += count;
    }
    co_return Result<void>();
}

void Publisher::State::sendConfiguration(media::TrackId track, media::Codec codec, ByteView configuration) {
    if (!media::flv::hasConfiguration(codec)) {
        return;
    }
    const auto header = media::flv::configurationHeader(codec, track);
    if (media::kindOf(codec) == media::MediaKind::Video) {
        peer.sendVideo(lastMilliseconds, header, configuration);
    } else {
        peer.sendAudio(lastMilliseconds, header, configuration);
    }
}

net::Task<Error> Publisher::State::reasonFor(boost::system::error_code error) {
    if (isListening) {
        listeningEnded.expires_after(kLastWords);
        co_await listeningEnded.async_wait(net::kValues);
    }
    if (!ended) {
        end(Error(ErrorCategory::Closed, "rtmp.closed",
                  "the connection to the relay broke: " + error.message()));
    }
    co_return *ended;
}

void Publisher::State::end(Error reason) {
    if (!ended) {
        ended = std::move(reason);
    }
    boost::system::error_code ignored;
    socket.close(ignored);
    listeningEnded.cancel();
}

}  // namespace footlight::rtmp
