#include "core/net/http/response_head.h"

#include <algorithm>

namespace footlight::net::http {

namespace {

constexpr std::size_t kUsualHead = 1'024;

bool isSafe(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void append(std::string& head, std::string_view name, std::string_view value) {
    if (isSafe(name) && isSafe(value)) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}

}  // namespace

bool mayHaveBody(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::string responseHead(const Response& response, const ResponseFraming& framing) {
    std::string head;
    head.reserve(kUsualHead);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reasonPhrase(response.status)).append("\r\n");
    append(head, "Date", framing.date);
    for (const Header& header : response.headers) {
        append(head, header.name, header.value);
    }
    for (const auto lines : response.fixedHeaders) {
        head.append(lines);
    }
    if (mayHaveBody(response.status)) {
        append(head, "Content-Length", std::to_string(response.bodySize()));
    }
    if (framing.isSecure) {
        append(head, "Strict-Transport-Security", "max-age=31536000");
    }
    if (!framing.keepAlive) {
        append(head, "Connection", "close");
    } else if (framing.isHttp10) {
        append(head, "Connection", "keep-alive");
    }
    head += "\r\n";
    return head;
}

}  // namespace footlight::net::http
