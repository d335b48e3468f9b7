#include "core/net/websocket/handshake.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace footlight::net::websocket {
namespace {

/// 16 bytes in Base64.
constexpr std::size_t kKeySize = 24;
constexpr std::string_view kKeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// RFC 6454: scheme "://" host [ ":" port ].
bool isAllowedOrigin(const http::Request& request, const std::vector<std::string>& allowed) {
    const std::string_view origin = request.header("Origin");
    if (origin.empty()) {
        return true;
    }
    const std::size_t authority = origin.find("://");
    const bool isOwn = authority != std::string_view::npos &&
                       http::equalsIgnoringCase(origin.substr(authority + 3), request.header("Host"));
    return isOwn || std::ranges::any_of(allowed, [&](const std::string& one) {
               return http::equalsIgnoringCase(one, origin);
           });
}

bool isKey(std::string_view key) {
    const auto isBase64 = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/';
    };
    return key.size() == kKeySize && key.ends_with("==") &&
           std::ranges::all_of(key.substr(0, kKeySize - 2), isBase64);
}

}  // namespace

std::optional<http::Response> handshakeRefusal(const http::Request& request, bool isEarly,
                                               const AcceptorOptions& options) {
    if (request.path != options.path) {
        return http::problem(404, "http.not_found", "Not Found", "there is no socket at this address");
    }
    if (!isAllowedOrigin(request, options.allowedOrigins)) {
        return http::problem(403, "websocket.origin", "Forbidden", "pages of this origin may not connect");
    }
    if (isEarly) {
        return http::problem(400, "websocket.early", "Bad Request",
                             "wait for the answer before sending messages");
    }
    if (request.header("Sec-WebSocket-Version") != "13") {
        return http::problem(426, "websocket.version", "Upgrade Required", "version 13 is spoken here")
            .with("Sec-WebSocket-Version", "13");
    }
    if (!isKey(request.header("Sec-WebSocket-Key"))) {
        return http::problem(400, "websocket.key", "Bad Request",
                             "Sec-WebSocket-Key must be 16 bytes in Base64");
    }
    return std::nullopt;
}

std::string acceptKey(std::string_view key) {
    const std::string text = std::string(key).append(kKeySuffix);
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::array<unsigned char, 4 * ((SHA_DIGEST_LENGTH + 2) / 3) + 1> encoded{};
    const int length = EVP_EncodeBlock(encoded.data(), digest.data(), SHA_DIGEST_LENGTH);
    return {reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(length)};
}

std::string handshakeAnswer(const http::Request& request) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           acceptKey(request.header("Sec-WebSocket-Key")) + "\r\n\r\n";
}

}  // namespace footlight::net::websocket
