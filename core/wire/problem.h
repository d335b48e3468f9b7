#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace footlight::wire {

/// The body of every answer of the API that is not a success (RFC 9457, application/problem+json).
struct Problem {
    std::string type = "about:blank";
    std::string title;                 ///< the same for every problem of this code
    std::int64_t status = 500;         ///< repeats the HTTP status
    std::string code;                  ///< for machines: "account.name_taken"
    std::string detail;                ///< for people: what was wrong with this request, what would be right
    std::optional<std::string> field;  ///< the member of the request at fault
    std::optional<std::int64_t> retryAfter;  ///< seconds, when trying again later helps

    bool operator==(const Problem&) const = default;
};

}  // namespace footlight::wire
