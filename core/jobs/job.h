#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight {

using JobId = Id<struct JobTag>;

namespace jobs {

/// Something to be done for certain, though the program may die before, in the middle or after.
struct NewJob {
    std::string kind;     ///< who does it: "mail", "webhook"
    std::string key;      ///< a second job of the same key is not taken, also after the first is done
    std::string subject;  ///< whom or what it is for, by the kind's own meaning
    std::string payload;
    UtcTime due{};  ///< not before
    /// Where so many of this kind and subject wait already, it is not taken: nobody's other jobs wait for
    /// those of one who does not take them. 0: without bound.
    std::size_t mostWaiting = 0;
    std::string owner{};  ///< who is to wait for their other jobs; empty: `subject`
};

/// Which jobs somebody has room for.
struct Vacancy {
    std::string kind;
    std::size_t places = 0;
    bool isOnePerOwner = false;         ///< no two of one owner at a time
    std::vector<std::string> busy{};    ///< owners that get nothing, where that is so
    std::vector<std::string> served{};  ///< subjects that get nothing, where that is so
};

/// One attempt at a job.
struct Job {
    JobId id;  ///< the same at each attempt: what a receiver tells a second delivery by
    std::string kind;
    std::string subject;
    std::string owner;
    std::string payload;
    int attempt = 1;
    UtcTime madeAt{};
};

/// A job that was given up.
struct DeadJob {
    JobId id;
    std::string kind;
    std::string subject;
    int attempts = 0;
    std::string error;  ///< of the last attempt, for people
    UtcTime madeAt{};
    UtcTime diedAt{};
};

}  // namespace jobs
}  // namespace footlight
