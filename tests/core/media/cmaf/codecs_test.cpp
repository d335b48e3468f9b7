#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/media/cmaf/encoded_file.h"

namespace footlight::media {
namespace {

using tests::EncodedFile;
using tests::EncodeOptions;
using tests::TempDir;

struct Combination {
    const char* name;
    std::vector<std::string> video;
    std::vector<std::string> audio;
    const char* told;  ///< what ffprobe calls them
};

const std::vector<Combination> kCombinations = {
    {"H264AndAac",
     {"-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-bf", "2"},
     {"-c:a", "aac"},
     "h264,avc1\naac,mp4a\n"},
    {"HevcAndOpus",
     {"-c:v", "libx265", "-preset", "ultrafast", "-g", "30", "-x265-params", "log-level=none", "-tag:v",
      "hvc1"},
     {"-c:a", "libopus"},
     "hevc,hvc1\nopus,Opus\n"},
    {"Av1AndFlac",
     {"-c:v", "libaom-av1", "-usage", "realtime", "-cpu-used", "8", "-g", "30"},
     {"-c:a", "flac"},
     "av1,av01\nflac,fLaC\n"},
    {"Vp9AndMp3",
     {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "30"},
     {"-c:a", "libmp3lame"},
     "vp9,vp09\nmp3,mp4a\n"},
    {"OpusAlone", {}, {"-c:a", "libopus"}, "opus,Opus\n"},
    {"HevcAlone",
     {"-c:v", "libx265", "-preset", "ultrafast", "-g", "30", "-x265-params", "log-level=none"},
     {},
     "hevc,hvc1\n"},
};

class Codecs : public testing::TestWithParam<Combination> {
protected:
    EncodedFile encoded() const {
        EncodeOptions options;
        options.video = GetParam().video;
        options.audio = GetParam().audio;
        options.seconds = "2";
        return tests::encode(options);
    }
};

/// `init` and fragments of about 200 ms.
Bytes muxed(const EncodedFile& file) {
    auto muxer = CmafMuxer::create(file.tracks);
    EXPECT_TRUE(muxer) << muxer.error().text();
    Bytes bytes = *(*muxer)->initSection();
    for (std::size_t at = 0; at < file.samples.size(); at += 6) {
        const auto count = std::min<std::size_t>(6, file.samples.size() - at);
        const auto fragment = (*muxer)->fragment(std::span(file.samples).subspan(at, count));
        EXPECT_TRUE(fragment) << fragment.error().text();
        bytes.insert(bytes.end(), (*fragment)->begin(), (*fragment)->end());
    }
    return bytes;
}

}  // namespace

TEST_P(Codecs, AreDecodedFromOurFragmentsToTheSamePicturesAndSound) {
    const auto file = encoded();
    ASSERT_FALSE(file.samples.empty());
    const TempDir folder;
    const auto theirs = tests::write(folder, "theirs.mp4", file.bytes);
    const auto ours = tests::write(folder, "ours.mp4", muxed(file));
    EXPECT_EQ(tests::ask({"ffprobe", "-v", "warning", "-show_entries", "stream=codec_name,codec_tag_string",
                          "-of", "csv=p=0"},
                         ours),
              GetParam().told);
    for (const auto* stream : {"v", "a"}) {
        const bool isThere = *stream == 'v' ? !GetParam().video.empty() : !GetParam().audio.empty();
        if (isThere) {
            const auto expected = tests::decodedHash(theirs, stream);
            EXPECT_THAT(expected, testing::StartsWith("MD5="));
            EXPECT_EQ(tests::decodedHash(ours, stream), expected) << stream;
        }
    }
}

TEST_P(Codecs, ComeBackFromOurFragmentsAsTheyWere) {
    const auto file = encoded();
    const auto bytes = muxed(file);
    const auto init = readInitSection(bytes);
    ASSERT_TRUE(init) << init.error().text();
    const auto index = indexSegment(*init, bytes);
    ASSERT_TRUE(index) << index.error().text();
    for (const auto& track : *init) {
        std::vector<IndexedSample> found;
        std::uint64_t begin = 0;
        for (const auto& fragment : index->fragments) {
            for (const auto& run : fragment) {
                if (run.track == track.id) {
                    begin = found.empty() ? run.decodeTime : begin;
                    found.insert(found.end(), run.samples.begin(), run.samples.end());
                }
            }
        }
        std::size_t at = 0;
        for (const auto& sample : file.samples) {
            if (sample.kind != track.kind) {
                continue;
            }
            ASSERT_LT(at, found.size());
            EXPECT_EQ(at == 0 ? sample.dts : 0, static_cast<std::int64_t>(at == 0 ? begin : 0));
            EXPECT_EQ(found[at].duration, sample.duration);
            EXPECT_EQ(found[at].compositionOffset, sample.pts - sample.dts);
            EXPECT_EQ(found[at].isKeyFrame, sample.isKeyFrame) << at;
            const auto content = ByteView(bytes).subspan(found[at].offset, found[at].size);
            EXPECT_TRUE(std::equal(content.rbegin(), content.rend(), sample.payload->rbegin()));
            ++at;
        }
        EXPECT_EQ(at, found.size());
    }
}

INSTANTIATE_TEST_SUITE_P(All, Codecs, testing::ValuesIn(kCombinations),
                         [](const auto& example) { return std::string(example.param.name); });

}  // namespace footlight::media
