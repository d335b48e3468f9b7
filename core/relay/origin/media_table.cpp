#include "core/relay/origin/media_table.h"

#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <optional>

namespace footlight::relay::origin {

namespace asio = boost::asio;

namespace {

using Changed = void(boost::system::error_code, bool);
using Handler = asio::async_result<asio::use_awaitable_t<>, Changed>::handler_type;

constexpr std::chrono::milliseconds kLook{100};
/// How many requests are answered before the loop turns to something else again.
constexpr std::size_t kAtATime = 512;

}  // namespace

/// One waiting request: a coroutine that goes on where it is told the outcome.
struct MediaTable::Waiter {
    Waiter(Handler then, SteadyTime until) : handler(std::move(then)), limit(until) {
        if (auto slot = asio::get_associated_cancellation_slot(*handler); slot.is_connected()) {
            slot.assign([this](asio::cancellation_type) { cancel(); });
        }
    }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;

    Handler take() {
        asio::get_associated_cancellation_slot(*handler).clear();
        auto taken = std::move(*handler);
        handler.reset();
        return taken;
    }
    void tell(bool hasChanged) {
        if (handler) {
            take()(boost::system::error_code(), hasChanged);
        }
    }
    /// In a later turn: whoever cancels is not to meet the request that it cancelled.
    void cancel() {
        const auto executor = handler->get_executor();
        asio::post(executor, [told = take()]() mutable { told(asio::error::operation_aborted, false); });
    }

    std::optional<Handler> handler;  ///< empty once it was told
    SteadyTime limit;
};

struct MediaTable::Entry {
    Stream stream;
    Waiters waiting;
};

MediaTable::MediaTable(net::Executor executor) : executor_(std::move(executor)), watch_(executor_) {}

MediaTable::~MediaTable() = default;

const MediaTable::Stream* MediaTable::find(const std::string& channel) const {
    const auto found = entries_.find(channel);
    return found != entries_.end() ? &found->second.stream : nullptr;
}

net::Task<bool> MediaTable::changed(std::string channel, SteadyTime limit) {
    // It runs at once, in the request's own turn; to own the table it would live in it as long as it waits.
    auto wait = [this, channel = std::move(channel), limit](Handler handler) {
        const auto found = entries_.find(channel);
        if (found == entries_.end()) {
            asio::post(executor_, [told = std::move(handler)]() mutable { told({}, true); });
            return;
        }
        found->second.waiting.emplace_back(std::move(handler), limit);
        watchLimits();
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, Changed>(std::move(wait), asio::use_awaitable);
}

void MediaTable::announce(const std::string& channel) {
    auto& stream = entries_[channel].stream;
    if (stream.current && stream.current->phase() == WindowPhase::Ended) {
        stream.previous = std::exchange(stream.current, nullptr);
    }
}

void MediaTable::update(const std::string& channel, StreamSnapshotPtr snapshot) {
    auto& entry = entries_[channel];
    auto& stream = entry.stream;
    if (stream.current && stream.current->broadcastId != snapshot->broadcastId) {
        stream.previous = std::move(stream.current);
    }
    stream.current = std::move(snapshot);
    wake(entry);
}

void MediaTable::remove(const std::string& channel, const BroadcastId& broadcast) {
    const auto found = entries_.find(channel);
    if (found == entries_.end()) {
        return;
    }
    auto& [current, previous] = found->second.stream;
    if (previous && previous->broadcastId == broadcast) {
        previous.reset();
        return;
    }
    if (!current || current->broadcastId == broadcast) {
        auto removed = entries_.extract(found);
        wake(removed.mapped());
    }
}

void MediaTable::clear() {
    auto removed = std::exchange(entries_, {});
    for (auto& [channel, entry] : removed) {
        wake(entry);
    }
}

void MediaTable::wake(Entry& entry) {
    auto woken = std::make_shared<Waiters>();
    woken->swap(entry.waiting);
    wakeSome(woken);
}

void MediaTable::wakeSome(const std::shared_ptr<Waiters>& woken) {
    for (std::size_t i = 0; i < kAtATime && !woken->empty(); ++i) {
        woken->front().tell(true);
        woken->pop_front();
    }
    if (!woken->empty()) {
        asio::post(executor_, [table = shared_from_this(), woken] { table->wakeSome(woken); });
    }
}

void MediaTable::watchLimits() {
    if (std::exchange(isWatching_, true)) {
        return;
    }
    watch_.expires_after(kLook);
    watch_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
        const auto table = weak.lock();
        if (!error && table) {
            table->isWatching_ = false;
            table->tellLate();
        }
    });
}

void MediaTable::tellLate() {
    const auto now = std::chrono::steady_clock::now();
    Waiters late;
    bool doWait = false;
    for (auto& [channel, entry] : entries_) {
        for (auto next = entry.waiting.begin(); next != entry.waiting.end();) {
            const auto waiter = next++;
            if (!waiter->handler || waiter->limit <= now) {
                late.splice(late.end(), entry.waiting, waiter);
            }
        }
        doWait = doWait || !entry.waiting.empty();
    }
    for (auto& waiter : late) {
        waiter.tell(false);
    }
    if (doWait) {
        watchLimits();
    }
}

}  // namespace footlight::relay::origin
