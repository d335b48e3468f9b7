#include "core/relay/recording/journal.h"
#include "tests/core/relay/recording/recording_fixture.h"
#include "tests/support/process.h"

namespace footlight::relay::recording {
namespace {

using namespace std::chrono_literals;
using Phase = RecordingState::Phase;

class RecordingArchiveTest : public RecordingFixture {
protected:
    RecordingArchiveTest() { startArchive(); }
};

TEST_F(RecordingArchiveTest, KeepsEveryByteOfEverySegment) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    std::vector<Bytes> expected;
    for (int i = 0; i < 3; ++i) {
        broadcast.begin();
        Bytes bytes;
        for (int j = 0; j < 4; ++j) {
            const auto part = *readPiece(broadcast.part()->piece());
            bytes.insert(bytes.end(), part.begin(), part.end());
        }
        broadcast.close();
        expected.push_back(bytes);
    }
    broadcast.end();
    startArchive();
    EXPECT_EQ(fileOf(broadcast.record(), "1000.m4s"), expected[0]);
    EXPECT_EQ(fileOf(broadcast.record(), "1001.m4s"), expected[1]);
    EXPECT_EQ(fileOf(broadcast.record(), "1002.m4s"), expected[2]);
    EXPECT_TRUE(fileOf(broadcast.record(), "1003.m4s").empty());
    EXPECT_FALSE(fileOf(broadcast.record(), "init-1.mp4").empty());
}

TEST_F(RecordingArchiveTest, MovesPartsIntoTheirFile) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.begin();
    const auto part = broadcast.part();
    const auto before = *readPiece(part->piece());
    broadcast.end();
    stopArchive();
    EXPECT_FALSE(part->piece().memory) << "memory is let go";
    EXPECT_EQ(*readPiece(part->piece()), before);
}

TEST_F(RecordingArchiveTest, OneDescriptorServesAllSegments) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    std::vector<PartBodyPtr> parts;
    for (int i = 0; i < 20; ++i) {
        broadcast.begin();
        parts.push_back(broadcast.part());
        broadcast.close();
    }
    broadcast.end();
    stopArchive();
    for (const auto& part : parts) {
        EXPECT_EQ(part->piece().file, parts.front()->piece().file);
    }
}

TEST_F(RecordingArchiveTest, AFileThatIsLargeEnoughIsFollowedByAnother) {
    settings_.fileBytes = 1'500;
    startArchive();
    RecordedBroadcast broadcast(*archive_, newRecord());
    for (int i = 0; i < 4; ++i) {
        broadcast.segment(1);
    }
    broadcast.end();
    startArchive();
    const auto recording = found(broadcast.record());
    ASSERT_TRUE(recording);
    EXPECT_EQ(recording->lock()->renditions["source"].segments[1].blob, "media-1000.m4s");
    EXPECT_EQ(recording->lock()->renditions["source"].segments[2].blob, "media-1002.m4s");
}

TEST_F(RecordingArchiveTest, TellsThatItBeganAndWhatThereIsInTheEnd) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(5);
    broadcast.segment(5, true);
    broadcast.segment(5);
    broadcast.end();
    stopArchive();
    const auto states = events_.states();
    ASSERT_EQ(states.size(), 2U);
    EXPECT_EQ(states[0].phase, Phase::Writing);
    EXPECT_EQ(states[1].phase, Phase::Finished);
    EXPECT_GT(states[1].bytes, 15 * 1'000);
    EXPECT_EQ(states[1].durationMs, 2'133) << "slates are not counted";
    ASSERT_EQ(states[1].holes.size(), 1U);
    EXPECT_NEAR(static_cast<double>(states[1].holes[0].durationMs), 1'066, 3);
}

TEST_F(RecordingArchiveTest, ABroadcastThatIsNotToBeKeptLeavesNothing) {
    auto record = newRecord();
    record.policy.isRecorded = false;
    RecordedBroadcast broadcast(*archive_, record);
    broadcast.segment(3);
    broadcast.end();
    stopArchive();
    EXPECT_TRUE(store_->list({})->empty());
    EXPECT_TRUE(events_.states().empty());
}

TEST_F(RecordingArchiveTest, GoesOnAfterARestart) {
    const auto record = newRecord();
    {
        RecordedBroadcast broadcast(*archive_, record);
        broadcast.segment(3);
        broadcast.segment(3);
        stopArchive();
    }
    startArchive();
    const auto left = unfinished();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].record.channel, "anna");
    EXPECT_EQ(left[0].record.targetDuration, 4s);
    ASSERT_EQ(left[0].renditions.size(), 1U);
    EXPECT_EQ(left[0].renditions[0].segments.back().head.sequence + 1, 1'002U);
    ASSERT_EQ(left[0].renditions[0].segments.size(), 2U);
    EXPECT_EQ(left[0].renditions[0].inits.size(), 1U);
    RecordedBroadcast broadcast(*archive_, record);
    broadcast.goOnAt(left[0].renditions[0].segments.back().head.sequence + 1);
    broadcast.segment(3);
    broadcast.end();
    startArchive();
    EXPECT_TRUE(unfinished().empty());
    EXPECT_EQ(found(record)->lock()->renditions["source"].segments.size(), 3U);
}

TEST_F(RecordingArchiveTest, EverySegmentIsListedThoseOfTheWindowHaveTheirBodies) {
    const auto record = newRecord();
    {
        RecordedBroadcast broadcast(*archive_, record);
        for (int i = 0; i < 10; ++i) {
            broadcast.segment(5, i == 1);
        }
        stopArchive();
    }
    startArchive();
    const auto left = unfinished(3s);
    ASSERT_EQ(left.size(), 1U);
    const auto& segments = left[0].renditions[0].segments;
    ASSERT_EQ(segments.size(), 10U);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        EXPECT_EQ(segments[i].head.sequence, 1'000U + i);
        EXPECT_EQ(segments[i].duration, 5 * PartMaker::kPartDuration);
        EXPECT_EQ(segments[i].head.discontinuity, i == 1);
        EXPECT_EQ(segments[i].parts.size(), i < 7 ? 0U : 1U) << i;
    }
}

TEST_F(RecordingArchiveTest, WhatTheStartHasReadIsWhatTheRecorderGoesOnWith) {
    const auto record = newRecord();
    {
        RecordedBroadcast broadcast(*archive_, record);
        broadcast.segment(3);
        stopArchive();
    }
    startArchive();
    ASSERT_EQ(unfinished().size(), 1U);
    const auto read = found(record);
    RecordedBroadcast broadcast(*archive_, record);
    broadcast.goOnAt(1'001);
    broadcast.segment(3);
    broadcast.end();
    EXPECT_TRUE(tests::waitUntil([&] { return read->lock()->file.endedAt.has_value(); }));
    EXPECT_EQ(found(record), read);
    EXPECT_EQ(read->lock()->renditions["source"].segments.size(), 2U);
}

/// The journal of a broadcast of ten hours, with files that hold nothing but their last segment.
void writeTenHours(BlobStore& store, const BroadcastRecord& record, std::uint64_t segments) {
    const auto folder = record.broadcast.text();
    PartMaker maker;
    const auto body = maker.part().body->piece();
    auto journal = journalStart(record.targetDuration, 1'000);
    std::string init;
    for (std::uint64_t i = 0; i < segments; ++i) {
        const SegmentHead head{1'000 + i, record.startedAt + 2s * i, i % 100 == 99, false, "init-1.mp4"};
        journal += journalBegin({head, "media-1000.m4s", 0}, init);
        journal += journalClose({head, 2s, "media-1000.m4s", 0, body.size});
        init = head.init;
    }
    ASSERT_TRUE(store.put(folder + "/record.json", bytesOf(printRecord({record, std::nullopt}))));
    ASSERT_TRUE(store.put(folder + "/source/init-1.mp4", *maker.init()));
    ASSERT_TRUE(store.put(folder + "/source/media-1000.m4s", *body.memory));
    ASSERT_TRUE(store.put(folder + "/source/journal.m3u8", bytesOf(journal)));
}

TEST_F(RecordingArchiveTest, ABroadcastOfTenHoursIsTakenUpInNoTime) {
    constexpr std::uint64_t kSegments = 18'000;
    writeTenHours(*store_, newRecord(), kSegments);
    const auto begin = std::chrono::steady_clock::now();
    const auto left = unfinished();
    const auto took = std::chrono::steady_clock::now() - begin;
    RecordProperty("milliseconds", static_cast<int>(took / 1ms));
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].renditions[0].segments.size(), kSegments);
    EXPECT_LT(took, 15s);
}

TEST_F(RecordingArchiveTest, PausesBelowTheLastFreeBytesAndSaysSo) {
    settings_.stopFree = ~0ULL;
    startArchive();
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.begin();
    const auto part = broadcast.part();
    broadcast.close();
    broadcast.end();
    stopArchive();
    EXPECT_TRUE(part->piece().memory) << "live goes on from memory";
    const auto states = events_.states();
    ASSERT_EQ(states.size(), 2U);
    EXPECT_EQ(states[0].phase, Phase::Paused);
    EXPECT_NE(states[0].reason.find("the disk is full"), std::string::npos);
    EXPECT_EQ(states[1].phase, Phase::Finished);
    EXPECT_EQ(states[1].durationMs, 0);
}

TEST_F(RecordingArchiveTest, WarnsWhenTheDiskIsNearlyFull) {
    settings_.alarmFree = ~0ULL;
    startArchive();
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(1);
    broadcast.end();
    stopArchive();
    const auto states = events_.states();
    ASSERT_GE(states.size(), 1U);
    EXPECT_EQ(states[0].phase, Phase::Writing);
    EXPECT_NE(states[0].reason.find("nearly full"), std::string::npos);
}

TEST_F(RecordingArchiveTest, WhatTheQueueCannotHoldIsLostToTheRecordingAlone) {
    settings_.queueBytes = 0;
    startArchive();
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.begin();
    const auto part = broadcast.part();
    broadcast.end();
    stopArchive();
    EXPECT_TRUE(part->piece().memory);
    ASSERT_FALSE(events_.states().empty());
    EXPECT_EQ(events_.states()[0].phase, Phase::Paused);
    EXPECT_NE(events_.states()[0].reason.find("too slow"), std::string::npos);
}

TEST_F(RecordingArchiveTest, ARecordingIsDeletedUnlessItIsOnAir) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(1);
    archive_->remove(broadcast.record().broadcast);
    broadcast.end();
    startArchive();
    ASSERT_TRUE(found(broadcast.record()));
    archive_->remove(broadcast.record().broadcast);
    EXPECT_FALSE(found(broadcast.record())) << "from now on, whether its files are gone already or not";
    startArchive();
    EXPECT_FALSE(found(broadcast.record()));
    EXPECT_TRUE(store_->list({})->empty());
}

}  // namespace
}  // namespace footlight::relay::recording
