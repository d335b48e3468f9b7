#include "core/media/cmaf/segment_index.h"

#include <gtest/gtest.h>

#include <random>

#include "core/media/cmaf/box_reader.h"
#include "tests/core/media/cmaf/encoded_file.h"

namespace footlight::media {
namespace {

/// Sound of Opus, whose configuration is short, in one fragment of four frames.
struct Small {
    Bytes init;
    Bytes fragment;
};

Small small() {
    Tracks tracks;
    const auto head = bytesOf(std::string_view("OpusHead\1\2\x38\1\x80\xbb\0\0\0\0\0", 19));
    tracks.audio = AudioTrack{Codec::Opus, Bytes(head.begin(), head.end()), 48'000, 2};
    auto muxer = CmafMuxer::create(tracks);
    EXPECT_TRUE(muxer) << muxer.error().text();
    std::vector<Sample> samples;
    for (int i = 0; i < 4; ++i) {
        samples.push_back({MediaKind::Audio, 48'000 + i * 960, 48'000 + i * 960, 960, true,
                           share(Bytes(static_cast<std::size_t>(10 + i), 0xFC))});
    }
    const auto fragment = (*muxer)->fragment(samples);
    EXPECT_TRUE(fragment);
    return {*(*muxer)->initSection(), **fragment};
}

}  // namespace

TEST(SegmentIndex, TellsWhereEachFrameLies) {
    const auto file = small();
    const auto init = readInitSection(file.init);
    ASSERT_TRUE(init) << init.error().text();
    ASSERT_EQ(init->size(), 1U);
    EXPECT_EQ(init->front().timescale, 48'000U);
    const auto index = indexSegment(*init, file.fragment);
    ASSERT_TRUE(index) << index.error().text();
    ASSERT_EQ(index->fragments.size(), 1U);
    const auto& run = index->fragments.front().front();
    EXPECT_EQ(run.decodeTime, 48'000U);
    ASSERT_EQ(run.samples.size(), 4U);
    EXPECT_EQ(run.samples[3].size, 13U);
    EXPECT_EQ(run.samples[3].offset + 13, file.fragment.size());
    EXPECT_EQ(run.samples[2].duration, 960U);
    EXPECT_TRUE(run.samples[2].isKeyFrame);
}

TEST(SegmentIndex, ReadsNoFrameBytes) {
    const auto file = small();
    const auto init = readInitSection(file.init);
    const auto movieEnd = file.fragment.size() - 46 - 8;
    const auto index =
        indexSegment(*init, file.fragment.size(), [&](std::uint64_t offset, std::span<std::uint8_t> into) {
            // The front of mdat is read with as many bytes as a box's front may have.
            EXPECT_LE(offset + into.size(), movieEnd + kBoxHeadSize);
            std::copy_n(file.fragment.begin() + static_cast<std::ptrdiff_t>(offset), into.size(),
                        into.begin());
            return true;
        });
    ASSERT_TRUE(index) << index.error().text();
    EXPECT_EQ(index->fragments.size(), 1U);
    const auto broken = indexSegment(*init, file.fragment.size(), [](auto, auto) { return false; });
    EXPECT_EQ(broken.error().category(), ErrorCategory::Unavailable);
}

TEST(SegmentIndex, CutAnywhereIsRefusedOrHoldsWholeFramesOnly) {
    const auto file = small();
    const auto init = readInitSection(file.init);
    for (std::size_t length = 1; length < file.fragment.size(); ++length) {
        const auto index = indexSegment(*init, ByteView(file.fragment).first(length));
        EXPECT_FALSE(index) << length;
    }
    for (std::size_t length = 0; length < file.init.size(); ++length) {
        EXPECT_FALSE(readInitSection(ByteView(file.init).first(length))) << length;
    }
}

TEST(SegmentIndex, DamageNeverPointsOutside) {
    const auto file = small();
    std::mt19937 random(7);
    const auto damaged = [&](Bytes bytes) {
        for (int hit = 0; hit < 3; ++hit) {
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random() % 4 == 0 ? 0xFF : random());
        }
        return bytes;
    };
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto init = readInitSection(i % 2 == 0 ? file.init : damaged(file.init));
        const auto segment = damaged(file.fragment);
        const auto index = init ? indexSegment(*init, segment) : Result<SegmentIndex>(SegmentIndex{});
        if (!index) {
            continue;
        }
        for (const auto& fragment : index->fragments) {
            for (const auto& run : fragment) {
                for (const auto& sample : run.samples) {
                    ASSERT_LE(sample.offset + sample.size, segment.size());
                    ++accepted;
                }
            }
        }
    }
    EXPECT_GT(accepted, 1'000);
}

}  // namespace footlight::media
