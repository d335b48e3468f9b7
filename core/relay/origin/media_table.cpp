#include "core/relay/origin/media_table.h"

namespace footlight::relay::origin {

/// One waiting request's place in its entry; an entry stays for as long as somebody waits in it.
struct MediaTable::Waiting {
    Waiting(MediaTable& owner, std::string in, boost::asio::steady_timer& timer)
        : table(owner), channel(std::move(in)), entry(table.entries_[channel]) {
        place = entry.waiting.insert(entry.waiting.end(), &timer);
    }
    ~Waiting() {
        entry.waiting.erase(place);
        table.forgetIfIdle(channel);
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    MediaTable& table;
    std::string channel;
    Entry& entry;
    std::list<boost::asio::steady_timer*>::iterator place;
};

const MediaTable::Stream* MediaTable::find(const std::string& channel) const {
    const auto found = entries_.find(channel);
    return found != entries_.end() && found->second.isKnown ? &found->second.stream : nullptr;
}

net::Task<bool> MediaTable::changed(std::string channel, SteadyTime limit) {
    boost::asio::steady_timer timer(executor_, limit);
    const Waiting waiting(*this, std::move(channel), timer);
    const auto version = waiting.entry.version;
    co_await timer.async_wait(net::kValues);
    const auto cancellation = co_await boost::asio::this_coro::cancellation_state;
    if (cancellation.cancelled() != boost::asio::cancellation_type::none) {
        throw boost::system::system_error(boost::asio::error::operation_aborted);
    }
    co_return waiting.entry.version != version;
}

void MediaTable::announce(const std::string& channel) {
    auto& entry = entries_[channel];
    entry.isKnown = true;
    if (entry.stream.current && entry.stream.current->phase() == WindowPhase::Ended) {
        entry.stream.previous = std::exchange(entry.stream.current, nullptr);
    }
}

void MediaTable::update(const std::string& channel, StreamSnapshotPtr snapshot) {
    auto& entry = entries_[channel];
    auto& stream = entry.stream;
    if (stream.current && stream.current->broadcastId != snapshot->broadcastId) {
        stream.previous = std::move(stream.current);
    }
    stream.current = std::move(snapshot);
    entry.isKnown = true;
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
        current.reset();
        found->second.isKnown = false;
        wake(found->second);
        forgetIfIdle(channel);
    }
}

void MediaTable::clear() {
    for (auto next = entries_.begin(); next != entries_.end();) {
        auto& [channel, entry] = *next++;
        entry.stream = {};
        entry.isKnown = false;
        wake(entry);
        forgetIfIdle(std::string(channel));
    }
}

void MediaTable::wake(Entry& entry) {
    ++entry.version;
    for (auto* timer : entry.waiting) {
        timer->cancel();
    }
}

void MediaTable::forgetIfIdle(const std::string& channel) {
    const auto found = entries_.find(channel);
    if (found != entries_.end() && !found->second.isKnown && found->second.waiting.empty()) {
        entries_.erase(found);
    }
}

}  // namespace footlight::relay::origin
