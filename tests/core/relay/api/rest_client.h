#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/wire/account.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::tests {

struct Reply {
    unsigned status = 0;
    std::map<std::string, std::string> headers;
    std::string body;

    /// The body as a structure of core/wire; a default one, and a failure of the test, where it is none.
    template <typename Message>
    [[nodiscard]] Message as() const {
        auto parsed = wire::parse<Message>(body);
        if (!parsed) {
            failed(parsed.error().message);
        }
        return parsed ? std::move(*parsed) : Message{};
    }
    [[nodiscard]] wire::Problem problem() const;

private:
    void failed(const std::string& message) const;
};

/// Asks one hub over real sockets, one connection a request, blocking.
class RestClient {
public:
    explicit RestClient(std::uint16_t port) : port_(port) {}

    /// Sent as `Authorization: Bearer` from now on; empty: not at all.
    void setToken(std::string token) { token_ = std::move(token); }
    [[nodiscard]] const std::string& token() const { return token_; }
    void setHost(std::string host) { host_ = std::move(host); }
    /// As a reverse proxy that names this client.
    void setForwardedFor(std::string list) { forwardedFor_ = std::move(list); }

    Reply send(const std::string& method, const std::string& target, const std::string& body = "");
    Reply get(const std::string& target) { return send("GET", target); }

    /// Makes an account, expects that to work, and stays signed in as it.
    wire::Session signUp(const std::string& name);
    std::string makeKey(const std::string& channel);
    /// As the origin, with the hook secret.
    Reply hook(const std::string& path, const std::string& body);
    wire::PublishGrant publish(const std::string& key);
    Reply tell(wire::PublishEventType type, const wire::PublishGrant& grant,
               UtcTime at = utcFromMilliseconds(1'700'000'000'000));

private:
    std::uint16_t port_;
    std::string token_;
    std::string host_ = "relay.example:8080";
    std::string forwardedFor_;
};

}  // namespace footlight::tests
