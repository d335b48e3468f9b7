#include "app/desktop/distribution.h"

#include <algorithm>
#include <cmath>

namespace footlight::desktop {
namespace {

constexpr std::size_t kMostValues = 65'536;

}  // namespace

void Distribution::add(double value) {
    if (seen_++ % everyNth_ != 0) {
        return;
    }
    values_.push_back(value);
    if (values_.size() > kMostValues) {
        for (std::size_t i = 0; i < values_.size() / 2; ++i) {
            values_[i] = values_[i * 2];
        }
        values_.resize(values_.size() / 2);
        everyNth_ *= 2;
    }
}

std::optional<double> Distribution::quantile(double share) const {
    if (values_.empty()) {
        return std::nullopt;
    }
    auto sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

}  // namespace footlight::desktop
