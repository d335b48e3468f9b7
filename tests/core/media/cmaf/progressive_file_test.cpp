#include "core/media/cmaf/progressive_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "tests/core/media/cmaf/encoded_file.h"

namespace footlight::media {
namespace {

using tests::EncodedFile;
using tests::EncodeOptions;
using tests::TempDir;

/// A segment a GOP, as the recording has them.
struct Recording {
    std::vector<InitTrack> init;
    std::vector<Bytes> segments;
};

Recording record(const EncodedFile& file) {
    Recording recording;
    auto muxer = CmafMuxer::create(file.tracks);
    EXPECT_TRUE(muxer) << muxer.error().text();
    recording.init = *readInitSection(*(*muxer)->initSection());
    std::vector<Sample> pictures;
    std::vector<Sample> sounds;
    for (const auto& sample : file.samples) {
        (sample.kind == MediaKind::Video ? pictures : sounds).push_back(sample);
    }
    std::size_t sound = 0;
    for (std::size_t at = 0; at < pictures.size(); at += 6) {
        std::vector<Sample> part(
            pictures.begin() + static_cast<std::ptrdiff_t>(at),
            pictures.begin() + static_cast<std::ptrdiff_t>(std::min(at + 6, pictures.size())));
        const double end = static_cast<double>(part.back().dts + part.back().duration) / 90'000;
        const bool isLast = at + 6 >= pictures.size();
        while (sound < sounds.size() && (isLast || static_cast<double>(sounds[sound].dts) / 48'000 < end)) {
            part.push_back(sounds[sound++]);
        }
        if (part.front().isKeyFrame) {
            recording.segments.emplace_back();
        }
        const auto fragment = (*muxer)->fragment(part);
        EXPECT_TRUE(fragment) << fragment.error().text();
        auto& segment = recording.segments.back();
        segment.insert(segment.end(), (*fragment)->begin(), (*fragment)->end());
    }
    return recording;
}

void addAll(ProgressiveBuilder& builder, const Recording& recording, Continuity first) {
    for (std::size_t i = 0; i < recording.segments.size(); ++i) {
        const auto index = indexSegment(recording.init, recording.segments[i]);
        ASSERT_TRUE(index) << index.error().text();
        builder.add(recording.init, *index, i == 0 ? first : Continuity::Continues);
    }
}

/// The whole file, as a client would get it.
Bytes assemble(const ProgressiveFile& file, const std::vector<Bytes>& segments) {
    Bytes bytes = *file.head;
    for (const auto& range : file.ranges) {
        const auto begin = segments.at(range.segment).begin() + static_cast<std::ptrdiff_t>(range.offset);
        bytes.insert(bytes.end(), begin, begin + static_cast<std::ptrdiff_t>(range.size));
    }
    EXPECT_EQ(bytes.size(), file.size);
    return bytes;
}

std::vector<double> times(const std::string& file, const std::string& stream) {
    std::istringstream lines(tests::ask({"ffprobe", "-v", "warning", "-select_streams", stream, "-of",
                                         "csv=p=0", "-show_entries", "packet=pts_time"},
                                        file));
    std::vector<double> found;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) {  // a packet with side data is followed by an empty line
            found.push_back(std::stod(line));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

EncodedFile clip(const std::string& size = "320x180") {
    EncodeOptions options;
    options.size = size;
    return tests::encode(options);
}

}  // namespace

TEST(ProgressiveFile, HoldsEveryPictureAndSampleOfItsSegments) {
    const auto source = clip();
    const auto recording = record(source);
    ASSERT_EQ(recording.segments.size(), 4U);
    ProgressiveBuilder builder;
    addAll(builder, recording, Continuity::Continues);
    const auto file = builder.build();
    ASSERT_TRUE(file) << file.error().text();
    const TempDir folder;
    const auto ours = tests::write(folder, "ours.mp4", assemble(*file, recording.segments));
    const auto theirs = tests::write(folder, "theirs.mp4", source.bytes);
    EXPECT_EQ(tests::decodedHash(ours, "v"), tests::decodedHash(theirs, "v"));
    EXPECT_EQ(tests::decodedHash(ours, "a"), tests::decodedHash(theirs, "a"));
    EXPECT_NEAR(toSeconds(file->duration), 4.0, 0.1);
    EXPECT_EQ(times(ours, "v").size(), 120U);
    // Faststart: the movie stands before the media, and there are no fragments in it.
    const std::string text(file->head->begin(), file->head->end());
    EXPECT_LT(text.find("moov"), text.find("mdat"));
    EXPECT_EQ(text.find("mvex"), std::string::npos);
}

TEST(ProgressiveFile, SoundStaysWhereItWasBesideThePicture) {
    const auto source = clip();
    const auto recording = record(source);
    ProgressiveBuilder builder;
    addAll(builder, recording, Continuity::Continues);
    const auto file = builder.build();
    ASSERT_TRUE(file);
    const TempDir folder;
    const auto ours = tests::write(folder, "ours.mp4", assemble(*file, recording.segments));
    const auto pictures = times(ours, "v");
    const auto sounds = times(ours, "a");
    double firstPicture = 1e9;
    double firstSound = 1e9;
    for (const auto& sample : source.samples) {
        auto& first = sample.kind == MediaKind::Video ? firstPicture : firstSound;
        first = std::min(
            first, static_cast<double>(sample.pts) / (sample.kind == MediaKind::Video ? 90'000.0 : 48'000.0));
    }
    EXPECT_NEAR(pictures.front() - sounds.front(), firstPicture - firstSound, 0.002);
    EXPECT_NEAR(std::min(pictures.front(), sounds.front()), 0, 0.03);
}

TEST(ProgressiveFile, CutBeginsOnTheKeyFrameBeforeAndEndsWhereItWasTold) {
    const auto recording = record(clip());
    ProgressiveBuilder builder(std::chrono::milliseconds(1'700), std::chrono::milliseconds(3'500));
    addAll(builder, recording, Continuity::Continues);
    EXPECT_TRUE(builder.isFull());
    const auto file = builder.build();
    ASSERT_TRUE(file) << file.error().text();
    const TempDir folder;
    const auto bytes = assemble(*file, recording.segments);
    const auto ours = tests::write(folder, "ours.mp4", bytes);
    EXPECT_EQ(times(ours, "v").size(), 75U);  // from 1.0 s to 3.5 s
    EXPECT_NEAR(times(ours, "a").back(), 2.5, 0.05);
    EXPECT_NEAR(toSeconds(file->duration), 2.5, 0.1);
    EXPECT_EQ(tests::ask({"ffmpeg", "-v", "warning", "-i"}, ours, {"-f", "null", "-"}), "");
    EXPECT_LT(bytes.size(),
              3 * std::max_element(recording.segments.begin(), recording.segments.end(),
                                   [](const auto& a, const auto& b) { return a.size() < b.size(); })
                      ->size());
}

TEST(ProgressiveFile, OtherInitialisationSectionsBecomeOtherDescriptions) {
    const auto first = record(clip("320x180"));
    const auto second = record(clip("640x360"));
    ProgressiveBuilder builder;
    addAll(builder, first, Continuity::Continues);
    addAll(builder, second, Continuity::Breaks);
    const auto file = builder.build();
    ASSERT_TRUE(file) << file.error().text();
    auto segments = first.segments;
    segments.insert(segments.end(), second.segments.begin(), second.segments.end());
    const TempDir folder;
    const auto ours = tests::write(folder, "ours.mp4", assemble(*file, segments));
    const auto pictures = times(ours, "v");
    ASSERT_EQ(pictures.size(), 240U);
    // Both recordings count from zero: behind the break time goes on.
    EXPECT_NEAR(pictures.back(), 8.0, 0.12);
    double widest = 0;
    for (std::size_t i = 1; i < pictures.size(); ++i) {
        widest = std::max(widest, pictures[i] - pictures[i - 1]);
    }
    EXPECT_LT(widest, 0.15);
    const auto sizes = tests::ask(
        {"ffprobe", "-v", "error", "-select_streams", "v", "-of", "csv=p=0", "-show_entries", "frame=width"},
        ours);
    std::istringstream lines(sizes);
    const std::vector<std::string> words{std::istream_iterator<std::string>(lines), {}};
    const auto startingWith = [&](const std::string& width) {
        return std::count_if(words.begin(), words.end(),
                             [&](const auto& word) { return word.starts_with(width); });
    };
    EXPECT_EQ(startingWith("320"), 120);
    EXPECT_EQ(startingWith("640"), 120);
}

TEST(ProgressiveFile, SoundAloneIsCutToo) {
    EncodeOptions options;
    options.video.clear();
    const auto source = tests::encode(options);
    const auto index = indexSegment(source.init, source.bytes);
    ASSERT_TRUE(index);
    ProgressiveBuilder builder(std::chrono::seconds(1), std::chrono::seconds(2));
    builder.add(source.init, *index, Continuity::Continues);
    const auto file = builder.build();
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_NEAR(toSeconds(file->duration), 1.0, 0.05);
    const TempDir folder;
    const auto ours = tests::write(folder, "ours.mp4", assemble(*file, {source.bytes}));
    EXPECT_NEAR(static_cast<double>(times(ours, "a").size()), 47, 1);
    EXPECT_EQ(tests::ask({"ffmpeg", "-v", "warning", "-i"}, ours, {"-f", "null", "-"}), "");
}

TEST(ProgressiveFile, NothingWantedIsSaid) {
    const auto recording = record(clip());
    ProgressiveBuilder builder(std::chrono::seconds(0), std::chrono::seconds(0));
    addAll(builder, recording, Continuity::Continues);
    EXPECT_EQ(builder.build().error().category(), ErrorCategory::NotFound);
}

}  // namespace footlight::media
