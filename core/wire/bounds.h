#pragma once

#include <cstddef>
#include <string_view>

namespace footlight::wire {

struct Bounds {
    std::size_t least;
    std::size_t most;
};

/// Characters of a text, or entries of a list.
template <auto Member>
inline constexpr Bounds kBounds{0, 2048};

/// A list that is left out where it is empty.
template <auto Member>
inline constexpr bool kIsLeftOutWhenEmpty = false;

/// The `type` of a message on the socket.
template <typename Message>
inline constexpr std::string_view kType{};

}  // namespace footlight::wire
