#include "core/capture/local_copy/local_copy.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/capture/local_copy/copy_cutter.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/data_message.h"
#include "tests/support/temp_dir.h"

namespace footlight::capture {
namespace {

using std::chrono::milliseconds;
namespace flv = media::flv;

const UtcTime kStart = utcFromMilliseconds(1'795'252'800'123);
constexpr milliseconds kFrame{100};
constexpr int kFramesOfGroup = 10;

media::Tracks someTracks() {
    media::Tracks tracks;
    tracks.video = media::VideoTrack{media::Codec::H264, {1, 100, 0, 31, 0xFF, 0xE0, 0}, 1280, 720, 10};
    tracks.audio = media::AudioTrack{media::Codec::Aac, {0x12, 0x10}, 44100, 2};
    return tracks;
}

OutgoingPacket frame(int number, media::MediaKind kind) {
    OutgoingPacket outgoing;
    outgoing.packet.kind = kind;
    outgoing.packet.dts = number * kFrame;
    outgoing.packet.pts = outgoing.packet.dts;
    outgoing.packet.isKeyFrame = kind == media::MediaKind::Audio || number % kFramesOfGroup == 0;
    outgoing.packet.payload =
        std::make_shared<const Bytes>(Bytes{static_cast<std::uint8_t>(number), 1, 2, 3});
    outgoing.capturedAt = kStart + number * kFrame;
    return outgoing;
}

LocalCopyRule ruleFor(const tests::TempDir& folder) {
    LocalCopyRule rule;
    rule.folder = folder.path();
    rule.leaveFree = 0;
    return rule;
}

/// A copy of `frames` pictures and sounds, ten a second, a key frame each second.
KeptCopy writtenCopy(const tests::TempDir& folder, int frames, int from = 0) {
    const SystemClock clock;
    {
        LocalCopy copy(ruleFor(folder), clock);
        copy.setTracks(someTracks());
        for (int i = from; i < frames; ++i) {
            copy.push(frame(i, media::MediaKind::Video));
            copy.push(frame(i, media::MediaKind::Audio));
        }
    }
    const auto copies = copiesIn(folder.path());
    EXPECT_EQ(copies.size(), 1U);
    return copies.empty() ? KeptCopy{} : copies.front();
}

std::vector<flv::FileTag> tagsOf(const std::filesystem::path& file) {
    std::ifstream input(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(input), {}};
    flv::FileReader reader;
    reader.feed(bytesOf(bytes));
    std::vector<flv::FileTag> tags;
    for (auto tag = reader.next(); tag && *tag; tag = reader.next()) {
        tags.push_back(std::move(**tag));
    }
    return tags;
}

std::vector<UtcTime> clocksOf(const std::vector<flv::FileTag>& tags) {
    std::vector<UtcTime> clocks;
    for (const auto& tag : tags) {
        if (tag.type == flv::FileTagType::Data) {
            rtmp::Message message;
            message.header.type = rtmp::MessageType::DataAmf0;
            message.payload = tag.body;
            const auto data = rtmp::readData(message);
            EXPECT_TRUE(data.has_value());
            clocks.push_back(rtmp::readCaptureClock(*data).value());
        }
    }
    return clocks;
}

int videoFramesOf(const std::vector<flv::FileTag>& tags) {
    int frames = 0;
    for (const auto& tag : tags) {
        if (tag.type == flv::FileTagType::Video) {
            frames += flv::parseVideo(tag.body)->front().kind == flv::TagKind::Frame ? 1 : 0;
        }
    }
    return frames;
}

}  // namespace

TEST(LocalCopy, BeginsWithAKeyFrameAndTellsItsCaptureTimeAtEachOne) {
    const tests::TempDir folder;
    const auto copy = writtenCopy(folder, 40, 3);
    EXPECT_EQ(copy.startsAt, kStart + 10 * kFrame);
    const auto tags = tagsOf(copy.file);
    EXPECT_EQ(videoFramesOf(tags), 30);
    const auto clocks = clocksOf(tags);
    ASSERT_EQ(clocks.size(), 3U);
    EXPECT_EQ(clocks[1], kStart + 20 * kFrame);
    ASSERT_GE(tags.size(), 2U);
    EXPECT_EQ(flv::parseVideo(tags[0].body)->front().kind, flv::TagKind::Configuration);
    EXPECT_EQ(flv::parseAudio(tags[1].body)->front().kind, flv::TagKind::Configuration);
}

TEST(LocalCopy, StopsAndSaysSoWhereTheDiskHasTooLittleRoom) {
    const tests::TempDir folder;
    auto rule = ruleFor(folder);
    rule.leaveFree = ~std::uint64_t{0};
    const SystemClock clock;
    LocalCopy copy(rule, clock);
    copy.setTracks(someTracks());
    copy.push(frame(0, media::MediaKind::Video));
    copy.close();
    EXPECT_NE(copy.problem().find("MB left"), std::string::npos) << copy.problem();
    EXPECT_TRUE(copiesIn(folder.path()).empty());
}

TEST(LocalCopy, SaysThatAFolderCannotBeWritten) {
    const SystemClock clock;
    LocalCopyRule rule;
    rule.folder = "/proc/no/such/folder";
    LocalCopy copy(rule, clock);
    copy.setTracks(someTracks());
    copy.push(frame(0, media::MediaKind::Video));
    copy.close();
    EXPECT_NE(copy.problem().find("cannot be written"), std::string::npos) << copy.problem();
}

TEST(CopyShelf, DeletesWhatIsOldOrTooMuchAndNothingOfOthers) {
    const tests::TempDir folder;
    const auto make = [&](UtcTime at, std::size_t bytes) {
        std::ofstream(folder / copyName(at)) << std::string(bytes, 'x');
    };
    make(kStart - std::chrono::hours(24 * 20), 10);
    make(kStart - std::chrono::hours(3), 600);
    make(kStart - std::chrono::hours(2), 600);
    std::ofstream(folder / "holiday.flv") << "mine";
    auto rule = ruleFor(folder);
    rule.keepBytes = 1000;
    tidy(rule, kStart, {});
    const auto left = copiesIn(folder.path());
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().startsAt, kStart - std::chrono::hours(2));
    EXPECT_TRUE(std::filesystem::exists(folder / "holiday.flv"));
}

TEST(CopyShelf, ReadsWhatItNamed) {
    const tests::TempDir folder;
    std::ofstream(folder / copyName(kStart)) << "x";
    const auto copies = copiesIn(folder.path());
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies.front().startsAt, kStart);
}

TEST(CopyCutter, CutsFromTheKeyFrameBeforeToTheKeyFrameBehind) {
    const tests::TempDir folder;
    const auto copy = writtenCopy(folder, 100);
    const auto to = folder / "cut.flv";
    const auto cut = cutCopy(copy.file, kStart + milliseconds(3'400), kStart + milliseconds(5'100), to);
    ASSERT_TRUE(cut) << cut.error().message();
    const auto tags = tagsOf(to);
    EXPECT_EQ(videoFramesOf(tags), 30) << "from second 3 up to second 6";
    const auto clocks = clocksOf(tags);
    ASSERT_EQ(clocks.size(), 3U);
    EXPECT_EQ(clocks.front(), kStart + milliseconds(3'000));
    EXPECT_EQ(flv::parseVideo(tags[0].body)->front().kind, flv::TagKind::Configuration);
}

TEST(CopyCutter, SaysWhereTheCopyLacksSomeOfIt) {
    const tests::TempDir folder;
    const auto copy = writtenCopy(folder, 50);
    const auto to = folder / "cut.flv";
    const auto beyond = cutCopy(copy.file, kStart + milliseconds(3'000), kStart + milliseconds(9'000), to);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().category(), ErrorCategory::NotFound);
    const auto before = cutCopy(copy.file, kStart - milliseconds(500), kStart + milliseconds(900), to);
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().category(), ErrorCategory::NotFound);
}

TEST(CopyCutter, FindsTheCopyThatCoversAStretch) {
    const std::vector<KeptCopy> copies{
        {"a", kStart, kStart + std::chrono::minutes(10), 1},
        {"b", kStart + std::chrono::hours(1), kStart + std::chrono::hours(2), 1}};
    const auto* found = copyOf(copies, kStart + std::chrono::minutes(70), kStart + std::chrono::minutes(71));
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->file, "b");
    EXPECT_EQ(copyOf(copies, kStart + std::chrono::minutes(20), kStart + std::chrono::minutes(21)), nullptr);
}

}  // namespace footlight::capture
