// A whole RTMP server in one file: takes any encoder with any key and prints what it gets.
//   rtmp_print_publisher [PORT=1935]; then ffmpeg -re -i film.mp4 -c copy -f flv rtmp://127.0.0.1/live/any
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <cstdio>
#include <cstdlib>

#include "core/rtmp/session/server.h"

using namespace footlight;

class Printer final : public rtmp::PublishSink {
public:
    void tracks(media::Tracks tracks) override {
        if (tracks.video) {
            std::printf("video: %s, %d x %d\n", media::nameOf(tracks.video->codec).data(),
                        tracks.video->width, tracks.video->height);
        }
        if (tracks.audio) {
            std::printf("audio: %s, %d Hz\n", media::nameOf(tracks.audio->codec).data(),
                        tracks.audio->sampleRate);
        }
    }
    void packet(media::Packet packet) override {
        std::printf("%8.3f s %s %zu bytes\n", media::toSeconds(packet.dts),
                    packet.kind == media::MediaKind::Audio ? "audio"
                    : packet.isKeyFrame                    ? "video, key frame"
                                                           : "video",
                    packet.payload->size());
    }
    void captureClock(media::MediaTime, UtcTime) override {}
    void keyFrameInterval(media::MediaTime) override {}
    void networkLoss(std::int64_t) override {}
    void ended(rtmp::PublishEnd end) override {
        std::puts(end == rtmp::PublishEnd::Clean ? "the encoder said goodbye" : "the encoder was lost");
    }
};

class Welcome final : public rtmp::PublishHandler {
    net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> publish(rtmp::PublishRequest request) override {
        std::printf("%s publishes to %s\n", request.peerAddress.c_str(), request.app.c_str());
        co_return std::make_unique<Printer>();
    }
};

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    boost::asio::io_context loop;
    Welcome welcome;
    rtmp::ServerOptions options;
    options.handler = &welcome;
    const auto port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 1935);
    auto server = rtmp::Server::listen(loop.get_executor(), {"127.0.0.1", port}, options, Logger::silent());
    std::printf("%s\n", server ? ("port " + std::to_string((*server)->port())).c_str()
                               : server.error().text().c_str());
    boost::asio::signal_set end(loop, SIGINT, SIGTERM);
    end.async_wait([&](auto, auto) { loop.stop(); });
    return server ? static_cast<int>(loop.run() == 0) : 1;
}
