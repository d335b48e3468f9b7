#include "core/relay/origin/media_response.h"

#include <fmt/format.h>

#include <charconv>

#include "core/relay/origin/byte_range.h"

namespace footlight::relay::origin {
namespace {

namespace http = net::http;

constexpr std::string_view kPlaylistType = "application/vnd.apple.mpegurl";
constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";

std::string_view cacheControl(Caching caching) {
    switch (caching) {
        case Caching::Never:
            return "no-store";
        case Caching::NotLong:
            return "no-cache";
        case Caching::Short:
            return "public, max-age=6";
        case Caching::Forever:
            return "public, max-age=3600, immutable";
    }
    return "no-store";
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    const auto last = text.find_last_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, last - first + 1);
}

/// Whether one element of Accept-Encoding, such as "gzip;q=0.5", means yes.
bool isWanted(std::string_view element) {
    const auto weight = element.find("q=");
    if (weight == std::string_view::npos) {
        return true;
    }
    double value = 0;
    const auto digits = element.substr(weight + 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value > 0;
}

}  // namespace

bool MediaResponder::takesGzip(const http::Request& request) {
    auto rest = request.header("Accept-Encoding");
    std::optional<bool> any;
    while (!rest.empty()) {
        const auto element = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(element.size() + 1, rest.size()));
        const auto coding = trimmed(element.substr(0, element.find(';')));
        if (http::equalsIgnoringCase(coding, "gzip")) {
            return isWanted(element);
        }
        if (coding == "*") {
            any = isWanted(element);
        }
    }
    return any.value_or(false);
}

http::Response MediaResponder::playlist(SharedBytes body, WindowSnapshot::Form form, Caching caching) const {
    http::Response response;
    response.with("Content-Type", std::string(kPlaylistType)).with("Vary", "Accept-Encoding");
    if (form == WindowSnapshot::Form::Gzip) {
        response.with("Content-Encoding", "gzip");
    }
    response.body.push_back(Piece::of(std::move(body)));
    return finish(std::move(response), caching);
}

http::Response MediaResponder::media(const http::Request& request, Pieces body) const {
    http::Response response;
    response.with("Content-Type", "video/mp4").with("Accept-Ranges", "bytes");
    response.body = std::move(body);
    const auto size = response.bodySize();
    const auto range = RangeRequest::parse(request.header("Range"), size);
    if (range.kind == RangeRequest::Kind::Unsatisfiable) {
        response.status = 416;
        response.with("Content-Range", fmt::format("bytes */{}", size));
        response.body.clear();
        return finish(std::move(response), Caching::Never);
    }
    if (range.kind == RangeRequest::Kind::Range) {
        response.status = 206;
        response.with("Content-Range",
                      fmt::format("bytes {}-{}/{}", range.first, range.first + range.length - 1, size));
        response.body = sliceOf(response.body, range.first, range.length);
    }
    return finish(std::move(response), Caching::Forever);
}

http::Response MediaResponder::problem(unsigned status, std::string_view code, std::string_view title,
                                       std::string_view detail) const {
    auto response = http::problem(status, code, title, detail);
    if (status == 503) {
        response.with("Retry-After", "1");
    }
    return finish(std::move(response), Caching::Never);
}

http::Response MediaResponder::options() const {
    auto response = http::emptyResponse(204);
    response.with("Allow", std::string(kMethods))
        .with("Access-Control-Allow-Methods", std::string(kMethods))
        .with("Access-Control-Allow-Headers", "Range, If-None-Match, Cache-Control")
        .with("Access-Control-Max-Age", "86400");
    return finish(std::move(response), Caching::NotLong);
}

http::Response MediaResponder::methodNotAllowed() const {
    auto response = http::problem(405, "media.method", "Method not allowed",
                                  "Streams can only be read here: use GET or HEAD.");
    response.with("Allow", std::string(kMethods));
    return finish(std::move(response), Caching::Never);
}

http::Response MediaResponder::finish(http::Response response, Caching caching) const {
    if (response.header("Cache-Control").empty()) {
        response.with("Cache-Control", std::string(cacheControl(caching)));
    }
    response.with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date, Footlight-Time")
        .with("Timing-Allow-Origin", "*")
        .with("X-Content-Type-Options", "nosniff")
        .with("Footlight-Time", std::to_string(toMilliseconds(clock_.utcNow())));
    return response;
}

}  // namespace footlight::relay::origin
