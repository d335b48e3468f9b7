#include "app/desktop/sample.h"

#include <chrono>

#include "core/capture/broadcaster.h"
#include "core/playback/statistics.h"

namespace footlight::desktop {
namespace {

std::string stateName(capture::DestinationState state) {
    switch (state) {
        case capture::DestinationState::Connecting:
            return "connecting";
        case capture::DestinationState::Live:
            return "live";
        case capture::DestinationState::Reconnecting:
            return "reconnecting";
        case capture::DestinationState::Failed:
            return "failed";
        case capture::DestinationState::Ended:
            return "ended";
    }
    return "unknown";
}

}  // namespace

Sample sampleOf(const capture::LiveStatistics& statistics) {
    Sample sample;
    sample.bitrateKbps = statistics.kbps;
    sample.fps = statistics.fps;
    sample.drops = statistics.droppedFrames();
    sample.position = std::chrono::duration<double>(statistics.timeOnAir).count();
    if (!statistics.destinations.empty()) {
        const auto& first = statistics.destinations.front();
        sample.state = stateName(first.state);
        if (first.roundTrip) {
            sample.roundTripMs = std::chrono::duration<double, std::milli>(*first.roundTrip).count();
        }
    }
    return sample;
}

Sample sampleOf(const playback::Statistics& statistics) {
    Sample sample;
    sample.bitrateKbps = statistics.bitrateKbps;
    sample.fps = statistics.fps;
    sample.drops = statistics.droppedFrames;
    sample.glassLatencyMs = statistics.glassLatencyMs;
    sample.latencyMs = statistics.glassLatencyMs ? statistics.glassLatencyMs : statistics.latencyMs;
    sample.stalls = statistics.stalls;
    sample.position = statistics.position;
    sample.bufferSeconds = statistics.bufferSeconds;
    sample.rate = statistics.rate;
    sample.rendition = statistics.rendition.toStdString();
    sample.joinMs = statistics.joinMs;
    return sample;
}

}  // namespace footlight::desktop
