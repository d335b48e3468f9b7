#include "core/store/jobs.h"

#include <algorithm>

#include "core/store/row.h"

namespace footlight::store {
namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "job.unknown", "There is no such dead job.");
}

/// "AND owner NOT IN (:owner0, :owner1) "; nothing where there are none.
std::string noneOf(const std::string& column, std::size_t count) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) {
        names += (i == 0 ? ":" : ", :") + column + std::to_string(i);
    }
    return count == 0 ? names : "AND " + column + " NOT IN (" + names + ") ";
}

/// Those whose last attempt neither ended well nor badly: the program did, or their time.
std::size_t buryExhausted(soci::session& sql, int attempts, long long now, const std::string& condition) {
    soci::statement update =
        (sql.prepare << "UPDATE jobs SET state = 'dead', due_at = :now, "
                        "last_error = 'the relay ended in the middle of it, at the last attempt as well' "
                        "WHERE state = 'leased' AND attempts >= :most "
                     << condition,
         soci::use(now), soci::use(attempts));
    update.execute(true);
    return static_cast<std::size_t>(update.get_affected_rows());
}

std::size_t buryOthers(soci::session& sql, const std::vector<std::string>& kinds, long long now) {
    soci::statement update(sql);
    update.exchange(soci::use(now));
    for (const auto& kind : kinds) {
        update.exchange(soci::use(kind));
    }
    update.alloc();
    update.prepare(
        "UPDATE jobs SET state = 'dead', due_at = :now, last_error = 'nobody here does jobs of this kind' "
        "WHERE state = 'waiting' " +
        noneOf("kind", kinds.size()));
    update.define_and_bind();
    update.execute(true);
    return static_cast<std::size_t>(update.get_affected_rows());
}

/// To be followed by what comes behind; `vacancy` must outlive the statement.
std::string exceptThose(soci::statement& select, const jobs::Vacancy& vacancy) {
    for (const auto* names : {&vacancy.busy, &vacancy.served}) {
        for (const auto& name : *names) {
            select.exchange(soci::use(name));
        }
    }
    return noneOf("owner", vacancy.busy.size()) + noneOf("subject", vacancy.served.size());
}

std::vector<jobs::Job> dueFor(soci::session& sql, const jobs::Vacancy& vacancy, long long now) {
    const auto count = static_cast<long long>(vacancy.isOnePerOwner ? 1 : vacancy.places);
    std::string id;
    jobs::Job read;
    long long made = 0;
    soci::statement select(sql);
    select.exchange(soci::into(id));
    select.exchange(soci::into(read.subject));
    select.exchange(soci::into(read.owner));
    select.exchange(soci::into(read.payload));
    select.exchange(soci::into(read.attempt));
    select.exchange(soci::into(made));
    select.exchange(soci::use(vacancy.kind));
    select.exchange(soci::use(now));
    const auto except = exceptThose(select, vacancy);
    select.exchange(soci::use(count));
    select.alloc();
    select.prepare(
        "SELECT id, subject, owner, payload, attempts + 1, made_at FROM jobs WHERE kind = :kind "
        "AND state = 'waiting' AND due_at <= :now " +
        except + "ORDER BY due_at, id LIMIT :count");
    select.define_and_bind();
    select.execute();
    std::vector<jobs::Job> due;
    while (select.fetch()) {
        auto& job = due.emplace_back(read);
        job.id = idFrom<JobId>(id);
        job.kind = vacancy.kind;
        job.madeAt = utcFromMilliseconds(made);
    }
    return due;
}

void takeFor(soci::session& sql, jobs::Vacancy vacancy, long long now, long long until,
             std::vector<jobs::Job>& taken) {
    while (vacancy.places > 0) {
        const auto due = dueFor(sql, vacancy, now);
        for (const auto& job : due) {
            const auto id = job.id.text();
            sql << "UPDATE jobs SET state = 'leased', attempts = attempts + 1, due_at = :until "
                   "WHERE id = :id",
                soci::use(until), soci::use(id);
            vacancy.busy.push_back(job.owner);
            taken.push_back(job);
        }
        vacancy.places = vacancy.isOnePerOwner && !due.empty() ? vacancy.places - 1 : 0;
    }
}

}  // namespace

bool insertJob(soci::session& sql, const jobs::NewJob& job, UtcTime now) {
    if (job.mostWaiting > 0) {
        const auto most = static_cast<long long>(job.mostWaiting);
        long long waiting = 0;
        sql << "SELECT COUNT(*) FROM (SELECT id FROM jobs WHERE subject = :subject AND kind = :kind "
               "AND state = 'waiting' LIMIT :most) AS counted",
            soci::use(job.subject), soci::use(job.kind), soci::use(most), soci::into(waiting);
        if (waiting >= most) {
            return false;
        }
    }
    const auto id = JobId::make(now).text();
    const auto due = columnFrom(job.due);
    const auto made = columnFrom(now);
    const auto& owner = job.owner.empty() ? job.subject : job.owner;
    soci::statement insert =
        (sql.prepare << "INSERT INTO jobs (id, kind, unique_key, subject, owner, payload, state, attempts, "
                        "due_at, made_at, last_error) VALUES (:id, :kind, :key, :subject, :owner, :payload, "
                        "'waiting', 0, :due, :made, '') ON CONFLICT DO NOTHING",
         soci::use(id), soci::use(job.kind), soci::use(job.key), soci::use(job.subject), soci::use(owner),
         soci::use(job.payload), soci::use(due), soci::use(made));
    insert.execute(true);
    return insert.get_affected_rows() == 1;
}

Result<bool> Jobs::add(const jobs::NewJob& job, UtcTime now) {
    return attempt("storing a job", [&]() -> Result<bool> { return insertJob(sql_, job, now); });
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

Result<std::size_t> Jobs::countFor(const std::string& subject, const std::string& keyPrefix, UtcTime since) {
    const auto behind = keyPrefix + '\x7f';
    const auto time = columnFrom(since);
    return attempt("counting jobs", [&]() -> Result<std::size_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM jobs WHERE subject = :subject AND unique_key >= :prefix "
                "AND unique_key < :behind AND made_at >= :since",
            soci::use(subject), soci::use(keyPrefix), soci::use(behind), soci::use(time), soci::into(count);
        return static_cast<std::size_t>(count);
    });
}

Result<> Jobs::cancel(const std::string& key) {
    return attempt("cancelling a job", [&]() -> Result<> {
        sql_ << "DELETE FROM jobs WHERE unique_key = :key AND state = 'waiting'", soci::use(key);
        return {};
    });
}

Result<std::vector<jobs::Job>> Jobs::lease(const std::vector<jobs::Vacancy>& vacancies,
                                           const jobs::RetryPolicy& policy, UtcTime now, UtcTime until) {
    const auto time = columnFrom(now);
    return transact(sql_, "taking jobs", [&]() -> Result<std::vector<jobs::Job>> {
        buryExhausted(sql_, policy.attempts, time, "AND due_at <= " + std::to_string(time));
        sql_ << "UPDATE jobs SET state = 'waiting' WHERE state = 'leased' AND due_at <= :now",
            soci::use(time);
        std::vector<jobs::Job> taken;
        for (const auto& vacancy : vacancies) {
            takeFor(sql_, vacancy, time, columnFrom(until), taken);
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

Result<std::size_t> Jobs::releaseAll(const std::vector<std::string>& kinds, const jobs::RetryPolicy& policy,
                                     UtcTime now) {
    const auto time = columnFrom(now);
    const long long step = policy.first.count();
    return transact(sql_, "releasing jobs", [&]() -> Result<std::size_t> {
        const auto exhausted = buryExhausted(sql_, policy.attempts, time, "");
        sql_ << "UPDATE jobs SET state = 'waiting', due_at = :now + (attempts - 1) * :step "
                "WHERE state = 'leased'",
            soci::use(time), soci::use(step);
        return exhausted + buryOthers(sql_, kinds, time);
    });
}

Result<std::optional<UtcTime>> Jobs::nextDue(const std::vector<jobs::Vacancy>& vacancies) {
    return attempt("looking for the next job", [&]() -> Result<std::optional<UtcTime>> {
        std::optional<long long> next;
        long long due = 0;
        sql_ << "SELECT due_at FROM jobs WHERE state = 'leased' ORDER BY due_at LIMIT 1", soci::into(due);
        if (sql_.got_data()) {
            next = due;
        }
        for (const auto& vacancy : vacancies) {
            soci::statement select(sql_);
            select.exchange(soci::into(due));
            select.exchange(soci::use(vacancy.kind));
            const auto except = exceptThose(select, vacancy);
            select.alloc();
            select.prepare("SELECT due_at FROM jobs WHERE kind = :kind AND state = 'waiting' " + except +
                           "ORDER BY due_at LIMIT 1");
            select.define_and_bind();
            if (select.execute(true)) {
                next = std::min(next.value_or(due), due);
            }
        }
        return next ? std::optional(utcFromMilliseconds(*next)) : std::nullopt;
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
