#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/jobs/job.h"
#include "core/jobs/retry.h"

namespace footlight::relay {

/// Jobs on disk. Every call blocks: made on the hub's database worker.
class JobStore {
public:
    virtual ~JobStore() = default;
    /// False where a job of this key was taken before, or as many wait as may.
    virtual Result<bool> add(const jobs::NewJob& job, UtcTime now) = 0;
    /// How many with keys that begin so were made at `since` or later.
    virtual Result<std::size_t> count(const std::string& keyPrefix, UtcTime since) = 0;
    /// The same, of those that are for `subject`.
    virtual Result<std::size_t> countFor(const std::string& subject, const std::string& keyPrefix,
                                         UtcTime since) = 0;
    /// Nothing happens where it is not waiting any more.
    virtual Result<> cancel(const std::string& key) = 0;
    /// Those that are due for each vacancy, the longest due first: theirs until `until`, after which whoever
    /// asks gets them again, unless that was the policy's last attempt. Counts the attempt.
    virtual Result<std::vector<jobs::Job>> lease(const std::vector<jobs::Vacancy>& vacancies,
                                                 const jobs::RetryPolicy& policy, UtcTime now,
                                                 UtcTime until) = 0;
    virtual Result<> finish(JobId job, UtcTime now) = 0;
    virtual Result<> retry(JobId job, UtcTime due, const std::string& error) = 0;
    virtual Result<> bury(JobId job, UtcTime now, const std::string& error) = 0;
    /// Gives back what a program had taken that is gone: due at once behind a first attempt, later the more
    /// often that happened; it may be they that end the program. Those that have had the policy's attempts
    /// are dead, and so are those of other kinds than these. Returns how many died.
    virtual Result<std::size_t> releaseAll(const std::vector<std::string>& kinds,
                                           const jobs::RetryPolicy& policy, UtcTime now) = 0;
    /// When the next one is due that there is a vacancy for, or a lease ends.
    virtual Result<std::optional<UtcTime>> nextDue(const std::vector<jobs::Vacancy>& vacancies) = 0;
    /// The last to die first.
    virtual Result<std::vector<jobs::DeadJob>> dead(std::size_t limit) = 0;
    /// Lets a dead job be tried anew. NotFound.
    virtual Result<> revive(JobId job, UtcTime now) = 0;
    /// NotFound where there is no such dead job.
    virtual Result<> removeDead(JobId job) = 0;
    /// Forgets what was done before `before`, and with it the keys.
    virtual Result<> removeDone(UtcTime before) = 0;
};

}  // namespace footlight::relay
