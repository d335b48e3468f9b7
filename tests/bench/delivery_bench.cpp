// What delivery costs: whole segments and small playlists over HTTP from the relay, and the same files from
// Debian's nginx with sendfile, asked for by wrk; then blocking reloads that wait for one part together.
//   bench_delivery [SECONDS=10] [WAITING=1000]   (0 seconds: the blocking reloads alone)
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "tests/bench/peers.h"
#include "tests/bench/swarm.h"
#include "tests/bench/waiting_players.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// What one server did for wrk.
struct Load {
    double requests = 0;
    double processorSeconds = 0;
    double seconds = 0;
};

Load load(const std::string& url, pid_t server, int seconds, int connections) {
    const double before = processorSeconds(server);
    const auto wrk =
        run({"wrk", "-t", "1", "-c", std::to_string(connections), "-d", std::to_string(seconds) + "s", url},
            {}, std::chrono::seconds(seconds + 30));
    Load load;
    load.processorSeconds = processorSeconds(server) - before;
    const auto at = wrk.output.find(" requests in ");
    if (at == std::string::npos || wrk.output.find("Non-2xx") != std::string::npos) {
        std::fprintf(stderr, "wrk: %s\n", wrk.output.c_str());
        return load;
    }
    load.requests = std::strtod(wrk.output.c_str() + wrk.output.rfind('\n', at) + 1, nullptr);
    load.seconds = std::strtod(wrk.output.c_str() + at + 13, nullptr);
    return load;
}

void writeFile(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string firstSegment(const std::string& playlist) {
    const auto tag = playlist.find("#EXTINF");
    const auto from = playlist.find('\n', tag) + 1;
    return playlist.substr(from, playlist.find('\n', from) - from);
}

void print(const char* what, double ours, double theirs, const char* unit) {
    std::printf("%-44s %12.2f %12.2f %-16s %8.2f\n", what, ours, theirs, unit, ours / theirs);
}

/// The same bytes from both, several rounds in turn.
void compare(const std::string& ours, pid_t relay, const std::string& theirs, pid_t nginx, int seconds,
             double size, bool isPlaylist) {
    std::vector<double> ourRates, theirRates, ourSpeeds, theirSpeeds;
    for (int round = 0; round < 3; ++round) {
        const auto us = load(ours, relay, seconds, isPlaylist ? 64 : 16);
        const auto them = load(theirs, nginx, seconds, isPlaylist ? 64 : 16);
        ourRates.push_back(us.requests / us.processorSeconds);
        theirRates.push_back(them.requests / them.processorSeconds);
        ourSpeeds.push_back(us.requests / us.seconds);
        theirSpeeds.push_back(them.requests / them.seconds);
    }
    if (isPlaylist) {
        print("playlists a processor second", median(ourRates), median(theirRates), "requests");
        print("playlists a second", median(ourSpeeds), median(theirSpeeds), "requests");
    } else {
        const double gigabits = size * 8 / 1e9;
        print("segments a processor second", median(ourRates) * gigabits, median(theirRates) * gigabits,
              "Gbit");
        print("segments a second", median(ourSpeeds) * gigabits, median(theirSpeeds) * gigabits, "Gbit");
    }
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    using namespace footlight::tests;
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    const int waiting = argc > 2 ? std::atoi(argv[2]) : 1'000;
    ClipOptions options;
    options.seconds = 20;
    options.size = "1280x720";
    options.videoKbps = 2'400;
    const auto clip = makeClip(options);
    // A long window: the segment stays listed until everything is measured.
    RelayProcess relay(
        {}, {{"FOOTLIGHT_RELAY_LOG_LEVEL", "warning"}, {"FOOTLIGHT_RELAY_STREAM_WINDOW_MS", "600000"}});
    Swarm swarm(clip);
    footlight::rtmp::PublishTarget target;
    target.host = "127.0.0.1";
    target.port = portOf(relay.rtmpAddress());
    target.streamKey = footlight::Secret(relay.addChannel("bench"));
    swarm.add(std::move(target));
    if (!waitUntilListed(relay, "bench", 4)) {
        std::fprintf(stderr, "nothing to fetch: %s\n", relay.output().c_str());
        return 1;
    }
    const auto folder = "http://" + relay.mediaAddress() + "/live/bench/source/";
    const auto playlist = fetch(folder + "media.m3u8").body;
    const auto segment = firstSegment(playlist);
    const auto bytes = fetch(folder + segment).body;
    NginxPeer nginx;
    waitUntil([&] { return accepts(nginx.httpPort()); });
    writeFile(nginx.folder() / "segment.m4s", bytes);
    const auto multivariant = fetch(relay.playlistUrl("bench")).body;
    writeFile(nginx.folder() / "index.m3u8", multivariant);
    const auto peer = "http://127.0.0.1:" + std::to_string(nginx.httpPort()) + "/";

    if (seconds > 0) {
        std::printf("segment of %zu bytes, playlist of %zu bytes\n", bytes.size(), multivariant.size());
        std::printf("%-44s %12s %12s %-16s %8s\n", "median of three rounds", "footlight", "nginx", "",
                    "ratio");
        compare(folder + segment, relay.process().pid(), peer + "segment.m4s", nginx.process().pid(), seconds,
                static_cast<double>(bytes.size()), false);
        compare(relay.playlistUrl("bench"), relay.process().pid(), peer + "index.m3u8", nginx.process().pid(),
                seconds, 0, true);
    }

    const auto waits =
        waitForParts(portOf(relay.mediaAddress()), "/live/bench/source/media.m3u8", waiting, 40);
    std::printf(
        "%d blocking reloads for the same part, %zu parts, a playlist of %zu bytes: answered after the first "
        "of them: p50 %.2f ms, "
        "p99 %.2f ms, last %.2f ms; not answered %d\n",
        waiting, waits.parts, waits.playlistBytes, waits.p50, waits.p99, waits.last, waits.failed);
}
