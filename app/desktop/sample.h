#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace footlight::capture {
struct LiveStatistics;
}
namespace footlight::playback {
struct Statistics;
}

namespace footlight::desktop {

/// What is known of a broadcast at one moment, by whoever sends it, whoever watches it, or both. What a side
/// cannot know is absent, never zero.
struct Sample {
    double seconds = 0;  ///< since the start of the verb
    std::optional<double> bitrateKbps;
    std::optional<double> fps;
    std::optional<std::uint64_t> drops;
    std::optional<double> latencyMs;  ///< from the time strip in the picture, else from the playlist's times
    std::optional<double> glassLatencyMs;  ///< from the time strip alone
    std::optional<int> stalls;
    std::optional<double> position;  ///< seconds of media played
    std::optional<double> bufferSeconds;
    std::optional<double> rate;
    std::optional<std::string> rendition;
    std::optional<double> joinMs;      ///< from opening a running broadcast to the first picture
    std::optional<double> goLiveMs;    ///< from pressing go live to the first picture of a viewer who waited
    std::optional<double> glassP95Ms;  ///< of a sum: 95 % of the glass latencies were no more
    std::optional<double> roundTripMs;
    std::optional<std::string> state;
};

/// A broadcaster's sample.
Sample sampleOf(const capture::LiveStatistics& statistics);
/// A viewer's sample.
Sample sampleOf(const playback::Statistics& statistics);

}  // namespace footlight::desktop
