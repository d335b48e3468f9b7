#include "ui/audience/reaction_swarm.h"

#include <algorithm>
#include <cmath>

namespace footlight::audience {
namespace {

constexpr int kAllOf = 4;
constexpr int kMostAtOnce = 16;
constexpr double kFadeIn = 0.15;
constexpr double kFadeOut = 0.7;

}  // namespace

QPointF ReactionSwarm::Particle::place() const {
    const double share = std::min(age / life, 1.0);
    const double risen = 1 - (1 - share) * (1 - share);  // quick at first
    return {x + sway * std::sin(phase + age * 3), 1 - risen};
}

double ReactionSwarm::Particle::opacity() const {
    return std::clamp(std::min(age / kFadeIn, (life - age) / kFadeOut), 0.0, 1.0);
}

int ReactionSwarm::sampleOf(qint64 count) {
    if (count <= kAllOf) {
        return static_cast<int>(std::max<qint64>(count, 0));
    }
    const double more = std::log2(static_cast<double>(count) / kAllOf) * 2;
    return std::min(kAllOf + static_cast<int>(more), kMostAtOnce);
}

void ReactionSwarm::add(const QString& kind, qint64 count) {
    const int sample = sampleOf(count);
    for (int i = 0; i < sample && particles_.size() < kMost; ++i) {
        Particle made;
        made.kind = kind;
        made.delay = count == 1 ? 0 : between(0, 0.9);
        made.life = between(2.2, 3.2);
        made.x = between(0.1, 0.9);
        made.sway = between(0.02, 0.06);
        made.phase = between(0, 6.28);
        made.size = between(0.85, 1.15);
        particles_.push_back(std::move(made));
    }
}

void ReactionSwarm::step(double seconds) {
    for (auto& each : particles_) {
        const double waited = std::min(each.delay, seconds);
        each.delay -= waited;
        each.age += seconds - waited;
    }
    std::erase_if(particles_, [](const Particle& each) { return each.age >= each.life; });
}

double ReactionSwarm::between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
}

}  // namespace footlight::audience
