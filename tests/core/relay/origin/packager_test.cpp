#include "core/relay/origin/packager.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/media/cmaf/segment_index.h"
#include "core/relay/origin/stream_probe.h"
#include "core/relay/origin/timeline.h"
#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;
using tests::ClipOptions;
using tests::FlvClip;
using tests::makeClip;

/// A clip cut into parts as LiveStream does it.
struct Packaged {
    Announcement announcement;
    Bytes init;
    std::vector<PackagedPart> parts;

    [[nodiscard]] std::vector<MediaTime> segments() const {
        std::vector<MediaTime> durations{MediaTime{}};
        for (const auto& part : parts) {
            durations.back() += part.duration;
            if (part.endsSegment) {
                durations.emplace_back();
            }
        }
        return durations;
    }
    [[nodiscard]] Bytes file() const {
        auto bytes = init;
        for (const auto& part : parts) {
            bytes.insert(bytes.end(), part.bytes->begin(), part.bytes->end());
        }
        return bytes;
    }
};

Packaged package(const FlvClip& clip) {
    const StreamSettings settings;
    StreamProbe probe(settings, nullptr);
    probe.tracks(clip.tracks);
    std::size_t next = 0;
    while (next < clip.packets.size() && !probe.add(clip.packets[next])) {
        ++next;
    }
    ++next;
    const auto shape = probe.shape();
    auto packets = probe.take();
    packets.insert(packets.end(),
                   clip.packets.begin() + static_cast<std::ptrdiff_t>(std::min(next, clip.packets.size())),
                   clip.packets.end());
    Packaged result;
    result.announcement = Announcement::of(shape, settings);
    auto packager = Packager::create(shape, result.announcement, settings);
    EXPECT_TRUE(packager) << packager.error().text();
    result.init = *(*packager)->initSection();
    Timeline timeline(packets.front().dts, clip.tracks.video.has_value());
    const auto add = [&](Result<Packager::Parts> parts) {
        ASSERT_TRUE(parts) << parts.error().text();
        result.parts.insert(result.parts.end(), parts->begin(), parts->end());
    };
    for (auto& packet : packets) {
        if (timeline.place(packet) == Placement::Kept) {
            add((*packager)->push(packet));
        }
    }
    add((*packager)->flush());
    return result;
}

void expectLegalParts(const Packaged& packaged) {
    MediaTime end = packaged.parts.front().start;
    for (std::size_t i = 0; i < packaged.parts.size(); ++i) {
        const auto& part = packaged.parts[i];
        EXPECT_EQ(part.start, end) << "part " << i;
        EXPECT_LE(part.duration, packaged.announcement.partTarget) << "part " << i;
        if (!part.isIndependent && !part.endsSegment && i + 1 < packaged.parts.size()) {
            EXPECT_GE(part.duration * 100, packaged.announcement.partTarget * 85) << "part " << i;
        }
        end = part.start + part.duration;
    }
    for (const auto segment : packaged.segments()) {
        EXPECT_LE(std::chrono::round<std::chrono::seconds>(segment), packaged.announcement.targetDuration);
    }
}

std::string probe(const Packaged& packaged, const std::vector<std::string>& arguments) {
    const tests::TempDir folder;
    const auto path = (folder / "file.mp4").string();
    const auto bytes = packaged.file();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    std::vector<std::string> command{"ffprobe", "-v", "warning", "-of", "csv=p=0"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.push_back(path);
    return tests::run(command).output;
}

std::string decode(const Packaged& packaged, const std::string& stream) {
    return probe(packaged,
                 {"-select_streams", stream, "-count_frames", "-show_entries", "stream=nb_read_frames"});
}

std::size_t packetsIn(const Packaged& packaged, const std::string& stream) {
    return std::stoul("0" + probe(packaged, {"-select_streams", stream, "-count_packets", "-show_entries",
                                             "stream=nb_read_packets"}));
}

std::size_t count(const FlvClip& clip, MediaKind kind) {
    return static_cast<std::size_t>(
        std::count_if(clip.packets.begin(), clip.packets.end(),
                      [kind](const auto& packet) { return packet.kind == kind; }));
}

class FrameRates : public testing::TestWithParam<const char*> {};

TEST_P(FrameRates, GiveLegalPartsThatHoldEveryPicture) {
    ClipOptions options;
    options.frameRate = GetParam();
    options.seconds = 7;
    options.gopFrames = 48;
    const auto clip = makeClip(options);
    ASSERT_FALSE(clip.packets.empty());
    const auto packaged = package(clip);
    expectLegalParts(packaged);
    EXPECT_EQ(decode(packaged, "v"), std::to_string(count(clip, MediaKind::Video)) + "\n");
    EXPECT_TRUE(packaged.parts.front().isIndependent);
}

/// Browsers stop where the shorter track ends: what follows behind a discontinuity must not leave a hole.
class LateSound : public testing::TestWithParam<std::chrono::milliseconds> {};

TEST_P(LateSound, LastsAsLongAsTheLastPicture) {
    ClipOptions options;
    options.seconds = 5;
    auto clip = makeClip(options);
    const auto isLate = [](const media::Packet& packet) {
        return packet.kind == MediaKind::Audio && packet.pts > MediaTime{GetParam()};
    };
    ASSERT_GT(std::erase_if(clip.packets, isLate), 2U);
    const auto packaged = package(clip);
    const auto tracks = media::readInitSection(packaged.init);
    ASSERT_TRUE(tracks) << tracks.error().text();
    const auto& last = packaged.parts.back();
    const auto index = media::indexSegment(*tracks, *last.bytes);
    ASSERT_TRUE(index) << index.error().text();
    ASSERT_EQ(index->fragments.back().size(), 2U) << "picture and sound";
    for (const auto& run : index->fragments.back()) {
        double end = static_cast<double>(run.decodeTime);
        for (const auto& sample : run.samples) {
            end += sample.duration;
        }
        const auto track = std::ranges::find(*tracks, run.track, &media::InitTrack::id);
        EXPECT_NEAR(end / track->timescale, media::toSeconds(last.start + last.duration), 0.001)
            << "track " << run.track;
    }
}

/// In the last part, which begins at 4.8 s, and before it.
INSTANTIATE_TEST_SUITE_P(Packager, LateSound,
                         testing::Values(std::chrono::milliseconds{4'900}, std::chrono::milliseconds{4'750}));

INSTANTIATE_TEST_SUITE_P(Packager, FrameRates, testing::Values("24", "25", "30000/1001", "30", "60", "12"));

TEST(Packager, CutsTwoSecondSegmentsOfTenParts) {
    const auto packaged = package(makeClip());
    expectLegalParts(packaged);
    EXPECT_EQ(packaged.parts.size(), 30U);
    for (std::size_t i = 0; i < packaged.parts.size(); ++i) {
        EXPECT_EQ(packaged.parts[i].isIndependent, i % 10 == 0) << i;
        EXPECT_EQ(packaged.parts[i].endsSegment, i % 10 == 9 && i < 29) << i;
    }
}

TEST(Packager, KeepsBFramesInOrder) {
    ClipOptions options;
    options.hasBFrames = true;
    const auto clip = makeClip(options);
    const auto packaged = package(clip);
    expectLegalParts(packaged);
    EXPECT_EQ(decode(packaged, "v"), "180\n");
    EXPECT_GT(packaged.parts[0].shownAt, packaged.parts[0].start) << "shown after it is decoded";
}

TEST(Packager, CutsSoundAloneWithoutWaitingForMore) {
    for (const int rate : {48'000, 44'100}) {
        ClipOptions options;
        options.hasVideo = false;
        options.sampleRate = rate;
        options.seconds = 8;
        const auto clip = makeClip(options);
        const auto packaged = package(clip);
        expectLegalParts(packaged);
        EXPECT_EQ(packaged.announcement.targetDuration, MediaTime{std::chrono::seconds{2}});
        EXPECT_GT(packaged.segments().size(), 3U);
        EXPECT_EQ(decode(packaged, "a"), std::to_string(count(clip, MediaKind::Audio)) + "\n");
        EXPECT_TRUE(std::all_of(packaged.parts.begin(), packaged.parts.end(),
                                [](const auto& part) { return part.isIndependent; }));
    }
}

TEST(Packager, CutsPicturesAlone) {
    ClipOptions options;
    options.hasAudio = false;
    const auto packaged = package(makeClip(options));
    expectLegalParts(packaged);
    EXPECT_EQ(decode(packaged, "v"), "180\n");
}

TEST(Packager, AnnouncesALongGopAndKeepsIt) {
    ClipOptions options;
    options.gopFrames = 150;
    options.seconds = 11;
    const auto packaged = package(makeClip(options));
    expectLegalParts(packaged);
    EXPECT_EQ(packaged.announcement.targetDuration, MediaTime{std::chrono::seconds{6}});
    EXPECT_EQ(packaged.segments().front(), MediaTime{std::chrono::seconds{5}});
}

TEST(Packager, FillsAPauseOfThePictureWithPartsOfSound) {
    auto clip = makeClip();
    std::erase_if(clip.packets, [](const auto& packet) {
        const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(packet.dts).count();
        return packet.kind == MediaKind::Video && time > 2'500 && time < 3'400;
    });
    const auto packaged = package(clip);
    MediaTime end = packaged.parts.front().start;
    for (const auto& part : packaged.parts) {
        EXPECT_EQ(part.start, end);
        EXPECT_LE(part.duration, packaged.announcement.partTarget);
        end = part.start + part.duration;
    }
    EXPECT_EQ(packetsIn(packaged, "v"), count(clip, MediaKind::Video));
    const auto& start = *std::find_if(clip.packets.begin(), clip.packets.end(),
                                      [](const auto& packet) { return packet.kind == MediaKind::Video; });
    EXPECT_EQ(packetsIn(packaged, "a"),
              static_cast<std::size_t>(
                  std::count_if(clip.packets.begin(), clip.packets.end(), [&](const auto& packet) {
                      return packet.kind == MediaKind::Audio && packet.dts >= start.dts;
                  })));
}

TEST(Packager, PutsADiscontinuityWhereThePictureOfASilentStreamPauses) {
    ClipOptions options;
    options.hasAudio = false;
    auto clip = makeClip(options);
    std::erase_if(clip.packets, [](const auto& packet) {
        const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(packet.dts).count();
        return time > 2'500 && time < 3'400;
    });
    const auto packaged = package(clip);
    MediaTime end = packaged.parts.front().start;
    int pauses = 0;
    bool mayFollowPause = false;
    for (const auto& part : packaged.parts) {
        EXPECT_LE(part.duration, packaged.announcement.partTarget);
        EXPECT_GE(part.shownAt, part.start) << "its pictures are where the playlist says";
        EXPECT_LT(part.shownAt, part.start + part.duration);
        EXPECT_TRUE(part.followsPause ? mayFollowPause && part.start > end : part.start == end);
        pauses += part.followsPause ? 1 : 0;
        EXPECT_TRUE(!part.followsPause || part.isIndependent) << "players begin anew there";
        mayFollowPause = part.endsSegment;
        end = part.start + part.duration;
    }
    EXPECT_EQ(pauses, 1);
    const auto lost = std::count_if(clip.packets.begin(), clip.packets.end(), [&](const auto& packet) {
        const auto time = packet.dts - clip.packets.front().dts;
        return time >= std::chrono::milliseconds{3'300} && time < std::chrono::milliseconds{4'000};
    });
    EXPECT_EQ(packetsIn(packaged, "v"), count(clip, MediaKind::Video) - static_cast<std::size_t>(lost))
        << "all but those between the pause and the next key frame";
}

TEST(Packager, EndsSegmentsWithoutKeyFramesOnlyWhereTheyMust) {
    auto clip = makeClip();
    int keyFrames = 0;
    // The first two key frames teach a GOP of 2 s; the third never comes.
    std::erase_if(clip.packets, [&](const auto& packet) {
        return packet.kind == MediaKind::Video && packet.isKeyFrame && ++keyFrames == 3;
    });
    const auto packaged = package(clip);
    expectLegalParts(packaged);
    EXPECT_GT(packaged.segments()[1], MediaTime{std::chrono::seconds{3}});
}

}  // namespace
}  // namespace footlight::relay::origin
