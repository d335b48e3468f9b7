#pragma once

#include <charconv>
#include <optional>

#include "core/relay/api/answers.h"

namespace footlight::relay::api {

/// The query's `limit`, 1 to 100, or 50 without one; nothing where it is anything else.
inline std::optional<std::size_t> limitOf(const net::http::Request& request) {
    constexpr std::size_t kPage = 50;
    constexpr std::size_t kLongestPage = 100;
    const auto text = request.queryParameter("limit");
    if (!text) {
        return kPage;
    }
    std::size_t limit = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
    const bool good =
        error == std::errc{} && end == text->data() + text->size() && limit >= 1 && limit <= kLongestPage;
    return good ? std::optional(limit) : std::nullopt;
}

inline net::http::Response badLimit() {
    return invalidRequest("limit", "`limit` must be a whole number from 1 to 100");
}

}  // namespace footlight::relay::api
