#include "core/relay/fanout/fanout.h"

#include <gtest/gtest.h>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <future>

#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::relay::fanout {
namespace {

using namespace std::chrono_literals;
using Phase = TargetState::Phase;
using rtmp::exampleAudio;
using rtmp::exampleFrame;
using rtmp::Recording;

class States final : public BroadcastEvents {
public:
    void report(BroadcastEvent event) override {
        if (event.target) {
            states_.lock()->push_back(*event.target);
        }
    }
    [[nodiscard]] std::optional<TargetState> last(const TargetId& id) const {
        const auto states = states_.copy();
        const auto found =
            std::find_if(states.rbegin(), states.rend(), [&](const auto& one) { return one.id == id; });
        return found != states.rend() ? std::optional(*found) : std::nullopt;
    }
    bool waitFor(const TargetId& id, const std::function<bool(const TargetState&)>& condition) const {
        return tests::waitUntil([&] {
            const auto state = last(id);
            return state && condition(*state);
        });
    }

private:
    mutable Guarded<std::vector<TargetState>> states_;
};

/// A service that takes connections and never reads from them.
class DeafService {
public:
    explicit DeafService(net::Executor executor)
        : acceptor_(executor, {boost::asio::ip::address_v4::loopback(), 0}) {}
    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    boost::asio::ip::tcp::acceptor acceptor_;
};

class FanoutTest : public rtmp::IngestFixture {
protected:
    FanoutTest() {
        fanout_ = std::make_unique<Fanout>(
            Fanout::Parts{sending_.executor(0), states_, clock_, nullptr, limits()}, Logger::silent());
    }
    ~FanoutTest() override {
        tap_.reset();
        boost::asio::co_spawn(sending_.executor(0), fanout_->close(), boost::asio::use_future).get();
    }
    static TargetLimits limits() {
        TargetLimits made;
        made.firstRetry = 20ms;
        made.queue.time = 1h;  // the test's frames come faster than time passes
        made.report = 50ms;
        return made;
    }

    FanoutTarget service(const std::string& key) {
        FanoutTarget made;
        made.id = TargetId::make(clock_.utcNow());
        made.name = key;
        made.url = "rtmp://127.0.0.1:" + std::to_string(server_->port()) + "/app";
        made.streamKey = Secret(key);
        return made;
    }
    void open(std::vector<FanoutTarget> targets) {
        policy_.targets = std::move(targets);
        tap_ = fanout_->open("stage", BroadcastId::make(clock_.utcNow()), policy_);
        tap_->tracks(rtmp::exampleTracks());
    }
    /// Frames of 40 ms with a key frame every five, until `condition` holds.
    bool sendUntil(const std::function<bool()>& condition, std::size_t size = 1'000) {
        return tests::waitUntil([&] {
            const std::chrono::milliseconds at(40 * frame_);
            tap_->packet(exampleFrame(at, frame_ % 5 == 0, size));
            tap_->packet(exampleAudio(at));
            ++frame_;
            return condition();
        });
    }
    bool received(std::size_t pictures) {
        return handler_.recording().count(media::MediaKind::Video) >= pictures;
    }

    SystemClock clock_;
    States states_;
    net::EventLoops sending_{1};
    std::unique_ptr<Fanout> fanout_;
    std::unique_ptr<PacketTap> tap_;
    ChannelPolicy policy_;
    int frame_ = 3;  // not at a key frame
};

}  // namespace

TEST_F(FanoutTest, SendsOnFromAKeyFrame) {
    const auto target = service("good");
    open({target});
    ASSERT_TRUE(sendUntil([&] { return received(20); }));
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.requests.front().app, "app");
    const auto first = std::find_if(recording.packets.begin(), recording.packets.end(),
                                    [](const auto& one) { return one.kind == media::MediaKind::Video; });
    EXPECT_TRUE(first->isKeyFrame);
    EXPECT_EQ(first->dts, media::MediaTime{}) << "a service's stream begins at zero";
    EXPECT_TRUE(states_.waitFor(target.id, [](const auto& state) { return state.phase == Phase::Sending; }));
    EXPECT_TRUE(sendUntil([&] { return states_.last(target.id)->bitrate > 0; }));
}

TEST_F(FanoutTest, TheEndOfTheBroadcastIsToldToTheService) {
    const auto target = service("good");
    open({target});
    ASSERT_TRUE(sendUntil([&] { return received(5); }));
    tap_->ended();
    EXPECT_TRUE(handler_.waitFor([](const Recording& seen) {
        return seen.ends == std::vector<rtmp::PublishEnd>{rtmp::PublishEnd::Clean};
    }));
    EXPECT_TRUE(states_.waitFor(target.id, [](const auto& state) { return state.phase == Phase::Off; }));
}

TEST_F(FanoutTest, ARefusedKeyIsToldAndNotTriedAgain) {
    const auto target = service("wrong");
    open({target});
    ASSERT_TRUE(states_.waitFor(target.id, [](const auto& state) { return state.phase == Phase::Refused; }));
    EXPECT_NE(states_.last(target.id)->detail.find("not known"), std::string::npos)
        << states_.last(target.id)->detail;
    // Another key, as its owner types it, is tried at once.
    auto mended = target;
    mended.streamKey = Secret("good");
    policy_.targets = {mended};
    tap_->policy(policy_);
    EXPECT_TRUE(sendUntil([&] { return received(3); }));
    EXPECT_EQ(handler_.recording().requests.size(), 2U);
}

TEST_F(FanoutTest, AServiceThatDoesNotTakeTheCodecIsTriedAgainWhenItChanges) {
    const auto target = service("good");
    open({target});
    auto strange = rtmp::exampleTracks();
    strange.video->configuration = {0xFF, 0x01};
    tap_->tracks(strange);
    ASSERT_TRUE(sendUntil([&] {
        const auto state = states_.last(target.id);
        return state && state->phase == Phase::Refused;
    }));
    EXPECT_FALSE(states_.last(target.id)->detail.empty());
    const auto tries = handler_.recording().requests.size();
    const auto before = frame_;
    ASSERT_TRUE(sendUntil([&] { return frame_ > before + 20; }));
    tap_->tracks(strange);  // said again, as each source does that comes on air
    ASSERT_TRUE(states_.waitFor(target.id, [](const auto& state) { return state.phase == Phase::Refused; }));
    EXPECT_EQ(handler_.recording().requests.size(), tries);
    tap_->tracks(rtmp::exampleTracks());
    EXPECT_TRUE(sendUntil([&] { return received(5); }));
    EXPECT_EQ(states_.last(target.id)->phase, Phase::Sending);
}

TEST_F(FanoutTest, AServiceThatGoesIsConnectedAgain) {
    const auto target = service("good");
    open({target});
    ASSERT_TRUE(sendUntil([&] { return received(5); }));
    handler_.recording().requests.front().requestClose("maintenance");
    EXPECT_TRUE(sendUntil([&] { return handler_.recording().requests.size() == 2; }));
    const auto before = handler_.recording().count(media::MediaKind::Video);
    EXPECT_TRUE(sendUntil([&] { return received(before + 5); }));
}

TEST_F(FanoutTest, SwitchedOffItSendsNothing) {
    auto target = service("good");
    open({target});
    ASSERT_TRUE(sendUntil([&] { return received(5); }));
    target.isEnabled = false;
    policy_.targets = {target};
    tap_->policy(policy_);
    EXPECT_TRUE(handler_.waitFor([](const Recording& seen) { return seen.ends.size() == 1; }));
}

TEST_F(FanoutTest, ADeafServiceCostsTheOtherNothing) {
    const DeafService deaf(sending_.executor(0));
    auto silent = service("deaf");
    silent.url = "rtmp://127.0.0.1:" + std::to_string(deaf.port()) + "/app";
    auto absent = service("absent");
    absent.url = "rtmp://127.0.0.1:1/app";
    const auto good = service("good");
    open({silent, absent, good});
    ASSERT_TRUE(sendUntil([&] { return received(200); }, 20'000));
    EXPECT_EQ(states_.last(good.id)->dropped, 0);
    EXPECT_EQ(states_.last(absent.id)->phase, Phase::Waiting);
    EXPECT_NE(states_.last(absent.id)->detail.find("127.0.0.1:1"), std::string::npos);
    const auto recording = handler_.recording();
    std::optional<media::MediaTime> last;
    for (const auto& packet : recording.packets) {
        if (packet.kind == media::MediaKind::Video) {
            EXPECT_TRUE(!last || packet.dts - *last == media::MediaTime(40ms)) << "a frame is missing";
            last = packet.dts;
        }
    }
}

TEST_F(FanoutTest, AServiceThatStopsReadingLosesFramesAndTheOtherNone) {
    // Takes the key and a kernel's worth of bytes; then its loop stands still.
    net::EventLoops apart(1);
    rtmp::RecordingHandler handler;
    rtmp::ServerOptions options;
    options.handler = &handler;
    auto choked =
        rtmp::Server::listen(apart.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent());
    ASSERT_TRUE(choked);
    auto slow = service("good");
    slow.url = "rtmp://127.0.0.1:" + std::to_string((*choked)->port()) + "/app";
    const auto good = service("good");
    open({slow, good});
    ASSERT_TRUE(
        sendUntil([&] { return received(5) && handler.recording().count(media::MediaKind::Video) > 5; }));
    std::promise<void> release;
    boost::asio::post(apart.executor(0), [future = release.get_future().share()] { future.wait(); });
    EXPECT_TRUE(sendUntil([&] { return states_.last(slow.id)->dropped > 0; }, 100'000));
    release.set_value();
    ASSERT_TRUE(sendUntil([&] { return received(static_cast<std::size_t>(frame_) / 2); }));
    EXPECT_EQ(states_.last(good.id)->dropped, 0);
    std::optional<media::MediaTime> last;
    for (const auto& packet : handler_.recording().packets) {
        if (packet.kind == media::MediaKind::Video) {
            EXPECT_TRUE(!last || packet.dts - *last == media::MediaTime(40ms)) << "a frame is missing";
            last = packet.dts;
        }
    }
    boost::asio::co_spawn(apart.executor(0), (*choked)->close(), boost::asio::use_future).get();
}

TEST_F(FanoutTest, TheChosenSoundIsTheOnlyOne) {
    auto target = service("good");
    target.audioTrack = 1;
    open({target});
    auto tracks = rtmp::exampleTracks();
    tracks.moreAudio[1] = *tracks.audio;
    tracks.moreAudio[1].configuration = {0x12, 0x10};
    tracks.moreAudio[1].sampleRate = 44'100;
    tap_->tracks(tracks);
    ASSERT_TRUE(sendUntil([&] {
        auto other = exampleAudio(std::chrono::milliseconds(40 * frame_));
        other.track = 1;
        other.payload = share(Bytes(77, 0x33));
        tap_->packet(other);
        return handler_.recording().count(media::MediaKind::Audio) > 10;
    }));
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.tracks.back().audio->sampleRate, 44'100);
    EXPECT_TRUE(recording.tracks.back().moreAudio.empty());
    for (const auto& packet : recording.packets) {
        if (packet.kind == media::MediaKind::Audio) {
            EXPECT_EQ(packet.track, 0);
            EXPECT_EQ(packet.payload->size(), 77U);
        }
    }
}

TEST_F(FanoutTest, AServiceThatAsksForAnotherConnectionGetsOneFromAKeyFrameOn) {
    const auto target = service("good");
    open({target});
    ASSERT_TRUE(sendUntil([&] { return received(5); }));
    const auto ask = handler_.recording().requests.front().requestReconnect;
    ASSERT_TRUE(ask);
    ask("");
    ASSERT_TRUE(sendUntil([&] { return handler_.recording().requests.size() == 2; }));
    const auto before = handler_.recording().count(media::MediaKind::Video);
    EXPECT_TRUE(sendUntil([&] { return received(before + 5); }));
    EXPECT_NE(handler_.recording().ends.front(), rtmp::PublishEnd::Clean) << "the broadcast goes on";
    EXPECT_NE(states_.last(target.id)->phase, Phase::Waiting);
}

}  // namespace footlight::relay::fanout
