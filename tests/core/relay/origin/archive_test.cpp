// What a broadcast's archive is told, and what a new process makes of it.
#include "core/hls/parser.h"
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

    /// Several clips, so that the first segments have left the window.
    void playLong() {
        for (int i = 0; i < 6; ++i) {
            play(clip(), MediaTime{6s} * i);
        }
        stream_->leave(IngestSlot::Primary);
    }
    /// The playlist of the whole broadcast.
    [[nodiscard]] hls::MediaPlaylist listAll(std::string_view rendition = "source") const {
        std::string text;
        for (const auto& piece : snapshot_->find(rendition)->wholePlaylist(WindowSnapshot::Form::Plain)) {
            text += textOf(*piece.memory);
        }
        auto parsed = hls::parsePlaylist(text);
        EXPECT_TRUE(parsed) << parsed.error().text();
        return parsed ? std::get<hls::MediaPlaylist>(*parsed) : hls::MediaPlaylist{};
    }

    MemoryArchive kept_;
};

void expectSame(const hls::Segment& after, const hls::Segment& before) {
    EXPECT_EQ(after.uri, before.uri);
    EXPECT_EQ(after.duration, before.duration);
    EXPECT_EQ(after.map, before.map);
    EXPECT_EQ(after.programDateTime, before.programDateTime);
    EXPECT_EQ(after.discontinuity, before.discontinuity);
    EXPECT_EQ(after.isGap, before.isGap);
}

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
        expectSame(after.segments[i], before.segments[i]);
    }
    EXPECT_EQ(snapshot_->multivariant->text(), multivariant);
    EXPECT_TRUE(snapshot_->source().init(before.segments[0].map->uri));
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away);
    EXPECT_TRUE(stream_->isPlayable());
}

TEST_F(ArchiveTest, ARestartedRelayListsTheWholeBroadcastAsBefore) {
    settings_.window = 6s;
    stream_ = make();
    arrive();
    playLong();
    const auto before = listAll();
    ASSERT_LT(list().segments.size(), before.segments.size());
    for (auto& [id, broadcast] : kept_.broadcasts) {
        auto& segments = broadcast->renditions.at("source").segments;
        std::for_each(segments.begin(), segments.end() - 4, [](auto& old) { old.parts.clear(); });
    }
    restart();
    const auto after = listAll();
    EXPECT_EQ(list().segments.size(), 4U) << "the window holds what came with its parts";
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    EXPECT_EQ(after.discontinuitySequence, before.discontinuitySequence);
    EXPECT_TRUE(snapshot_->source().history()->holds(before.mediaSequence)) << "fetched from the archive";
    ASSERT_EQ(after.segments.size(), before.segments.size());
    for (std::size_t i = 0; i < before.segments.size(); ++i) {
        expectSame(after.segments[i], before.segments[i]);
    }
}

TEST_F(ArchiveTest, DiscontinuitiesAreCountedOnOverARestart) {
    settings_.window = 6s;
    stream_ = make();
    arrive();
    playLong();
    clock_.advance(5s);
    arrive();
    playLong();
    const auto before = list();
    restart();
    EXPECT_EQ(list().discontinuitySequence, before.discontinuitySequence);
    EXPECT_EQ(list().mediaSequence, before.mediaSequence);
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
