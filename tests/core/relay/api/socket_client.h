#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/wire/json.h"
#include "core/wire/socket.h"

namespace footlight::tests {

/// A live socket of one hub, Beast's own client, with a bound on every wait.
class SocketClient {
public:
    /// `forwardedFor` goes into X-Forwarded-For, where it is not empty.
    explicit SocketClient(std::uint16_t port, const std::string& host = "relay.example:8080",
                          const std::string& forwardedFor = "");
    ~SocketClient();
    SocketClient(SocketClient&&) noexcept;

    void sendText(const std::string& text);
    void sendBinary(const std::string& bytes);
    void send(const wire::ClientMessage& message) { sendText(wire::toJson(message)); }

    /// The next text; nothing where none came in time or the connection ended.
    std::optional<std::string> receive(std::chrono::milliseconds limit = std::chrono::seconds{5});
    /// Reads until a message of this kind; what else arrives meanwhile is dropped.
    template <typename Message>
    std::optional<Message> next() {
        do {
            while (!heard_.empty()) {
                auto message = std::move(heard_.front());
                heard_.pop_front();
                if (std::holds_alternative<Message>(message)) {
                    return std::get<Message>(std::move(message));
                }
            }
        } while (hear());
        return std::nullopt;
    }
    /// The close code once the relay has ended the connection; nothing where it does not in time.
    std::optional<unsigned> closeCode();

    /// Hello (a guest without a token), and Join.
    std::optional<wire::Welcome> hello(const std::string& token = "");
    std::optional<wire::Joined> join(const std::string& channel, bool watching = true);

private:
    bool hear();

    struct State;
    std::unique_ptr<State> state_;
    std::deque<wire::ServerMessage> heard_;
};

}  // namespace footlight::tests
