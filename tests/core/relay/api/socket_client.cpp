#include "tests/core/relay/api/socket_client.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

namespace footlight::tests {

namespace asio = boost::asio;
namespace beast = boost::beast;

struct SocketClient::State {
    asio::io_context context;
    beast::websocket::stream<asio::ip::tcp::socket> stream{context};
    beast::flat_buffer buffer;
    bool isReading = false;
    std::optional<beast::error_code> outcome;
};

SocketClient::SocketClient(std::uint16_t port, const std::string& host, const std::string& forwardedFor)
    : state_(std::make_unique<State>()) {
    state_->stream.set_option(
        beast::websocket::stream_base::decorator([forwardedFor](beast::websocket::request_type& request) {
            if (!forwardedFor.empty()) {
                request.set("X-Forwarded-For", forwardedFor);
            }
        }));
    state_->stream.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
    state_->stream.handshake(host, "/api/v1/socket");
}

SocketClient::~SocketClient() = default;
SocketClient::SocketClient(SocketClient&&) noexcept = default;

void SocketClient::sendText(const std::string& text) {
    beast::error_code ignored;  // the relay may have closed: what comes back tells
    state_->stream.text(true);
    state_->stream.write(asio::buffer(text), ignored);
}

void SocketClient::sendBinary(const std::string& bytes) {
    beast::error_code ignored;
    state_->stream.binary(true);
    state_->stream.write(asio::buffer(bytes), ignored);
}

std::optional<std::string> SocketClient::receive(std::chrono::milliseconds limit) {
    auto& state = *state_;
    if (!state.isReading) {
        state.isReading = true;
        state.outcome.reset();
        state.stream.async_read(state.buffer, [&state](beast::error_code error, std::size_t) {
            state.outcome = error;
            state.isReading = false;
        });
    }
    const auto until = std::chrono::steady_clock::now() + limit;
    state.context.restart();
    while (!state.outcome && state.context.run_one_until(until) != 0) {
    }
    if (!state.outcome || *state.outcome) {
        return std::nullopt;
    }
    auto text = beast::buffers_to_string(state.buffer.data());
    state.buffer.consume(state.buffer.size());
    return text;
}

bool SocketClient::hear() {
    const auto text = receive();
    if (text) {
        std::ranges::move(wire::parseServerText(*text), std::back_inserter(heard_));
    }
    return text.has_value();
}

std::optional<unsigned> SocketClient::closeCode() {
    while (receive()) {
    }
    // The relay may be gone before it hears our half of the handshake: what it said counts, not how it went.
    const auto code = state_->stream.reason().code;
    return code == 0 ? std::nullopt : std::optional<unsigned>(code);
}

std::optional<wire::Welcome> SocketClient::hello(const std::string& token) {
    wire::Hello hello;
    if (!token.empty()) {
        hello.token = Secret(token);
    }
    send(hello);
    return next<wire::Welcome>();
}

std::optional<wire::Joined> SocketClient::join(const std::string& channel, bool watching) {
    send(wire::Join{channel, watching});
    return next<wire::Joined>();
}

}  // namespace footlight::tests
