#include "core/store/jobs.h"

#include "core/store/row.h"

namespace footlight::store {
namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "job.unknown", "There is no such dead job.");
}

}  // namespace

Result<bool> Jobs::add(const jobs::NewJob& job, UtcTime now) {
    const auto id = JobId::make(now).text();
    const auto due = columnFrom(job.due);
    const auto made = columnFrom(now);
    return attempt("storing a job", [&]() -> Result<bool> {
        soci::statement insert =
            (sql_.prepare << "INSERT INTO jobs (id, kind, unique_key, subject, payload, state, attempts, "
                             "due_at, made_at, last_error) VALUES (:id, :kind, :key, :subject, :payload, "
                             "'waiting', 0, :due, :made, '') ON CONFLICT DO NOTHING",
             soci::use(id), soci::use(job.kind), soci::use(job.key), soci::use(job.subject),
             soci::use(job.payload), soci::use(due), soci::use(made));
        insert.execute(true);
        return insert.get_affected_rows() == 1;
    });
}

Result<std::size_t> Jobs::count(const std::string& keyPrefix, UtcTime since) {
    const auto behind = keyPrefix + '\x7f';
    const auto time = columnFrom(since);
    return attempt("counting jobs", [&]() -> Result<std::size_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM jobs WHERE unique_key >= :prefix AND unique_key < :behind "
                "AND made_at >= :since",
            soci::use(keyPrefix), soci::use(behind), soci::use(time), soci::into(count);
        return static_cast<std::size_t>(count);
    });
}

Result<> Jobs::cancel(const std::string& key) {
    return attempt("cancelling a job", [&]() -> Result<> {
        sql_ << "DELETE FROM jobs WHERE unique_key = :key AND state = 'waiting'", soci::use(key);
        return {};
    });
}

Result<std::vector<jobs::Job>> Jobs::lease(UtcTime now, UtcTime until, std::size_t most) {
    const auto time = columnFrom(now);
    const auto end = columnFrom(until);
    const auto count = static_cast<long long>(most);
    return transact(sql_, "taking jobs", [&]() -> Result<std::vector<jobs::Job>> {
        std::vector<jobs::Job> taken;
        {
            std::string id;
            jobs::Job read;
            long long made = 0;
            soci::statement select =
                (sql_.prepare << "SELECT id, kind, subject, payload, attempts + 1, made_at FROM jobs "
                                 "WHERE state IN ('waiting', 'leased') AND due_at <= :now "
                                 "ORDER BY due_at, id LIMIT :count",
                 soci::use(time), soci::use(count), soci::into(id), soci::into(read.kind),
                 soci::into(read.subject), soci::into(read.payload), soci::into(read.attempt),
                 soci::into(made));
            select.execute();
            while (select.fetch()) {
                auto& job = taken.emplace_back(read);
                job.id = idFrom<JobId>(id);
                job.madeAt = utcFromMilliseconds(made);
            }
        }
        for (const auto& job : taken) {
            const auto id = job.id.text();
            sql_ << "UPDATE jobs SET state = 'leased', attempts = attempts + 1, due_at = :until "
                    "WHERE id = :id",
                soci::use(end), soci::use(id);
        }
        return taken;
    });
}

Result<> Jobs::settle(JobId job, const std::string& state, UtcTime at, const std::string& error) {
    const auto id = job.text();
    const auto time = columnFrom(at);
    return attempt("settling a job", [&]() -> Result<> {
        sql_ << "UPDATE jobs SET state = :state, due_at = :at, last_error = :error WHERE id = :id",
            soci::use(state), soci::use(time), soci::use(error), soci::use(id);
        return {};
    });
}

Result<> Jobs::finish(JobId job, UtcTime now) {
    const auto id = job.text();
    const auto time = columnFrom(now);
    return attempt("finishing a job", [&]() -> Result<> {
        // What it carried may be private; its key alone is kept.
        sql_ << "UPDATE jobs SET state = 'done', due_at = :at, last_error = '', payload = '' WHERE id = :id",
            soci::use(time), soci::use(id);
        return {};
    });
}

Result<> Jobs::retry(JobId job, UtcTime due, const std::string& error) {
    return settle(job, "waiting", due, error);
}

Result<> Jobs::bury(JobId job, UtcTime now, const std::string& error) {
    return settle(job, "dead", now, error);
}

Result<> Jobs::releaseAll(UtcTime now) {
    const auto time = columnFrom(now);
    return attempt("releasing jobs", [&]() -> Result<> {
        sql_ << "UPDATE jobs SET state = 'waiting', due_at = :now WHERE state = 'leased'", soci::use(time);
        return {};
    });
}

Result<std::optional<UtcTime>> Jobs::nextDue() {
    return attempt("looking for the next job", [&]() -> Result<std::optional<UtcTime>> {
        long long due = 0;
        sql_ << "SELECT due_at FROM jobs WHERE state IN ('waiting', 'leased') ORDER BY due_at LIMIT 1",
            soci::into(due);
        return sql_.got_data() ? std::optional(utcFromMilliseconds(due)) : std::nullopt;
    });
}

Result<std::vector<jobs::DeadJob>> Jobs::dead(std::size_t limit) {
    const auto count = static_cast<long long>(limit);
    return attempt("listing dead jobs", [&]() -> Result<std::vector<jobs::DeadJob>> {
        std::string id;
        jobs::DeadJob read;
        long long made = 0;
        long long died = 0;
        soci::statement select =
            (sql_.prepare << "SELECT id, kind, subject, attempts, last_error, made_at, due_at FROM jobs "
                             "WHERE state = 'dead' ORDER BY due_at DESC, id DESC LIMIT :count",
             soci::use(count), soci::into(id), soci::into(read.kind), soci::into(read.subject),
             soci::into(read.attempts), soci::into(read.error), soci::into(made), soci::into(died));
        std::vector<jobs::DeadJob> dead;
        select.execute();
        while (select.fetch()) {
            auto& job = dead.emplace_back(read);
            job.id = idFrom<JobId>(id);
            job.madeAt = utcFromMilliseconds(made);
            job.diedAt = utcFromMilliseconds(died);
        }
        return dead;
    });
}

Result<> Jobs::revive(JobId job, UtcTime now) {
    const auto id = job.text();
    const auto time = columnFrom(now);
    return attempt("reviving a job", [&]() -> Result<> {
        soci::statement update = (sql_.prepare << "UPDATE jobs SET state = 'waiting', attempts = 0, "
                                                  "due_at = :now WHERE id = :id AND state = 'dead'",
                                  soci::use(time), soci::use(id));
        update.execute(true);
        return update.get_affected_rows() == 1 ? Result<>{} : unknown();
    });
}

Result<> Jobs::removeDead(JobId job) {
    const auto id = job.text();
    return attempt("removing a dead job", [&]() -> Result<> {
        soci::statement removal =
            (sql_.prepare << "DELETE FROM jobs WHERE id = :id AND state = 'dead'", soci::use(id));
        removal.execute(true);
        return removal.get_affected_rows() == 1 ? Result<>{} : unknown();
    });
}

Result<> Jobs::removeDone(UtcTime before) {
    const auto time = columnFrom(before);
    return attempt("forgetting what is done", [&]() -> Result<> {
        sql_ << "DELETE FROM jobs WHERE state = 'done' AND due_at < :before", soci::use(time);
        return {};
    });
}

}  // namespace footlight::store
