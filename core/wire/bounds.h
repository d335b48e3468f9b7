#pragma once

#include <cstddef>

namespace footlight::wire {

struct Bounds {
    std::size_t least;
    std::size_t most;
};

/// Characters of a text, or entries of a list.
template <auto Member>
inline constexpr Bounds kBounds{0, 2048};

}  // namespace footlight::wire
