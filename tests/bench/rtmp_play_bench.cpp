// What RTMP play costs: one publisher of 2.5 Mbit/s (720p30, H.264 and AAC), many players of it, of the relay
// and of Debian's nginx-rtmp; the same input, one after the other. Latency is from the publisher's send to
// the player's receipt of the same frame, in this process, whose players share the machine with the server.
//   bench_rtmp_play [PLAYERS=300] [SECONDS=30]
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include "core/net/async/deadline.h"
#include "core/rtmp/session/player.h"
#include "tests/bench/peers.h"
#include "tests/bench/swarm.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Players in one thread that count what they get and how old it is.
class Audience {
public:
    /// `swarm` knows when each frame was sent; outlives this.
    explicit Audience(const Swarm& swarm) : swarm_(swarm) {
        tasks_ = std::make_unique<net::TaskGroup>(loops_.executor(0), Logger::silent());
    }
    ~Audience() { boost::asio::co_spawn(loops_.executor(0), tasks_->close(), boost::asio::use_future).get(); }
    Audience(const Audience&) = delete;
    Audience& operator=(const Audience&) = delete;

    void add(const rtmp::PlaySource& source) {
        boost::asio::post(loops_.executor(0), [this, source] { tasks_->spawn("player", play(source)); });
    }
    [[nodiscard]] int playing() const { return playing_; }
    void measure() {
        bytes_ = 0;
        isMeasuring_ = true;
    }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// In milliseconds, of those that came while measuring; ends it.
    std::vector<double> takeLatencies() {
        isMeasuring_ = false;
        const std::lock_guard guard(mutex_);
        return std::exchange(latencies_, {});
    }

private:
    net::Task<> play(rtmp::PlaySource source) {
        auto connected =
            co_await rtmp::Player::connect(loops_.executor(0), std::move(source), Logger::silent());
        if (!connected) {
            std::fprintf(stderr, "player: %s\n", connected.error().text().c_str());
            co_return;
        }
        bool hasBegun = false;
        for (;;) {
            auto item = co_await (*connected)->next();
            if (!item) {
                break;
            }
            if (const auto* packet = std::get_if<media::Packet>(&*item)) {
                playing_ += hasBegun ? 0 : 1;
                hasBegun = true;
                count(*packet);
            }
        }
        playing_ -= hasBegun ? 1 : 0;
    }

    void count(const media::Packet& packet) {
        bytes_ += packet.payload->size();
        if (isMeasuring_ && packet.kind == media::MediaKind::Video) {
            if (const auto sent = swarm_.sentAt(packet)) {
                const std::lock_guard guard(mutex_);
                latencies_.push_back(Milliseconds(std::chrono::steady_clock::now() - *sent).count());
            }
        }
    }

    const Swarm& swarm_;
    std::atomic<int> playing_{0};
    std::atomic<std::uint64_t> bytes_{0};
    std::atomic<bool> isMeasuring_{false};
    std::mutex mutex_;
    std::vector<double> latencies_;
    net::EventLoops loops_{1};
    std::unique_ptr<net::TaskGroup> tasks_;
};

struct Cost {
    double secondsPerGigabit = 0;  ///< of the server's processor time
    double median = 0;             ///< ms
    double p99 = 0;                ///< ms
    int playing = 0;
};

Cost measure(const FlvClip& clip, rtmp::PublishTarget to, const rtmp::PlaySource& from, pid_t server,
             int players, int seconds) {
    Swarm swarm(clip);
    swarm.add(std::move(to));
    waitUntil([&] { return swarm.publishing() + swarm.failed() > 0; });
    waitUntil([] { return false; }, std::chrono::seconds(3));  // the stream is there, with a key frame
    Audience audience(swarm);
    for (int i = 0; i < players; ++i) {
        audience.add(from);
    }
    waitUntil([&] { return audience.playing() == players; }, std::chrono::seconds(60));
    waitUntil([] { return false; }, std::chrono::seconds(3));
    const double before = processorSeconds(server);
    audience.measure();
    waitUntil([] { return false; }, std::chrono::seconds(seconds));
    Cost cost;
    cost.secondsPerGigabit =
        (processorSeconds(server) - before) / (static_cast<double>(audience.bytes()) * 8 / 1e9);
    cost.playing = audience.playing();
    auto latencies = audience.takeLatencies();
    std::sort(latencies.begin(), latencies.end());
    if (!latencies.empty()) {
        cost.median = latencies[latencies.size() / 2];
        cost.p99 = latencies[latencies.size() * 99 / 100];
    }
    return cost;
}

Cost measureRelay(const FlvClip& clip, int players, int seconds) {
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_LOG_LEVEL", "warning"}});
    rtmp::PublishTarget to;
    to.host = "127.0.0.1";
    to.port = portOf(relay.rtmpAddress());
    to.streamKey = Secret(relay.addChannel("stage"));
    rtmp::PlaySource from;
    from.host = to.host;
    from.port = to.port;
    from.stream = Secret("stage");
    return measure(clip, to, from, relay.process().pid(), players, seconds);
}

Cost measureNginx(const FlvClip& clip, int players, int seconds) {
    NginxPeer nginx;
    waitUntil([&] { return accepts(nginx.rtmpPort()); });
    rtmp::PublishTarget to;
    to.host = "127.0.0.1";
    to.port = nginx.rtmpPort();
    to.streamKey = Secret("stage");
    rtmp::PlaySource from;
    from.host = to.host;
    from.port = to.port;
    from.stream = Secret("stage");
    return measure(clip, to, from, nginx.process().pid(), players, seconds);
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const int players = argc > 1 ? std::atoi(argv[1]) : 300;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 30;
    ClipOptions options;
    options.seconds = 20;
    options.size = "1280x720";
    options.videoKbps = 2'400;
    const auto clip = makeClip(options);
    if (clip.packets.empty()) {
        return 1;
    }
    const auto ours = measureRelay(clip, players, seconds);
    const auto theirs = measureNginx(clip, players, seconds);
    std::printf("%d players of 2.5 Mbit/s over RTMP for %d s\n", players, seconds);
    std::printf("%-34s %14s %14s %8s\n", "", "footlight", "nginx-rtmp", "ratio");
    const auto line = [](const char* what, double one, double other) {
        std::printf("%-34s %14.3f %14.3f %8.2f\n", what, one, other, one / other);
    };
    line("processor s a gigabit", ours.secondsPerGigabit, theirs.secondsPerGigabit);
    line("latency of a frame, median ms", ours.median, theirs.median);
    line("latency of a frame, p99 ms", ours.p99, theirs.p99);
    std::printf("%-34s %14d %14d\n", "playing at the end", ours.playing, theirs.playing);
}
