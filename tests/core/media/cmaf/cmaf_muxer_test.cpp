#include "core/media/cmaf/cmaf_muxer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>

#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::media {
namespace {

using footlight::tests::ClipOptions;
using footlight::tests::FlvClip;
using footlight::tests::makeClip;

/// The frames of a clip with exact durations: a picture lasts until the next, a sound frame 1024 samples.
std::vector<Sample> samplesOf(const FlvClip& clip) {
    std::vector<Sample> samples;
    std::int64_t audioDts = 0;
    for (const auto& packet : clip.packets) {
        if (packet.kind == MediaKind::Audio) {
            samples.push_back({packet.kind, audioDts, audioDts, 1024, true, packet.payload});
            audioDts += 1024;
        } else {
            samples.push_back({packet.kind, packet.dts.count(), packet.pts.count(), 3000, packet.isKeyFrame,
                               packet.payload});
        }
    }
    Sample* last = nullptr;
    for (auto& sample : samples) {
        if (sample.kind == MediaKind::Video) {
            if (last != nullptr) {
                last->duration = sample.dts - last->dts;
            }
            last = &sample;
        }
    }
    return samples;
}

/// `init` and fragments of about `count` samples each, as one file.
Bytes muxed(CmafMuxer& muxer, const std::vector<Sample>& samples, std::size_t count) {
    Bytes file = *muxer.initSection();
    for (std::size_t at = 0; at < samples.size(); at += count) {
        const auto part =
            muxer.fragment(std::span(samples).subspan(at, std::min(count, samples.size() - at)));
        EXPECT_TRUE(part) << part.error().text();
        file.insert(file.end(), (*part)->begin(), (*part)->end());
    }
    return file;
}

std::string probe(const Bytes& bytes, const std::vector<std::string>& arguments) {
    const footlight::tests::TempDir folder;
    const auto path = (folder / "file.mp4").string();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    std::vector<std::string> command{"ffprobe", "-v", "warning", "-of", "csv=p=0"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.push_back(path);
    return footlight::tests::run(command).output;
}

std::uint64_t number(const Bytes& bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) {
        value = value << 8U | bytes[at + static_cast<std::size_t>(i)];
    }
    return value;
}

/// What one track fragment (traf) says of its time.
struct TrackFragment {
    std::uint64_t begin = 0;     ///< tfdt
    std::uint64_t duration = 0;  ///< the sum of its samples'
};

/// Reads tfhd's default duration, tfdt and trun of a traf whose content is [at, end).
TrackFragment readTrackFragment(const Bytes& bytes, std::size_t at, std::size_t end, std::uint32_t& track) {
    TrackFragment fragment;
    std::uint64_t usualDuration = 0;
    while (at < end) {
        const auto flags = number(bytes, at + 9, 3);
        const std::string type(bytes.begin() + static_cast<std::ptrdiff_t>(at + 4),
                               bytes.begin() + static_cast<std::ptrdiff_t>(at + 8));
        if (type == "tfhd") {
            track = static_cast<std::uint32_t>(number(bytes, at + 12, 4));
            const std::size_t skipped = ((flags & 1U) != 0 ? 8U : 0U) + ((flags & 2U) != 0 ? 4U : 0U);
            usualDuration = (flags & 8U) != 0 ? number(bytes, at + 16 + skipped, 4) : 0;
        } else if (type == "tfdt") {
            fragment.begin = number(bytes, at + 12, bytes[at + 8] == 1 ? 8 : 4);
        } else if (type == "trun") {
            const auto count = number(bytes, at + 12, 4);
            std::size_t sample = at + 16 + ((flags & 1U) != 0 ? 4U : 0U) + ((flags & 4U) != 0 ? 4U : 0U);
            for (std::uint64_t i = 0; i < count; ++i) {
                fragment.duration += (flags & 0x100U) != 0 ? number(bytes, sample, 4) : usualDuration;
                for (const auto field : {0x100U, 0x200U, 0x400U, 0x800U}) {
                    sample += (flags & field) != 0 ? 4U : 0U;
                }
            }
        }
        at += number(bytes, at, 4);
    }
    return fragment;
}

/// Every track fragment of a file, by track.
std::map<std::uint32_t, std::vector<TrackFragment>> trackFragments(const Bytes& bytes) {
    std::map<std::uint32_t, std::vector<TrackFragment>> fragments;
    for (std::size_t at = 4; at + 4 < bytes.size(); ++at) {
        if (std::memcmp(&bytes[at], "traf", 4) == 0) {
            std::uint32_t track = 0;
            const auto end = at - 4 + number(bytes, at - 4, 4);
            const auto fragment = readTrackFragment(bytes, at + 4, end, track);
            fragments[track].push_back(fragment);
        }
    }
    return fragments;
}

class CmafMuxerTest : public testing::Test {
protected:
    static std::unique_ptr<CmafMuxer> make(const Tracks& tracks) {
        auto muxer = CmafMuxer::create(tracks);
        EXPECT_TRUE(muxer) << muxer.error().text();
        return std::move(*muxer);
    }
};

TEST_F(CmafMuxerTest, InitialisationSectionHoldsBothTracksAndNoEditList) {
    const auto clip = makeClip();
    ASSERT_FALSE(clip.packets.empty());
    const auto init = *make(clip.tracks)->initSection();
    const std::string text(init.begin(), init.end());
    EXPECT_EQ(text.find("elst"), std::string::npos);
    EXPECT_NE(text.find("mvex"), std::string::npos);
    EXPECT_NE(text.find("avc1"), std::string::npos);
    EXPECT_NE(text.find("mp4a"), std::string::npos);
    EXPECT_EQ(init, *make(clip.tracks)->initSection());
}

TEST_F(CmafMuxerTest, FragmentsTogetherHoldEveryFrameAtItsTime) {
    ClipOptions options;
    options.seconds = 3;
    options.hasBFrames = true;
    const auto clip = makeClip(options);
    const auto samples = samplesOf(clip);
    const auto file = muxed(*make(clip.tracks), samples, 17);
    std::string expected;
    for (const auto& sample : samples) {
        if (sample.kind == MediaKind::Video) {
            expected += std::to_string(sample.pts) + "," + std::to_string(sample.dts) + "\n";
        }
    }
    EXPECT_EQ(probe(file, {"-select_streams", "v", "-show_entries", "packet=pts,dts"}), expected);
    const auto frames =
        probe(file, {"-select_streams", "v", "-count_frames", "-show_entries", "stream=nb_read_frames"});
    EXPECT_EQ(frames, "90\n");
}

TEST_F(CmafMuxerTest, EachFragmentBeginsWhereTheLastEnded) {
    const auto clip = makeClip();
    const auto samples = samplesOf(clip);
    auto fragments = trackFragments(muxed(*make(clip.tracks), samples, 20));
    ASSERT_EQ(fragments.size(), 2U);
    for (const auto& [track, list] : fragments) {
        EXPECT_GT(list.size(), 20U);
        const auto kind = track == 1 ? MediaKind::Video : MediaKind::Audio;
        auto expected =
            static_cast<std::uint64_t>(std::find_if(samples.begin(), samples.end(), [&](const auto& sample) {
                                           return sample.kind == kind;
                                       })->dts);
        for (const auto& fragment : list) {
            EXPECT_EQ(fragment.begin, expected) << "track " << track;
            expected = fragment.begin + fragment.duration;
        }
    }
}

TEST_F(CmafMuxerTest, AJumpInTimeIsKept) {
    const auto clip = makeClip();
    auto samples = samplesOf(clip);
    samples.resize(40);
    auto muxer = make(clip.tracks);
    ASSERT_TRUE(muxer->fragment(std::span(samples).first(20)));
    for (auto& sample : samples) {
        sample.dts += sample.kind == MediaKind::Audio ? 48'000 : 90'000;
        sample.pts += sample.kind == MediaKind::Audio ? 48'000 : 90'000;
    }
    const auto later = muxer->fragment(std::span(samples).subspan(20, 20));
    ASSERT_TRUE(later) << later.error().text();
    for (const auto& [track, list] : trackFragments(**later)) {
        const auto kind = track == 1 ? MediaKind::Video : MediaKind::Audio;
        const auto first = std::find_if(samples.begin() + 20, samples.end(),
                                        [&](const auto& sample) { return sample.kind == kind; });
        EXPECT_EQ(list.front().begin, static_cast<std::uint64_t>(first->dts)) << "track " << track;
    }
}

TEST_F(CmafMuxerTest, WorksWithOneTrackAlone) {
    ClipOptions options;
    options.hasVideo = false;
    options.sampleRate = 44'100;
    const auto audio = makeClip(options);
    const auto sound = muxed(*make(audio.tracks), samplesOf(audio), 9);
    EXPECT_THAT(probe(sound, {"-show_entries", "stream=codec_name,sample_rate"}),
                testing::HasSubstr("aac,44100"));
    options = {};
    options.hasAudio = false;
    const auto video = makeClip(options);
    const auto picture = muxed(*make(video.tracks), samplesOf(video), 6);
    EXPECT_EQ(probe(picture, {"-count_packets", "-show_entries", "stream=codec_name,nb_read_packets"}),
              "h264,180\n");
}

TEST_F(CmafMuxerTest, SaysWhyItRefuses) {
    EXPECT_EQ(CmafMuxer::create({}).error().category(), ErrorCategory::Invalid);
    Tracks tracks;
    tracks.video = VideoTrack{Codec::Vp9, {1, 2, 3}, 320, 180, 30};
    const auto muxer = CmafMuxer::create(tracks);
    ASSERT_FALSE(muxer);
    EXPECT_EQ(muxer.error().category(), ErrorCategory::Corrupt);
    EXPECT_THAT(muxer.error().message(), testing::HasSubstr("VP9"));
    tracks.video = VideoTrack{Codec::Aac, {0x11, 0x90}, 320, 180, 30};
    EXPECT_EQ(CmafMuxer::create(tracks).error().category(), ErrorCategory::Unsupported);
}

}  // namespace
}  // namespace footlight::media
