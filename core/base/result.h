#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.h"

namespace footlight {

/// A value or the Error that kept us from it. Nothing of ours throws.
template <typename T = void>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCategory::Corrupt, "avc.config", "...")` from any function that returns a Result.
inline tl::unexpected<Error> fail(ErrorCategory category, std::string_view code, std::string message) {
    return tl::unexpected<Error>(Error(category, code, std::move(message)));
}

/// Passes an error on: `return fail(std::move(result.error()).within("opening the database"))`.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace footlight
