#include <fstream>

#include "core/media/bitstream/flv_file.h"
#include "tests/core/relay/origin/live_fixture.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using testing::ElementsAre;

constexpr auto kPrimary = IngestSlot::Primary;

/// Encodes a slate of one second with ffmpeg, as large as asked for.
class FfmpegSlates final : public SlateMaker {
public:
    net::Task<Result<std::filesystem::path>> make(SlateRequest request) override {
        requests.push_back(request);
        const auto file = folder / "slate.flv";
        std::vector<std::string> command{"ffmpeg", "-v", "error", "-y"};
        const auto add = [&](std::initializer_list<std::string> words) {
            command.insert(command.end(), words);
        };
        add({"-f", "lavfi", "-i",
             fmt::format("color=blue:size={}x{}:rate=30:duration=1", request.width, request.height)});
        if (request.sampleRate > 0) {
            add({"-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo:d=1"});
        }
        add({"-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-pix_fmt", "yuv420p", "-c:a", "aac",
             "-shortest", "-f", "flv", file.string()});
        if (tests::run(command).exitCode != 0) {
            co_return fail(ErrorCategory::Unavailable, "test.slate", "ffmpeg failed");
        }
        co_return file;
    }

    tests::TempDir folder;
    std::vector<SlateRequest> requests;
};

class SlateTest : public LiveFixture {
protected:
    SlateTest() : LiveFixture(&maker()) {
        maker().requests.clear();
        arrive();
    }

    static FfmpegSlates& maker() {
        static FfmpegSlates maker;
        return maker;
    }

    /// Until the slate is in memory.
    void fetchSlate() {
        ASSERT_TRUE(tests::waitUntil([this] {
            runLoop();
            clock_.advance(0ms);
            return stream_->hasSlate();
        }));
    }

    [[nodiscard]] MediaTime listed() const {
        MediaTime sum{};
        for (const auto& segment : list().segments) {
            sum += segment.duration;
        }
        return sum;
    }
};

TEST_F(SlateTest, FollowsAPublisherThatVanishedInTheSamePlaylist) {
    play(clip());
    fetchSlate();
    EXPECT_EQ(maker().requests.at(0).width, 320);
    EXPECT_EQ(maker().requests.at(0).sampleRate, 48'000);
    const auto before = list();
    stream_->leave(kPrimary);
    EXPECT_EQ(snapshot_->phase(), WindowPhase::OnAir) << "there is something to play";
    wait(10s);
    const auto after = list();
    EXPECT_FALSE(after.endList);
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    ASSERT_GT(after.segments.size(), 6U);
    EXPECT_TRUE(after.segments[3].discontinuity);
    EXPECT_GE(listed(), MediaTime{14s}) << "6 s of picture, then nearly 10 s of slate";
    EXPECT_EQ(std::count_if(after.segments.begin(), after.segments.end(),
                            [](const auto& segment) { return segment.discontinuity; }),
              1);
    EXPECT_THAT(lasting(), ElementsAre(BroadcastEventType::Started, BroadcastEventType::Lost));
}

TEST_F(SlateTest, EndsOnTheFirstKeyFrameOfThePublisherThatIsBack) {
    play(clip());
    fetchSlate();
    stream_->leave(kPrimary);
    wait(5s);
    arrive();
    play(clip());
    const auto segments = list().segments;
    std::vector<std::size_t> discontinuities;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].discontinuity) {
            discontinuities.push_back(i);
        }
        EXPECT_LE(std::chrono::round<std::chrono::seconds>(segments[i].duration), list().targetDuration);
    }
    ASSERT_EQ(discontinuities.size(), 2U);
    EXPECT_EQ(segments[discontinuities[1]].map, segments[0].map);
    ASSERT_FALSE(segments[discontinuities[1]].parts.empty());
    EXPECT_TRUE(segments[discontinuities[1]].parts[0].isIndependent);
    EXPECT_THAT(lasting(), ElementsAre(BroadcastEventType::Started, BroadcastEventType::Lost,
                                       BroadcastEventType::Resumed));
}

/// hls.js passes over a short last part where it learns of it and of the segment behind it at once.
TEST_F(SlateTest, APlaylistNeverShowsAShortLastPartTogetherWithWhatFollowsAtOnce) {
    stream_->tracks(kPrimary, clip().tracks);
    playInTime(clip(), MediaTime{}, MediaTime{4'500ms});
    fetchSlate();
    const auto whole = list().open->parts.size();
    stream_->leave(kPrimary);
    const auto left = list();
    ASSERT_FALSE(left.open) << "its segment has ended";
    ASSERT_EQ(left.segments.back().parts.size(), whole + 1) << "with what was left of it";
    EXPECT_LT(left.segments.back().parts.back().duration, left.partTarget);
    wait(3'050ms);
    ASSERT_TRUE(list().open);
    const auto slate = list();
    arrive();
    play(clip());
    const auto back = list();
    const auto ended = std::ranges::find(back.segments, slate.segments.back().uri, &hls::Segment::uri);
    ASSERT_LT(ended + 2, back.segments.end());
    const auto& cut = *(ended + 1);
    EXPECT_TRUE((ended + 2)->discontinuity);
    MediaTime shown{};
    for (const auto& part : slate.open->parts) {
        shown += part.duration;
    }
    EXPECT_EQ(cut.duration, shown) << "what was in no part yet is dropped";
}

TEST_F(SlateTest, CoversAPublisherThatStaysConnectedAndSendsNothing) {
    stream_->tracks(kPrimary, clip().tracks);
    playInTime(clip(), MediaTime{}, MediaTime{4s});
    fetchSlate();
    wait(1'900ms);
    EXPECT_FALSE(list().open && list().open->discontinuity) << "a short stall is none";
    wait(3s);
    const auto stalled = list();
    ASSERT_GT(stalled.segments.size(), 2U);
    EXPECT_GE(listed(), MediaTime{7s}) << "what was missed is made up for";
    const auto health = std::find_if(events_.rbegin(), events_.rend(),
                                     [](const auto& event) { return event.health.has_value(); });
    ASSERT_NE(health, events_.rend());
    EXPECT_EQ(health->health->bitrate, 0) << "that nothing arrives is told too";
    playInTime(clip(), MediaTime{4s}, MediaTime{5'900ms});
    EXPECT_EQ(list().segments.back().discontinuity || (list().open && list().open->discontinuity), true);
    EXPECT_THAT(lasting(), ElementsAre(BroadcastEventType::Started)) << "its connection was never lost";
}

TEST_F(SlateTest, DatesGoOnThroughTheSlate) {
    stream_->tracks(kPrimary, clip().tracks);
    playInTime(clip(), MediaTime{}, MediaTime{5'900ms});
    fetchSlate();
    stream_->leave(kPrimary);
    wait(6s);
    const auto segments = list().segments;
    for (std::size_t i = 1; i < segments.size(); ++i) {
        const auto apart = *segments[i].programDateTime - *segments[i - 1].programDateTime;
        EXPECT_NEAR(media::toSeconds(apart), media::toSeconds(segments[i - 1].duration), 0.25) << i;
    }
}

TEST_F(SlateTest, HasSoundOnlyWhereTheBroadcastHas) {
    tests::ClipOptions options;
    options.hasAudio = false;
    play(tests::makeClip(options));
    fetchSlate();
    EXPECT_EQ(maker().requests.at(0).sampleRate, 0);
    stream_->leave(kPrimary);
    wait(3s);
    EXPECT_GE(listed(), MediaTime{8s});
}

TEST_F(SlateTest, OfABroadcastOfSoundIsSound) {
    tests::ClipOptions options;
    options.hasVideo = false;
    play(tests::makeClip(options));
    fetchSlate();
    stream_->leave(kPrimary);
    wait(5s);
    EXPECT_GE(listed(), MediaTime{8s});
    EXPECT_TRUE(list().independentSegments) << "no picture is in it";
}

TEST_F(SlateTest, IsMadeAnewWhereTheOwnerChoosesAnother) {
    play(clip());
    fetchSlate();
    ChannelPolicy policy;
    policy.slate = std::string(64, 'a');
    stream_->changePolicy(policy);
    runLoop();
    ASSERT_EQ(maker().requests.size(), 2U);
    EXPECT_EQ(maker().requests[1].slate, policy.slate);
}

TEST(SlateClip, RefusesWhatIsNoSlate) {
    const tests::TempDir folder;
    EXPECT_FALSE(SlateClip::load(folder / "none.flv"));
    std::ofstream(folder / "text.flv") << "not a slate at all";
    EXPECT_FALSE(SlateClip::load(folder / "text.flv"));
}

}  // namespace
}  // namespace footlight::relay::origin
