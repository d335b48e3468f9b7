#include "app/desktop/median.h"

#include <algorithm>

namespace footlight::desktop {
namespace {

constexpr std::size_t kMostValues = 65'536;

}  // namespace

void Median::add(double value) {
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

std::optional<double> Median::value() const {
    if (values_.empty()) {
        return std::nullopt;
    }
    auto sorted = values_;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    if (sorted.size() % 2 == 1) {
        return *middle;
    }
    return (*middle + *std::max_element(sorted.begin(), middle)) / 2;
}

}  // namespace footlight::desktop
