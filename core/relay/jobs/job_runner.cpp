#include "core/relay/jobs/job_runner.h"

#include <algorithm>
#include <exception>
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
/// Of so many owners or subjects it is remembered that they have had their turn.
constexpr std::size_t kLongestRound = 500;

}  // namespace

/// One place among those that run, given back when it goes.
class JobRunner::Place {
public:
    Place(std::map<JobId, Taken>& running, JobId job) : running_(running), job_(job) {}
    ~Place() { running_.erase(job_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    std::map<JobId, Taken>& running_;
    JobId job_;
};

JobRunner::JobRunner(net::Executor executor, JobStore& store, net::WorkPool& database, RunnerOptions options,
                     const Clock& clock, Logger logger)
    : store_(store),
      database_(database),
      options_(options),
      clock_(clock),
      logger_(std::move(logger)),
      timer_(executor),
      attempts_(executor, logger_) {}

void JobRunner::handle(std::string kind, Handler handler, PerOwner perOwner) {
    kinds_.insert_or_assign(std::move(kind), Kind{std::move(handler), perOwner});
}

void JobRunner::wake() {
    isWoken_ = true;
    timer_.cancel();
}

net::Task<> JobRunner::run() {
    co_await start();
    for (;;) {
        co_await forgetDone();
        co_await takeMore();
        co_await waitForWork();
    }
}

net::Task<> JobRunner::start() {
    std::vector<std::string> kinds;
    for (const auto& [kind, how] : kinds_) {
        kinds.push_back(kind);
    }
    for (;;) {
        auto release = [this, kinds, now = clock_.utcNow()] {
            return store_.releaseAll(kinds, options_.retry, now);
        };
        const auto died = co_await database_.run(std::move(release));
        if (died) {
            if (*died > 0) {
                logger_.warning("{} jobs that were under way are given up", *died);
            }
            co_return;
        }
        logger_.warning("what was under way cannot be taken over: {}", died.error().text());
        co_await net::pause(kRest);
    }
}

std::vector<footlight::jobs::Vacancy> JobRunner::vacancies() const {
    std::vector<footlight::jobs::Vacancy> all;
    for (const auto& [kind, how] : kinds_) {
        footlight::jobs::Vacancy vacancy{kind, options_.atATime, how.perOwner == PerOwner::One};
        for (const auto& [job, taken] : running_) {
            if (taken.kind == kind) {
                vacancy.places -= std::min<std::size_t>(vacancy.places, 1);
                if (vacancy.isOnePerOwner) {
                    vacancy.busy.push_back(taken.owner);
                }
            }
        }
        if (vacancy.places > 0) {
            all.push_back(std::move(vacancy));
        }
    }
    return all;
}

std::vector<footlight::jobs::Vacancy> JobRunner::turns() const {
    auto all = vacancies();
    for (auto& vacancy : all) {
        const auto& kind = kinds_.find(vacancy.kind)->second;
        vacancy.busy.insert(vacancy.busy.end(), kind.owners.begin(), kind.owners.end());
        vacancy.served.assign(kind.subjects.begin(), kind.subjects.end());
    }
    return all;
}

bool JobRunner::beginRounds(const std::vector<footlight::jobs::Vacancy>& asked,
                            const std::vector<Job>& taken) {
    bool isAny = false;
    for (const auto& vacancy : asked) {
        const auto count = std::ranges::count(taken, vacancy.kind, &Job::kind);
        auto& kind = kinds_.find(vacancy.kind)->second;
        if (static_cast<std::size_t>(count) >= vacancy.places) {
            continue;
        }
        // Owners first: one with many subjects has no more turns than one with a single one.
        auto& round = kind.owners.empty() ? kind.subjects : kind.owners;
        isAny = isAny || !round.empty();
        round.clear();
    }
    return isAny;
}

net::Task<> JobRunner::takeMore() {
    for (bool isMore = true; isMore;) {
        const auto room = turns();
        if (room.empty()) {
            co_return;
        }
        const auto now = clock_.utcNow();
        auto take = [this, now, until = now + options_.lease, room] {
            return store_.lease(room, options_.retry, now, until);
        };
        const auto taken = co_await database_.run(std::move(take));
        if (!taken) {
            logger_.warning("no jobs can be taken: {}", taken.error().text());
            co_await net::pause(kRest);
            co_return;
        }
        for (const auto& job : *taken) {
            begin(job);
        }
        isMore = beginRounds(room, *taken);
    }
}

void JobRunner::begin(const Job& job) {
    auto& kind = kinds_.find(job.kind)->second;
    if (kind.perOwner == PerOwner::One) {
        for (auto* round : {&kind.owners, &kind.subjects}) {
            if (round->size() >= kLongestRound) {
                round->clear();
            }
        }
        kind.owners.insert(job.owner);
        kind.subjects.insert(job.subject);
    }
    // One whose attempt outlives its lease is not begun a second time beside it.
    if (running_.try_emplace(job.id, Taken{job.kind, job.owner}).second) {
        attempts_.spawn("job " + job.kind, attempt(job));
    }
}

net::Task<> JobRunner::waitForWork() {
    auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(kLongestWait);
    auto look = [this, room = vacancies()] { return store_.nextDue(room); };
    const auto next = co_await database_.run(std::move(look));
    if (next && *next) {
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
    const Place place(running_, job.id);
    auto made = co_await handleOne(job);
    co_await settle(std::move(job), std::move(made));
    wake();
}

net::Task<Attempt> JobRunner::handleOne(Job job) {
    Attempt failed{Outcome::Failed, "", std::nullopt};
    const auto& handler = kinds_.at(job.kind).handler;  // apart: GCC 12 would move the job first
    try {
        co_return co_await handler(std::move(job));
    } catch (const std::exception& thrown) {
        failed.error = std::string("the relay failed at it: ") + thrown.what();
    }
    co_return failed;
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
