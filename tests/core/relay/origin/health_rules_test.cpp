#include "core/relay/origin/health_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using Severity = HealthAdvice::Severity;
using namespace std::chrono_literals;

/// An encoder whose settings a test changes; its packets go through the meter into the rules.
class HealthRulesTest : public testing::Test {
protected:
    HealthRulesTest() {
        tracks_.video = media::VideoTrack{media::Codec::H264, {}, 1280, 720, 0};
        tracks_.audio = media::AudioTrack{media::Codec::Aac, {}, 48'000, 2};
    }

    struct Encoder {
        MediaTime step{3000};
        int group = 60;  ///< pictures
        std::size_t pictureBytes = 10'000;
        bool hasSound = true;
        bool hasPicture = true;
        bool hasBFrames = false;
        std::chrono::milliseconds slowness{0};  ///< how much longer each second takes to arrive
    };
    /// A good encoder, and what is wrong with it.
    template <typename Change>
    void sendWith(Change change, int seconds) {
        Encoder encoder;
        change(encoder);
        send(encoder, seconds);
    }

    void send(const Encoder& encoder, int seconds) {
        const auto end = time_ + MediaTime{90'000LL * seconds};
        for (; time_ < end; time_ += encoder.step) {
            const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(encoder.step);
            now_ += elapsed + elapsed * encoder.slowness.count() / 1000;
            if (encoder.hasPicture) {
                const auto shown = time_ + (encoder.hasBFrames ? encoder.step : MediaTime{});
                const bool isKey = picture_++ % encoder.group == 0;
                count({MediaKind::Video, 0, time_, shown, isKey, share(Bytes(encoder.pictureBytes))});
            }
            if (encoder.hasSound) {
                count({MediaKind::Audio, 0, time_, time_, true, share(Bytes(200))});
            }
            if (auto sample = meter_.measure(now_)) {
                advice_ = rules_.judge(*sample, tracks_);
                health_ = sample->health;
            }
        }
    }
    void count(const media::Packet& packet) { meter_.count(packet, now_); }

    [[nodiscard]] const HealthAdvice* find(const std::string& code) const {
        for (const auto& one : advice_) {
            if (one.code == code) {
                return &one;
            }
        }
        return nullptr;
    }

    media::Tracks tracks_;
    HealthMeter meter_;
    HealthRules rules_;
    MediaTime time_{};
    SteadyTime now_{};
    int picture_ = 0;
    BroadcastHealth health_;
    std::vector<HealthAdvice> advice_;
};

TEST_F(HealthRulesTest, HaveNothingToSayToAGoodEncoder) {
    send(Encoder(), 30);
    EXPECT_TRUE(advice_.empty()) << advice_.front().code;
    EXPECT_NEAR(health_.frameRate, 30, 0.5);
    EXPECT_NEAR(static_cast<double>(health_.bitrate), 30 * 10'200 * 8, 50'000);
    EXPECT_NEAR(static_cast<double>(health_.audioBitrate), 30 * 200 * 8, 2'000);
    EXPECT_DOUBLE_EQ(health_.keyFrameInterval, 2);
    EXPECT_LT(health_.driftMs, 5);
    EXPECT_FALSE(health_.hasBFrames);
}

TEST_F(HealthRulesTest, NameALongGroupOfPicturesAndWhatToSet) {
    sendWith([](Encoder& encoder) { encoder.group = 240; }, 20);
    const auto* advice = find("ingest.long_gop");
    ASSERT_NE(advice, nullptr);
    EXPECT_DOUBLE_EQ(advice->value, 8);
    EXPECT_EQ(advice->severity, Severity::Warning);
    EXPECT_THAT(advice->text, testing::HasSubstr("keyframe interval to 2 s"));
    sendWith([](Encoder& encoder) { encoder.group = 360; }, 30);
    EXPECT_EQ(find("ingest.long_gop")->severity, Severity::Problem);
}

TEST_F(HealthRulesTest, SeeAWayThatCarriesLessThanIsSent) {
    send(Encoder(), 10);
    EXPECT_EQ(find("ingest.over_capacity"), nullptr);
    sendWith([](Encoder& encoder) { encoder.slowness = 300ms; }, 10);
    const auto* advice = find("ingest.over_capacity");
    ASSERT_NE(advice, nullptr);
    EXPECT_EQ(advice->severity, Severity::Problem);
    EXPECT_NEAR(advice->value, health_.driftMs / 1000, 0.01);
    EXPECT_GT(health_.driftMs, 1'500);
    EXPECT_THAT(advice->text, testing::HasSubstr("Mbit/s or less"));
    send(Encoder(), 12);
    EXPECT_EQ(find("ingest.over_capacity"), nullptr) << "it is behind, but falls no further";
}

TEST_F(HealthRulesTest, ABurstAtTheBeginningIsNoDrift) {
    for (int i = 0; i < 30; ++i, time_ += MediaTime{3000}) {
        count({MediaKind::Video, 0, time_, time_, i == 0, share(Bytes(1000))});
    }
    send(Encoder(), 20);
    EXPECT_EQ(find("ingest.over_capacity"), nullptr);
}

TEST_F(HealthRulesTest, ALeapOfTheTimeStampsIsNoDrift) {
    send(Encoder(), 10);
    time_ -= 3600s;
    send(Encoder(), 10);
    EXPECT_LT(health_.driftMs, 100);
    EXPECT_EQ(find("ingest.over_capacity"), nullptr);
}

TEST_F(HealthRulesTest, MissSoundAndPicture) {
    sendWith([](Encoder& encoder) { encoder.hasSound = false; }, 10);
    ASSERT_NE(find("ingest.no_audio"), nullptr);
    EXPECT_EQ(find("ingest.no_audio")->severity, Severity::Problem) << "its header came, and no sound";
    sendWith([](Encoder& encoder) { encoder.hasPicture = false; }, 10);
    ASSERT_NE(find("ingest.no_video"), nullptr);
    EXPECT_EQ(find("ingest.no_audio"), nullptr);
    tracks_.audio.reset();
    sendWith([](Encoder& encoder) { encoder.hasSound = false; }, 10);
    EXPECT_EQ(find("ingest.no_audio")->severity, Severity::Warning);
}

TEST_F(HealthRulesTest, ABriefSilenceIsNothing) {
    send(Encoder(), 10);
    sendWith([](Encoder& encoder) { encoder.hasSound = false; }, 3);
    EXPECT_EQ(find("ingest.no_audio"), nullptr);
}

TEST_F(HealthRulesTest, SeeAVariableFrameRate) {
    for (int i = 0; i < 200; ++i) {
        const MediaTime step{i % 3 == 0 ? 9000 : 3000};
        now_ += std::chrono::duration_cast<std::chrono::microseconds>(step);
        time_ += step;
        count({MediaKind::Video, 0, time_, time_, i % 60 == 0, share(Bytes(1000))});
        count({MediaKind::Audio, 0, time_, time_, true, share(Bytes(200))});
        if (auto sample = meter_.measure(now_)) {
            advice_ = rules_.judge(*sample, tracks_);
        }
    }
    ASSERT_NE(find("ingest.variable_frame_rate"), nullptr);
    EXPECT_NEAR(find("ingest.variable_frame_rate")->value, 0.33, 0.05);
}

TEST_F(HealthRulesTest, RoundedTimeStampsAreNoVariableFrameRate) {
    for (int i = 0; i < 600; ++i) {
        now_ += 16'667us;
        const MediaTime dts = std::chrono::round<std::chrono::milliseconds>(MediaTime{1500LL * i});
        count({MediaKind::Video, 0, dts, dts, i % 120 == 0, share(Bytes(1000))});
        count({MediaKind::Audio, 0, dts, dts, true, share(Bytes(200))});
        if (auto sample = meter_.measure(now_)) {
            advice_ = rules_.judge(*sample, tracks_);
        }
    }
    EXPECT_TRUE(advice_.empty()) << advice_.front().code;
}

TEST_F(HealthRulesTest, SeeAnEncoderThatLeavesPicturesOut) {
    tracks_.video->frameRate = 60;
    send(Encoder(), 15);
    const auto* advice = find("ingest.low_frame_rate");
    ASSERT_NE(advice, nullptr);
    EXPECT_EQ(advice->severity, Severity::Warning);
    EXPECT_THAT(advice->text, testing::HasSubstr("30 of 60"));
}

TEST_F(HealthRulesTest, SeeABitrateThatLeaps) {
    for (int i = 0; i < 4; ++i) {
        sendWith([](Encoder& encoder) { encoder.pictureBytes = 2'000; }, 4);
        sendWith([](Encoder& encoder) { encoder.pictureBytes = 30'000; }, 4);
    }
    ASSERT_NE(find("ingest.unstable_bitrate"), nullptr);
    EXPECT_THAT(find("ingest.unstable_bitrate")->text, testing::HasSubstr("CBR"));
}

TEST_F(HealthRulesTest, HintAtBFrames) {
    sendWith([](Encoder& encoder) { encoder.hasBFrames = true; }, 10);
    ASSERT_NE(find("ingest.b_frames"), nullptr);
    EXPECT_EQ(find("ingest.b_frames")->severity, Severity::Hint);
}

TEST_F(HealthRulesTest, CountPacketsThatWereLost) {
    meter_.networkLoss(500);
    send(Encoder(), 10);
    EXPECT_EQ(find("ingest.packet_loss"), nullptr) << "long ago";
    meter_.networkLoss(512);
    send(Encoder(), 3);
    ASSERT_NE(find("ingest.packet_loss"), nullptr);
    EXPECT_DOUBLE_EQ(find("ingest.packet_loss")->value, 12);
    EXPECT_EQ(health_.lost, 512);
    send(Encoder(), 12);
    EXPECT_EQ(find("ingest.packet_loss"), nullptr);
}

TEST_F(HealthRulesTest, TheWorstComesFirst) {
    sendWith(
        [](Encoder& encoder) {
            encoder.group = 360;
            encoder.hasSound = true;
            encoder.hasBFrames = true;
        },
        40);
    ASSERT_GE(advice_.size(), 2U);
    EXPECT_EQ(advice_.front().code, "ingest.long_gop");
    EXPECT_EQ(advice_.back().code, "ingest.b_frames");
}

}  // namespace
}  // namespace footlight::relay::origin
