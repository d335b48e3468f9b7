// Enhanced RTMP v2: several pictures and sounds of one publisher become renditions that are cut alike.
#include "core/hls/parser.h"
#include "tests/core/relay/origin/live_fixture.h"
#include "tests/core/relay/origin/memory_archive.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using media::TrackId;

/// The clip, once more with a smaller picture and another sound.
tests::FlvClip severalTracks() {
    tests::ClipOptions small;
    small.size = "160x90";
    const auto second = tests::makeClip(small);
    auto clip = tests::makeClip();
    clip.tracks.moreVideo[1] = *second.tracks.video;
    clip.tracks.moreAudio[1] = *second.tracks.audio;
    clip.tracks.moreAudio[1].label = "Commentary";
    clip.tracks.moreAudio[1].language = "de";
    for (auto packet : second.packets) {
        packet.track = 1;
        clip.packets.push_back(std::move(packet));
    }
    std::stable_sort(clip.packets.begin(), clip.packets.end(),
                     [](const auto& left, const auto& right) { return left.dts < right.dts; });
    return clip;
}

class MultitrackTest : public LiveFixture {
protected:
    MultitrackTest() { arrive(); }

    static const tests::FlvClip& several() {
        static const auto kClip = severalTracks();
        return kClip;
    }
    /// All that has one segment of `rendition`.
    [[nodiscard]] std::size_t sizeOf(std::string_view rendition) const {
        const auto window = snapshot_->find(rendition);
        std::size_t bytes = 0;
        for (const auto& segment : window->model().segments) {
            const auto found = window->segment(std::stoull(segment.uri));
            for (const auto& part : found->parts) {
                bytes += static_cast<std::size_t>(part.body->piece().size);
            }
        }
        return bytes;
    }
    void expectAligned(std::string_view rendition) const {
        const auto source = list();
        const auto other = list(rendition);
        EXPECT_EQ(other.mediaSequence, source.mediaSequence);
        EXPECT_EQ(other.discontinuitySequence, source.discontinuitySequence);
        EXPECT_EQ(other.targetDuration, source.targetDuration);
        EXPECT_EQ(other.partTarget, source.partTarget);
        ASSERT_EQ(other.segments.size(), source.segments.size()) << rendition;
        for (std::size_t i = 0; i < source.segments.size(); ++i) {
            EXPECT_EQ(other.segments[i].duration, source.segments[i].duration) << rendition << i;
            EXPECT_EQ(other.segments[i].discontinuity, source.segments[i].discontinuity) << rendition << i;
            EXPECT_EQ(other.segments[i].programDateTime, source.segments[i].programDateTime);
        }
    }
};

TEST_F(MultitrackTest, EveryTrackIsARenditionOfItsOwn) {
    play(several());
    ASSERT_EQ(snapshot_->renditions.size(), 3U);
    EXPECT_EQ(snapshot_->renditions[1].name, "video-1");
    EXPECT_EQ(snapshot_->renditions[2].name, "audio-1");
    const auto parsed = hls::parsePlaylist(snapshot_->multivariant->text());
    ASSERT_TRUE(parsed);
    const auto& playlist = std::get<hls::MultivariantPlaylist>(*parsed);
    ASSERT_EQ(playlist.variants.size(), 2U);
    EXPECT_EQ(playlist.variants[0].uri, "source/media.m3u8");
    EXPECT_EQ(playlist.variants[1].uri, "video-1/media.m3u8");
    EXPECT_EQ(playlist.variants[1].width, 160);
    EXPECT_LE(playlist.variants[1].bandwidth, playlist.variants[0].bandwidth);
    ASSERT_EQ(playlist.renditions.size(), 2U);
    EXPECT_EQ(playlist.renditions[0].uri, "") << "the first sound is in the variants";
    EXPECT_TRUE(playlist.renditions[0].isDefault);
    EXPECT_EQ(playlist.renditions[1].uri, "audio-1/media.m3u8");
    EXPECT_EQ(playlist.renditions[1].name, "Commentary");
    EXPECT_EQ(playlist.renditions[1].language, "de");
    EXPECT_EQ(playlist.variants[0].audioGroup, playlist.renditions[0].groupId);
}

TEST_F(MultitrackTest, SegmentsAreCutAlikeAndNumberedAlike) {
    play(several());
    stream_->leave(IngestSlot::Primary);
    expectAligned("video-1");
    expectAligned("audio-1");
    EXPECT_TRUE(list("video-1").independentSegments);
    EXPECT_GT(sizeOf("source"), sizeOf("video-1"));
    EXPECT_GT(sizeOf("video-1"), sizeOf("audio-1"));
}

TEST_F(MultitrackTest, EachTellsHowFarTheOthersAre) {
    play(several());
    const auto reports = list("video-1").renditionReports;
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].uri, "../source/media.m3u8");
    EXPECT_EQ(reports[0].lastSequence, list().sequenceOf(list().segments.size()) - (list().open ? 0 : 1));
    EXPECT_EQ(reports[1].uri, "../audio-1/media.m3u8");
}

TEST_F(MultitrackTest, APublisherThatIsBackWithFewerTracksFillsAllRenditions) {
    play(several());
    stream_->leave(IngestSlot::Primary);
    clock_.advance(4s);
    arrive();
    play(clip());
    stream_->leave(IngestSlot::Primary);
    expectAligned("video-1");
    expectAligned("audio-1");
    for (const auto& segment : list("video-1").segments) {
        EXPECT_FALSE(segment.isGap) << "the picture that there is stands in";
    }
}

TEST_F(MultitrackTest, ATrackThatFallsSilentLeavesGaps) {
    auto clip = several();
    std::erase_if(clip.packets, [](const auto& packet) {
        return packet.track == 1 && packet.kind == MediaKind::Audio && packet.dts > MediaTime{2s};
    });
    play(clip);
    stream_->leave(IngestSlot::Primary);
    expectAligned("audio-1");
    const auto listed = list("audio-1");
    ASSERT_EQ(listed.segments.size(), 3U);
    EXPECT_FALSE(listed.segments[0].isGap);
    EXPECT_TRUE(listed.segments[2].isGap);
}

TEST_F(MultitrackTest, ATrackThatComesLaterIsARenditionFromThenOn) {
    play(clip());
    EXPECT_EQ(snapshot_->renditions.size(), 1U);
    play(several(), MediaTime{6s});
    stream_->leave(IngestSlot::Primary);
    ASSERT_EQ(snapshot_->renditions.size(), 3U);
    const auto source = list();
    const auto other = list("video-1");
    ASSERT_LT(other.segments.size(), source.segments.size());
    EXPECT_EQ(other.mediaSequence, source.sequenceOf(source.segments.size() - other.segments.size()));
    EXPECT_EQ(other.segments.back().uri, source.segments.back().uri);
}

TEST_F(MultitrackTest, EveryRenditionIsThereAfterARestart) {
    MemoryArchive archive;
    archive_ = &archive;
    stream_ = make();
    arrive();
    play(several());
    stream_->leave(IngestSlot::Primary);
    auto left = archive.left();
    ASSERT_EQ(left.size(), 1U);
    stream_ = make(left[0].record.broadcast);
    stream_->restore(std::move(left[0]));
    ASSERT_EQ(snapshot_->renditions.size(), 3U);
    arrive();
    play(clip());
    stream_->leave(IngestSlot::Primary);
    EXPECT_EQ(list().segments.size(), 6U);
    expectAligned("video-1");
    expectAligned("audio-1");
}

TEST_F(MultitrackTest, WhatOneRenditionLostInACrashIsAGapInIt) {
    for (const std::string lost : {"source", "video-1", "audio-1"}) {
        MemoryArchive archive;
        archive_ = &archive;
        stream_ = make();
        arrive();
        play(several());
        stream_->leave(IngestSlot::Primary);
        auto left = archive.left();
        for (auto& rendition : left[0].renditions) {
            if (rendition.name == lost) {
                rendition.segments.pop_back();
            }
        }
        stream_ = make(left[0].record.broadcast);
        stream_->restore(std::move(left[0]));
        EXPECT_TRUE(list(lost).segments.back().isGap) << lost;
        arrive();
        play(clip());
        stream_->leave(IngestSlot::Primary);
        expectAligned("video-1");
        expectAligned("audio-1");
    }
}

TEST_F(MultitrackTest, ARenditionThatCameLaterCountsOnOverARestart) {
    MemoryArchive archive;
    archive_ = &archive;
    stream_ = make();
    arrive();
    play(clip());
    stream_->leave(IngestSlot::Primary);
    clock_.advance(4s);
    arrive();
    play(several());
    stream_->leave(IngestSlot::Primary);
    const auto before = list("video-1");
    ASSERT_EQ(before.discontinuitySequence, list().discontinuitySequence);
    auto left = archive.left();
    stream_ = make(left[0].record.broadcast);
    stream_->restore(std::move(left[0]));
    EXPECT_EQ(list("video-1").discontinuitySequence, before.discontinuitySequence);
    EXPECT_EQ(list("video-1").mediaSequence, before.mediaSequence);
}

}  // namespace
}  // namespace footlight::relay::origin
