#include "core/relay/hub/message_writer.h"

#include <algorithm>

#include "core/net/async/deadline.h"

namespace footlight::relay::hub {

MessageWriter::MessageWriter(net::Executor executor, MessageStore& store, net::WorkPool& database,
                             std::chrono::milliseconds gather, Logger logger)
    : store_(store),
      database_(database),
      gather_(gather),
      changed_(std::move(executor), boost::asio::steady_timer::time_point::max()),
      logger_(std::move(logger)) {}

Result<> MessageWriter::add(chat::Message message, Done done) {
    if (queue_.size() >= kQueue) {
        return fail(ErrorCategory::Unavailable, "relay.busy",
                    "The relay's disk does not keep up with the chat; try again in a moment.");
    }
    queue_.push_back({std::move(message), {}});
    queue_.back().done.push_back(std::move(done));
    wake();
    return {};
}

MessageWriter::Entry* MessageWriter::find(MessageId id) {
    for (auto* entries : {&writing_, &queue_}) {
        const auto found =
            std::ranges::find_if(*entries, [id](const Entry& entry) { return entry.message.id == id; });
        if (found != entries->end()) {
            return &*found;
        }
    }
    return nullptr;
}

void MessageWriter::confirm(MessageId id, Done done) {
    if (auto* entry = find(id)) {
        entry->done.push_back(std::move(done));
        return;
    }
    done({});
}

net::Task<> MessageWriter::wait() { co_await changed_.async_wait(net::kValues); }

void MessageWriter::wake() { changed_.cancel(); }

net::Task<> MessageWriter::run() {
    for (;;) {
        if (queue_.empty()) {
            co_await wait();
            continue;
        }
        co_await net::pause(gather_);
        if (writing_.empty()) {
            co_await writeBatch();
        }
    }
}

net::Task<> MessageWriter::drain() {
    while (!queue_.empty() || !writing_.empty()) {
        if (writing_.empty()) {
            co_await writeBatch();
        } else {
            co_await wait();
        }
    }
}

net::Task<> MessageWriter::writeBatch() {
    while (!queue_.empty() && writing_.size() < kBatch) {
        writing_.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
    std::vector<chat::Message> messages;
    messages.reserve(writing_.size());
    std::ranges::transform(writing_, std::back_inserter(messages), &Entry::message);
    const auto written = co_await append(messages);
    std::vector<Result<>> outcomes(messages.size(), written);
    if (!written && written.error().category() == ErrorCategory::Conflict && messages.size() > 1) {
        // One of them cannot be stored (its user is gone): the others do not pay for it.
        for (std::size_t i = 0; i < messages.size(); ++i) {
            std::vector<chat::Message> single{messages[i]};
            outcomes[i] = co_await append(std::move(single));
        }
    }
    if (!written) {
        logger_.warning("{} messages of chat could not be stored: {}", messages.size(),
                        written.error().text());
    }
    auto finished = std::exchange(writing_, {});
    for (std::size_t i = 0; i < finished.size(); ++i) {
        for (const auto& done : finished[i].done) {
            done(outcomes[i]);
        }
    }
    wake();
}

net::Task<Result<>> MessageWriter::append(std::vector<chat::Message> messages) {
    auto work = [this, batch = std::move(messages)] { return store_.append(batch); };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
