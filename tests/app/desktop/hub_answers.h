#pragma once

#include <string>

#include "core/wire/account.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::tests {

/// A session of `name` on the channel of the same name.
inline std::string sessionJson(const std::string& name) {
    const wire::Session session{Secret("t-1"),
                                utcFromMilliseconds(2'000'000'000'000),
                                {UserId::make(utcFromMilliseconds(1)), name},
                                name};
    return wire::toJson(session);
}

inline std::string problemJson(int status, const std::string& code, const std::string& detail) {
    wire::Problem problem;
    problem.status = status;
    problem.code = code;
    problem.title = "Problem";
    problem.detail = detail;
    return wire::toJson(problem);
}

}  // namespace footlight::tests
