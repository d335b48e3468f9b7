#include "core/capture/broadcast_session.h"

#include <gtest/gtest.h>

#include "core/capture/local_copy/copy_cutter.h"
#include "core/capture/source_kinds.h"
#include "tests/core/capture/fake_link.h"
#include "tests/core/capture/picture_reader.h"
#include "tests/core/capture/studio_fixture.h"
#include "tests/support/temp_dir.h"

namespace footlight::capture {
namespace {

Destination relay() { return {.name = "relay", .host = "127.0.0.1", .key = Secret("secret-key")}; }

/// The test pattern on air, and a broadcast to a fake network.
class BroadcastSessionTest : public StudioFixture {
protected:
    void SetUp() override {
        StudioFixture::SetUp();
        add(kTestPatternKind, "pattern");
    }
    void TearDown() override {
        session_.reset();
        StudioFixture::TearDown();
    }

    void goLive(std::optional<LocalCopyRule> copy = std::nullopt) {
        const EncoderSettings settings{.keyframeSeconds = 1, .localCopy = std::move(copy)};
        auto session = BroadcastSession::start(*core_, connector_, {relay()}, settings, {});
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

    FakeNetwork network_;
    FakeConnector connector_{network_};
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

TEST_F(BroadcastSessionTest, LocalCopyHasEachSecondOfTheBroadcastByItsCaptureClock) {
    const tests::TempDir folder;
    LocalCopyRule rule;
    rule.folder = folder.path();
    rule.leaveFree = 0;
    goLive(rule);
    ASSERT_TRUE(waitForVideo(150));
    const auto clocks = network_.heard.copy().clocks;
    EXPECT_EQ(session_->statistics().localCopyProblem, "");
    session_.reset();
    ASSERT_GE(clocks.size(), 4U);
    const auto copies = copiesIn(folder.path());
    ASSERT_EQ(copies.size(), 1U);
    const auto cut = cutCopy(copies.front().file, clocks[1].second, clocks[3].second, folder / "cut.flv");
    ASSERT_TRUE(cut) << cut.error().message();
    const auto read =
        tests::run({"ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
                    "stream=nb_read_frames,width", "-of", "csv=p=0", (folder / "cut.flv").string()});
    EXPECT_EQ(read.exitCode, 0);
    EXPECT_EQ(read.output, "640,60\n");
}

TEST_F(BroadcastSessionTest, KeyFramesComeAtEqualDistancesAndNothingIsReordered) {
    goLive();
    ASSERT_TRUE(waitForVideo(100));
    std::vector<int> keyFrames;
    const auto video = videoPackets();
    for (std::size_t i = 0; i < video.size(); ++i) {
        EXPECT_EQ(video[i].pts, video[i].dts);
        if (video[i].isKeyFrame) {
            keyFrames.push_back(static_cast<int>(i));
        }
    }
    ASSERT_GE(keyFrames.size(), 3U);
    for (std::size_t i = 0; i < keyFrames.size(); ++i) {
        EXPECT_EQ(keyFrames[i], static_cast<int>(i) * 30);
    }
}

TEST_F(BroadcastSessionTest, SoundBeginsWithThePictureAndHasAConfiguration) {
    goLive();
    ASSERT_TRUE(waitForVideo(30));
    const auto heard = network_.heard.copy();
    ASSERT_TRUE(heard.format->tracks.audio);
    EXPECT_EQ(heard.format->tracks.audio->sampleRate, 48000);
    EXPECT_EQ(heard.format->tracks.audio->channels, 2);
    EXPECT_EQ(heard.format->tracks.audio->configuration.size() >= 2, true);
    const auto& configuration = heard.format->tracks.video->configuration;
    EXPECT_EQ(configuration.at(0), 1) << "avcC";
    const auto sound = std::find_if(heard.packets.begin(), heard.packets.end(),
                                    [](const auto& p) { return p.kind == media::MediaKind::Audio; });
    ASSERT_NE(sound, heard.packets.end());
    EXPECT_LT(std::abs(media::toSeconds(sound->pts - videoPackets().front().pts)), 0.05);
}

TEST_F(BroadcastSessionTest, StatisticsTellWhatGoesOut) {
    goLive();
    ASSERT_TRUE(waitForVideo(60));
    const auto live = session_->statistics();
    EXPECT_TRUE(live.onAir);
    EXPECT_GT(live.timeOnAir, std::chrono::milliseconds(500));
    EXPECT_NEAR(live.fps, 30, 5);
    EXPECT_GT(live.kbps, 50);
    ASSERT_EQ(live.destinations.size(), 1U);
    EXPECT_EQ(live.destinations[0].state, DestinationState::Live);
    EXPECT_EQ(live.destinations[0].droppedFrames, 0U);
    EXPECT_EQ(live.destinations[0].roundTrip, std::chrono::microseconds(700));
}

TEST_F(BroadcastSessionTest, StoppingReturnsAtOnceAndSaysGoodbyeBehind) {
    goLive();
    ASSERT_TRUE(waitForVideo(5));
    const auto before = std::chrono::steady_clock::now();
    session_->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(100));
    EXPECT_FALSE(session_->statistics().onAir);
    EXPECT_TRUE(tests::waitUntil([&] { return network_.heard.lock()->goodbyes == 1; }));
}

TEST_F(BroadcastSessionTest, ASecondBroadcastWorksLikeTheFirst) {
    goLive();
    ASSERT_TRUE(waitForVideo(5));
    session_.reset();
    network_.heard.lock()->packets.clear();
    goLive();
    EXPECT_TRUE(waitForVideo(5));
    EXPECT_TRUE(videoPackets().front().isKeyFrame);
}

}  // namespace
}  // namespace footlight::capture
