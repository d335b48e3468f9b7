// Start to ready, and idle memory, of the relay beside Debian's nginx with its RTMP module.
//   bench_relay [ROUNDS]
#include <poll.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tests/bench/peers.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

using SteadyClock = std::chrono::steady_clock;

double millisecondsSince(SteadyClock::time_point began) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - began).count();
}

/// Leaves the processor to what is measured.
void lookAgainSoon() {
    const timespec rest{0, 200'000};
    ::ppoll(nullptr, 0, &rest, nullptr);
}

/// From exec to the ports file, which the supervisor writes when every role has said that it is ready. The
/// data folder exists already, as at every start but the first.
double relayStart(const std::string& data, std::vector<double>& memory) {
    const auto ports = data + "/ports.json";
    std::filesystem::remove(ports);
    const auto began = SteadyClock::now();
    Process relay({programPath("footlight-relay"), "--data", data, "--rtmp", "127.0.0.1:0", "--media",
                   "127.0.0.1:0", "--hub", "127.0.0.1:0", "--ports-file", ports});
    while (!std::filesystem::exists(ports) && millisecondsSince(began) < 10'000) {
        lookAgainSoon();
    }
    const double took = millisecondsSince(began);
    waitUntil([] { return false; }, std::chrono::seconds(2));  // idle is what is left when it has settled
    memory.push_back(proportionalMemory(relay.pid()));
    relay.terminate();
    return took;
}

double nginxStart(std::vector<double>& memory) {
    const auto began = SteadyClock::now();
    NginxPeer nginx;
    while (!accepts(nginx.rtmpPort()) && millisecondsSince(began) < 10'000) {
        lookAgainSoon();
    }
    const double took = millisecondsSince(began);
    waitUntil([] { return false; }, std::chrono::seconds(1));
    memory.push_back(proportionalMemory(nginx.process().pid()));
    return took;
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    TempDir data;
    std::vector<double> ourStart, ourMemory, nginxStartTimes, nginxMemory, unused;
    relayStart(data.path().string(), unused);  // makes the database
    for (int round = 0; round < rounds; ++round) {
        ourStart.push_back(relayStart(data.path().string(), ourMemory));
        nginxStartTimes.push_back(nginxStart(nginxMemory));
    }
    std::printf("%-28s %14s %14s %8s\n", "median of runs", "footlight", "nginx-rtmp", "ratio");
    std::printf("%-28s %11.1f ms %11.1f ms %8.2f\n", "start to ready", median(ourStart),
                median(nginxStartTimes), median(ourStart) / median(nginxStartTimes));
    std::printf("%-28s %10.1f MiB %10.1f MiB %8.2f\n", "idle memory (PSS, all)", median(ourMemory),
                median(nginxMemory), median(ourMemory) / median(nginxMemory));
}
