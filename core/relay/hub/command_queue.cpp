#include "core/relay/hub/command_queue.h"

#include <algorithm>

#include "core/relay/ports/recording_store.h"

namespace footlight::relay::hub {
namespace {

std::int64_t microseconds(UtcTime time) { return 1'000 * toMilliseconds(time); }

/// How many channels' policies one answer holds (core/wire/describe.h has the bound of all).
constexpr std::size_t kPolicies = 1'000;
constexpr std::size_t kDeletions = 900;
/// So long an origin that begins anew is told what was asked for a broadcast.
constexpr std::chrono::seconds kLate{60};

}  // namespace

CommandQueue::CommandQueue(Stores stores, net::WorkPool& database, const LiveChannels& live,
                           const Policies& policies, const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      live_(live),
      policies_(policies),
      clock_(clock),
      logger_(std::move(logger)),
      last_(microseconds(clock.utcNow())),
      first_(last_ + 1) {}

std::int64_t CommandQueue::add(wire::Command command) {
    ++last_;
    const auto now = clock_.steadyNow();
    std::erase_if(late_, [now](const auto& entry) { return now - entry.second.at > kLate; });
    if (command.type == wire::CommandType::DeleteRecording && command.broadcastId) {
        deletions_.emplace(last_, *command.broadcastId);
    } else if (command.broadcastId) {
        late_[{command.type, *command.broadcastId}] = {command, now};
    }
    commands_.push_back(std::move(command));
    if (commands_.size() > kKept) {
        commands_.pop_front();
        ++first_;
    }
    news_.notify();
    return last_;
}

net::Task<bool> CommandQueue::done(std::int64_t number, std::chrono::milliseconds limit) {
    const auto until = std::chrono::steady_clock::now() + limit;
    while (done_ < number && !progress_.isClosed() && std::chrono::steady_clock::now() < until) {
        co_await progress_.wait(
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()) +
            std::chrono::milliseconds{1});
    }
    co_return done_ >= number;
}

net::Task<> CommandQueue::changePolicy(accounts::Channel channel) {
    auto read = [this, id = channel.id] { return policies_.read(id); };
    auto policy = co_await database_.run(std::move(read));
    if (!policy) {
        logger_.error("the new settings of {} do not reach its broadcast: {}", channel.name,
                      policy.error().text());
        co_return;
    }
    wire::Command command{wire::CommandType::ChangePolicy, channel.name};
    command.policy = std::move(*policy);
    add(std::move(command));
}

net::Task<Result<wire::Commands>> CommandQueue::poll(std::int64_t after, std::chrono::milliseconds limit) {
    if (!isKnown(after)) {
        co_return co_await everything();
    }
    done_ = std::max(done_, after);
    progress_.notify();
    co_await forgetDeleted(after);
    if (after == last_) {
        co_await news_.wait(limit);
    }
    if (!isKnown(after)) {
        co_return co_await everything();
    }
    wire::Commands answer;
    answer.commands.assign(commands_.begin() + static_cast<std::ptrdiff_t>(after - first_ + 1),
                           commands_.end());
    answer.next = last_;
    co_return answer;
}

net::Task<Result<wire::Commands>> CommandQueue::everything() {
    // What is asked for while the database is read has a greater number than this answer.
    const auto number = last_;
    const auto onAir = live_.page("", kPolicies);
    auto read = [this, onAir]() -> Result<std::vector<wire::Command>> {
        std::vector<wire::Command> commands;
        for (const auto& live : onAir) {
            wire::Command command{wire::CommandType::ChangePolicy, live.channel.name};
            auto policy = policies_.read(live.channel.id);
            if (!policy) {
                return fail(std::move(policy.error()));
            }
            command.policy = std::move(*policy);
            commands.push_back(std::move(command));
        }
        const auto deleted = stores_.recordings.deleted();
        if (!deleted) {
            return fail(deleted.error());
        }
        for (const auto& id : *deleted) {
            if (commands.size() < kPolicies + kDeletions) {
                commands.push_back({wire::CommandType::DeleteRecording, "", {}, {}, id});
            }
        }
        return commands;
    };
    auto commands = co_await database_.run(std::move(read));
    if (!commands) {
        co_return fail(std::move(commands.error()));
    }
    for (const auto& command : *commands) {
        if (command.broadcastId) {
            deletions_.emplace(number, *command.broadcastId);
        }
    }
    wire::Commands answer;
    answer.commands = std::move(*commands);
    const auto now = clock_.steadyNow();
    for (const auto& [what, late] : late_) {
        if (now - late.at <= kLate && answer.commands.size() < kPolicies + kDeletions) {
            answer.commands.push_back(late.command);
        }
    }
    answer.next = number;
    co_return answer;
}

net::Task<> CommandQueue::forgetDeleted(std::int64_t after) {
    std::vector<BroadcastId> done;
    const auto end = deletions_.upper_bound(after);
    for (auto it = deletions_.begin(); it != end; ++it) {
        done.push_back(it->second);
    }
    deletions_.erase(deletions_.begin(), end);
    if (done.empty()) {
        co_return;
    }
    auto forget = [this, done]() -> Result<> {
        for (const auto& id : done) {
            if (auto forgotten = stores_.recordings.forget(id); !forgotten) {
                return forgotten;
            }
        }
        return {};
    };
    if (const auto forgotten = co_await database_.run(std::move(forget)); !forgotten) {
        logger_.warning("deleted recordings are asked for once more after a restart: {}",
                        forgotten.error().text());
    }
}

}  // namespace footlight::relay::hub
