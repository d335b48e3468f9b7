#include "core/relay/hub/message_writer.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <set>

#include "core/net/async/task_group.h"

namespace footlight::relay::hub {
namespace {

using namespace std::chrono_literals;

/// Keeps what is appended; a batch that holds a forbidden text breaks, as a foreign key would.
class FakeMessages final : public RoomStore {
public:
    Result<> apply(const std::vector<ChatChange>& changes) override {
        ++commits;
        if (isFull) {
            return fail(ErrorCategory::Unavailable, "store.disk_full", "the disk is full");
        }
        for (const auto& change : changes) {
            if (std::get<MessageSaid>(change).message.text == "orphan") {
                return fail(ErrorCategory::Conflict, "store.conflict", "no such user");
            }
        }
        for (const auto& change : changes) {
            texts.insert(std::get<MessageSaid>(change).message.text);
        }
        return {};
    }
    Result<chat::RoomState> load(ChannelId, UtcTime) override { return chat::RoomState{}; }
    Result<chat::Role> roleOf(ChannelId, UserId) override { return chat::Role::Member; }
    Result<std::vector<chat::Person>> people(const std::vector<std::string>&) override {
        return std::vector<chat::Person>{};
    }
    Result<std::vector<chat::Emote>> emotes(ChannelId) override { return std::vector<chat::Emote>{}; }
    Result<> putEmote(ChannelId, const chat::Emote&, const std::string&, UtcTime) override { return {}; }
    Result<> removeEmote(ChannelId, const std::string&) override { return {}; }
    Result<std::optional<std::string>> emoteType(const std::string&) override {
        return std::optional<std::string>{};
    }

    bool isFull = false;
    int commits = 0;
    std::set<std::string> texts;
};

class ChatWriter : public testing::Test {
protected:
    static chat::Message message(const std::string& text) {
        chat::Message made;
        made.id = MessageId::make(utcFromMilliseconds(1'700'000'000'000));
        made.text = text;
        return made;
    }
    Result<> add(const std::string& text) {
        return writer_.add(message(text), [this, text](const Result<>& written) {
            (written ? written_ : refused_).push_back(text);
        });
    }
    /// Runs the writer until everything that was added is settled.
    void settle() {
        net::TaskGroup tasks(loop_.get_executor(), Logger::silent());
        tasks.spawn("writer", writer_.run());
        tasks.spawn("test", finish(tasks));
        loop_.restart();
        loop_.run_for(10s);
    }

    boost::asio::io_context loop_;
    FakeMessages store_;
    net::WorkPool pool_{1, 100};
    MessageWriter writer_{loop_.get_executor(), store_, pool_, 1ms, Logger::silent()};
    std::vector<std::string> written_;
    std::vector<std::string> refused_;

private:
    net::Task<> finish(net::TaskGroup& tasks) {
        co_await writer_.drain();
        tasks.cancel();
    }
};

TEST_F(ChatWriter, WhatGathersIsOneCommitAndEachIsAcknowledged) {
    for (const auto* text : {"one", "two", "three"}) {
        ASSERT_TRUE(add(text));
    }
    EXPECT_TRUE(written_.empty()) << "not before it is on disk";
    settle();
    EXPECT_EQ(written_, (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(store_.texts, (std::set<std::string>{"one", "two", "three"}));
    EXPECT_EQ(store_.commits, 1);
}

TEST_F(ChatWriter, OneThatCannotBeStoredDoesNotTakeTheOthersWithIt) {
    for (const auto* text : {"one", "orphan", "three"}) {
        ASSERT_TRUE(add(text));
    }
    settle();
    EXPECT_EQ(written_, (std::vector<std::string>{"one", "three"}));
    EXPECT_EQ(refused_, std::vector<std::string>{"orphan"});
}

TEST_F(ChatWriter, OthersWhoFillTheDatabasesQueueTakeNothingFromIt) {
    net::WorkPool full(1, 0);
    MessageWriter writer(loop_.get_executor(), store_, full, 1ms, Logger::silent());
    ASSERT_TRUE(writer.add(message("one"), [this](const Result<>& written) {
        (written ? written_ : refused_).emplace_back("one");
    }));
    boost::asio::co_spawn(loop_, writer.drain(), boost::asio::detached);
    loop_.run_for(10s);
    EXPECT_EQ(written_, std::vector<std::string>{"one"});
    EXPECT_TRUE(refused_.empty());
}

TEST_F(ChatWriter, AFullDiskRefusesAndIsTriedAgainLater) {
    store_.isFull = true;
    ASSERT_TRUE(add("one"));
    settle();
    EXPECT_EQ(refused_, std::vector<std::string>{"one"});
    store_.isFull = false;
    ASSERT_TRUE(add("two"));
    settle();
    EXPECT_EQ(written_, std::vector<std::string>{"two"});
}

TEST_F(ChatWriter, HoldsTenThousandAndRefusesMoreUntilItHasWritten) {
    for (std::size_t i = 0; i < MessageWriter::kQueue; ++i) {
        ASSERT_TRUE(add("x"));
    }
    const auto refused = add("one more");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "relay.busy");
    settle();
    EXPECT_EQ(written_.size(), MessageWriter::kQueue);
    EXPECT_TRUE(add("one more"));
    settle();
    EXPECT_EQ(written_.size(), MessageWriter::kQueue + 1);
}

TEST_F(ChatWriter, ConfirmsWhatIsQueuedOnceItIsWritten) {
    const auto queued = message("one");
    ASSERT_TRUE(writer_.add(queued, [](const Result<>&) {}));
    bool isConfirmed = false;
    writer_.confirm(queued.id,
                    [&isConfirmed](const Result<>& written) { isConfirmed = written.has_value(); });
    EXPECT_FALSE(isConfirmed);
    settle();
    EXPECT_TRUE(isConfirmed);
    isConfirmed = false;
    writer_.confirm(queued.id,
                    [&isConfirmed](const Result<>& written) { isConfirmed = written.has_value(); });
    EXPECT_TRUE(isConfirmed) << "written long ago: at once";
}

}  // namespace
}  // namespace footlight::relay::hub
