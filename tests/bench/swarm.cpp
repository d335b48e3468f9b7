#include "tests/bench/swarm.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "core/net/async/deadline.h"

namespace footlight::tests {
namespace {

constexpr std::chrono::milliseconds kStagger{37};
constexpr std::chrono::milliseconds kFrame{33};

/// Its size and its end: encoded pictures do not share these.
std::string contentOf(const media::Packet& packet) {
    constexpr std::size_t kEnd = 24;
    const auto& bytes = *packet.payload;
    const auto from = bytes.end() - static_cast<std::ptrdiff_t>(std::min(bytes.size(), kEnd));
    return std::to_string(bytes.size()) + std::string(from, bytes.end());
}

Logger quiet() { return Logger::toStandardError(LogLevel::Error); }

}  // namespace

Swarm::Swarm(FlvClip clip) : clip_(std::move(clip)) {
    length_ = clip_.packets.back().dts - clip_.packets.front().dts + kFrame;
    for (const auto& packet : clip_.packets) {
        sent_[contentOf(packet)] = 0;
    }
    tasks_ = std::make_unique<net::TaskGroup>(loops_.executor(0), quiet());
}

Swarm::~Swarm() { boost::asio::co_spawn(loops_.executor(0), tasks_->close(), boost::asio::use_future).get(); }

std::optional<SteadyTime> Swarm::sentAt(const media::Packet& packet) const {
    const auto found = sent_.find(contentOf(packet));
    if (found == sent_.end() || found->second == 0) {
        return std::nullopt;
    }
    return SteadyTime(SteadyTime::duration(found->second.load()));
}

void Swarm::add(rtmp::PublishTarget target) {
    const int number = added_++;
    boost::asio::post(loops_.executor(0), [this, target = std::move(target), number]() mutable {
        tasks_->spawn("publisher", publish(std::move(target), number));
    });
}

net::Task<> Swarm::publish(rtmp::PublishTarget target, int number) {
    co_await net::pause(kStagger * number);
    auto connected = co_await rtmp::Publisher::connect(loops_.executor(0), std::move(target), quiet());
    if (!connected) {
        std::fprintf(stderr, "publisher %d: %s\n", number, connected.error().text().c_str());
        ++failed_;
        co_return;
    }
    rtmp::StreamMetadata metadata;
    metadata.keyFrameInterval = std::chrono::seconds(2);
    auto& publisher = **connected;
    if (!co_await publisher.start(clip_.tracks, metadata)) {
        ++failed_;
        co_return;
    }
    ++publishing_;
    const auto began = std::chrono::steady_clock::now();
    for (media::MediaTime offset{}; co_await sendOnce(publisher, offset, began, number); offset += length_) {
    }
    --publishing_;
    ++failed_;
}

net::Task<bool> Swarm::sendOnce(rtmp::Publisher& publisher, media::MediaTime offset, SteadyTime began,
                                int number) {
    for (const auto& original : clip_.packets) {
        media::Packet packet = original;
        packet.dts += offset;
        packet.pts += offset;
        const auto due = began + std::chrono::duration_cast<std::chrono::milliseconds>(packet.dts);
        const auto now = std::chrono::steady_clock::now();
        if (due > now) {
            co_await net::pause(std::chrono::ceil<std::chrono::milliseconds>(due - now));
        }
        if (number == 0) {
            sent_.at(contentOf(packet)) = std::chrono::steady_clock::now().time_since_epoch().count();
        }
        if (const auto sent = co_await publisher.send(std::move(packet)); !sent) {
            std::fprintf(stderr, "a publisher was cut off: %s\n", sent.error().text().c_str());
            co_return false;
        }
    }
    co_return true;
}

}  // namespace footlight::tests
