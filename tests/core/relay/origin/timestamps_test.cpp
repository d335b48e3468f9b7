// Encoders stamp their frames in every way that there is; viewers see a playlist that keeps its promises.
#include "tests/core/relay/origin/live_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;

class TimestampsTest : public LiveFixture {
protected:
    TimestampsTest() { arrive(); }

    /// The clip in time, its packets stamped anew, those without a stamp left out.
    template <typename Stamp>
    void playStamped(const tests::FlvClip& clip, Stamp stamp) {
        stream_->tracks(IngestSlot::Primary, clip.tracks);
        MediaTime now{};
        for (auto packet : clip.packets) {
            if (packet.dts > now) {
                clock_.advance(std::chrono::duration_cast<std::chrono::milliseconds>(packet.dts - now));
                now = packet.dts;
            }
            stamp(packet);
            stream_->packet(IngestSlot::Primary, std::move(packet));
        }
        stream_->leave(IngestSlot::Primary);
        EXPECT_THAT(closed_, testing::IsEmpty());
    }
    [[nodiscard]] MediaTime listed() const {
        MediaTime sum{};
        for (const auto& segment : list().segments) {
            sum += segment.duration;
        }
        return sum;
    }
    [[nodiscard]] std::ptrdiff_t discontinuities() const {
        const auto all = list().segments;
        return std::count_if(all.begin(), all.end(), [](const auto& one) { return one.discontinuity; });
    }
    void expectLegal() const {
        const auto playlist = list();
        for (const auto& segment : playlist.segments) {
            EXPECT_LE(std::chrono::round<std::chrono::seconds>(segment.duration), playlist.targetDuration);
            MediaTime sum{};
            for (const auto& part : segment.parts) {
                EXPECT_GT(part.duration, MediaTime{});
                EXPECT_LE(part.duration, playlist.partTarget);
                sum += part.duration;
            }
            if (!segment.parts.empty()) {
                EXPECT_EQ(sum, segment.duration);
            }
        }
    }
};

TEST_F(TimestampsTest, AllZeroBecomesTheTimeOfArrival) {
    playStamped(clip(), [](media::Packet& packet) { packet.pts = packet.dts = MediaTime{}; });
    expectLegal();
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.5);
}

TEST_F(TimestampsTest, AWrapAt32BitsOfMillisecondsIsADiscontinuityAtMost) {
    const MediaTime wrap = std::chrono::milliseconds{1LL << 32};
    playStamped(clip(), [wrap](media::Packet& packet) {
        const auto shown = packet.pts - packet.dts;
        packet.dts += wrap - MediaTime{3s};
        packet.dts -= packet.dts >= wrap ? wrap : MediaTime{};
        packet.pts = packet.dts + shown;
    });
    expectLegal();
    EXPECT_LE(discontinuities(), 1);
    EXPECT_GE(listed(), MediaTime{4s});
}

TEST_F(TimestampsTest, SmallStepsBackAreFlattened) {
    int count = 0;
    playStamped(clip(), [&count](media::Packet& packet) {
        if (packet.kind == MediaKind::Video && ++count % 20 == 0) {
            packet.dts -= MediaTime{100ms};
            packet.pts = packet.dts;
        }
    });
    expectLegal();
    EXPECT_EQ(discontinuities(), 0);
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.3);
}

TEST_F(TimestampsTest, ALeapForwardAndOneBackAreDiscontinuities) {
    playStamped(clip(), [](media::Packet& packet) {
        const bool leaps = packet.dts >= MediaTime{2s} && packet.dts < MediaTime{4s};
        packet.dts += leaps ? MediaTime{3600s} : MediaTime{};
        packet.pts += leaps ? MediaTime{3600s} : MediaTime{};
    });
    expectLegal();
    EXPECT_EQ(discontinuities(), 2);
    EXPECT_GE(listed(), MediaTime{5s});
}

TEST_F(TimestampsTest, SoundFarFromThePictureIsLeftOutAndThePictureGoesOn) {
    playStamped(clip(), [](media::Packet& packet) {
        if (packet.kind == MediaKind::Audio && packet.dts > MediaTime{2s}) {
            packet.dts += MediaTime{500s};
            packet.pts = packet.dts;
        }
    });
    expectLegal();
    EXPECT_EQ(discontinuities(), 0);
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.1);
}

TEST_F(TimestampsTest, ASoundOfZerosGoesWithThePicture) {
    playStamped(clip(), [](media::Packet& packet) {
        if (packet.kind == MediaKind::Audio) {
            packet.dts = packet.pts = MediaTime{};
        }
    });
    expectLegal();
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.1);
}

TEST_F(TimestampsTest, MissingPicturesAreBridgedBySound) {
    auto clip = LiveFixture::clip();
    std::erase_if(clip.packets, [](const auto& packet) {
        return packet.kind == MediaKind::Video && packet.dts > MediaTime{1s} && packet.dts < MediaTime{4s};
    });
    playStamped(clip, [](media::Packet&) {});
    expectLegal();
    EXPECT_EQ(discontinuities(), 0);
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.1);
}

TEST_F(TimestampsTest, MissingSoundIsJustSilence) {
    auto clip = LiveFixture::clip();
    std::erase_if(clip.packets, [](const auto& packet) {
        return packet.kind == MediaKind::Audio && packet.dts > MediaTime{1s} && packet.dts < MediaTime{4s};
    });
    playStamped(clip, [](media::Packet&) {});
    expectLegal();
    EXPECT_EQ(discontinuities(), 0);
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.1);
}

TEST_F(TimestampsTest, ALongPauseOfEverythingEndsOnAKeyFrame) {
    auto clip = LiveFixture::clip();
    std::erase_if(clip.packets, [](const auto& packet) {
        return packet.dts > MediaTime{1'500ms} && packet.dts < MediaTime{2'700ms};
    });
    playStamped(clip, [](media::Packet&) {});
    expectLegal();
    EXPECT_EQ(discontinuities(), 1);
    EXPECT_TRUE(list().independentSegments) << "every segment begins with a key frame";
}

TEST_F(TimestampsTest, BFramesStayInOrderAndWhole) {
    tests::ClipOptions options;
    options.hasBFrames = true;
    playStamped(tests::makeClip(options), [](media::Packet&) {});
    expectLegal();
    EXPECT_EQ(discontinuities(), 0);
    EXPECT_NEAR(media::toSeconds(listed()), 6, 0.2);
}

TEST_F(TimestampsTest, AGroupOfPicturesLongerThanAnyPromiseStillMakesSegments) {
    tests::ClipOptions options;
    options.seconds = 30;
    options.gopFrames = 900;
    options.size = "64x36";
    playStamped(tests::makeClip(options), [](media::Packet&) {});
    expectLegal();
    EXPECT_GE(listed(), MediaTime{24s});
    EXPECT_FALSE(list().independentSegments);
}

}  // namespace
}  // namespace footlight::relay::origin
