// What packaging costs: publishers of 2.5 Mbit/s (720p30, H.264 and AAC) into the relay, which makes LL-HLS
// of them and records, and into Debian's nginx-rtmp, which makes HLS of them; the same input, one after the
// other.
//   bench_ingest [PUBLISHERS=125] [SECONDS=60]
#include <cstdio>
#include <cstdlib>

#include "tests/bench/peers.h"
#include "tests/bench/swarm.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

struct Cost {
    double processorSecondsPerMinute = 0;  ///< of the server, for one publisher
    double memory = 0;                     ///< MiB of PSS for one publisher, after the run
    int publishing = 0;                    ///< at the end
};

void rest(std::chrono::milliseconds duration) {
    waitUntil([] { return false; }, duration);
}

Cost measure(const FlvClip& clip, const std::vector<rtmp::PublishTarget>& targets, pid_t server,
             int seconds) {
    const double idle = proportionalMemory(server);
    Swarm swarm(clip);
    for (const auto& target : targets) {
        swarm.add(target);
    }
    const auto count = static_cast<int>(targets.size());
    waitUntil([&] { return swarm.publishing() + swarm.failed() >= count; }, std::chrono::seconds(60));
    rest(std::chrono::seconds(10));  // every window has begun
    const double before = processorSeconds(server);
    rest(std::chrono::seconds(seconds));
    Cost cost;
    cost.processorSecondsPerMinute = (processorSeconds(server) - before) * 60 / seconds / count;
    cost.memory = (proportionalMemory(server) - idle) / count;
    cost.publishing = swarm.publishing();
    return cost;
}

Cost measureRelay(const FlvClip& clip, int count, int seconds) {
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_LOG_LEVEL", "warning"}});
    std::vector<rtmp::PublishTarget> targets;
    for (int i = 0; i < count; ++i) {
        rtmp::PublishTarget target;
        target.host = "127.0.0.1";
        target.port = portOf(relay.rtmpAddress());
        target.streamKey = Secret(relay.addChannel("bench" + std::to_string(i)));
        targets.push_back(std::move(target));
    }
    return measure(clip, targets, relay.process().pid(), seconds);
}

Cost measureNginx(const FlvClip& clip, int count, int seconds) {
    NginxPeer nginx(NginxPeer::Packages::Hls);
    waitUntil([&] { return accepts(nginx.rtmpPort()); });
    std::vector<rtmp::PublishTarget> targets;
    for (int i = 0; i < count; ++i) {
        rtmp::PublishTarget target;
        target.host = "127.0.0.1";
        target.port = nginx.rtmpPort();
        target.streamKey = Secret("bench" + std::to_string(i));
        targets.push_back(std::move(target));
    }
    return measure(clip, targets, nginx.process().pid(), seconds);
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const int count = argc > 1 ? std::atoi(argv[1]) : 125;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 60;
    ClipOptions options;
    options.seconds = 20;
    options.size = "1280x720";
    options.videoKbps = 2'400;
    const auto clip = makeClip(options);
    if (clip.packets.empty()) {
        return 1;
    }
    const auto ours = measureRelay(clip, count, seconds);
    const auto theirs = measureNginx(clip, count, seconds);
    std::printf("%d publishers of 2.5 Mbit/s for %d s\n", count, seconds);
    std::printf("%-34s %14s %14s %8s\n", "", "footlight", "nginx-rtmp", "ratio");
    std::printf("%-34s %14.3f %14.3f %8.2f\n", "processor s a publisher-minute",
                ours.processorSecondsPerMinute, theirs.processorSecondsPerMinute,
                ours.processorSecondsPerMinute / theirs.processorSecondsPerMinute);
    std::printf("%-34s %10.2f MiB %10.2f MiB %8.2f\n", "memory a publisher (PSS)", ours.memory, theirs.memory,
                ours.memory / theirs.memory);
    std::printf("%-34s %14d %14d\n", "publishing at the end", ours.publishing, theirs.publishing);
}
