#include "app/desktop/summary.h"

namespace footlight::desktop {
namespace {

void addTo(Median& median, const std::optional<double>& value) {
    if (value) {
        median.add(*value);
    }
}

template <typename T>
void keepLast(std::optional<T>& kept, const std::optional<T>& value) {
    if (value) {
        kept = value;
    }
}

}  // namespace

void Summary::add(const Sample& sample) {
    ++samples_;
    addTo(bitrate_, sample.bitrateKbps);
    addTo(fps_, sample.fps);
    addTo(latency_, sample.latencyMs);
    addTo(glassLatency_, sample.glassLatencyMs);
    addTo(buffer_, sample.bufferSeconds);
    addTo(roundTrip_, sample.roundTripMs);
    last_.seconds = sample.seconds;
    keepLast(last_.drops, sample.drops);
    keepLast(last_.stalls, sample.stalls);
    keepLast(last_.position, sample.position);
    keepLast(last_.rendition, sample.rendition);
    keepLast(last_.joinMs, sample.joinMs);
    keepLast(last_.state, sample.state);
}

Sample Summary::value() const {
    Sample sum = last_;
    sum.bitrateKbps = bitrate_.value();
    sum.fps = fps_.value();
    sum.latencyMs = latency_.value();
    sum.glassLatencyMs = glassLatency_.value();
    sum.bufferSeconds = buffer_.value();
    sum.roundTripMs = roundTrip_.value();
    return sum;
}

}  // namespace footlight::desktop
