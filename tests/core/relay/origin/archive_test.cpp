// What a broadcast's archive is told, and what a new process makes of it.
#include "tests/core/relay/origin/live_fixture.h"
#include "tests/core/relay/origin/memory_archive.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

class ArchiveTest : public LiveFixture {
protected:
    ArchiveTest() {
        archive_ = &kept_;
        stream_ = make();
        arrive();
    }

    [[nodiscard]] const MemoryBroadcast& broadcast() const { return *kept_.broadcasts.begin()->second; }
    [[nodiscard]] const ArchivedRendition& source() const { return broadcast().renditions.at("source"); }

    /// The process dies; the next one reads what was kept.
    void restart() {
        auto left = kept_.left();
        ASSERT_EQ(left.size(), 1U);
        events_.clear();
        clock_.advance(5s);
        stream_ = make(left.front().record.broadcast);
        stream_->restore(std::move(left.front()));
    }

    MemoryArchive kept_;
};

TEST_F(ArchiveTest, IsToldOfEverySegmentAndPart) {
    play(clip());
    stream_->leave(IngestSlot::Primary);
    const auto listed = list();
    ASSERT_EQ(source().segments.size(), listed.segments.size());
    for (std::size_t i = 0; i < listed.segments.size(); ++i) {
        const auto& segment = source().segments[i];
        EXPECT_EQ(segment.head.sequence, listed.sequenceOf(i));
        EXPECT_EQ(segment.head.shownAt, listed.segments[i].programDateTime);
        EXPECT_EQ(segment.head.init, listed.segments[i].map->uri);
        EXPECT_FALSE(segment.head.isSlate);
        MediaTime sum{};
        for (const auto& part : segment.parts) {
            sum += part.duration;
        }
        EXPECT_EQ(sum, listed.segments[i].duration);
    }
    EXPECT_EQ(broadcast().closed.at("source"), listed.segments.size());
    EXPECT_EQ(broadcast().record.targetDuration, listed.targetDuration);
    EXPECT_THAT(broadcast().record.multivariant, testing::HasSubstr("source/media.m3u8"));
    EXPECT_FALSE(broadcast().isEnded);
    stream_->end();
    EXPECT_TRUE(broadcast().isEnded);
}

TEST_F(ArchiveTest, SharesTheBodiesOfParts) {
    play(clip());
    const auto body = source().segments[0].parts[0].body;
    EXPECT_EQ(snapshot_->source().part(source().segments[0].head.sequence, 0), body)
        << "when it goes to a file, it goes for the live window too";
}

TEST_F(ArchiveTest, ARestartedRelayServesTheSamePlaylist) {
    play(clip());
    stream_->leave(IngestSlot::Primary);
    const auto before = list();
    const auto multivariant = snapshot_->multivariant->text();
    restart();
    const auto after = list();
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    EXPECT_EQ(after.partTarget, before.partTarget);
    EXPECT_EQ(after.serverControl, before.serverControl);
    ASSERT_EQ(after.segments.size(), before.segments.size());
    for (std::size_t i = 0; i < before.segments.size(); ++i) {
        EXPECT_EQ(after.segments[i].uri, before.segments[i].uri);
        EXPECT_EQ(after.segments[i].duration, before.segments[i].duration);
        EXPECT_EQ(after.segments[i].map, before.segments[i].map);
        EXPECT_EQ(after.segments[i].programDateTime, before.segments[i].programDateTime);
    }
    EXPECT_EQ(snapshot_->multivariant->text(), multivariant);
    EXPECT_TRUE(snapshot_->source().init(before.segments[0].map->uri));
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away);
    EXPECT_TRUE(stream_->isPlayable());
}

TEST_F(ArchiveTest, ThePublisherGoesOnAfterARestartBehindADiscontinuity) {
    play(clip());
    const auto before = list();
    restart();
    arrive();
    play(clip());
    const auto after = list();
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    ASSERT_GT(after.segments.size(), before.segments.size());
    std::size_t resumed = 0;
    while (resumed < after.segments.size() && !after.segments[resumed].discontinuity) {
        ++resumed;
    }
    EXPECT_GE(resumed, before.segments.size());
    ASSERT_LT(resumed, after.segments.size());
    EXPECT_THAT(lasting(), testing::ElementsAre(BroadcastEventType::Lost, BroadcastEventType::Resumed));
    EXPECT_EQ(kept_.broadcasts.size(), 1U) << "one broadcast, one recording";
    for (std::size_t i = 1; i < source().segments.size(); ++i) {
        EXPECT_EQ(source().segments[i].head.sequence, source().segments[i - 1].head.sequence + 1);
    }
}

}  // namespace
}  // namespace footlight::relay::origin
