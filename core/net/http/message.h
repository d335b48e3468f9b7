#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/piece.h"

namespace footlight::net::http {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// "GET"; "OTHER" for a method that we have no name for.
std::string_view toString(Method method);

struct Header {
    std::string name;
    std::string value;
};

using Parameters = std::map<std::string, std::string, std::less<>>;

/// One request as the server took it: within every limit, its path decoded once and safe to compare.
struct Request {
    Method method = Method::Get;
    std::string target;           ///< as sent
    std::string path;             ///< decoded once; absolute; without `..`, `//`, NUL or an encoded slash
    Parameters query;             ///< decoded; a repeated name was refused
    std::vector<Header> headers;  ///< in the order sent
    std::string body;             ///< at most ServerLimits::body bytes; empty where it is in a file
    FilePtr bodyFile;             ///< where the route takes uploads: a file without a name, gone when closed
    std::uint64_t bodyFileSize = 0;
    bool isSecure = false;      ///< came within TLS
    std::string peerAddress;    ///< "127.0.0.1"
    Parameters pathParameters;  ///< what Router found for `{name}`

    /// The value of a header, whatever the case of its name; empty where it is absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// What stood in place of `{name}` in the route; empty where the route has none.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> queryParameter(std::string_view name) const;
};

/// One answer. The server adds Date, Content-Length and Connection; the body is written piece by piece from
/// the shared bytes, or sent from its file, and never copied.
struct Response {
    unsigned status = 200;
    std::vector<Header> headers;
    Pieces body;
    /// Whole lines with CR LF, in static storage: the same for many answers.
    std::array<std::string_view, 3> fixedHeaders{};

    Response& with(std::string name, std::string value) &;
    [[nodiscard]] Response with(std::string name, std::string value) &&;
    [[nodiscard]] std::uint64_t bodySize() const;
    /// The value of a header, fixed ones included; empty where it is absent.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// A status without a body, such as 204.
Response emptyResponse(unsigned status);
Response textResponse(unsigned status, std::string_view contentType, std::string text);
/// `application/problem+json` (RFC 9457). `code` is stable and for machines, `title` and `detail` for people.
Response problem(unsigned status, std::string_view code, std::string_view title, std::string_view detail);

/// "Not Found" for 404.
std::string_view reasonPhrase(unsigned status);

/// Whether an address is this machine's own: 127.0.0.0/8, ::1, and the former written as IPv6.
bool isLoopback(std::string_view address);

bool equalsIgnoringCase(std::string_view left, std::string_view right);

}  // namespace footlight::net::http
