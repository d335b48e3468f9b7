#include "core/playback/time_stretch.h"

#include <algorithm>
#include <cmath>

namespace footlight::playback {
namespace {

constexpr int kHopsPerSecond = 100;
constexpr int kSearchesPerSecond = 160;
constexpr std::size_t kCoarseStep = 4;
/// Of places that are alike, as in a steady tone, the nearest to what the rate asks for.
constexpr double kNearnessWeight = 0.02;
constexpr std::size_t kCompactAt = 48'000;

}  // namespace

TimeStretch::TimeStretch(int sampleRate)
    : hop_(static_cast<std::size_t>(sampleRate / kHopsPerSecond)),
      search_(static_cast<std::size_t>(sampleRate / kSearchesPerSecond)) {}

void TimeStretch::push(std::span<const float> interleaved) {
    input_.insert(input_.end(), interleaved.begin(), interleaved.end());
}

std::size_t TimeStretch::framesQueued() const {
    return (ready_.size() - readyAt_) / kChannels + input_.size() / kChannels -
           std::min(natural_, input_.size() / kChannels);
}

void TimeStretch::clear() {
    input_.clear();
    ready_.clear();
    natural_ = readyAt_ = 0;
    nominal_ = 0;
}

void TimeStretch::skip(std::size_t frames) {
    const auto fromReady = std::min(frames, (ready_.size() - readyAt_) / kChannels);
    readyAt_ += fromReady * kChannels;
    natural_ = std::min(natural_ + frames - fromReady, input_.size() / kChannels);
    nominal_ = static_cast<double>(natural_);
    compact();
}

std::size_t TimeStretch::pull(std::span<float> interleaved, double rate) {
    std::size_t done = takeReady(interleaved);
    const std::size_t wanted = interleaved.size() / kChannels;
    while (done < wanted) {
        const auto rest = interleaved.subspan(done * kChannels);
        if (rate == 1) {
            const auto count = std::min(wanted - done, input_.size() / kChannels - natural_);
            std::copy_n(input_.begin() + static_cast<std::ptrdiff_t>(natural_ * kChannels), count * kChannels,
                        rest.begin());
            natural_ += count;
            nominal_ = static_cast<double>(natural_);
            done += count;
            break;
        }
        if (!makeHop(rate)) {
            break;
        }
        done += takeReady(rest);
    }
    compact();
    return done;
}

/// One hop of output: what would follow fades into the piece that the rate asks for.
bool TimeStretch::makeHop(double rate) {
    nominal_ += static_cast<double>(hop_) * (rate - 1);
    const auto nominal = static_cast<std::size_t>(std::max(0.0, nominal_));
    if (std::max(natural_, nominal + search_) + hop_ > input_.size() / kChannels) {
        nominal_ -= static_cast<double>(hop_) * (rate - 1);
        return false;
    }
    const std::size_t chosen = bestMatch(natural_, nominal);
    ready_.resize(hop_ * kChannels);
    readyAt_ = 0;
    for (std::size_t i = 0; i < hop_; ++i) {
        const auto fade = static_cast<float>(i) / static_cast<float>(hop_);
        for (std::size_t channel = 0; channel < kChannels; ++channel) {
            const float before = input_[(natural_ + i) * kChannels + channel];
            const float after = input_[(chosen + i) * kChannels + channel];
            ready_[i * kChannels + channel] = before + (after - before) * fade;
        }
    }
    natural_ = chosen + hop_;
    nominal_ += static_cast<double>(hop_);
    return true;
}

/// The start near `nominal` from which the samples look most like those at `natural`: roughly, then closely.
std::size_t TimeStretch::bestMatch(std::size_t natural, std::size_t nominal) const {
    const std::size_t first = nominal > search_ ? nominal - search_ : 0;
    const std::size_t last = nominal + search_;
    std::size_t best = nominal;
    double most = -1e30;
    const auto consider = [&](std::size_t at, std::size_t step) {
        const double away =
            std::abs(static_cast<double>(at) - static_cast<double>(nominal)) / static_cast<double>(search_);
        const double found = likeness(natural, at, step) * (1 - kNearnessWeight * away);
        if (found > most) {
            most = found;
            best = at;
        }
    };
    for (std::size_t at = first; at <= last; at += kCoarseStep) {
        consider(at, kCoarseStep);
    }
    const std::size_t coarse = best;
    most = -1e30;
    for (std::size_t at = std::max(first, coarse - std::min(coarse, kCoarseStep));
         at <= std::min(last, coarse + kCoarseStep); ++at) {
        consider(at, 1);
    }
    return best;
}

/// Cross-correlation of one hop, normalised by the second's energy.
double TimeStretch::likeness(std::size_t a, std::size_t b, std::size_t step) const {
    double product = 0;
    double energy = 1e-9;
    for (std::size_t i = 0; i < hop_; i += step) {
        const float x = input_[(a + i) * kChannels] + input_[(a + i) * kChannels + 1];
        const float y = input_[(b + i) * kChannels] + input_[(b + i) * kChannels + 1];
        product += static_cast<double>(x) * static_cast<double>(y);
        energy += static_cast<double>(y) * static_cast<double>(y);
    }
    return product / std::sqrt(energy);
}

std::size_t TimeStretch::takeReady(std::span<float> out) {
    const auto count = std::min(out.size(), ready_.size() - readyAt_);
    std::copy_n(ready_.begin() + static_cast<std::ptrdiff_t>(readyAt_), count, out.begin());
    readyAt_ += count;
    return count / kChannels;
}

/// Frees what was played, now and then rather than each time; a search may still look back a little.
void TimeStretch::compact() {
    const auto keepFrom = std::min(natural_, static_cast<std::size_t>(std::max(0.0, nominal_)));
    if (keepFrom < kCompactAt + 2 * search_) {
        return;
    }
    const auto drop = keepFrom - 2 * search_;
    input_.erase(input_.begin(), input_.begin() + static_cast<std::ptrdiff_t>(drop * kChannels));
    natural_ -= drop;
    nominal_ -= static_cast<double>(drop);
}

}  // namespace footlight::playback
