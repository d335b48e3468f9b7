// Does memory stay flat? Publishers that come and go, readers beside them, the relay's memory once a minute.
//   bench_soak [MINUTES=30] [PUBLISHERS=20]
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "tests/bench/peers.h"
#include "tests/bench/swarm.h"
#include "tests/bench/waiting_players.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// Each publisher is a swarm of its own, so that it can vanish alone.
class Churn {
public:
    Churn(RelayProcess& relay, const FlvClip& clip, int count) : relay_(relay), clip_(clip) {
        for (int i = 0; i < count; ++i) {
            keys_.push_back(relay.addChannel("soak" + std::to_string(i)));
            swarms_.push_back(nullptr);
            restart(static_cast<std::size_t>(i));
        }
    }

    /// One of them drops its connection and comes back.
    void step() { restart(random_() % swarms_.size()); }

    [[nodiscard]] int publishing() const {
        int all = 0;
        for (const auto& swarm : swarms_) {
            all += swarm->publishing();
        }
        return all;
    }

private:
    void restart(std::size_t index) {
        swarms_[index].reset();
        swarms_[index] = std::make_unique<Swarm>(clip_);
        rtmp::PublishTarget target;
        target.host = "127.0.0.1";
        target.port = portOf(relay_.rtmpAddress());
        target.streamKey = Secret(keys_[index]);
        swarms_[index]->add(std::move(target));
    }

    RelayProcess& relay_;
    const FlvClip& clip_;
    std::vector<std::string> keys_;
    std::vector<std::unique_ptr<Swarm>> swarms_;
    std::mt19937 random_{20'261'121};
};

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const int minutes = argc > 1 ? std::atoi(argv[1]) : 30;
    const int publishers = argc > 2 ? std::atoi(argv[2]) : 20;
    ClipOptions options;
    options.seconds = 20;
    options.size = "640x360";
    options.videoKbps = 800;
    const auto clip = makeClip(options);
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_LOG_LEVEL", "error"}});
    Churn churn(relay, clip, publishers);
    const auto began = std::chrono::steady_clock::now();
    std::vector<double> memory;
    for (int minute = 1; minute <= minutes; ++minute) {
        while (std::chrono::steady_clock::now() < began + std::chrono::minutes(minute)) {
            churn.step();
            waitForParts(portOf(relay.mediaAddress()), "/live/soak0/source/media.m3u8", 20, 2);
            waitUntil([] { return false; }, std::chrono::seconds(3));
        }
        memory.push_back(proportionalMemory(relay.process().pid()));
        std::printf("minute %2d: %7.2f MiB, %d publishing\n", minute, memory.back(), churn.publishing());
        std::fflush(stdout);
    }
    if (memory.size() < 10) {
        return 0;
    }
    // What the first minutes build up (windows, caches, threads' arenas) is not growth.
    const auto settled = memory.begin() + static_cast<std::ptrdiff_t>(memory.size() / 5);
    const auto middle = settled + (memory.end() - settled) / 2;
    const double early = median({settled, middle});
    const double late = median({middle, memory.end()});
    std::printf("median of the first half after settling %.2f MiB, of the second %.2f MiB: %+.1f %%\n", early,
                late, (late / early - 1) * 100);
}
