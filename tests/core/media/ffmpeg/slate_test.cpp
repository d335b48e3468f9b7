#include "core/media/ffmpeg/slate/slate.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "core/media/bitstream/aac_configuration.h"
#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::media::ffmpeg {
namespace {

using std::chrono::milliseconds;

struct Shown {
    VideoTrack video;
    std::optional<AudioTrack> audio;
    std::vector<milliseconds> pictures;
    std::vector<milliseconds> keyFrames;
    std::vector<milliseconds> sounds;
    bool hasOffsets = false;
};

void addPictures(Shown& shown, const flv::FileTag& tag) {
    const auto parts = flv::parseVideo(tag.body).value();
    for (const flv::Tag& part : parts) {
        if (part.kind == flv::TagKind::Configuration) {
            shown.video = avcTrack(part.payload).value();
            continue;
        }
        EXPECT_TRUE(areNalUnitsWhole(part.payload, 4));
        shown.hasOffsets = shown.hasOffsets || part.compositionOffset != MediaTime(0);
        shown.pictures.push_back(tag.time);
        if (part.isKeyFrame) {
            shown.keyFrames.push_back(tag.time);
        }
    }
}

void addSound(Shown& shown, const flv::FileTag& tag) {
    const auto parts = flv::parseAudio(tag.body).value();
    for (const flv::Tag& part : parts) {
        if (part.kind == flv::TagKind::Configuration) {
            shown.audio = aacTrack(part.payload).value();
        } else {
            shown.sounds.push_back(tag.time);
        }
    }
}

Shown read(ByteView file) {
    Shown shown;
    flv::FileReader reader;
    reader.feed(file);
    milliseconds last{0};
    for (auto tag = reader.next().value(); tag; tag = reader.next().value()) {
        EXPECT_GE(tag->time, last);
        last = tag->time;
        tag->type == flv::FileTagType::Video ? addPictures(shown, *tag) : addSound(shown, *tag);
    }
    EXPECT_EQ(reader.position(), file.size());
    return shown;
}

/// What ffmpeg makes of `arguments`, as a file of this type.
Bytes make(std::vector<std::string> arguments, const std::string& type) {
    const tests::TempDir folder;
    const auto file = (folder / ("source." + type)).string();
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-y"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    command.push_back(file);
    const auto finished = tests::run(command);
    EXPECT_EQ(finished.exitCode, 0) << finished.output;
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Bytes makePicture(const std::string& type) {
    return make({"-f", "lavfi", "-i", "testsrc2=size=400x400:rate=1", "-frames:v", "1"}, type);
}

/// How many pictures and frames of sound a decoder gets out of the file without a complaint.
std::string decoded(const Bytes& flv) {
    const tests::TempDir folder;
    const auto file = (folder / "slate.flv").string();
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(flv.data()), static_cast<std::streamsize>(flv.size()));
    return tests::run({"ffprobe", "-v", "error", "-count_frames", "-show_entries",
                       "stream=codec_name,width,height,nb_read_frames,has_b_frames", "-of", "csv=p=0", file})
        .output;
}

TEST(Slate, TheDefaultHasTheShapeAndBeginsWithAKeyFrame) {
    const SlateShape shape{640, 360, 25, 44'100, 1};
    const auto file = encodeDefaultSlate(shape);
    ASSERT_TRUE(file) << file.error().text();
    const Shown shown = read(*file);
    EXPECT_EQ(shown.video.width, 640);
    EXPECT_EQ(shown.video.height, 360);
    ASSERT_TRUE(shown.audio);
    EXPECT_EQ(shown.audio->sampleRate, 44'100);
    EXPECT_EQ(shown.audio->channels, 1);
    EXPECT_EQ(shown.pictures.size(), 200U);
    EXPECT_EQ(shown.keyFrames, (std::vector<milliseconds>{milliseconds(0), milliseconds(2'000),
                                                          milliseconds(4'000), milliseconds(6'000)}));
    EXPECT_FALSE(shown.hasOffsets);
    EXPECT_EQ(shown.sounds.size(), 8U * 44'100 / 1024);
    EXPECT_EQ(decoded(*file), "h264,640,360,0,200\naac,344\n");
}

TEST(Slate, OddShapesAreBroughtWithinWhatEncodersTake) {
    const auto file = encodeDefaultSlate({1'919, 33, 1'000, 12'345, 6});
    ASSERT_TRUE(file) << file.error().text();
    const Shown shown = read(*file);
    EXPECT_EQ(shown.video.width, 1'918);
    EXPECT_EQ(shown.video.height, 32);
    EXPECT_EQ(shown.audio->sampleRate, 48'000);
    EXPECT_EQ(shown.audio->channels, 2);
    EXPECT_EQ(shown.pictures.size(), 480U);
}

TEST(Slate, WithoutSoundThereIsNone) {
    const auto file = encodeDefaultSlate({320, 180, 10, 0, 2});
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_FALSE(read(*file).audio);
    EXPECT_EQ(decoded(*file), "h264,320,180,0,80\n");
}

TEST(Slate, APictureOfTheChannelIsFittedAndHeld) {
    for (const char* const type : {"png", "jpg", "webp"}) {
        const auto file = encodeSlate({640, 360, 30, 48'000, 2}, makePicture(type));
        ASSERT_TRUE(file) << type << ": " << file.error().text();
        EXPECT_EQ(decoded(*file), "h264,640,360,0,240\naac,375\n") << type;
    }
}

TEST(Slate, AClipKeepsItsSoundAndEndsAfterThirtySeconds) {
    const Bytes clip = make({"-f", "lavfi", "-i", "testsrc2=size=192x108:rate=50:duration=33", "-f", "lavfi",
                             "-i", "sine=duration=33:sample_rate=22050", "-c:v", "libx264", "-preset",
                             "ultrafast", "-c:a", "aac", "-shortest"},
                            "mp4");
    const auto file = encodeSlate({320, 180, 30, 48'000, 2}, clip);
    ASSERT_TRUE(file) << file.error().text();
    const Shown shown = read(*file);
    EXPECT_EQ(shown.pictures.size(), 900U);
    EXPECT_NEAR(static_cast<double>(shown.sounds.size()), 30.0 * 48'000 / 1024, 2);
    EXPECT_EQ(shown.audio->sampleRate, 48'000);
}

TEST(Slate, AClipWithoutSoundBecomesSilent) {
    const Bytes clip = make({"-f", "lavfi", "-i", "testsrc2=size=192x108:rate=25:duration=3", "-c:v",
                             "libvpx-vp9", "-deadline", "realtime"},
                            "webm");
    const auto file = encodeSlate({320, 180, 25, 48'000, 2}, clip);
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_EQ(decoded(*file), "h264,320,180,0,75\naac,140\n");
}

TEST(Slate, WhatIsNoPictureAndNoClipIsRefused) {
    const Bytes picture = makePicture("png");
    const auto text = bytesOf("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
    for (const ByteView file : {ByteView(), text, ByteView(picture).first(20)}) {
        const auto made = encodeSlate({}, file);
        ASSERT_FALSE(made);
        EXPECT_TRUE(made.error().category() == ErrorCategory::Unsupported ||
                    made.error().category() == ErrorCategory::Corrupt);
    }
}

}  // namespace
}  // namespace footlight::media::ffmpeg
