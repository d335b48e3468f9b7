#include "core/net/websocket/session.h"

#include <boost/beast/core/flat_buffer.hpp>

#include "core/net/websocket/session_state.h"

namespace footlight::net::websocket {

namespace beast = boost::beast;

namespace {

Error failure(const boost::system::error_code& error) {
    using beast::websocket::condition;
    if (error == beast::websocket::error::message_too_big ||
        error == beast::websocket::error::buffer_overflow) {
        return {ErrorCategory::Corrupt, "websocket.too_big", "the message is too long"};
    }
    if (error == condition::protocol_violation) {
        return {ErrorCategory::Corrupt, "websocket.protocol",
                "the peer broke the protocol: " + error.message()};
    }
    return {ErrorCategory::Closed, "websocket.closed", "the connection has ended"};
}

}  // namespace

Session::Session(std::shared_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

Task<Result<std::string>> Session::receive() {
    const auto state = state_;
    while (!state->isEnded) {
        beast::flat_buffer buffer;
        auto [error, count] = co_await state->stream.async_read(buffer, kValues);
        if (error) {
            state->end();
            co_return fail(failure(error));
        }
        state->lastHeard = std::chrono::steady_clock::now();
        if (state->isClosing) {
            continue;
        }
        if (!state->stream.got_text()) {
            state->beginClose(CloseCode::UnsupportedData, "text only");
            co_return fail(ErrorCategory::Corrupt, "websocket.binary", "the peer sent a binary message");
        }
        const auto data = buffer.cdata();
        co_return std::string(static_cast<const char*>(data.data()), data.size());
    }
    co_return fail(ErrorCategory::Closed, "websocket.closed", "the connection has ended");
}

void Session::send(SharedFrame frame, Priority priority) { state_->enqueue(std::move(frame), priority); }

void Session::requestClose(CloseCode code, std::string reason) {
    state_->beginClose(code, std::move(reason));
}

Task<> Session::close(CloseCode code, std::string reason) {
    const auto state = state_;
    state->beginClose(code, std::move(reason));
    while (!state->isEnded) {
        co_await state->hasEnded.async_wait(kValues);
    }
}

bool Session::isOpen() const { return !state_->isClosing && !state_->isEnded; }
const std::string& Session::peerAddress() const { return state_->peerAddress; }
Executor Session::executor() const { return state_->stream.get_executor(); }
std::uint64_t Session::dropped() const { return state_->dropped; }

}  // namespace footlight::net::websocket
