#include "core/relay/jobs/job_runner.h"

#include <algorithm>
#include <utility>

#include "core/net/async/deadline.h"

namespace footlight::relay::jobs {
namespace {

using State = footlight::jobs::Verdict::State;

/// While the database fails.
constexpr std::chrono::seconds kRest{1};
/// New work is waited for no longer, whatever the clock does.
constexpr std::chrono::seconds kLongestWait{60};
constexpr std::chrono::hours kForgetEvery{1};
constexpr std::size_t kLongestError = 500;

/// One place among those that run, given back when it goes.
class Running {
public:
    Running(std::set<JobId>& running, JobId job) : running_(running), job_(job) {}
    ~Running() { running_.erase(job_); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    std::set<JobId>& running_;
    JobId job_;
};

}  // namespace

JobRunner::JobRunner(net::Executor executor, JobStore& store, net::WorkPool& database, RunnerOptions options,
                     const Clock& clock, Logger logger)
    : store_(store),
      database_(database),
      options_(options),
      clock_(clock),
      logger_(std::move(logger)),
      timer_(executor),
      attempts_(executor, logger_) {}

void JobRunner::handle(std::string kind, Handler handler) {
    handlers_.insert_or_assign(std::move(kind), std::move(handler));
}

void JobRunner::wake() {
    isWoken_ = true;
    timer_.cancel();
}

net::Task<> JobRunner::run() {
    co_await start();
    for (;;) {
        co_await forgetDone();
        const bool mayBeMore = co_await takeMore();
        if (!mayBeMore) {
            co_await waitForWork();
        }
    }
}

net::Task<> JobRunner::start() {
    for (;;) {
        auto release = [this, now = clock_.utcNow()] { return store_.releaseAll(now); };
        const auto released = co_await database_.run(std::move(release));
        if (released) {
            co_return;
        }
        logger_.warning("what was under way cannot be taken over: {}", released.error().text());
        co_await net::pause(kRest);
    }
}

/// True where there may be more that is due now.
net::Task<bool> JobRunner::takeMore() {
    const auto room = options_.atATime - std::min(options_.atATime, running_.size());
    if (room == 0) {
        co_return false;
    }
    const auto now = clock_.utcNow();
    auto take = [this, now, until = now + options_.lease, room] { return store_.lease(now, until, room); };
    auto taken = co_await database_.run(std::move(take));
    if (!taken) {
        logger_.warning("no jobs can be taken: {}", taken.error().text());
        co_await net::pause(kRest);
        co_return true;
    }
    for (auto& job : *taken) {
        // One whose attempt outlives its lease is not begun a second time beside it.
        if (running_.insert(job.id).second) {
            attempts_.spawn("job " + job.kind, attempt(std::move(job)));
        }
    }
    co_return taken->size() == room;
}

net::Task<> JobRunner::waitForWork() {
    auto look = [this] { return store_.nextDue(); };
    const auto next = co_await database_.run(std::move(look));
    auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(kLongestWait);
    if (next && *next && running_.size() < options_.atATime) {
        wait = std::clamp(std::chrono::milliseconds(**next - clock_.utcNow()), std::chrono::milliseconds{0},
                          wait);
    }
    if (!std::exchange(isWoken_, false) && wait.count() > 0) {
        timer_.expires_after(wait);
        co_await timer_.async_wait(net::kValues);
        isWoken_ = false;
    }
}

net::Task<> JobRunner::attempt(Job job) {
    const Running place(running_, job.id);
    auto made = co_await handleOne(job);
    co_await settle(std::move(job), std::move(made));
    wake();
}

net::Task<Attempt> JobRunner::handleOne(Job job) {
    const auto handler = handlers_.find(job.kind);
    if (handler == handlers_.end()) {
        Attempt refused{Outcome::Refused, "nobody here does jobs of the kind " + job.kind, std::nullopt};
        co_return refused;
    }
    co_return co_await handler->second(std::move(job));
}

net::Task<> JobRunner::settle(Job job, Attempt attempt) {
    const double jitter = std::uniform_real_distribution<double>(0, 1)(random_);
    const auto now = clock_.utcNow();
    const auto verdict =
        footlight::jobs::judge(options_.retry, attempt.outcome, job.attempt, now, jitter, attempt.wait);
    if (verdict.state == State::Dead) {
        logger_.warning("job {} ({}) is given up after {} attempts: {}", job.id.text(), job.kind, job.attempt,
                        attempt.error);
    }
    auto store = [this, id = job.id, verdict, now, error = attempt.error.substr(0, kLongestError)] {
        return verdict.state == State::Done    ? store_.finish(id, now)
               : verdict.state == State::Again ? store_.retry(id, verdict.due, error)
                                               : store_.bury(id, now, error);
    };
    const auto stored = co_await database_.run(std::move(store));
    if (!stored) {
        // Its lease ends, and it is done again under the same id.
        logger_.warning("the end of job {} could not be stored: {}", job.id.text(), stored.error().text());
    }
}

net::Task<> JobRunner::forgetDone() {
    const auto now = clock_.utcNow();
    if (now - forgotten_ < kForgetEvery) {
        co_return;
    }
    forgotten_ = now;
    auto forget = [this, before = now - options_.keepKeys] { return store_.removeDone(before); };
    // The next hour tries again.
    static_cast<void>(co_await database_.run(std::move(forget)));
}

net::Task<> JobRunner::close() { co_await attempts_.close(); }

}  // namespace footlight::relay::jobs
