#pragma once

#include "core/relay/ports/job_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// Within the caller's transaction; false as JobStore::add.
bool insertJob(soci::session& sql, const jobs::NewJob& job, UtcTime now);

/// The table jobs. One thread at a time; owned by Database.
class Jobs final : public relay::JobStore {
public:
    explicit Jobs(soci::session& sql) : sql_(sql) {}

    Result<bool> add(const jobs::NewJob& job, UtcTime now) override;
    Result<std::size_t> count(const std::string& keyPrefix, UtcTime since) override;
    Result<std::size_t> countFor(const std::string& subject, const std::string& keyPrefix,
                                 UtcTime since) override;
    Result<> cancel(const std::string& key) override;
    Result<std::vector<jobs::Job>> lease(const std::vector<jobs::Vacancy>& vacancies,
                                         const jobs::RetryPolicy& policy, UtcTime now,
                                         UtcTime until) override;
    Result<> finish(JobId job, UtcTime now) override;
    Result<> retry(JobId job, UtcTime due, const std::string& error) override;
    Result<> bury(JobId job, UtcTime now, const std::string& error) override;
    Result<std::size_t> releaseAll(const std::vector<std::string>& kinds, const jobs::RetryPolicy& policy,
                                   UtcTime now) override;
    Result<std::optional<UtcTime>> nextDue(const std::vector<jobs::Vacancy>& vacancies) override;
    Result<std::vector<jobs::DeadJob>> dead(std::size_t limit) override;
    Result<> revive(JobId job, UtcTime now) override;
    Result<> removeDead(JobId job) override;
    Result<> removeDone(UtcTime before) override;

private:
    /// `state` is of this source alone.
    Result<> settle(JobId job, const std::string& state, UtcTime at, const std::string& error);

    soci::session& sql_;
};

}  // namespace footlight::store
