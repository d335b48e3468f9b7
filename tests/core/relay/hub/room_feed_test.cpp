#include "core/relay/hub/room_feed.h"

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <random>
#include <vector>

#include "tests/support/fake_clock.h"

namespace footlight::relay::hub {
namespace {

using namespace std::chrono_literals;

class Listener final : public Member {
public:
    void deliver(const SharedFrame& frame, Priority priority) override {
        heard.emplace_back(frame->payload());
        priorities.push_back(priority);
        frames.push_back(frame);
    }
    [[nodiscard]] bool isBehind() const override { return isSlow; }
    [[nodiscard]] const std::optional<accounts::Account>& account() const override { return nobody_; }
    [[nodiscard]] const std::string& address() const override { return address_; }
    [[nodiscard]] SessionId session() const override { return {}; }
    void signOut() override {}
    [[nodiscard]] std::string presenceKey() const override { return address_; }
    [[nodiscard]] bool isPerson() const override { return true; }
    [[nodiscard]] std::string playback(const accounts::Channel&) const override { return {}; }

    std::vector<std::string> heard;
    std::vector<Priority> priorities;
    std::vector<SharedFrame> frames;
    bool isSlow = false;

private:
    std::optional<accounts::Account> nobody_;
    std::string address_;
};

class Feed : public testing::Test {
protected:
    Feed() { clock_.advance(1min); }

    /// More than a small room, so that what follows within a moment is gathered.
    void crowd(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            crowd_.push_back(std::make_unique<Listener>());
            feed_.enter(*crowd_.back());
        }
    }
    void tell(std::string_view text, Priority priority = Priority::Normal) { feed_.tellText(text, priority); }
    /// Until what waits has been sent, and a pause after it.
    void wait() {
        loop_.restart();
        loop_.run();
        clock_.advance(1s);
    }

    tests::FakeClock clock_;
    boost::asio::io_context loop_;
    RoomFeed feed_{loop_.get_executor(), clock_};
    Listener member_;
    std::vector<std::unique_ptr<Listener>> crowd_;
};

using Texts = std::vector<std::string>;

TEST_F(Feed, ASmallRoomHearsEachMessageAtOnce) {
    feed_.enter(member_);
    tell("1");
    tell("2");
    EXPECT_EQ(member_.heard, (Texts{"1", "2"}));
}

TEST_F(Feed, InALargeRoomEachHearsAtItsTurnAllThatWasToldSinceTheLast) {
    feed_.enter(member_);
    crowd(1'000);
    tell("1");
    EXPECT_EQ(member_.heard, (Texts{"1"})) << "after a silence it is at once";
    tell("2");
    tell("3");
    EXPECT_EQ(member_.heard, (Texts{"1"}));
    EXPECT_TRUE(crowd_.back()->heard.empty()) << "others of the loop have their turn first";
    wait();
    EXPECT_EQ(member_.heard, (Texts{"1", "[2,3]"}));
    EXPECT_EQ(crowd_.back()->heard, (Texts{"[1,2,3]"}));
    EXPECT_EQ(crowd_.back()->frames[0].get(), crowd_[700]->frames[0].get()) << "built once";
}

/// Members come, go and take each other's places between the turns, while new things are told.
TEST_F(Feed, WhoStaysHearsEverythingInOrderAndOnce) {
    std::mt19937 random(7);
    crowd(1'500);
    int said = 0;
    std::vector<int> enteredAt(crowd_.size(), 0);
    std::vector<bool> isHere(crowd_.size(), true);
    for (int step = 0; step < 300; ++step) {
        for (int i = 0; i < 10; ++i) {
            const auto one = random() % crowd_.size();
            if (isHere[one]) {
                feed_.leave(*crowd_[one]);
                crowd_[one]->heard.clear();
            } else {
                feed_.enter(*crowd_[one]);
                enteredAt[one] = said;
            }
            isHere[one] = !isHere[one];
        }
        if (step % 3 != 0) {
            tell(std::to_string(++said));
        }
        clock_.advance(1ms);
        loop_.restart();
        loop_.run_one();
    }
    wait();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        std::string expected;
        for (int number = enteredAt[i] + 1; isHere[i] && number <= said; ++number) {
            expected += std::to_string(number) + ",";
        }
        std::string heard;
        for (const auto& text : crowd_[i]->heard) {
            heard += (text.front() == '[' ? text.substr(1, text.size() - 2) : text) + ",";
        }
        ASSERT_EQ(heard, expected) << i;
    }
}

TEST_F(Feed, PrioritiesAreFramesOfTheirOwnForWhoIsBehind) {
    feed_.enter(member_);
    crowd(200);
    member_.isSlow = true;
    tell("0");
    tell("1", Priority::Reaction);
    tell("2");
    tell("3", Priority::Presence);
    tell("4", Priority::Reaction);
    feed_.flush();
    EXPECT_EQ(member_.heard, (Texts{"0", "2", "3", "[1,4]"}));
    EXPECT_EQ(member_.priorities,
              (std::vector{Priority::Normal, Priority::Normal, Priority::Presence, Priority::Reaction}));
    EXPECT_EQ(crowd_[0]->heard, (Texts{"0", "[2,3,1,4]"})) << "who reads in time is sent it at once";
    EXPECT_EQ(crowd_[0]->priorities, (std::vector{Priority::Normal, Priority::Normal}));
    tell("5", Priority::Reaction);
    tell("6", Priority::Presence);
    feed_.flush();
    EXPECT_EQ(crowd_[0]->heard.back(), "[6,5]");
    EXPECT_EQ(crowd_[0]->priorities.back(), Priority::Presence);
}

TEST_F(Feed, WhoEntersIsNotSentWhatWaited) {
    crowd(200);
    tell("1");
    tell("2");
    feed_.enter(member_);
    wait();
    EXPECT_EQ(crowd_[0]->heard, (Texts{"1", "2"}));
    EXPECT_TRUE(member_.heard.empty());
    tell("3");
    EXPECT_EQ(member_.heard, (Texts{"3"}));
}

TEST_F(Feed, WhoEntersWhileSomethingWaitsIsSentWhatFollows) {
    crowd(200);
    tell("1");
    tell("2");
    feed_.enter(member_);
    tell("3");
    wait();
    EXPECT_EQ(crowd_[0]->heard, (Texts{"1", "[2,3]"}));
    EXPECT_EQ(member_.heard, (Texts{"3"}));
}

TEST_F(Feed, WhoLeavesHearsNothingMoreAndTheOthersEverythingOnce) {
    crowd(250);
    tell("1");
    tell("2");
    std::vector<Listener> late(5);
    for (auto& one : late) {
        feed_.enter(one);
    }
    for (const std::size_t i : {0U, 249U, 150U, 7U}) {
        feed_.leave(*crowd_[i]);
    }
    feed_.leave(late[1]);
    feed_.leave(late[1]);
    wait();
    tell("3");
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const bool isGone = i == 0 || i == 249 || i == 150 || i == 7;
        EXPECT_EQ(crowd_[i]->heard, isGone ? (Texts{"1"}) : (Texts{"1", "2", "3"})) << i;
    }
    EXPECT_TRUE(late[1].heard.empty());
    EXPECT_EQ(late[0].heard, (Texts{"3"}));
    EXPECT_EQ(late[4].heard, (Texts{"3"}));
    EXPECT_EQ(feed_.size(), 250U);
}

TEST_F(Feed, TooMuchIsNotGathered) {
    crowd(2'000);
    tell("1");
    const std::string big(RoomFeed::kMostBytes, '2');
    tell(big);
    EXPECT_EQ(crowd_[0]->heard, (Texts{"1", big}));
}

TEST_F(Feed, WhatWaitsWhenTheRoomGoesIsNotSent) {
    Listener stays;
    {
        RoomFeed going(loop_.get_executor(), clock_);
        going.enter(stays);
        for (int i = 0; i < 150; ++i) {
            crowd_.push_back(std::make_unique<Listener>());
            going.enter(*crowd_.back());
        }
        going.tellText("1", Priority::Normal);
        going.tellText("2", Priority::Normal);
    }
    wait();
    EXPECT_EQ(stays.heard, (Texts{"1"}));
}

}  // namespace
}  // namespace footlight::relay::hub
