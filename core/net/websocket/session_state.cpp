#include "core/net/websocket/session_state.h"

#include <algorithm>

namespace footlight::net::websocket {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::chrono::seconds kCloseWithin{2};
/// RFC 6455 5.5: a control frame has 125 bytes, two of them the code.
constexpr std::size_t kReasonBytes = 123;

}  // namespace

Session::State::State(net::Stream under, std::string peer, http::Admission::Ticket held,
                      SessionLimits withLimits)
    : stream(std::move(under)),
      peerAddress(std::move(peer)),
      ticket(std::move(held)),
      limits(withLimits),
      queueChanged(stream.get_executor(), SteadyTime::max()),
      deadlineChanged(stream.get_executor(), SteadyTime::max()),
      hasEnded(stream.get_executor(), SteadyTime::max()),
      lastHeard(std::chrono::steady_clock::now()) {
    stream.text(true);
    stream.auto_fragment(false);
    stream.read_message_max(limits.message);
    stream.control_callback([this](beast::websocket::frame_type, beast::string_view) {
        lastHeard = std::chrono::steady_clock::now();
    });
}

bool Session::State::isFull(std::size_t more) const {
    return queue.size() + 1 > limits.queuedMessages || queuedBytes + more > limits.queuedBytes;
}

/// Drops the oldest of the least, as long as it is less than `priority`, until `bytes` more fit; false where
/// they do not.
bool Session::State::makeRoom(std::size_t bytes, Priority priority) {
    while (isFull(bytes)) {
        const auto found = std::ranges::min_element(queue, {}, &Queued::priority);
        if (found == queue.end() || found->priority == Priority::Normal || found->priority > priority) {
            return false;
        }
        queuedBytes -= found->frame->bytes().size();
        queue.erase(found);
        ++dropped;
    }
    return true;
}

void Session::State::enqueue(SharedFrame frame, Priority priority) {
    if (isClosing || isEnded) {
        return;
    }
    if (!makeRoom(frame->bytes().size(), priority)) {
        if (priority != Priority::Normal) {
            ++dropped;
        } else {
            queue.clear();
            queuedBytes = 0;
            beginClose(CloseCode::TryAgainLater, "too slow");
        }
        return;
    }
    queuedBytes += frame->bytes().size();
    queue.push_back({std::move(frame), priority});
    queueChanged.cancel();
}

void Session::State::beginClose(CloseCode code, std::string why) {
    if (isClosing || isEnded) {
        return;
    }
    isClosing = true;
    closeCode = code;
    closeReason = why.substr(0, kReasonBytes);
    closeBy = std::chrono::steady_clock::now() + kCloseWithin;
    queueChanged.cancel();
    deadlineChanged.cancel();
}

void Session::State::end() {
    isEnded = true;
    stream.next_layer().close();
    queue.clear();
    queueChanged.cancel();
    deadlineChanged.cancel();
    hasEnded.cancel();
}

Task<> Session::State::write(std::shared_ptr<State> self) {
    boost::system::error_code failed;
    while (!self->isEnded && !failed) {
        if (!self->queue.empty()) {
            const Queued next = std::move(self->queue.front());
            self->queue.pop_front();
            self->queuedBytes -= next.frame->bytes().size();
            auto [error, count] =
                co_await self->stream.async_write(asio::buffer(next.frame->payload()), kValues);
            failed = error;
        } else if (self->isClosing) {
            const beast::websocket::close_reason reason(
                static_cast<beast::websocket::close_code>(self->closeCode), self->closeReason);
            co_await self->stream.async_close(reason, kValues);
            break;
        } else if (self->isPingDue) {
            self->isPingDue = false;
            const beast::websocket::ping_data nothing;
            auto [error] = co_await self->stream.async_ping(nothing, kValues);
            failed = error;
        } else {
            co_await self->queueChanged.async_wait(kValues);
        }
    }
    self->end();
}

Task<> Session::State::watch(std::shared_ptr<State> self) {
    auto nextPing = std::chrono::steady_clock::now() + self->limits.ping;
    while (!self->isEnded) {
        const auto silentBy = self->lastHeard + self->limits.silence;
        const auto now = std::chrono::steady_clock::now();
        if (now >= std::min(silentBy, self->closeBy)) {
            self->end();
            co_return;
        }
        if (now >= nextPing) {
            nextPing = now + self->limits.ping;
            self->isPingDue = true;
            self->queueChanged.cancel();
        }
        self->deadlineChanged.expires_at(std::min({silentBy, nextPing, self->closeBy}));
        co_await self->deadlineChanged.async_wait(kValues);
    }
}

}  // namespace footlight::net::websocket
