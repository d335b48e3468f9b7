#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/net/async/deadline.h"
#include "core/net/async/event_loops.h"
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

}  // namespace footlight::net
