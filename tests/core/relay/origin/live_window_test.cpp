#include "core/relay/origin/live_window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/hls/parser.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

constexpr std::uint64_t kFirst = 1000;

class LiveWindowTest : public testing::Test {
protected:
    LiveWindowTest() : window_(start()) {}

    static LiveWindow::Start start() {
        LiveWindow::Start start;
        StreamShape shape;
        shape.tracks.video.emplace();
        shape.gop = 2s;
        shape.frame = MediaTime{3000};
        start.announcement = Announcement::of(shape, {});
        start.sequence = kFirst;
        start.discontinuitySequence = 5;
        start.length = 24s;
        return start;
    }

    void begin(bool discontinuity = false) {
        window_.beginSegment(utcFromMilliseconds(0), discontinuity, init_);
    }
    void addParts(int count) {
        for (int i = 0; i < count; ++i) {
            window_.addPart(
                {std::make_shared<PartBody>(share(Bytes(3, static_cast<std::uint8_t>(i)))), 200ms, i == 0});
        }
    }
    void addSegments(int count) {
        for (int i = 0; i < count; ++i) {
            begin();
            addParts(10);
            window_.closeSegment();
        }
    }

    LiveWindow window_;
    std::shared_ptr<const InitSection> init_ =
        std::make_shared<const InitSection>(InitSection{"init-1000.mp4", share({9})});
};

TEST_F(LiveWindowTest, ListsPartsOfTheLastThreeTargetDurations) {
    addSegments(8);
    begin();
    addParts(4);
    const auto list = window_.snapshot()->model();
    ASSERT_EQ(list.segments.size(), 8U);
    std::vector<std::size_t> parts;
    for (const auto& segment : list.segments) {
        parts.push_back(segment.parts.size());
    }
    EXPECT_EQ(parts, (std::vector<std::size_t>{0, 0, 0, 10, 10, 10, 10, 10}));
    EXPECT_EQ(list.open->parts.size(), 4U);
    EXPECT_EQ(list.preloadHints[0].uri, "1008.4.m4s");
}

TEST_F(LiveWindowTest, HintsAtTheNextSegmentAsSoonAsOneIsWhole) {
    addSegments(1);
    const auto snapshot = window_.snapshot();
    EXPECT_EQ(snapshot->model().preloadHints[0].uri, "1001.0.m4s");
    EXPECT_TRUE(snapshot->isHinted(1001, 0));
    EXPECT_FALSE(snapshot->isHinted(1001, 1));
    EXPECT_FALSE(snapshot->model().open);
}

TEST_F(LiveWindowTest, SlidesAndKeepsWhatLeftForAsLongAgain) {
    addSegments(40);
    const auto snapshot = window_.snapshot();
    const auto list = snapshot->model();
    EXPECT_EQ(list.segments.size(), 12U);
    EXPECT_EQ(list.mediaSequence, kFirst + 28);
    EXPECT_TRUE(snapshot->segment(kFirst + 28 - 12)) << "removed, still there";
    EXPECT_TRUE(snapshot->part(kFirst + 28 - 12, 9));
    EXPECT_FALSE(snapshot->segment(kFirst)) << "long gone";
    EXPECT_FALSE(snapshot->segment(kFirst + 40)) << "not yet there";
}

TEST_F(LiveWindowTest, CountsTheDiscontinuitiesThatLeft) {
    addSegments(1);
    begin(true);
    addParts(10);
    window_.closeSegment();
    addSegments(11);
    EXPECT_EQ(window_.snapshot()->model().discontinuitySequence, 5U);
    EXPECT_TRUE(window_.snapshot()->model().segments[0].discontinuity);
    addSegments(1);
    EXPECT_EQ(window_.snapshot()->model().discontinuitySequence, 6U);
}

TEST_F(LiveWindowTest, ASnapshotNeverChanges) {
    addSegments(2);
    begin();
    addParts(1);
    const auto before = window_.snapshot();
    const auto text = *before->mediaPlaylist(WindowSnapshot::Form::Plain).bytes;
    addParts(5);
    EXPECT_EQ(*before->mediaPlaylist(WindowSnapshot::Form::Plain).bytes, text);
    EXPECT_EQ(before->edge().openParts, 1U);
    EXPECT_EQ(window_.snapshot()->edge().openParts, 6U);
}

TEST_F(LiveWindowTest, AnEndedStreamHasNoHintAndNoParts) {
    addSegments(3);
    window_.setPhase(WindowPhase::Ended);
    const auto list = window_.snapshot()->model();
    EXPECT_TRUE(list.endList);
    EXPECT_TRUE(list.preloadHints.empty());
    EXPECT_TRUE(list.segments.back().parts.empty());
}

TEST_F(LiveWindowTest, ClaimsIndependentSegmentsOnlyWhereTheyAre) {
    addSegments(2);
    EXPECT_TRUE(window_.snapshot()->model().independentSegments);
    begin();
    window_.addPart({std::make_shared<PartBody>(share({1})), 200ms, false});
    EXPECT_FALSE(window_.snapshot()->model().independentSegments);
}

TEST_F(LiveWindowTest, EveryFormOfThePlaylistIsPrintedOnce) {
    addSegments(12);
    const auto snapshot = window_.snapshot();
    using Form = WindowSnapshot::Form;
    EXPECT_EQ(snapshot->mediaPlaylist(Form::Gzip).bytes.get(),
              snapshot->mediaPlaylist(Form::Gzip).bytes.get());
    EXPECT_LT(snapshot->mediaPlaylist(Form::Gzip).bytes->size() * 4,
              snapshot->mediaPlaylist(Form::Plain).bytes->size());
    const auto delta = hls::parsePlaylist(textOf(*snapshot->deltaPlaylist(Form::Plain).bytes));
    ASSERT_TRUE(delta) << delta.error().text();
    EXPECT_EQ(std::get<hls::MediaPlaylist>(*delta).skippedSegments, 2U);
}

}  // namespace
}  // namespace footlight::relay::origin
