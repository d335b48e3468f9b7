#include "core/net/http/message.h"

#include <algorithm>
#include <array>
#include <utility>

namespace footlight::net::http {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view find(const std::vector<Header>& headers, std::string_view name) {
    const auto found = std::ranges::find_if(
        headers, [&](const Header& header) { return equalsIgnoringCase(header.name, name); });
    return found == headers.end() ? std::string_view{} : std::string_view{found->value};
}

/// In whole lines with CR LF.
std::string_view findInLines(std::string_view lines, std::string_view name) {
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find("\r\n"));
        lines.remove_prefix(std::min(line.size() + 2, lines.size()));
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && equalsIgnoringCase(line.substr(0, colon), name)) {
            return line.substr(colon + 2);
        }
    }
    return {};
}

void appendJsonString(std::string& out, std::string_view text) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

constexpr std::array<std::pair<unsigned, std::string_view>, 33> kReasons{{
    {100, "Continue"},
    {101, "Switching Protocols"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

}  // namespace

bool isLoopback(std::string_view address) {
    constexpr std::string_view kMapped = "::ffff:";
    if (address.starts_with(kMapped)) {
        address.remove_prefix(kMapped.size());
    }
    return address == "::1" || address.starts_with("127.");
}

bool equalsIgnoringCase(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view toString(Method method) {
    switch (method) {
        case Method::Get:
            return "GET";
        case Method::Head:
            return "HEAD";
        case Method::Post:
            return "POST";
        case Method::Put:
            return "PUT";
        case Method::Patch:
            return "PATCH";
        case Method::Delete:
            return "DELETE";
        case Method::Options:
            return "OPTIONS";
        case Method::Other:
            break;
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view name) const { return find(headers, name); }

std::string_view Request::parameter(std::string_view name) const {
    const auto found = pathParameters.find(name);
    return found == pathParameters.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<std::string_view> Request::queryParameter(std::string_view name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::nullopt : std::optional<std::string_view>{found->second};
}

Response& Response::with(std::string name, std::string value) & {
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response Response::with(std::string name, std::string value) && {
    headers.push_back({std::move(name), std::move(value)});
    return std::move(*this);
}

std::uint64_t Response::bodySize() const {
    std::uint64_t size = 0;
    for (const Piece& piece : body) {
        size += piece.size;
    }
    return size;
}

std::string_view Response::header(std::string_view name) const {
    const auto own = find(headers, name);
    for (auto lines = fixedHeaders.begin(); own.empty() && lines != fixedHeaders.end(); ++lines) {
        if (const auto fixed = findInLines(*lines, name); !fixed.empty()) {
            return fixed;
        }
    }
    return own;
}

Response emptyResponse(unsigned status) {
    Response response;
    response.status = status;
    return response;
}

Response textResponse(unsigned status, std::string_view contentType, std::string text) {
    Response response = emptyResponse(status);
    response.with("Content-Type", std::string(contentType));
    const ByteView bytes = bytesOf(text);
    response.body.push_back(Piece::of(share(Bytes(bytes.begin(), bytes.end()))));
    return response;
}

Response problem(unsigned status, std::string_view code, std::string_view title, std::string_view detail) {
    std::string json = R"({"type":"about:blank","status":)" + std::to_string(status) + R"(,"code":)";
    appendJsonString(json, code);
    json += R"(,"title":)";
    appendJsonString(json, title);
    json += R"(,"detail":)";
    appendJsonString(json, detail);
    json += "}";
    Response response = textResponse(status, "application/problem+json", std::move(json));
    response.with("Cache-Control", "no-store");
    return response;
}

std::string_view reasonPhrase(unsigned status) {
    const auto found = std::ranges::find(kReasons, status, &std::pair<unsigned, std::string_view>::first);
    return found == kReasons.end() ? std::string_view{"Unknown"} : found->second;
}

}  // namespace footlight::net::http
