// Glass to glass of the app's own test pattern through the relay, read off the pictures, with hls.js in
// Chromium on the same stream in the same run. Then what a person feels: from Go live to the first picture of
// somebody who waits, and from a click on a running broadcast to its first picture.
//   bench_glass_to_glass [SECONDS]     300 by default
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/bench/peers.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

using boost::json::object;

std::vector<object> linesOf(const std::string& output) {
    std::vector<object> lines;
    std::istringstream in(output);
    for (std::string line; std::getline(in, line);) {
        boost::system::error_code error;
        const auto value = boost::json::parse(line, error);
        if (!error && value.is_object()) {
            lines.push_back(value.as_object());
        }
    }
    return lines;
}

double number(const object& line, const char* name) {
    const auto* value = line.if_contains(name);
    return value != nullptr && value->is_number() ? value->to_number<double>() : std::nan("");
}

std::vector<double> column(const std::vector<object>& lines, const char* name) {
    std::vector<double> values;
    for (const auto& line : lines) {
        if (!line.contains("summary") && !std::isnan(number(line, name))) {
            values.push_back(number(line, name));
        }
    }
    return values;
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) {
        return std::nan("");
    }
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

Process::Environment homeIn(const TempDir& folder) {
    const auto home = folder.path().string();
    return {{"HOME", home},
            {"XDG_DATA_HOME", home + "/data"},
            {"XDG_CONFIG_HOME", home + "/config"},
            {"XDG_CACHE_HOME", home + "/cache"}};
}

/// Median milliseconds between capture and picture in Chromium, by the playlist's dates.
double hlsJsLatency(const RelayProcess& relay, const std::string& channel) {
    const auto seen =
        run({"node", FOOTLIGHT_BROWSER_TESTS "/play.mjs", relay.playlistUrl(channel), "--seconds", "20"}, {},
            std::chrono::seconds(90));
    std::vector<double> values;
    for (const auto& line : linesOf(seen.output)) {
        for (const auto& value : line.at("sinceCapture").as_array()) {
            values.push_back(value.to_number<double>());
        }
    }
    return percentile(values, 0.5);
}

bool measureGlass(int seconds) {
    TempDir home;
    TempDir viewer;
    RelayProcess relay;
    std::ofstream(home / "key") << relay.addChannel("bench") << "\n";
    Process golive({programPath("footlight"), "golive", "--rtmp", "rtmp://" + relay.rtmpAddress() + "/live",
                    "--key-file", (home / "key").string(), "--test-pattern", "--headless", "--duration",
                    std::to_string(seconds + 90)},
                   homeIn(home));
    if (!waitUntilPlayable(relay, "bench")) {
        std::fprintf(stderr, "nothing to watch: %s\n", golive.output().c_str());
        return false;
    }
    const auto watched = run({programPath("footlight"), "watch", relay.playlistUrl("bench"), "--headless",
                              "--duration", std::to_string(seconds), "--stats", "json"},
                             homeIn(viewer), std::chrono::seconds(seconds + 60));
    const auto lines = linesOf(watched.output);
    const auto glass = column(lines, "glass_latency_ms");
    const double ours = percentile(glass, 0.5);
    const double theirs = hlsJsLatency(relay, "bench");
    std::printf("720p30, x264 and AAC, 200 ms parts; %zu readings of the time strip, one a second\n",
                glass.size());
    std::printf("%-34s %8.0f ms\n", "glass to glass, median", ours);
    std::printf("%-34s %8.0f ms\n", "glass to glass, p95", percentile(glass, 0.95));
    std::printf("%-34s %8.0f\n", "stalls", lines.empty() ? std::nan("") : number(lines.back(), "stalls"));
    std::printf("%-34s %8.0f\n", "pictures dropped by the player",
                lines.empty() ? std::nan("") : number(lines.back(), "drops"));
    std::printf("%-34s %8.0f ms (by the playlist's dates)\n", "hls.js in Chromium, median", theirs);
    std::printf("%-34s %8.2f\n", "ratio, ours to hls.js", ours / theirs);
    return !glass.empty();
}

bool measureWaits(int rounds) {
    std::vector<double> fromGoLive;
    std::vector<double> fromClick;
    for (int round = 0; round < rounds; ++round) {
        TempDir home;
        const auto demo =
            run({programPath("footlight"), "demo", "--headless", "--duration", "8", "--stats", "json"},
                homeIn(home), std::chrono::seconds(90));
        const auto lines = linesOf(demo.output);
        if (lines.empty()) {
            std::fprintf(stderr, "the demo did not run: %s\n", demo.output.c_str());
            return false;
        }
        fromGoLive.push_back(number(lines.back(), "golive_ms"));
        fromClick.push_back(number(lines.back(), "join_ms"));
    }
    std::printf("%-34s %8.0f ms (median of %d, worst %.0f)\n", "Go live to a waiting player's picture",
                median(fromGoLive), rounds, percentile(fromGoLive, 1));
    std::printf("%-34s %8.0f ms (median of %d, worst %.0f)\n", "click to first picture", median(fromClick),
                rounds, percentile(fromClick, 1));
    return true;
}

}  // namespace
}  // namespace footlight::tests

int main(int argc, char** argv) {
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 300;
    const bool isMeasured = footlight::tests::measureGlass(seconds) && footlight::tests::measureWaits(5);
    return isMeasured ? 0 : 1;
}
