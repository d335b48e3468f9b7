#pragma once

#include <functional>
#include <string>

#include "core/net/http/router.h"

namespace footlight::relay::api {

/// Takes one route, its path below /api/v1.
using AddRoute = std::function<void(net::http::Method, const std::string& path, net::http::Handler)>;

/// A method of an object as a handler; the object must outlive it.
template <typename Routes>
net::http::Handler handledBy(Routes& routes,
                             net::Task<net::http::Response> (Routes::*handle)(net::http::Request)) {
    return [&routes, handle](net::http::Request request) { return (routes.*handle)(std::move(request)); };
}

}  // namespace footlight::relay::api
