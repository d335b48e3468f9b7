#include "core/relay/recording/recording_state.h"

#include <algorithm>

namespace footlight::relay::recording {
namespace {

constexpr std::size_t kMostHoles = 100;

media::MediaTime shownTime(const KeptRendition& rendition) {
    media::MediaTime sum{};
    rendition.forEachShown([&sum](const KeptTime& time) { sum += time.duration; });
    return sum;
}

std::int64_t bytesOf(const KeptRendition& rendition) {
    std::uint64_t sum = rendition.segments.bytes();
    for (const auto& fill : rendition.fills) {
        sum += fill.size;
    }
    return static_cast<std::int64_t>(sum);
}

}  // namespace

std::vector<RecordingHole> holesOf(const KeptRendition& rendition, std::chrono::milliseconds least) {
    std::vector<RecordingHole> holes;
    std::optional<UtcTime> end;
    rendition.forEachShown([&](const KeptTime& time) {
        if (end && time.shownAt - *end >= least) {
            holes.push_back({*end, (time.shownAt - *end).count()});
        }
        end = std::max(end.value_or(time.end()), time.end());
    });
    return holes;
}

RecordingState stateOf(const RecordingContent& content, std::chrono::milliseconds leastHole) {
    RecordingState state;
    const KeptRendition* longest = nullptr;
    media::MediaTime duration{};
    for (const auto& [name, rendition] : content.renditions) {
        state.bytes += bytesOf(rendition);
        const auto time = shownTime(rendition);
        longest = longest == nullptr || time > duration ? &rendition : longest;
        duration = std::max(duration, time);
    }
    if (longest != nullptr) {
        state.durationMs = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
        state.holes = holesOf(*longest, leastHole);
        state.holes.resize(std::min(state.holes.size(), kMostHoles));
    }
    return state;
}

}  // namespace footlight::relay::recording
