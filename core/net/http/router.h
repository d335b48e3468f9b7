#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/net/http/server.h"

namespace footlight::net::http {

/// Finds the handler of a path. 404 and 405 (with Allow) are problem documents, OPTIONS names the methods,
/// HEAD is answered by GET's handler. Filled at start, then only read: any thread.
class Router {
public:
    /// `pattern` is "/api/v1/channels/{name}": `{name}` takes one whole path segment, and a last `{rest...}`
    /// takes all that follows. A literal segment wins over a parameter.
    void add(Method method, std::string_view pattern, Handler handler);

    [[nodiscard]] Task<Response> handle(Request request) const;

private:
    struct Route {
        Method method;
        std::vector<std::string> segments;
        Handler handler;
    };
    std::vector<Route> routes_;
};

}  // namespace footlight::net::http
