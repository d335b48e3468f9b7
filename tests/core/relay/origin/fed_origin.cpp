#include "tests/core/relay/origin/fed_origin.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <future>

namespace footlight::relay::origin {

void FedOrigin::onLoop(std::size_t loop, const std::function<void()>& work) {
    std::promise<void> done;
    boost::asio::post(loops_->executor(loop), [&] {
        work();
        done.set_value();
    });
    done.get_future().get();
}

void FedOrigin::publish(const std::string& channel, const media::Tracks& tracks) {
    rtmp::PublishRequest request;
    request.app = "live";
    request.streamKey = Secret("key-" + channel);
    request.requestClose = [](const std::string&) {};
    auto task = origin_->publishHandler().publish(std::move(request));
    auto sink = boost::asio::co_spawn(loops_->executor(0), std::move(task), boost::asio::use_future).get();
    ASSERT_TRUE(sink) << sink.error().text();
    sink_ = std::move(*sink);
    onLoop(0, [&] { sink_->tracks(tracks); });
}

void FedOrigin::send(std::span<const media::Packet> packets) {
    onLoop(0, [&] {
        for (const auto& packet : packets) {
            sink_->packet(packet);
        }
    });
    for (std::size_t loop = 1; loop <= 2; ++loop) {
        onLoop(loop, [] {});
    }
}

void FedOrigin::end(rtmp::PublishEnd how) {
    onLoop(0, [&] { sink_->ended(how); });
}

void FedOrigin::leave() {
    if (sink_) {
        onLoop(0, [this] { sink_.reset(); });
    }
}

}  // namespace footlight::relay::origin
