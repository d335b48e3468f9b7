#include <fstream>

#include "tests/core/relay/recording/recording_fixture.h"

namespace footlight::relay::recording {
namespace {

class RecordingRecoveryTest : public RecordingFixture {
protected:
    /// One closed segment of three parts and an open one of four, as a killed process leaves them.
    BroadcastRecord die() {
        startArchive();
        auto record = newRecord();
        RecordedBroadcast broadcast(*archive_, record);
        broadcast.segment(3);
        broadcast.begin();
        for (int i = 0; i < 4; ++i) {
            sizes_.push_back(broadcast.part()->piece().size);
        }
        stopArchive();
        return record;
    }
    std::vector<std::uint64_t> sizes_;
};

TEST_F(RecordingRecoveryTest, TheOpenSegmentIsKeptWithAllItsParts) {
    die();
    startArchive();
    const auto left = unfinished();
    ASSERT_EQ(left.size(), 1U);
    ASSERT_EQ(left[0].renditions[0].segments.size(), 2U);
    const auto& recovered = left[0].renditions[0].segments[1];
    EXPECT_EQ(recovered.head.sequence, 1'001U);
    EXPECT_EQ(recovered.parts[0].duration, 4 * PartMaker::kPartDuration);
    EXPECT_EQ(left[0].renditions[0].segments.back().head.sequence + 1, 1'002U);
}

TEST_F(RecordingRecoveryTest, OfATornPartOnlyThatPartIsLost) {
    const auto record = die();
    const auto file = folderOf(record) / "media-1000.m4s";
    const auto whole = std::filesystem::file_size(file);
    for (std::uint64_t cut = 1; cut < sizes_.back(); cut += 97) {
        std::filesystem::resize_file(file, whole - cut);
        const auto journal = folderOf(record) / "journal.m3u8";
        const auto before = std::filesystem::file_size(journal);
        startArchive();
        const auto left = unfinished();
        ASSERT_EQ(left.size(), 1U) << "cut off " << cut;
        const auto& segments = left[0].renditions[0].segments;
        ASSERT_EQ(segments.size(), 2U) << "cut off " << cut;
        EXPECT_EQ(segments[1].parts[0].duration, 3 * PartMaker::kPartDuration) << "cut off " << cut;
        EXPECT_EQ(segments[1].parts[0].body->piece().size, sizes_[0] + sizes_[1] + sizes_[2]);
        std::filesystem::resize_file(journal, before);
    }
}

TEST_F(RecordingRecoveryTest, AFileFullOfNonsenseBehindTheClosedSegmentsCostsOnlyItself) {
    const auto record = die();
    std::fstream file(folderOf(record) / "media-1000.m4s", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(3 * sizes_[0]));
    file << std::string(static_cast<std::size_t>(4 * sizes_[0]), '\xff');
    file.close();
    startArchive();
    const auto left = unfinished();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].renditions[0].segments.size(), 1U);
    EXPECT_EQ(left[0].renditions[0].segments.back().head.sequence + 1, 1'001U);
}

TEST_F(RecordingRecoveryTest, WhatComesAfterTheRestartFollows) {
    const auto record = die();
    startArchive();
    const auto left = unfinished();
    RecordedBroadcast broadcast(*archive_, record);
    broadcast.goOnAt(left[0].renditions[0].segments.back().head.sequence + 1);
    broadcast.segment(2);
    broadcast.end();
    startArchive();
    const auto recording = found(record);
    ASSERT_TRUE(recording);
    const auto segments = recording->lock()->renditions["source"].segments;
    ASSERT_EQ(segments.size(), 3U);
    EXPECT_EQ(segments[1].duration, 4 * PartMaker::kPartDuration);
    EXPECT_EQ(segments[2].head.sequence, 1'002U);
    EXPECT_EQ(segments[2].blob, "media-1002.m4s");
}

}  // namespace
}  // namespace footlight::relay::recording
