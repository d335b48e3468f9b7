#include "core/net/http/router.h"

#include <algorithm>
#include <set>

namespace footlight::net::http {

namespace {

std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool isParameter(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }
bool isRest(std::string_view segment) { return segment.ends_with("...}"); }

std::string join(const std::vector<std::string>& segments, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < segments.size(); ++i) {
        text += (i == from ? "" : "/") + segments[i];
    }
    return text;
}

std::optional<Parameters> match(const std::vector<std::string>& pattern,
                                const std::vector<std::string>& path) {
    Parameters found;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (i >= path.size()) {
            return std::nullopt;
        }
        const std::string& segment = pattern[i];
        if (isRest(segment)) {
            found.emplace(segment.substr(1, segment.size() - 5), join(path, i));
            return found;
        }
        if (!isParameter(segment)) {
            if (segment != path[i]) {
                return std::nullopt;
            }
        } else if (path[i].empty()) {
            return std::nullopt;
        } else {
            found.emplace(segment.substr(1, segment.size() - 2), path[i]);
        }
    }
    return pattern.size() == path.size() ? std::optional(std::move(found)) : std::nullopt;
}

/// Literal segments before parameters, at the first place where two patterns differ.
bool isMoreSpecific(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        const int leftRank = isRest(left[i]) ? 2 : isParameter(left[i]) ? 1 : 0;
        const int rightRank = isRest(right[i]) ? 2 : isParameter(right[i]) ? 1 : 0;
        if (leftRank != rightRank) {
            return leftRank < rightRank;
        }
    }
    return left.size() > right.size();
}

std::string allowed(const std::set<Method>& methods) {
    std::string text = "OPTIONS";
    for (const Method method : methods) {
        text += ", " + std::string(toString(method));
        text += method == Method::Get ? ", HEAD" : "";
    }
    return text;
}

}  // namespace

void Router::add(Method method, std::string_view pattern, Handler handler) {
    Route route{method, split(pattern), std::move(handler)};
    const auto place = std::ranges::find_if(
        routes_, [&](const Route& other) { return isMoreSpecific(route.segments, other.segments); });
    routes_.insert(place, std::move(route));
}

Task<Response> Router::handle(Request request) const {
    const std::vector<std::string> segments = split(request.path);
    const Method wanted = request.method == Method::Head ? Method::Get : request.method;
    std::set<Method> methods;
    for (const Route& route : routes_) {
        auto parameters = match(route.segments, segments);
        if (!parameters) {
            continue;
        }
        if (route.method == wanted) {
            request.pathParameters = std::move(*parameters);
            co_return co_await route.handler(std::move(request));
        }
        methods.insert(route.method);
    }
    if (methods.empty()) {
        co_return problem(404, "http.not_found", reasonPhrase(404), "there is nothing at this address");
    }
    Response response = wanted == Method::Options ? emptyResponse(204)
                                                  : problem(405, "http.method", reasonPhrase(405),
                                                            "this address does not take the method");
    response.with("Allow", allowed(methods));
    co_return response;
}

}  // namespace footlight::net::http
