#include "core/rtmp/session/publisher.h"

#include <fmt/format.h>
#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>

#include <algorithm>

#include "core/media/bitstream/flv_tag.h"
#include "core/net/async/deadline.h"
#include "core/rtmp/protocol/data_message.h"
#include "core/rtmp/session/publisher_state.h"
#include "core/rtmp/session/stream_metadata.h"

namespace footlight::rtmp {

namespace {

using std::chrono::milliseconds;

/// For the relay to answer our goodbye by closing.
constexpr milliseconds kGoodbye{1'000};

milliseconds floorOf(media::MediaTime time) { return std::chrono::floor<milliseconds>(time); }

std::uint32_t timestampOf(milliseconds time) { return static_cast<std::uint32_t>(time.count()); }

}  // namespace

Publisher::Publisher(std::shared_ptr<State> state) : state_(std::move(state)) {}

Publisher::~Publisher() {
    state_->end(Error(ErrorCategory::Closed, "rtmp.gone", "the publisher is gone"));
    state_->tasks.cancel();
}

net::Task<Result<std::unique_ptr<Publisher>>> Publisher::connect(net::Executor executor, PublishTarget target,
                                                                 Logger logger) {
    const auto limit = target.connectLimit;
    auto state = std::make_shared<State>(executor, std::move(target), std::move(logger));
    auto opening = State::open(state);
    const auto opened = co_await net::withDeadline(limit, "connecting to the relay", std::move(opening));
    if (!opened) {
        co_return fail(opened.error());
    }
    state->isListening = true;
    state->tasks.spawn("listening to the relay", State::listen(state));
    state->tasks.spawn("watching the relay", State::watch(state));
    co_return std::unique_ptr<Publisher>(new Publisher(std::move(state)));
}

net::Task<Result<void>> Publisher::start(media::Tracks tracks, StreamMetadata metadata) {
    const std::uint32_t now = state_->lastMilliseconds;
    state_->connection.peer().sendData(now, writeMetadata(tracks, metadata, MetadataFor::Relay));
    if (tracks.video) {
        state_->sendConfiguration(0, tracks.video->codec, tracks.video->configuration);
    }
    for (const auto& [id, track] : tracks.moreVideo) {
        state_->sendConfiguration(id, track.codec, track.configuration);
    }
    if (tracks.audio) {
        state_->sendConfiguration(0, tracks.audio->codec, tracks.audio->configuration);
    }
    for (const auto& [id, track] : tracks.moreAudio) {
        state_->sendConfiguration(id, track.codec, track.configuration);
    }
    state_->tracks = std::move(tracks);
    co_return co_await state_->flush();
}

net::Task<Result<void>> Publisher::send(media::Packet packet) {
    const auto codec = media::codecOf(state_->tracks, packet.kind, packet.track);
    if (!codec) {
        co_return fail(ErrorCategory::Invalid, "rtmp.track",
                       fmt::format("a packet is of track {}, which was not announced", packet.track));
    }
    const milliseconds dts = std::max(floorOf(packet.dts), milliseconds{0});
    state_->lastMilliseconds = timestampOf(dts);
    const auto header =
        media::flv::frameHeader(*codec, packet.track, packet.isKeyFrame, floorOf(packet.pts) - dts);
    if (packet.kind == media::MediaKind::Video) {
        state_->connection.peer().sendVideo(timestampOf(dts), header, *packet.payload);
    } else {
        state_->connection.peer().sendAudio(timestampOf(dts), header, *packet.payload);
    }
    co_return co_await state_->flush();
}

net::Task<Result<void>> Publisher::sendCaptureClock(media::MediaTime at, UtcTime utc) {
    // RTMP counts whole milliseconds: what is cut off the media time is taken off the wall clock too.
    const milliseconds time = std::max(floorOf(at), milliseconds{0});
    const auto cut = std::chrono::floor<milliseconds>(at - time);
    state_->connection.peer().sendData(timestampOf(time), writeCaptureClock(utc - cut));
    co_return co_await state_->flush();
}

net::Task<Result<void>> Publisher::sendNetworkLoss(media::MediaTime at, std::int64_t total) {
    state_->connection.peer().sendData(timestampOf(std::max(floorOf(at), milliseconds{0})),
                                       writeNetworkLoss(total));
    co_return co_await state_->flush();
}

net::Task<Result<void>> Publisher::finish() {
    state_->connection.peer().finish();
    if (auto flushed = co_await state_->flush(); !flushed) {
        co_return flushed;
    }
    state_->connection.finishSending();
    if (state_->isListening) {
        state_->listeningEnded.expires_after(kGoodbye);
        co_await state_->listeningEnded.async_wait(net::kValues);
    }
    state_->end(Error(ErrorCategory::Closed, "rtmp.finished", "the broadcast was ended"));
    co_return Result<void>();
}

const std::optional<std::string>& Publisher::reconnectAsked() const { return state_->reconnectAsked; }

Publisher::Statistics Publisher::statistics() const {
    Statistics statistics;
    statistics.bytesSent = state_->connection.bytesSent();
    statistics.bytesAcknowledged = state_->bytesAcknowledged;
    const int descriptor = state_->connection.descriptor();
    int unsent = 0;
    if (descriptor >= 0 && ::ioctl(descriptor, SIOCOUTQ, &unsent) == 0) {
        statistics.unsentBytes = static_cast<std::uint64_t>(unsent);
    }
    tcp_info info{};
    socklen_t length = sizeof info;
    if (descriptor >= 0 && ::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) == 0) {
        statistics.roundTrip = std::chrono::microseconds(info.tcpi_rtt);
    }
    return statistics;
}

}  // namespace footlight::rtmp
