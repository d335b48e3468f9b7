#include "core/playback/time_stretch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/playback/sound_queue.h"

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;
using media::MediaTime;
using playback::SoundQueue;
using playback::TimeStretch;

constexpr int kRate = 48'000;

std::vector<float> tone(double hertz, int frames) {
    std::vector<float> samples;
    for (int i = 0; i < frames; ++i) {
        const auto value = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * i / kRate));
        samples.push_back(value);
        samples.push_back(value);
    }
    return samples;
}

/// Everything that comes out at `rate`, pulled in pieces as a device does.
std::vector<float> stretched(const std::vector<float>& input, double rate) {
    TimeStretch stretch(kRate);
    stretch.push(input);
    std::vector<float> output;
    std::vector<float> piece(2 * 512);
    for (auto got = stretch.pull(piece, rate); got > 0; got = stretch.pull(piece, rate)) {
        output.insert(output.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(2 * got));
    }
    return output;
}

/// Upward zero crossings of the left channel per second.
double pitchOf(const std::vector<float>& samples) {
    int crossings = 0;
    for (std::size_t i = 2; i < samples.size(); i += 2) {
        crossings += samples[i - 2] < 0 && samples[i] >= 0 ? 1 : 0;
    }
    return crossings * static_cast<double>(kRate) / (static_cast<double>(samples.size()) / 2);
}

media::ffmpeg::PcmBlock block(MediaTime pts, MediaTime length) {
    return {pts, std::vector<float>(static_cast<std::size_t>(length.count() * kRate / 90'000 * 2), 0.25F)};
}

}  // namespace

TEST(TimeStretch, LeavesSoundAloneAtOrdinarySpeed) {
    const auto input = tone(440, kRate);
    EXPECT_EQ(stretched(input, 1), input);
}

TEST(TimeStretch, IsShorterWhenFasterAndKeepsThePitch) {
    const auto output = stretched(tone(440, 4 * kRate), 1.08);
    EXPECT_NEAR(static_cast<double>(output.size()) / 2 / kRate, 4 / 1.08, 0.03);
    EXPECT_NEAR(pitchOf(output), 440, 4);
}

TEST(TimeStretch, IsLongerWhenSlowerAndKeepsThePitch) {
    const auto output = stretched(tone(440, 4 * kRate), 0.95);
    EXPECT_NEAR(static_cast<double>(output.size()) / 2 / kRate, 4 / 0.95, 0.03);
    EXPECT_NEAR(pitchOf(output), 440, 4);
}

TEST(TimeStretch, MakesNoClicks) {
    const auto output = stretched(tone(440, 2 * kRate), 1.05);
    float largest = 0;
    for (std::size_t i = 2; i < output.size(); i += 2) {
        largest = std::max(largest, std::abs(output[i] - output[i - 2]));
    }
    // The steepest step of the tone itself is 2 pi 440 / 48000 / 2 = 0.029.
    EXPECT_LT(largest, 0.045F);
}

TEST(TimeStretch, RateMayChangeAtAnyMoment) {
    TimeStretch stretch(kRate);
    stretch.push(tone(300, 3 * kRate));
    std::vector<float> piece(2 * 480);
    std::size_t frames = 0;
    const double rates[] = {1, 1.08, 0.95, 1, 1.02};
    std::size_t turn = 0;
    for (auto got = stretch.pull(piece, 1); got > 0; got = stretch.pull(piece, rates[turn % 5])) {
        frames += got;
        ++turn;
    }
    EXPECT_NEAR(static_cast<double>(frames), 3.0 * kRate, 3000);
    EXPECT_LT(stretch.framesQueued(), 1500U);
}

TEST(SoundQueue, TellsTheTimeOfWhatComesNext) {
    SoundQueue queue;
    EXPECT_FALSE(queue.position());
    queue.push(block(2s, 500ms));
    EXPECT_EQ(queue.position(), MediaTime(2s));
    std::vector<float> out(2 * 4800);
    EXPECT_EQ(queue.pull(out, 1), 4800U);
    EXPECT_EQ(queue.position(), MediaTime(2100ms));
    queue.skipTo(2300ms);
    EXPECT_EQ(queue.position(), MediaTime(2300ms));
}

TEST(SoundQueue, FillsHolesWithSilenceAndCutsOverlaps) {
    SoundQueue queue;
    queue.push(block(0s, 100ms));
    queue.push(block(300ms, 100ms));
    queue.push(block(350ms, 100ms));
    std::vector<float> out(2 * 24000);
    const auto got = queue.pull(out, 1);
    EXPECT_EQ(got, 21600U);
    EXPECT_EQ(out[2 * 4799], 0.25F);
    EXPECT_EQ(out[2 * 4800], 0.0F);
    EXPECT_EQ(out[2 * 14399], 0.0F);
    EXPECT_EQ(out[2 * 14400], 0.25F);
}

TEST(SoundQueue, IsFullAfterASecondAndAHalf) {
    SoundQueue queue;
    queue.push(block(0s, 1400ms));
    EXPECT_TRUE(queue.hasRoom());
    queue.push(block(1400ms, 200ms));
    EXPECT_FALSE(queue.hasRoom());
}

TEST(SoundQueue, BeginsAnewBehindALongHole) {
    SoundQueue queue;
    queue.push(block(0s, 100ms));
    queue.push(block(5s, 100ms));
    EXPECT_EQ(queue.position(), MediaTime(5s));
}

}  // namespace footlight::tests
