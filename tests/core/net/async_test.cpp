#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <future>
#include <memory>
#include <stdexcept>

#include "core/net/async/deadline.h"
#include "core/net/async/event_loops.h"
#include "core/net/async/shared_questions.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"

namespace footlight::net {
namespace {

using namespace std::chrono_literals;

Task<> waitForever(bool* ended) {
    struct Mark {
        bool* flag;
        ~Mark() { *flag = true; }
    } mark{ended};
    for (;;) {
        co_await pause(1h);
    }
}

Task<Result<int>> answerAfter(std::chrono::milliseconds delay) {
    co_await pause(delay);
    co_return 42;
}

template <typename T>
T runOn(EventLoops& loops, Task<T> task) {
    return boost::asio::co_spawn(loops.executor(0), std::move(task), boost::asio::use_future).get();
}

Task<std::size_t> closeGroupWithTwoTasks(Executor executor, bool* first, bool* second) {
    TaskGroup group(executor, Logger::silent());
    group.spawn("first", waitForever(first));
    group.spawn("second", waitForever(second));
    co_await pause(1ms);
    co_await group.close();
    co_return group.size();
}

/// Work that waits for a word on a pool thread, and what became of those who asked for it.
struct Workbench {
    explicit Workbench(Executor executor) : callers(std::move(executor), Logger::silent()) {}

    WorkPool pool{1, 2};
    std::promise<void> begun;
    std::promise<void> mayEnd;
    int done = 0;
    int refused = 0;
    TaskGroup callers;
};

Task<> occupyThread(std::shared_ptr<Workbench> bench) {
    auto work = [bench]() -> Result<int> {
        bench->begun.set_value();
        bench->mayEnd.get_future().wait();
        return 1;
    };
    co_await bench->pool.run(std::move(work));
}

Task<> queueSomething(std::shared_ptr<Workbench> bench) {
    auto work = []() -> Result<int> { return 2; };
    const auto result = co_await bench->pool.run(std::move(work));
    (result ? bench->done : bench->refused) += 1;
}

Task<bool> doesWorkThatThrowsReachUs(WorkPool* pool) {
    auto work = []() -> Result<int> { throw std::runtime_error("out of something"); };
    try {
        co_await pool->run(std::move(work));
    } catch (const std::runtime_error&) {
        co_return true;
    }
    co_return false;
}

/// One piece under way, one waiting and then cancelled, one too many. Returns once all of them have ended.
Task<> overfillAndCancel(std::shared_ptr<Workbench> bench) {
    bench->begun = {};
    bench->mayEnd = {};
    auto begun = bench->begun.get_future();
    TaskGroup steady(co_await boost::asio::this_coro::executor, Logger::silent());
    steady.spawn("occupying", occupyThread(bench));
    co_await pause(0ms);
    begun.wait();
    bench->callers.spawn("waiting", queueSomething(bench));
    co_await pause(0ms);
    bench->callers.spawn("one too many", queueSomething(bench));
    co_await pause(0ms);
    bench->callers.cancel();
    bench->mayEnd.set_value();
    while (bench->callers.size() + steady.size() > 0) {
        co_await pause(1ms);
    }
}

/// What three ask at once, and a fourth later.
struct Curious {
    explicit Curious(Executor executor) : questions(std::move(executor)) {}

    Task<int> ask(bool fails) {
        ++asked;
        co_await pause(1ms);
        if (fails) {
            throw std::runtime_error("the disk is gone");
        }
        co_return 42;
    }
    Task<> want(bool fails) {
        std::function<Task<int>()> question = [this, fails] { return ask(fails); };
        try {
            const int key = 1;
            const int answer = co_await questions.answer(key, std::move(question));
            answers.push_back(answer);
        } catch (const std::runtime_error&) {
            ++failures;
        }
    }

    SharedQuestions<int, int> questions;
    int asked = 0;
    int failures = 0;
    std::vector<int> answers;
};

Task<> askAtOnce(Executor executor, Curious* curious, bool firstFails) {
    TaskGroup tasks(executor, Logger::silent());
    for (int i = 0; i < 3; ++i) {
        tasks.spawn("asks", curious->want(firstFails && i == 0));
    }
    while (curious->answers.size() + static_cast<std::size_t>(curious->failures) < 3) {
        co_await pause(1ms);
    }
    co_await tasks.close();
}

}  // namespace

TEST(TaskGroup, CloseCancelsAndWaitsForAll) {
    EventLoops loops(1);
    bool first = false;
    bool second = false;
    EXPECT_EQ(runOn(loops, closeGroupWithTwoTasks(loops.executor(0), &first, &second)), 0U);
    EXPECT_TRUE(first);
    EXPECT_TRUE(second);
}

TEST(Deadline, PassesTheValueThrough) {
    EventLoops loops(1);
    const auto result = runOn(loops, withDeadline(10s, "answering", answerAfter(1ms)));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 42);
}

TEST(Deadline, EndsWhatTakesTooLong) {
    EventLoops loops(1);
    const auto result = runOn(loops, withDeadline(5ms, "answering", answerAfter(1h)));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().category(), ErrorCategory::Timeout);
}

TEST(WorkPool, BringsTheResultBack) {
    EventLoops loops(1);
    WorkPool pool(1, 4);
    auto work = [text = std::string("done")]() -> Result<std::string> { return text; };
    const auto result = runOn(loops, pool.run(std::move(work)));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, "done");
}

TEST(WorkPool, AFullOneTakesWhatMayNotBeRefused) {
    EventLoops loops(1);
    WorkPool pool(1, 0);
    const auto work = []() -> Result<int> { return 1; };
    auto ordinary = work;
    EXPECT_FALSE(runOn(loops, pool.run(std::move(ordinary))));
    auto needed = work;
    EXPECT_TRUE(runOn(loops, pool.runAlways(std::move(needed))));
}

TEST(SharedQuestions, AreAskedOnceForAllWhoWait) {
    EventLoops loops(1);
    Curious curious(loops.executor(0));
    runOn(loops, askAtOnce(loops.executor(0), &curious, false));
    EXPECT_EQ(curious.answers, (std::vector{42, 42, 42}));
    EXPECT_EQ(curious.asked, 1);
    runOn(loops, curious.want(false));
    EXPECT_EQ(curious.asked, 2) << "an answer is not kept";
}

TEST(SharedQuestions, AreAskedAgainWhereTheFirstFails) {
    EventLoops loops(1);
    Curious curious(loops.executor(0));
    runOn(loops, askAtOnce(loops.executor(0), &curious, true));
    EXPECT_EQ(curious.failures, 1);
    EXPECT_EQ(curious.answers, (std::vector{42, 42}));
    EXPECT_EQ(curious.asked, 2);
}

TEST(WorkPool, WorkThatThrowsGivesItsPlaceBack) {
    EventLoops loops(1);
    WorkPool pool(1, 2);
    for (int round = 0; round < 3; ++round) {
        EXPECT_TRUE(runOn(loops, doesWorkThatThrowsReachUs(&pool)));
    }
}

TEST(WorkPool, CancelledCallerGivesItsPlaceBack) {
    EventLoops loops(1);
    const auto bench = std::make_shared<Workbench>(loops.executor(0));
    constexpr int kRounds = 3;  // more than there are places
    for (int round = 1; round <= kRounds; ++round) {
        runOn(loops, overfillAndCancel(bench));
        EXPECT_EQ(bench->done, round);
        EXPECT_EQ(bench->refused, round) << "the third piece must find both places taken";
    }
}

}  // namespace footlight::net
