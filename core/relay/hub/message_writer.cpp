#include "core/relay/hub/message_writer.h"

#include <algorithm>

#include "core/net/async/deadline.h"

namespace footlight::relay::hub {

MessageWriter::MessageWriter(net::Executor executor, RoomStore& store, net::WorkPool& database,
                             std::chrono::milliseconds gather, Logger logger)
    : store_(store),
      database_(database),
      gather_(gather),
      changed_(std::move(executor), boost::asio::steady_timer::time_point::max()),
      logger_(std::move(logger)) {}

Result<> MessageWriter::ready() const {
    if (queue_.size() >= kQueue) {
        return fail(ErrorCategory::Unavailable, "relay.busy",
                    "The relay's disk does not keep up with the chat; try again in a moment.");
    }
    return {};
}

Result<> MessageWriter::add(ChatChange change, Done done) {
    std::vector<ChatChange> changes;
    changes.push_back(std::move(change));
    return add(std::move(changes), std::move(done));
}

Result<> MessageWriter::add(std::vector<ChatChange> changes, Done done) {
    if (auto room = ready(); !room) {
        return room;
    }
    queue_.push_back({std::move(changes), {}});
    queue_.back().done.push_back(std::move(done));
    wake();
    return {};
}

MessageWriter::Entry* MessageWriter::find(MessageId id) {
    for (auto* entries : {&writing_, &queue_}) {
        const auto found = std::ranges::find_if(*entries, [id](const Entry& entry) {
            const auto* said = std::get_if<MessageSaid>(&entry.changes.front());
            return said != nullptr && said->message.id == id;
        });
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
    std::vector<ChatChange> changes;
    for (const auto& entry : writing_) {
        changes.insert(changes.end(), entry.changes.begin(), entry.changes.end());
    }
    const auto written = co_await apply(std::move(changes));
    std::vector<Result<>> outcomes(writing_.size(), written);
    if (!written && written.error().category() == ErrorCategory::Conflict && writing_.size() > 1) {
        // One of them cannot be stored (its user is gone): the others do not pay for it.
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            outcomes[i] = co_await apply(writing_[i].changes);
        }
    }
    if (!written) {
        logger_.warning("{} changes of chat could not be stored: {}", outcomes.size(),
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

net::Task<Result<>> MessageWriter::apply(std::vector<ChatChange> changes) {
    auto work = [this, batch = std::move(changes)] { return store_.apply(batch); };
    co_return co_await database_.runAlways(std::move(work));
}

}  // namespace footlight::relay::hub
