#pragma once

#include <string>

#include "core/net/http/message.h"

namespace footlight::net::http {

struct ResponseFraming {
    bool keepAlive = true;
    bool isHttp10 = false;
    std::string date;
    bool isSecure = false;  ///< tells browsers to stay with HTTPS (RFC 6797)
};

/// Everything before the body. A header that could break out of its line is left out: its value came from
/// somewhere that it should not have come from.
std::string responseHead(const Response& response, const ResponseFraming& framing);

/// RFC 9110 6.4.1: these never have a body.
bool mayHaveBody(unsigned status);

}  // namespace footlight::net::http
