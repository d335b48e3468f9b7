#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/http/message.h"

namespace footlight::net {
class TlsClient;
}

namespace footlight::net::http {

/// Where a request may go.
enum class Reach : std::uint8_t {
    Anywhere,
    PublicOnly,  ///< to no address of this machine or its networks, whatever the name says
};

struct ClientRequest {
    Method method = Method::Get;
    std::string host;  ///< a name or an address; with TLS the certificate must be for it
    std::uint16_t port = 80;
    std::string target = "/";
    std::vector<Header> headers;
    std::string body;
    std::chrono::milliseconds timeout{5'000};  ///< for the whole exchange
    std::size_t bodyLimit = 1024 * 1024;       ///< of the answer
    Reach reach = Reach::Anywhere;
    std::shared_ptr<const TlsClient> tls;  ///< HTTPS; empty: plain HTTP
};

struct ClientResponse {
    unsigned status = 0;
    std::vector<Header> headers;
    std::string body;

    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Sends HTTP/1.1 requests, such as the hooks between our own processes. Keeps up to eight idle
/// connections for reuse. Lives on one event loop; requests under way are cancelled with their caller.
class Client {
public:
    Client(Executor executor, Logger logger);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Timeout; Unavailable where nobody answers; Denied where its certificate is not to be trusted, or it is
    /// out of reach (http.private_address); Corrupt where the answer is no HTTP. Any status is a success.
    [[nodiscard]] Task<Result<ClientResponse>> send(ClientRequest request);

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::net::http
