// Every codec of Enhanced RTMP in a broadcast, and a change from one to another in mid-stream.
#include "core/hls/parser.h"
#include "tests/core/media/cmaf/encoded_file.h"
#include "tests/core/relay/origin/live_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;

struct Combination {
    const char* name;
    std::vector<std::string> video;
    std::vector<std::string> audio;
    const char* codecs;  ///< how the multivariant playlist begins to name them
    const char* told;    ///< what ffprobe finds
};

const std::vector<Combination> kCombinations = {
    {"HevcAndOpus",
     {"-c:v", "libx265", "-preset", "ultrafast", "-g", "60", "-x265-params", "log-level=none:bframes=0"},
     {"-c:a", "libopus"},
     "hvc1.",
     "hevc\nopus\n"},
    {"Av1AndFlac",
     {"-c:v", "libaom-av1", "-usage", "realtime", "-cpu-used", "8", "-g", "60"},
     {"-c:a", "flac"},
     "av01.",
     "av1\nflac\n"},
    {"Vp9AndMp3",
     {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-g", "60"},
     {"-c:a", "libmp3lame"},
     "vp09.",
     "vp9\nmp3\n"},
    {"OpusAlone", {}, {"-c:a", "libopus"}, "opus", "opus\n"},
};

tests::FlvClip encodedWith(const Combination& codecs) {
    tests::EncodeOptions options;
    options.video = codecs.video;
    options.audio = codecs.audio;
    options.seconds = "5";
    options.size = "160x90";
    return tests::clipOf(tests::encode(options));
}

class CodecsTest : public LiveFixture, public testing::WithParamInterface<Combination> {
protected:
    CodecsTest() { arrive(); }

    /// The segments from the one with a map of its own on, as one file.
    [[nodiscard]] Bytes file(const hls::Map& map) const {
        const auto& source = snapshot_->source();
        Bytes bytes = *source.init(map.uri);
        for (const auto& listed : list().segments) {
            if (listed.map == map) {
                for (const auto& part : source.segment(std::stoull(listed.uri))->parts) {
                    const auto& memory = *part.body->piece().memory;
                    bytes.insert(bytes.end(), memory.begin(), memory.end());
                }
            }
        }
        return bytes;
    }
    static std::string complaints(const std::string& path) {
        return tests::ask({"ffmpeg", "-v", "warning", "-xerror", "-i"}, path, {"-f", "null", "-"});
    }
    static std::string codecsIn(const std::string& path) {
        return tests::ask({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0"},
                          path);
    }
};

TEST_P(CodecsTest, ArePublishedDescribedAndDecoded) {
    const auto clip = encodedWith(GetParam());
    ASSERT_FALSE(clip.packets.empty());
    play(clip);
    stream_->leave(IngestSlot::Primary);
    ASSERT_GE(list().segments.size(), 2U);
    EXPECT_THAT(snapshot_->multivariant->text(),
                testing::HasSubstr(std::string("CODECS=\"") + GetParam().codecs));
    const tests::TempDir folder;
    const auto path = tests::write(folder, "played.mp4", file(*list().segments[0].map));
    EXPECT_EQ(codecsIn(path), GetParam().told);
    EXPECT_EQ(complaints(path), "");
    MediaTime sum{};
    for (const auto& segment : list().segments) {
        EXPECT_LE(std::chrono::round<std::chrono::seconds>(segment.duration), list().targetDuration);
        sum += segment.duration;
    }
    EXPECT_NEAR(media::toSeconds(sum), 5, 0.3);
}

TEST_P(CodecsTest, MayComeInMidStreamBehindADiscontinuity) {
    play(clip());
    const auto before = list().segments.size();
    const auto other = encodedWith(GetParam());
    play(other, MediaTime{6s});
    stream_->leave(IngestSlot::Primary);
    const auto segments = list().segments;
    ASSERT_GT(segments.size(), before);
    const auto changed = std::find_if(segments.begin(), segments.end(),
                                      [](const auto& segment) { return segment.discontinuity; });
    ASSERT_NE(changed, segments.end());
    EXPECT_NE(changed->map, segments.front().map);
    const tests::TempDir folder;
    EXPECT_EQ(codecsIn(tests::write(folder, "before.mp4", file(*segments.front().map))), "h264\naac\n");
    EXPECT_EQ(codecsIn(tests::write(folder, "after.mp4", file(*changed->map))), GetParam().told);
    EXPECT_THAT(snapshot_->multivariant->text(), testing::HasSubstr(GetParam().codecs))
        << "who joins now is told of it";
}

INSTANTIATE_TEST_SUITE_P(Broadcast, CodecsTest, testing::ValuesIn(kCombinations),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace footlight::relay::origin
