#include "core/capture/delivery/publisher_connector.h"

#include <gtest/gtest.h>

#include <boost/asio/post.hpp>
#include <future>

#include "core/capture/delivery/destination_sender.h"
#include "core/net/async/event_loops.h"
#include "core/rtmp/session/server.h"
#include "tests/support/process.h"

namespace footlight::capture {
namespace {

struct Received {
    media::Tracks tracks;
    std::vector<media::Packet> packets;
    std::vector<std::pair<media::MediaTime, UtcTime>> clocks;
    media::MediaTime keyFrameInterval{};
    std::vector<rtmp::PublishEnd> ends;
    std::function<void(std::string)> requestClose;
};

class RecordingSink final : public rtmp::PublishSink {
public:
    explicit RecordingSink(Guarded<Received>& received) : received_(received) {}
    void tracks(media::Tracks tracks) override { received_.lock()->tracks = std::move(tracks); }
    void packet(media::Packet packet) override { received_.lock()->packets.push_back(std::move(packet)); }
    void captureClock(media::MediaTime at, UtcTime utc) override {
        received_.lock()->clocks.emplace_back(at, utc);
    }
    void keyFrameInterval(media::MediaTime interval) override {
        received_.lock()->keyFrameInterval = interval;
    }
    void networkLoss(std::int64_t) override {}
    void ended(rtmp::PublishEnd end) override { received_.lock()->ends.push_back(end); }

private:
    Guarded<Received>& received_;
};

/// A relay with one key, "right", a channel that somebody else publishes to, "busy", and one whose key cannot
/// be checked at the first two times, "later".
class SmallRelay final : public rtmp::PublishHandler {
public:
    net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> publish(rtmp::PublishRequest request) override {
        const auto& key = request.streamKey.reveal();
        if (key == "busy") {
            co_return fail(ErrorCategory::Conflict, "test.busy", "Somebody is live on this channel.");
        }
        if (key == "later" && ++asked_ <= 2) {
            co_return fail(ErrorCategory::Unavailable, "test.later", "The hub is starting.");
        }
        if (key != "right" && key != "later") {
            co_return fail(ErrorCategory::Denied, "test.key", "No channel has this stream key.");
        }
        received.lock()->requestClose = request.requestClose;
        co_return std::make_unique<RecordingSink>(received);
    }

    Guarded<Received> received;

private:
    int asked_ = 0;
};

/// A sender that publishes by real RTMP to a real server of ours over the loopback.
class PublisherConnectorTest : public ::testing::Test {
protected:
    void SetUp() override {
        onLoop([this] {
            rtmp::ServerOptions options;
            options.handler = &relay_;
            auto server =
                rtmp::Server::listen(loops_.executor(0), {"127.0.0.1", 0}, options, Logger::silent());
            ASSERT_TRUE(server.has_value()) << server.error().text();
            server_ = std::move(*server);
            closers_ = std::make_unique<net::TaskGroup>(loops_.executor(0), Logger::silent());
        });
    }

    void TearDown() override {
        if (server_) {
            close();
        }
    }

    void close() {
        std::promise<void> closed;
        onLoop([&] { closers_->spawn("close", closeAll(closed)); });
        closed.get_future().wait();
        onLoop([this] {
            sender_.reset();
            server_.reset();
            closers_.reset();
        });
    }

    net::Task<> closeAll(std::promise<void>& closed) {
        if (sender_) {
            co_await sender_->close();
        }
        co_await server_->close();
        closed.set_value();
    }

    void start(const std::string& key) {
        onLoop([&] {
            Destination destination{.name = "relay", .host = "127.0.0.1", .key = Secret(key)};
            destination.port = server_->port();
            sender_ = std::make_unique<DestinationSender>(loops_.executor(0), destination, connector_, clock_,
                                                          StateListener(), Logger::silent());
            sender_->start();
        });
        sender_->setFormat(format());
    }

    static BroadcastFormat format() {
        BroadcastFormat format;
        media::AudioTrack sound;
        sound.configuration = {0x11, 0x90};  // AAC-LC, 48 kHz, stereo
        sound.sampleRate = 48000;
        sound.channels = 2;
        format.tracks.audio = sound;
        return format;
    }

    void push(int milliseconds) {
        OutgoingPacket made;
        made.packet.kind = media::MediaKind::Audio;
        made.packet.dts = made.packet.pts = std::chrono::milliseconds(milliseconds);
        made.packet.isKeyFrame = true;
        made.packet.payload = share(Bytes(50, static_cast<std::uint8_t>(milliseconds)));
        sender_->push(std::move(made));
    }

    void onLoop(const std::function<void()>& work) {
        std::promise<void> done;
        boost::asio::post(loops_.executor(0), [&] {
            work();
            done.set_value();
        });
        done.get_future().wait();
    }

    bool waitForState(DestinationState state) {
        return tests::waitUntil([&] { return sender_->statistics().state == state; });
    }

    SystemClock clock_;
    SmallRelay relay_;
    PublisherConnector connector_{Logger::silent()};
    net::EventLoops loops_{1};
    std::unique_ptr<rtmp::Server> server_;
    std::unique_ptr<net::TaskGroup> closers_;
    std::unique_ptr<DestinationSender> sender_;
};

TEST_F(PublisherConnectorTest, WhatIsPushedArrivesAtTheRelayAndTheEndIsClean) {
    start("right");
    ASSERT_TRUE(waitForState(DestinationState::Live));
    push(0);
    push(21);
    ASSERT_TRUE(tests::waitUntil([&] { return relay_.received.lock()->packets.size() == 2; }));
    const auto received = relay_.received.copy();
    ASSERT_TRUE(received.tracks.audio);
    EXPECT_EQ(received.tracks.audio->sampleRate, 48000);
    EXPECT_EQ(*received.packets[1].payload, Bytes(50, 21));
    EXPECT_EQ(received.packets[1].dts - received.packets[0].dts,
              media::MediaTime(std::chrono::milliseconds(21)));
    const auto statistics = sender_->statistics();
    EXPECT_EQ(statistics.bytesSent, 100U);
    EXPECT_TRUE(statistics.roundTrip);
    close();
    EXPECT_EQ(relay_.received.lock()->ends, std::vector{rtmp::PublishEnd::Clean});
}

TEST_F(PublisherConnectorTest, AWrongKeyFailsInTheRelaysWords) {
    start("wrong");
    ASSERT_TRUE(waitForState(DestinationState::Failed));
    EXPECT_NE(sender_->statistics().message.find("No channel has this stream key."), std::string::npos)
        << sender_->statistics().message;
}

TEST_F(PublisherConnectorTest, ABusyChannelFailsInTheRelaysWords) {
    start("busy");
    ASSERT_TRUE(waitForState(DestinationState::Failed));
    EXPECT_NE(sender_->statistics().message.find("Somebody is live on this channel."), std::string::npos)
        << sender_->statistics().message;
}

TEST_F(PublisherConnectorTest, ARelayWhoseHubIsStartingIsTriedAgainUntilItTakesTheStream) {
    start("later");
    EXPECT_TRUE(tests::waitUntil(
        [&] { return sender_->statistics().message.find("The hub is starting.") != std::string::npos; }));
    EXPECT_TRUE(waitForState(DestinationState::Live));
}

TEST_F(PublisherConnectorTest, AConnectionThatTheRelayClosesIsMadeAgain) {
    start("right");
    ASSERT_TRUE(waitForState(DestinationState::Live));
    push(0);
    ASSERT_TRUE(tests::waitUntil([&] { return relay_.received.lock()->packets.size() == 1; }));
    relay_.received.copy().requestClose("maintenance");
    int at = 0;
    EXPECT_TRUE(tests::waitUntil([&] {
        push(at += 21);
        return sender_->statistics().reconnects == 1;
    }));
}

}  // namespace
}  // namespace footlight::capture
