#include "core/relay/hub/command_queue.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/store/database.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

class CommandQueueTest : public testing::Test {
protected:
    template <typename T>
    T run(net::Task<T> task) {
        auto future = boost::asio::co_spawn(loop_, std::move(task), boost::asio::use_future);
        loop_.restart();
        loop_.run();
        return future.get();
    }
    wire::Commands poll(std::int64_t after) {
        auto answer = run(queue_.poll(after, std::chrono::milliseconds{1}));
        EXPECT_TRUE(answer);
        return answer.value_or(wire::Commands{});
    }
    void add(const std::string& channel) { queue_.add({wire::CommandType::AskReconnect, channel}); }

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_ = std::move(*store::Database::open(folder_ / "footlight.db"));
    boost::asio::io_context loop_;
    net::WorkPool pool_{1, 10};
    LiveChannels live_;
    accounts::SecretBox box_{Secret("key")};
    Policies policies_{database_->stores(), box_, Logger::silent()};
    CommandQueue queue_{database_->stores(), pool_, live_, policies_, clock_, Logger::silent()};
};

TEST_F(CommandQueueTest, AnswersWhatFollows) {
    const auto start = poll(0).next;
    add("one");
    add("two");
    const auto both = poll(start);
    ASSERT_EQ(both.commands.size(), 2U);
    EXPECT_EQ(both.commands[0].channel, "one");
    EXPECT_EQ(poll(both.next - 1).commands.size(), 1U);
    EXPECT_TRUE(poll(both.next).commands.empty());
    EXPECT_EQ(poll(both.next).next, both.next);
}

TEST_F(CommandQueueTest, WhoLagsTooFarOrIsAheadBeginsAnew) {
    const auto start = poll(0).next;
    for (std::size_t i = 0; i <= CommandQueue::kKept; ++i) {
        add("stage");
    }
    EXPECT_TRUE(poll(start).commands.empty()) << "nothing is on air: there is nothing that it must know";
    EXPECT_EQ(poll(start + 1).commands.size(), CommandQueue::kKept);
    const auto last = poll(start).next;
    EXPECT_EQ(last, start + static_cast<std::int64_t>(CommandQueue::kKept) + 1);
    EXPECT_EQ(poll(last + 1).next, last);
    EXPECT_EQ(poll(-5).next, last);
}

TEST_F(CommandQueueTest, WhatNobodyHeardIsToldToWhoBeginsAnew) {
    for (const auto type : {wire::CommandType::EndBroadcast, wire::CommandType::SwitchInput}) {
        wire::Command command{type, "stage"};
        command.broadcastId = BroadcastId::make(clock_.utcNow());
        queue_.add(command);
        const auto anew = poll(0);
        ASSERT_EQ(anew.commands.size(), 1U);
        EXPECT_EQ(anew.commands[0], command);
        clock_.advance(std::chrono::seconds{61});
        EXPECT_TRUE(poll(0).commands.empty());
    }
}

TEST_F(CommandQueueTest, WhatAnOriginAsksBehindIsDone) {
    using namespace std::chrono_literals;
    const auto start = poll(0).next;
    const auto number = queue_.add({wire::CommandType::AskReconnect, "stage"});
    EXPECT_FALSE(run(queue_.done(number, 1ms)));
    EXPECT_EQ(poll(start).commands.size(), 1U);
    EXPECT_FALSE(run(queue_.done(number, 1ms))) << "told is not done";
    auto waiting = boost::asio::co_spawn(loop_, queue_.done(number, 1h), boost::asio::use_future);
    poll(number);
    EXPECT_TRUE(waiting.get());
    EXPECT_TRUE(run(queue_.done(number, 1ms)));
}

TEST_F(CommandQueueTest, OneThatWaitsIsAnsweredByTheNextAndByTheEnd) {
    const auto start = poll(0).next;
    auto waiting =
        boost::asio::co_spawn(loop_, queue_.poll(start, std::chrono::hours{1}), boost::asio::use_future);
    boost::asio::post(loop_, [this] { add("stage"); });
    loop_.restart();
    loop_.run();
    EXPECT_EQ(waiting.get()->commands.size(), 1U);
    auto second =
        boost::asio::co_spawn(loop_, queue_.poll(start + 1, std::chrono::hours{1}), boost::asio::use_future);
    boost::asio::post(loop_, [this] { queue_.close(); });
    loop_.restart();
    loop_.run();
    EXPECT_TRUE(second.get()->commands.empty());
}

}  // namespace
}  // namespace footlight::relay::hub
