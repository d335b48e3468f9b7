#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace footlight::desktop {

/// The median of what was added; of more than 65,536 values, of an evenly thinned half of them.
class Median {
public:
    void add(double value);
    [[nodiscard]] std::optional<double> value() const;

private:
    std::vector<double> values_;
    std::size_t everyNth_ = 1;
    std::size_t seen_ = 0;
};

}  // namespace footlight::desktop
