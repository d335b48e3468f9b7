#include "core/relay/origin/media_response.h"

#include <fmt/format.h>

#include <charconv>

#include "core/relay/origin/byte_range.h"

namespace footlight::relay::origin {
namespace {

namespace http = net::http;

constexpr std::string_view kMethods = "GET, HEAD, OPTIONS";

/// RELIABILITY L25 as far as it concerns what is no page. A token stands in the path: no Referer.
constexpr std::string_view kFixedHeaders =
    "Access-Control-Allow-Origin: *\r\n"
    "Access-Control-Expose-Headers: Content-Length, Content-Range, Date, ETag, Footlight-Time\r\n"
    "Timing-Allow-Origin: *\r\n"
    "Cross-Origin-Resource-Policy: cross-origin\r\n"
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n";

constexpr std::string_view kPlainPlaylist =
    "Content-Type: application/vnd.apple.mpegurl\r\n"
    "Vary: Accept-Encoding\r\n";
constexpr std::string_view kGzipPlaylist =
    "Content-Type: application/vnd.apple.mpegurl\r\n"
    "Vary: Accept-Encoding\r\n"
    "Content-Encoding: gzip\r\n";
constexpr std::string_view kMedia =
    "Content-Type: video/mp4\r\n"
    "Accept-Ranges: bytes\r\n";

std::string_view cacheControl(MediaResponder::Keeping keeping) {
    const bool isForAll = keeping.audience == Audience::Anyone;
    switch (keeping.caching) {
        case Caching::Never:
            return "Cache-Control: no-store\r\n";
        case Caching::NotAtAll:
            return "Cache-Control: no-cache, no-store, private\r\n";
        case Caching::Short:
            return isForAll ? "Cache-Control: public, max-age=6\r\n"
                            : "Cache-Control: private, max-age=6\r\n";
        case Caching::Forever:
            return isForAll ? "Cache-Control: public, max-age=3600, immutable\r\n"
                            : "Cache-Control: private, max-age=3600, immutable\r\n";
    }
    return {};
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    const auto last = text.find_last_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, last - first + 1);
}

/// Whether If-None-Match names the tag: weak comparison (RFC 9110 13.1.2).
bool isKnown(const http::Request& request, std::string_view tag) {
    auto rest = request.header("If-None-Match");
    while (!rest.empty()) {
        const auto element = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(element.size() + 1, rest.size()));
        auto named = trimmed(element);
        if (named.starts_with("W/")) {
            named.remove_prefix(2);
        }
        if (named == tag || named == "*") {
            return true;
        }
    }
    return false;
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

http::Response MediaResponder::playlist(const http::Request& request, const PrintedText& text,
                                        WindowSnapshot::Form form, Keeping keeping) const {
    Pieces body{Piece::of(text.bytes)};
    auto response = playlist(std::move(body), form, keeping);
    response.with("ETag", text.tag);
    if (isKnown(request, text.tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

http::Response MediaResponder::playlist(Pieces body, WindowSnapshot::Form form, Keeping keeping) const {
    http::Response response;
    response.body = std::move(body);
    return finish(std::move(response), form == WindowSnapshot::Form::Gzip ? kGzipPlaylist : kPlainPlaylist,
                  keeping);
}

http::Response MediaResponder::media(const http::Request& request, Pieces body, std::string tag,
                                     Audience audience) const {
    http::Response response;
    const Keeping keeping{Caching::Forever, audience};
    if (isKnown(request, tag)) {
        response.status = 304;
        return finish(std::move(response).with("ETag", std::move(tag)), kMedia, keeping);
    }
    response.body = std::move(body);
    const auto size = response.bodySize();
    const auto condition = request.header("If-Range");
    const bool isSame = condition.empty() || condition == tag;
    const auto range = RangeRequest::parse(isSame ? request.header("Range") : std::string_view{}, size);
    response.with("ETag", std::move(tag));
    if (range.kind == RangeRequest::Kind::Unsatisfiable) {
        response.status = 416;
        response.with("Content-Range", fmt::format("bytes */{}", size));
        response.body.clear();
        return finish(std::move(response), kMedia, {});
    }
    if (range.kind == RangeRequest::Kind::Range) {
        response.status = 206;
        response.with("Content-Range",
                      fmt::format("bytes {}-{}/{}", range.first, range.first + range.length - 1, size));
        response.body = sliceOf(response.body, range.first, range.length);
    }
    return finish(std::move(response), kMedia, keeping);
}

http::Response MediaResponder::problem(unsigned status, std::string_view code, std::string_view title,
                                       std::string_view detail) const {
    auto response = http::problem(status, code, title, detail);
    if (status == 503 || status == 429) {
        response.with("Retry-After", "1");
    }
    return finish(std::move(response));
}

http::Response MediaResponder::options() const {
    auto response = http::emptyResponse(204);
    response.with("Allow", std::string(kMethods))
        .with("Access-Control-Allow-Methods", std::string(kMethods))
        .with("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match, Cache-Control")
        .with("Access-Control-Max-Age", "86400");
    return finish(std::move(response), {}, {Caching::NotAtAll, Audience::Anyone});
}

http::Response MediaResponder::methodNotAllowed() const {
    auto response = http::problem(405, "media.method", "Method not allowed",
                                  "Streams can only be read here: use GET or HEAD.");
    response.with("Allow", std::string(kMethods));
    return finish(std::move(response));
}

http::Response MediaResponder::finish(http::Response response, std::string_view kind, Keeping keeping) const {
    response.fixedHeaders = {kind, cacheControl(keeping)};
    return finish(std::move(response));
}

/// What each answer has; `response` says itself whether it may be kept.
http::Response MediaResponder::finish(http::Response response) const {
    response.with("Footlight-Time", std::to_string(toMilliseconds(clock_.utcNow())));
    response.fixedHeaders.back() = kFixedHeaders;
    return response;
}

}  // namespace footlight::relay::origin
