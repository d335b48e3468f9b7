#include "core/capture/delivery/destination_sender.h"

#include <gtest/gtest.h>

#include <boost/asio/post.hpp>
#include <future>

#include "core/net/async/event_loops.h"
#include "tests/core/capture/fake_link.h"
#include "tests/support/process.h"

namespace footlight::capture {
namespace {

Error refusal(ErrorCategory category, std::string words) {
    return {category, "fake.refused", std::move(words)};
}

class DestinationSenderTest : public ::testing::Test {
protected:
    void TearDown() override {
        if (sender_) {
            close();
        }
    }

    void start() {
        onLoop([this] {
            closers_ = std::make_unique<net::TaskGroup>(loops_.executor(0), Logger::silent());
            sender_ = std::make_unique<DestinationSender>(
                loops_.executor(0), Destination{.name = "relay", .host = "fake", .key = Secret("k")},
                connector_, clock_, [this](const auto& told) { states_.lock()->push_back(told.state); },
                Logger::silent());
            sender_->start();
        });
        sender_->setFormat({});
    }

    void close() {
        std::promise<void> closed;
        onLoop([&] { closers_->spawn("close", closeThenTell(closed)); });
        closed.get_future().wait();
        onLoop([this] {
            sender_.reset();
            closers_.reset();
        });
    }

    net::Task<> closeThenTell(std::promise<void>& closed) {
        co_await sender_->close();
        closed.set_value();
    }

    void onLoop(const std::function<void()>& work) {
        std::promise<void> done;
        boost::asio::post(loops_.executor(0), [&] {
            work();
            done.set_value();
        });
        done.get_future().wait();
    }

    void push(int frame, bool isKeyFrame) {
        OutgoingPacket made;
        made.packet.dts = made.packet.pts = std::chrono::milliseconds(frame * 33);
        made.packet.isKeyFrame = isKeyFrame;
        made.packet.payload = share(Bytes(100));
        made.capturedAt = utcFromMilliseconds(1'000'000 + frame * 33);
        sender_->push(std::move(made));
    }

    bool waitForPackets(std::size_t count) {
        return tests::waitUntil([&] { return network_.heard.lock()->packets.size() >= count; });
    }
    bool waitForState(DestinationState state) {
        return tests::waitUntil([&] { return sender_->statistics().state == state; });
    }

    SystemClock clock_;
    FakeNetwork network_;
    FakeConnector connector_{network_};
    net::EventLoops loops_{1};
    Guarded<std::vector<DestinationState>> states_;
    std::unique_ptr<net::TaskGroup> closers_;
    std::unique_ptr<DestinationSender> sender_;
};

TEST_F(DestinationSenderTest, SendsTheCaptureClockBeforeEachKeyFrame) {
    start();
    ASSERT_TRUE(waitForState(DestinationState::Live));
    push(0, true);
    push(1, false);
    push(2, true);
    ASSERT_TRUE(waitForPackets(3));
    const auto heard = network_.heard.copy();
    ASSERT_EQ(heard.clocks.size(), 2U);
    EXPECT_EQ(heard.clocks[1].first, media::MediaTime(std::chrono::milliseconds(66)));
    EXPECT_EQ(heard.clocks[1].second, utcFromMilliseconds(1'000'066));
}

TEST_F(DestinationSenderTest, ReconnectsByItselfAndBeginsWithAKeyFrame) {
    start();
    push(0, true);
    ASSERT_TRUE(waitForPackets(1));
    network_.breakNext = true;
    push(1, false);
    ASSERT_TRUE(waitForState(DestinationState::Reconnecting));
    EXPECT_EQ(sender_->statistics().message, "The relay went away.");
    push(2, false);
    push(3, true);
    ASSERT_TRUE(waitForPackets(2));
    EXPECT_TRUE(network_.heard.lock()->packets.back().isKeyFrame);
    EXPECT_EQ(sender_->statistics().reconnects, 1U);
    EXPECT_EQ(sender_->statistics().state, DestinationState::Live);
}

TEST_F(DestinationSenderTest, AWrongKeyIsNotTriedAgainAndTheRelaysWordsAreKept) {
    network_.refusals.lock()->push_back(refusal(ErrorCategory::Denied, "The relay refused the key."));
    start();
    ASSERT_TRUE(waitForState(DestinationState::Failed));
    EXPECT_EQ(sender_->statistics().message, "The relay refused the key.");
    push(0, true);
    EXPECT_EQ(network_.heard.lock()->connections, 1);
    EXPECT_EQ(sender_->statistics().queuedBytes, 0U);
}

TEST_F(DestinationSenderTest, ARelayThatIsAwayIsTriedAgain) {
    network_.refusals.lock()->push_back(refusal(ErrorCategory::Unavailable, "Nobody answers there."));
    start();
    push(0, true);
    ASSERT_TRUE(waitForPackets(1));
    EXPECT_EQ(network_.heard.lock()->connections, 2);
}

TEST_F(DestinationSenderTest, ABusyChannelIsFinalForANewcomerOnly) {
    start();
    push(0, true);
    ASSERT_TRUE(waitForPackets(1));
    network_.refusals.lock()->push_back(refusal(ErrorCategory::Conflict, "Somebody publishes there."));
    network_.breakNext = true;
    push(1, true);
    push(2, true);
    ASSERT_TRUE(waitForPackets(2));
    EXPECT_EQ(network_.heard.lock()->connections, 3);
}

TEST_F(DestinationSenderTest, WhyItWasAbandonedStaysWhateverTheConnectionDoes) {
    start();
    push(0, true);
    ASSERT_TRUE(waitForPackets(1));
    network_.isStuck = true;
    push(1, false);
    ASSERT_TRUE(tests::waitUntil([&] { return sender_->statistics().queuedBytes == 0; }))
        << "it is in the send";
    onLoop([this] { sender_->abandon("The encoder stopped."); });
    network_.breakNext = true;
    network_.isStuck = false;
    ASSERT_TRUE(tests::waitUntil([&] { return !network_.breakNext; }));
    close();
    EXPECT_EQ(states_.lock()->back(), DestinationState::Failed);
}

TEST_F(DestinationSenderTest, AStuckDestinationNeverHoldsUpThePusher) {
    network_.isStuck = true;
    start();
    ASSERT_TRUE(waitForState(DestinationState::Live));
    const auto before = std::chrono::steady_clock::now();
    for (int i = 0; i < 3000; ++i) {
        push(i, i % 60 == 0);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    const auto statistics = sender_->statistics();
    EXPECT_GT(statistics.droppedFrames, 2800U);
    EXPECT_LT(statistics.queued, std::chrono::seconds(2));
    network_.isStuck = false;
}

TEST_F(DestinationSenderTest, ClosingSendsWhatWaitsAndSaysGoodbye) {
    start();
    push(0, true);
    push(1, false);
    ASSERT_TRUE(waitForState(DestinationState::Live));
    close();
    const auto heard = network_.heard.copy();
    EXPECT_EQ(heard.packets.size(), 2U);
    EXPECT_EQ(heard.goodbyes, 1);
    EXPECT_EQ(states_.copy().back(), DestinationState::Ended);
}

TEST_F(DestinationSenderTest, ClosingAStuckDestinationTakesNoLongerThanPromised) {
    network_.isStuck = true;
    start();
    push(0, true);
    ASSERT_TRUE(waitForState(DestinationState::Live));
    const auto before = std::chrono::steady_clock::now();
    close();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(2500));
}

}  // namespace
}  // namespace footlight::capture
