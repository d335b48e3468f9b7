#include "app/desktop/summary.h"

namespace footlight::desktop {
namespace {

void addTo(Distribution& median, const std::optional<double>& value) {
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
    keepLast(last_.goLiveMs, sample.goLiveMs);
    keepLast(last_.state, sample.state);
}

Sample Summary::value() const {
    Sample sum = last_;
    sum.bitrateKbps = bitrate_.median();
    sum.fps = fps_.median();
    sum.latencyMs = latency_.median();
    sum.glassLatencyMs = glassLatency_.median();
    sum.glassP95Ms = glassLatency_.quantile(0.95);
    sum.bufferSeconds = buffer_.median();
    sum.roundTripMs = roundTrip_.median();
    return sum;
}

}  // namespace footlight::desktop
