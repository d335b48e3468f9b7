#include "core/rtmp/session/publisher_state.h"

#include <fmt/format.h>

#include "core/media/bitstream/flv_tag.h"
#include "core/net/async/deadline.h"

namespace footlight::rtmp {

namespace {

constexpr std::chrono::milliseconds kWatchStep{200};
/// How long the relay's last words may take to arrive behind the end of its connection.
constexpr std::chrono::milliseconds kLastWords{500};

RelayAddress addressOf(const PublishTarget& target) { return {target.host, target.port, target.tls}; }

ClientOptions optionsFor(const PublishTarget& target) {
    ClientOptions options;
    options.app = target.app;
    options.stream = target.streamKey;
    options.tcUrl = target.tcUrl.empty() ? urlOf(addressOf(target), target.app) : target.tcUrl;
    return options;
}

}  // namespace

Publisher::State::State(net::Executor executor, PublishTarget to, Logger logger)
    : target(std::move(to)),
      connection(executor, optionsFor(target)),
      listeningEnded(executor),
      tasks(executor, std::move(logger)) {}

net::Task<Result<void>> Publisher::State::open(std::shared_ptr<State> self) {
    RelayAddress address = addressOf(self->target);
    if (auto reached = co_await self->connection.reach(std::move(address), self->target.writeLimit);
        !reached) {
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

net::Task<Result<bool>> Publisher::State::hear() {
    if (auto read = co_await connection.read(); !read) {
        co_return fail(std::move(read.error()));
    }
    bool isAccepted = false;
    for (;;) {
        auto event = connection.peer().next();
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
        const auto since = self->connection.writingSince();
        if (since && now - *since > self->target.writeLimit) {
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
    if (const auto error = co_await connection.flush()) {
        co_return fail(co_await reasonFor(error));
    }
    co_return Result<void>();
}

void Publisher::State::sendConfiguration(media::TrackId track, media::Codec codec, ByteView configuration) {
    if (!media::flv::hasConfiguration(codec)) {
        return;
    }
    const auto header = media::flv::configurationHeader(codec, track);
    if (media::kindOf(codec) == media::MediaKind::Video) {
        connection.peer().sendVideo(lastMilliseconds, header, configuration);
    } else {
        connection.peer().sendAudio(lastMilliseconds, header, configuration);
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
    connection.close();
    listeningEnded.cancel();
}

}  // namespace footlight::rtmp
