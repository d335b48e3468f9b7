#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/net/http/message.h"

namespace footlight::net::http {

struct RequestTarget {
    std::string path;
    Parameters query;
};

/// Takes origin-form and absolute-form (RFC 9112 3.2) apart and decodes once. Corrupt, with a sentence that
/// says why, for everything that could mean two things: `..`, `.`, `//`, encoded slashes, backslashes, NUL
/// and other controls, broken escapes, invalid UTF-8, a repeated parameter, over 32 parameters.
Result<RequestTarget> parseTarget(std::string_view target);

}  // namespace footlight::net::http
