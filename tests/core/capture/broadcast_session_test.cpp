#include "core/capture/broadcast_session.h"

#include <gtest/gtest.h>

#include "core/capture/scene.h"
#include "core/capture/source_kinds.h"
#include "core/capture/studio_core.h"
#include "core/capture/studio_engine.h"
#include "tests/core/capture/fake_link.h"
#include "tests/core/capture/picture_reader.h"
#include "tests/support/private_display.h"

namespace footlight::capture {
namespace {

Destination relay() { return {.name = "relay", .host = "127.0.0.1", .key = Secret("secret-key")}; }

/// libobs with the test pattern on air and a broadcast to a fake network.
class BroadcastSessionTest : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_FALSE(display_.name().empty());
        auto core = StudioCore::create({.width = 640, .height = 360}, Logger::silent());
        ASSERT_TRUE(core.has_value()) << core.error().text();
        core_ = std::move(*core);
        scene_ = std::make_unique<Scene>(*core_);
        ASSERT_TRUE(scene_->addSource(kTestPatternKind, "pattern").has_value());
    }

    void goLive() {
        auto session = BroadcastSession::start(*core_, connector_, {relay()}, {.keyframeSeconds = 1}, {});
        ASSERT_TRUE(session.has_value()) << session.error().text();
        session_ = std::move(*session);
    }

    bool waitForVideo(std::size_t count) {
        return tests::waitUntil([&] { return videoPackets().size() >= count; });
    }

    std::vector<media::Packet> videoPackets() {
        std::vector<media::Packet> video;
        for (const auto& packet : network_.heard.lock()->packets) {
            if (packet.kind == media::MediaKind::Video) {
                video.push_back(packet);
            }
        }
        return video;
    }

    tests::PrivateDisplay display_;
    FakeNetwork network_;
    FakeConnector connector_{network_};
    std::unique_ptr<StudioCore> core_;
    std::unique_ptr<Scene> scene_;
    std::unique_ptr<BroadcastSession> session_;
};

TEST_F(BroadcastSessionTest, PicturesCarryTheMomentOfTheirCapture) {
    core_->relayClock().setOffset(std::chrono::hours(1));
    goLive();
    ASSERT_TRUE(waitForVideo(90));
    const auto heard = network_.heard.copy();
    ASSERT_TRUE(heard.format && heard.format->tracks.video);
    PictureReader reader(*heard.format->tracks.video);
    std::size_t read = 0;
    std::size_t clocks = 0;
    for (const auto& packet : videoPackets()) {
        const auto picture = reader.decode(packet);
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->width, 640);
        ASSERT_TRUE(picture->strip) << "no strip in picture " << read;
        ++read;
        for (const auto& [at, utc] : heard.clocks) {
            if (at == packet.pts) {
                ++clocks;
                EXPECT_LT(std::chrono::abs(*picture->strip - utc), std::chrono::milliseconds(40));
            }
        }
    }
    EXPECT_GE(clocks, 3U);
    EXPECT_GT(heard.clocks.front().second, SystemClock().utcNow() + std::chrono::minutes(59));
}

}  // namespace
}  // namespace footlight::capture
