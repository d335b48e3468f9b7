#include "core/relay/jobs/job_runner.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <csignal>
#include <fstream>

#include "core/base/guarded.h"
#include "core/net/async/deadline.h"
#include "core/net/async/event_loops.h"
#include "core/relay/ports/community_stores.h"
#include "core/store/database.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::jobs {
namespace {

using std::chrono::milliseconds;
using tests::waitUntil;

/// A runner over a real database, which can be ended at any moment and begun anew.
class Runner : public testing::Test {
protected:
    Runner() {
        open();
        options_.retry = {milliseconds{20}, 2, milliseconds{200}, 4};
        options_.lease = std::chrono::minutes{1};
    }
    ~Runner() override { stop(); }

    void open() {
        auto opened = store::Database::open(folder_ / "jobs.db");
        ASSERT_TRUE(opened) << opened.error().text();
        database_ = std::move(*opened);
    }

    JobStore& store() { return database_->stores().community.jobs; }

    /// With the handler of "work".
    void start(JobRunner::Handler handler, PerOwner perOwner = PerOwner::Any) {
        loops_ = std::make_unique<net::EventLoops>(1);
        pool_ = std::make_unique<net::WorkPool>(1, 100);
        runner_ = std::make_unique<JobRunner>(loops_->executor(0), store(), *pool_, options_, clock_,
                                              Logger::silent());
        runner_->handle("work", std::move(handler), perOwner);
        if (quick_) {
            runner_->handle("quick", quick_);
        }
        tasks_ = std::make_unique<net::TaskGroup>(loops_->executor(0), Logger::silent());
        boost::asio::post(loops_->executor(0), [this] { tasks_->spawn("runner", runner_->run()); });
    }
    void stop() {
        if (!loops_) {
            return;
        }
        boost::asio::co_spawn(loops_->executor(0), end(), boost::asio::use_future).get();
        runner_.reset();
        // Its thread may still let go of what it answered on the loop.
        pool_.reset();
        loops_.reset();
    }
    /// All work on the database is done on its one thread.
    bool add(const std::string& key, milliseconds later = milliseconds{0}, const std::string& kind = "work",
             const std::string& subject = "subject", const std::string& owner = "") {
        footlight::jobs::NewJob job{kind, key, subject, "payload of " + key, clock_.utcNow() + later};
        job.owner = owner;
        const auto added = on([this, job] { return store().add(job, clock_.utcNow()); });
        boost::asio::post(loops_->executor(0), [this] { runner_->wake(); });
        return added.value_or(false);
    }
    std::vector<footlight::jobs::DeadJob> dead() {
        return on([this] { return store().dead(10); }).value_or(std::vector<footlight::jobs::DeadJob>{});
    }

private:
    template <typename Work>
    std::invoke_result_t<Work> on(Work work) {
        return boost::asio::co_spawn(loops_->executor(0), pool_->run(std::move(work)),
                                     boost::asio::use_future)
            .get();
    }
    net::Task<> end() {
        co_await tasks_->close();
        co_await runner_->close();
        tasks_.reset();
    }

protected:
    tests::TempDir folder_;
    SystemClock clock_;
    RunnerOptions options_;
    JobRunner::Handler quick_;  ///< of the kind "quick"
    std::unique_ptr<store::Database> database_;
    std::unique_ptr<net::WorkPool> pool_;
    std::unique_ptr<net::EventLoops> loops_;
    std::unique_ptr<JobRunner> runner_;
    std::unique_ptr<net::TaskGroup> tasks_;
};

net::Task<Attempt> done() { co_return Attempt{}; }

net::Task<Attempt> failed(Outcome outcome, std::string error) {
    Attempt attempt{outcome, std::move(error), std::nullopt};
    co_return attempt;
}

net::Task<Attempt> hanging() {
    co_await net::pause(std::chrono::hours{1});
    co_return Attempt{};
}

TEST_F(Runner, DoesEachJobOnceAndNotBeforeItsTime) {
    Guarded<std::vector<std::string>> seen;
    start([&seen](Job job) {
        seen.lock()->push_back(job.payload);
        return done();
    });
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(add("later", milliseconds{300}));
    EXPECT_TRUE(add("now"));
    EXPECT_FALSE(add("now"));
    EXPECT_TRUE(waitUntil([&] { return seen.lock()->size() == 2; }));
    EXPECT_GE(std::chrono::steady_clock::now() - begun, milliseconds{300});
    EXPECT_FALSE(add("now")) << "done, and still not taken a second time";
    EXPECT_EQ(seen.copy(), (std::vector<std::string>{"payload of now", "payload of later"}));
}

TEST_F(Runner, TriesAgainUnderTheSameIdUntilItWorks) {
    Guarded<std::vector<Job>> seen;
    start([&seen](Job job) {
        seen.lock()->push_back(job);
        return job.attempt < 3 ? failed(Outcome::Failed, "not yet") : done();
    });
    add("k");
    EXPECT_TRUE(waitUntil([&] { return seen.lock()->size() == 3; }));
    const auto all = seen.copy();
    EXPECT_EQ(all[0].id, all[2].id);
    EXPECT_EQ(all[2].attempt, 3);
    EXPECT_TRUE(dead().empty());
}

TEST_F(Runner, WhatFailsTooOftenOrForGoodIsKeptAsDead) {
    std::atomic<int> tries{0};
    start([&tries](const Job& job) {
        ++tries;
        return job.payload == "payload of refused" ? failed(Outcome::Refused, "gone")
                                                   : failed(Outcome::Failed, "no answer");
    });
    add("refused");
    add("failing");
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 2; }));
    EXPECT_EQ(tries, 5) << "once, and four times";
    std::map<std::string, int> errors;
    for (const auto& job : dead()) {
        errors[job.error] = job.attempts;
    }
    EXPECT_EQ(errors, (std::map<std::string, int>{{"gone", 1}, {"no answer", 4}}));
}

TEST_F(Runner, HasNoMoreUnderWayThanItMay) {
    options_.atATime = 3;
    std::atomic<int> begun{0};
    std::atomic<int> now{0};
    std::atomic<int> most{0};
    std::atomic<bool> isOpen{false};
    const auto work = [&]() -> net::Task<Attempt> {
        ++begun;
        most = std::max(most.load(), ++now);
        while (!isOpen) {
            co_await net::pause(milliseconds{5});
        }
        --now;
        co_return Attempt{};
    };
    start([&work](const Job&) { return work(); });
    for (int i = 0; i < 12; ++i) {
        add("k" + std::to_string(i));
    }
    EXPECT_TRUE(waitUntil([&] { return begun == 3; }));
    isOpen = true;
    EXPECT_TRUE(waitUntil([&] { return begun == 12 && now == 0; }));
    EXPECT_EQ(most, 3);
}

/// Those who have a single place between them: what is begun, in its order.
class RunnerTurns : public Runner {
protected:
    RunnerTurns() {
        options_.atATime = 1;
        start([this](const Job& job) { return work(job.payload); }, PerOwner::One);
        add("first", milliseconds{0}, "work", "s0", "o0");
        EXPECT_TRUE(waitUntil([this] { return seen_.lock()->size() == 1; })) << "the place is taken";
    }
    ~RunnerTurns() override { stop(); }

    void addOf(const std::string& owner, const std::string& subject, const std::string& key) {
        // In the order of their adding, also within one millisecond.
        const milliseconds ago = milliseconds{++orders_} - std::chrono::seconds{1};
        EXPECT_TRUE(add(key, ago, "work", subject, owner));
    }
    std::vector<std::string> order() {
        isOpen_ = true;
        EXPECT_TRUE(waitUntil([this] { return done_ == added_; }));
        return seen_.copy();
    }
    int added_ = 0;

private:
    int orders_ = 0;

    net::Task<Attempt> work(std::string payload) {
        seen_.lock()->push_back(payload.substr(payload.rfind(' ') + 1));
        while (!isOpen_) {
            co_await net::pause(milliseconds{5});
        }
        ++done_;
        co_return Attempt{};
    }

    Guarded<std::vector<std::string>> seen_;
    std::atomic<bool> isOpen_{false};
    std::atomic<int> done_{0};
};

TEST_F(RunnerTurns, OfAnotherComeBetweenTheManyOfOne) {
    for (int i = 0; i < 3; ++i) {
        addOf("ada", "hook" + std::to_string(i), "ada" + std::to_string(i));
    }
    addOf("bob", "his", "bob");
    added_ = 5;
    EXPECT_EQ(order(), (std::vector<std::string>{"first", "ada0", "bob", "ada1", "ada2"}));
}

TEST_F(RunnerTurns, EachSubjectOfOneComesInItsTurn) {
    for (int i = 0; i < 3; ++i) {
        addOf("ada", "slow", "slow" + std::to_string(i));
    }
    addOf("ada", "quick", "quick");
    added_ = 5;
    EXPECT_EQ(order(), (std::vector<std::string>{"first", "slow0", "quick", "slow1", "slow2"}));
}

TEST_F(Runner, OneOfAnOwnerIsUnderWayWhateverTheSubjects) {
    std::atomic<int> begun{0};
    start(
        [&begun](const Job&) {
            ++begun;
            return hanging();
        },
        PerOwner::One);
    for (int i = 0; i < 10; ++i) {
        add("k" + std::to_string(i), milliseconds{0}, "work", "hook" + std::to_string(i), "ada");
    }
    add("other", milliseconds{0}, "work", "hook", "bob");
    EXPECT_TRUE(waitUntil([&] { return begun == 2; }));
    add("last", milliseconds{0}, "work", "hook", "carl");
    EXPECT_TRUE(waitUntil([&] { return begun == 3; })) << "there are places, but not for Ada's";
}

TEST_F(Runner, AJobThatWasUnderWayIsDoneByTheNextProgramUnderTheSameId) {
    Guarded<std::vector<JobId>> seen;
    start([&seen](const Job& job) {
        seen.lock()->push_back(job.id);
        return hanging();
    });
    add("k");
    EXPECT_TRUE(waitUntil([&] { return seen.lock()->size() == 1; }));
    stop();
    start([&seen](const Job& job) {
        seen.lock()->push_back(job.id);
        return done();
    });
    EXPECT_TRUE(waitUntil([&] { return seen.lock()->size() == 2; }));
    EXPECT_EQ(seen.copy()[0], seen.copy()[1]);
}

TEST_F(Runner, SlowJobsOfOneKindDoNotKeepAnotherWaiting) {
    options_.atATime = 2;
    std::atomic<int> quick{0};
    std::atomic<int> slow{0};
    quick_ = [&quick](const Job&) {
        ++quick;
        return done();
    };
    start([&slow](const Job&) {
        ++slow;
        return hanging();
    });
    for (int i = 0; i < 10; ++i) {
        add("slow" + std::to_string(i));
    }
    EXPECT_TRUE(waitUntil([&] { return slow == 2; }));
    add("quick", milliseconds{0}, "quick");
    EXPECT_TRUE(waitUntil([&] { return quick == 1; }));
}

TEST_F(Runner, OneSubjectHasOneJobUnderWayWhereThatIsSo) {
    Guarded<std::vector<std::string>> seen;
    start(
        [&seen](const Job& job) {
            seen.lock()->push_back(job.subject);
            return job.subject == "slow" ? hanging() : done();
        },
        PerOwner::One);
    for (int i = 0; i < 20; ++i) {
        add("slow" + std::to_string(i), milliseconds{0}, "work", "slow");
    }
    for (int i = 0; i < 20; ++i) {
        add("quick" + std::to_string(i), milliseconds{0}, "work", "quick");
    }
    EXPECT_TRUE(waitUntil([&] { return seen.lock()->size() == 21; }));
    EXPECT_EQ(std::ranges::count(seen.copy(), "slow"), 1);
}

net::Task<Attempt> throwing() {
    throw std::runtime_error("no such thing");
    co_return Attempt{};
}

TEST_F(Runner, OneThatThrowsHasFailedAndDies) {
    std::atomic<int> tries{0};
    start([&tries](const Job&) {
        ++tries;
        return throwing();
    });
    add("k");
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 1; }));
    EXPECT_EQ(tries, 4);
    EXPECT_NE(dead()[0].error.find("no such thing"), std::string::npos);
}

TEST_F(Runner, OneThatEndsTheProgramAtEveryAttemptDies) {
    std::atomic<int> tries{0};
    for (int i = 1; i <= 4; ++i) {
        start([&tries](const Job&) {
            ++tries;
            return hanging();
        });
        add("k");
        EXPECT_TRUE(waitUntil([&] { return tries == i; }));
        stop();
    }
    start([](const Job&) { return done(); });
    EXPECT_TRUE(waitUntil([&] { return dead().size() == 1; }));
    EXPECT_EQ(tries, 4);
}

/// Delivers by adding a line to a file, as a receiver would note what came.
void note(const std::string& file, const std::string& line) {
    std::ofstream(file, std::ios::app) << line << std::endl;
}

std::vector<std::string> notedIn(const std::string& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

TEST_F(Runner, AProgramThatIsKilledBehindItsDeliveryDeliversAgainUnderTheSameId) {
    const auto file = (folder_ / "received").string();
    database_.reset();
    const auto child = ::fork();
    if (child == 0) {
        // A program of its own: it delivers, and never comes to say so.
        open();
        start([file](const Job& job) {
            note(file, job.id.text());
            return hanging();
        });
        add("k");
        ::pause();
        ::_exit(0);
    }
    ASSERT_GT(child, 0);
    EXPECT_TRUE(waitUntil([&] { return notedIn(file).size() == 1; }));
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    open();
    start([file](const Job& job) {
        note(file, job.id.text());
        return done();
    });
    EXPECT_TRUE(waitUntil([&] { return notedIn(file).size() == 2; }));
    const auto lines = notedIn(file);
    EXPECT_EQ(lines.front(), lines.back()) << "by which the receiver knows that it has it already";
    stop();
    // It said so this time: nobody delivers a third time.
    start([file](const Job& job) {
        note(file, job.id.text());
        return done();
    });
    EXPECT_TRUE(add("another"));
    EXPECT_TRUE(waitUntil([&] { return notedIn(file).size() == 3; }));
    EXPECT_NE(notedIn(file).back(), lines.front());
}

}  // namespace
}  // namespace footlight::relay::jobs
