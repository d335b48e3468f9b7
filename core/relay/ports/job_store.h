#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/jobs/job.h"

namespace footlight::relay {

/// Jobs on disk. Every call blocks: made on the hub's database worker.
class JobStore {
public:
    virtual ~JobStore() = default;
    /// False where a job of this key was taken before.
    virtual Result<bool> add(const jobs::NewJob& job, UtcTime now) = 0;
    /// How many with keys that begin so were made at `since` or later.
    virtual Result<std::size_t> count(const std::string& keyPrefix, UtcTime since) = 0;
    /// Nothing happens where it is not waiting any more.
    virtual Result<> cancel(const std::string& key) = 0;
    /// Up to `most` that are due, the longest due first: theirs until `until`, after which whoever asks gets
    /// them again. Counts the attempt.
    virtual Result<std::vector<jobs::Job>> lease(UtcTime now, UtcTime until, std::size_t most) = 0;
    virtual Result<> finish(JobId job, UtcTime now) = 0;
    virtual Result<> retry(JobId job, UtcTime due, const std::string& error) = 0;
    virtual Result<> bury(JobId job, UtcTime now, const std::string& error) = 0;
    /// Gives back what a program had taken that is gone: they are due at once.
    virtual Result<> releaseAll(UtcTime now) = 0;
    /// When the next one is due, or a lease ends.
    virtual Result<std::optional<UtcTime>> nextDue() = 0;
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
