#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace footlight::desktop {

/// How values are spread; of more than 65,536 of them, an evenly thinned half speaks for all.
class Distribution {
public:
    void add(double value);
    /// The value that `share` (0 to 1) of all do not exceed, between two of them where it falls there; empty
    /// of nothing.
    [[nodiscard]] std::optional<double> quantile(double share) const;
    [[nodiscard]] std::optional<double> median() const { return quantile(0.5); }

private:
    std::vector<double> values_;
    std::size_t everyNth_ = 1;
    std::size_t seen_ = 0;
};

}  // namespace footlight::desktop
