#include "core/media/ffmpeg/decoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/media/cmaf/cmaf_muxer.h"
#include "tests/core/media/ffmpeg/flv_clip.h"

namespace footlight::media::ffmpeg {
namespace {

using footlight::tests::ClipOptions;
using footlight::tests::makeClip;

/// A clip of two seconds as one initialisation section and one fragment whose tracks begin 100 s into the
/// stream.
struct Muxed {
    SharedBytes init;
    SharedBytes fragment;
};

Muxed mux(const ClipOptions& options) {
    const auto clip = makeClip(options);
    auto muxer = CmafMuxer::create(clip.tracks);
    EXPECT_TRUE(muxer);
    std::vector<Sample> samples;
    std::int64_t audio = 100LL * options.sampleRate;
    for (const auto& packet : clip.packets) {
        const bool isAudio = packet.kind == MediaKind::Audio;
        const auto start = 100LL * MediaTime::period::den;
        samples.push_back({packet.kind, isAudio ? audio : start + packet.dts.count(),
                           isAudio ? audio : start + packet.pts.count(), isAudio ? 1024 : 3000,
                           packet.isKeyFrame, packet.payload});
        audio += isAudio ? 1024 : 0;
    }
    auto fragment = (*muxer)->fragment(samples);
    EXPECT_TRUE(fragment);
    return {(*muxer)->initSection(), *fragment};
}

ClipOptions twoSeconds() {
    ClipOptions options;
    options.seconds = 2;
    return options;
}

std::vector<Picture> decodeAll(const DemuxedChunk& chunk) {
    std::vector<Picture> pictures;
    auto decoder = VideoDecoder::create(*chunk.tracks.video, 2);
    EXPECT_TRUE(decoder);
    const auto take = [&] {
        while (auto picture = decoder->receive()) {
            pictures.push_back(std::move(*picture));
        }
    };
    for (const auto& frame : chunk.frames) {
        if (frame.kind == MediaKind::Video) {
            EXPECT_TRUE(decoder->send(frame));
            take();
        }
    }
    decoder->drain();
    take();
    return pictures;
}

}  // namespace

TEST(Demuxer, TakesAFragmentApartWithTheTimesOfTheStream) {
    const auto muxed = mux(twoSeconds());
    const auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk) << chunk.error().text();
    ASSERT_TRUE(chunk->tracks.video);
    EXPECT_EQ(chunk->tracks.video->codec, Codec::H264);
    EXPECT_EQ(chunk->tracks.video->width, 320);
    ASSERT_TRUE(chunk->tracks.audio);
    EXPECT_EQ(chunk->tracks.audio->sampleRate, 48'000);
    const auto first = std::find_if(chunk->frames.begin(), chunk->frames.end(),
                                    [](const auto& frame) { return frame.kind == MediaKind::Video; });
    EXPECT_TRUE(first->isKeyFrame);
    EXPECT_GE(first->dts, std::chrono::seconds(100));
    EXPECT_LT(first->dts, std::chrono::milliseconds(100'200));
    EXPECT_EQ(std::count_if(chunk->frames.begin(), chunk->frames.end(),
                            [](const auto& frame) { return frame.kind == MediaKind::Video; }),
              60);
}

TEST(Demuxer, DamageIsSaidAndNeverReadPastTheEnd) {
    const auto muxed = mux(twoSeconds());
    EXPECT_EQ(demux(*muxed.init, bytesOf("nonsense")).error().category(), ErrorCategory::Corrupt);
    EXPECT_EQ(demux({}, {}).error().category(), ErrorCategory::Corrupt);
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) {
        Bytes broken(*muxed.fragment);
        for (int hit = 0; hit < 20; ++hit) {
            broken[random() % std::min<std::size_t>(broken.size(), 2000)] =
                static_cast<std::uint8_t>(random());
        }
        broken.resize(random() % broken.size());
        const auto chunk = demux(*muxed.init, broken);
        EXPECT_TRUE(chunk || chunk.error().category() == ErrorCategory::Corrupt);
    }
}

TEST(VideoDecoder, GivesEveryPictureWithItsTime) {
    const auto muxed = mux(twoSeconds());
    const auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk);
    const auto pictures = decodeAll(*chunk);
    ASSERT_EQ(pictures.size(), 60U);
    EXPECT_EQ(pictures[0].width(), 320);
    EXPECT_EQ(pictures[0].height(), 180);
    EXPECT_EQ(pictures[0].layout(), PixelLayout::Yuv420P);
    const auto chroma = pictures[0].plane(1);
    EXPECT_EQ(chroma.rowBytes, 160);
    EXPECT_EQ(chroma.rows, 90);
    EXPECT_NEAR(toSeconds(pictures[59].pts() - pictures[0].pts()), 59.0 / 30, 0.01);
}

TEST(VideoDecoder, PutsBFramesIntoShowingOrder) {
    auto options = twoSeconds();
    options.hasBFrames = true;
    const auto muxed = mux(options);
    const auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk);
    const auto pictures = decodeAll(*chunk);
    ASSERT_EQ(pictures.size(), 60U);
    EXPECT_TRUE(std::is_sorted(pictures.begin(), pictures.end(),
                               [](const auto& a, const auto& b) { return a.pts() < b.pts(); }));
}

TEST(VideoDecoder, HoldsNoPictureBackWithoutBFrames) {
    const auto muxed = mux(twoSeconds());
    const auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk);
    auto decoder = VideoDecoder::create(*chunk->tracks.video, 2);
    ASSERT_TRUE(decoder);
    for (const auto& frame : chunk->frames) {
        if (frame.kind == MediaKind::Video) {
            ASSERT_TRUE(decoder->send(frame));
            const auto picture = decoder->receive();
            ASSERT_TRUE(picture);
            EXPECT_EQ(picture->pts(), frame.pts);
        }
    }
}

TEST(VideoDecoder, GoesOnBehindADamagedFrame) {
    const auto muxed = mux(twoSeconds());
    auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk);
    auto decoder = VideoDecoder::create(*chunk->tracks.video, 2);
    ASSERT_TRUE(decoder);
    int shown = 0;
    int index = 0;
    for (auto& frame : chunk->frames) {
        if (frame.kind == MediaKind::Video) {
            if (++index == 10) {
                std::fill(frame.data.begin(), frame.data.end(), std::uint8_t{0xFF});
            }
            const auto sent = decoder->send(frame);
            EXPECT_TRUE(sent || sent.error().category() == ErrorCategory::Corrupt);
            while (decoder->receive()) {
                ++shown;
            }
        }
    }
    EXPECT_GE(shown, 55);
}

TEST(VideoDecoder, PictureBeyondTheLargestIsRefused) {
    const VideoTrack track{Codec::H264, {}, 16'384, 16'384, 30};
    EXPECT_EQ(VideoDecoder::create(track, 1).error().category(), ErrorCategory::Unsupported);
}

TEST(AudioDecoder, ResamplesToStereoWithoutLosingTime) {
    auto options = twoSeconds();
    options.sampleRate = 44'100;
    const auto muxed = mux(options);
    const auto chunk = demux(*muxed.init, *muxed.fragment);
    ASSERT_TRUE(chunk);
    auto decoder = AudioDecoder::create(*chunk->tracks.audio, 48'000);
    ASSERT_TRUE(decoder);
    std::size_t frames = 0;
    float loudest = 0;
    std::optional<MediaTime> first;
    std::optional<MediaTime> last;
    for (const auto& frame : chunk->frames) {
        if (frame.kind == MediaKind::Audio) {
            ASSERT_TRUE(decoder->send(frame));
            while (auto block = decoder->receive()) {
                first = first.value_or(block->pts);
                last = block->pts;
                frames += block->samples.size() / kPcmChannels;
                loudest = std::max(loudest, *std::max_element(block->samples.begin(), block->samples.end()));
            }
        }
    }
    ASSERT_TRUE(first);
    EXPECT_NEAR(static_cast<double>(frames) / 48'000, 2.0, 0.08);
    EXPECT_NEAR(toSeconds(*last - *first), static_cast<double>(frames) / 48'000, 0.05);
    EXPECT_GT(loudest, 0.05F);
    EXPECT_LE(loudest, 1.0F);
}

}  // namespace footlight::media::ffmpeg
