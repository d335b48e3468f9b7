#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/jobs/job.h"
#include "core/jobs/retry.h"
#include "core/net/async/task.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/job_store.h"

namespace footlight::relay::jobs {

using footlight::jobs::Job;
using footlight::jobs::Outcome;
using footlight::jobs::RetryPolicy;

/// How one attempt at a job ended.
struct Attempt {
    Outcome outcome = Outcome::Done;
    std::string error;                              ///< for people, unless it is done
    std::optional<std::chrono::milliseconds> wait;  ///< that the other side asked for
};

struct RunnerOptions {
    RetryPolicy retry;
    std::size_t atATime = 8;                   ///< of each kind
    std::chrono::milliseconds lease{120'000};  ///< longer than any attempt takes
    std::chrono::milliseconds keepKeys{std::chrono::hours{24 * 30}};
};

/// Whether several jobs of a kind and owner may be under way at a time. With One, owners have their turns,
/// and so have the subjects of each: however many jobs of one wait for long, those of another come next.
enum class PerOwner : std::uint8_t { Any, One };

/// Does the jobs that the database holds: each as soon as it is due, so many of each kind at a time, again
/// with growing waits where it fails. A job that was under way when the program died is done anew under the
/// same id, until it has had its attempts. Lives on one loop.
class JobRunner {
public:
    using Handler = std::function<net::Task<Attempt>(Job)>;

    JobRunner(net::Executor executor, JobStore& store, net::WorkPool& database, RunnerOptions options,
              const Clock& clock, Logger logger);

    /// Before run().
    void handle(std::string kind, Handler handler, PerOwner perOwner = PerOwner::Any);
    /// Takes over what a former program had under way, then works until it is cancelled.
    [[nodiscard]] net::Task<> run();
    /// To be called when a job was added that is due before those that were known.
    void wake();
    /// Cancels the attempts under way and waits for them; behind the end of run().
    [[nodiscard]] net::Task<> close();

private:
    [[nodiscard]] net::Task<> start();
    struct Kind {
        Handler handler;
        PerOwner perOwner;
        // Who have had their turn in this round.
        std::set<std::string> owners{};
        std::set<std::string> subjects{};
    };
    /// What a job that is under way takes the place of.
    struct Taken {
        std::string kind;
        std::string owner;
    };
    class Place;

    [[nodiscard]] std::vector<footlight::jobs::Vacancy> vacancies() const;
    /// The same, without those who have had their turn.
    [[nodiscard]] std::vector<footlight::jobs::Vacancy> turns() const;
    /// False where nobody is left whose turn it could be.
    bool beginRounds(const std::vector<footlight::jobs::Vacancy>& asked, const std::vector<Job>& taken);
    [[nodiscard]] net::Task<> takeMore();
    void begin(const Job& job);
    [[nodiscard]] net::Task<> attempt(Job job);
    [[nodiscard]] net::Task<Attempt> handleOne(Job job);
    [[nodiscard]] net::Task<> settle(Job job, Attempt attempt);
    [[nodiscard]] net::Task<> waitForWork();
    [[nodiscard]] net::Task<> forgetDone();

    JobStore& store_;
    net::WorkPool& database_;
    RunnerOptions options_;
    const Clock& clock_;
    Logger logger_;
    boost::asio::steady_timer timer_;
    bool isWoken_ = false;
    UtcTime forgotten_{};
    std::map<std::string, Kind, std::less<>> kinds_;
    std::map<JobId, Taken> running_;
    std::mt19937_64 random_{std::random_device{}()};
    net::TaskGroup attempts_;
};

}  // namespace footlight::relay::jobs
