#include "tests/core/media/cmaf/encoded_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/byte_writer.h"
#include "core/media/bitstream/codec_description.h"
#include "core/media/cmaf/box_reader.h"
#include "tests/support/process.h"

namespace footlight::tests {
namespace {

using media::boxType;
using media::Codec;

constexpr std::size_t kVideoEntry = 8 + 78;
constexpr std::size_t kAudioEntry = 8 + 28;

/// The body of the box behind the fixed fields of a sample entry, and what it is called.
media::Box configurationOf(const media::InitTrack& track) {
    const auto fixed = track.kind == media::MediaKind::Video ? kVideoEntry : kAudioEntry;
    media::BoxReader reader(ByteView(track.sampleEntry).subspan(fixed));
    while (const auto box = reader.next()) {
        for (const auto type : {boxType("avcC"), boxType("hvcC"), boxType("av1C"), boxType("vpcC"),
                                boxType("esds"), boxType("dOps"), boxType("dfLa")}) {
            if (box->type == type) {
                return *box;
            }
        }
    }
    return {};
}

Codec codecOf(std::uint32_t configuration, bool isMp3) {
    switch (configuration) {
        case boxType("avcC"):
            return Codec::H264;
        case boxType("hvcC"):
            return Codec::Hevc;
        case boxType("av1C"):
            return Codec::Av1;
        case boxType("vpcC"):
            return Codec::Vp9;
        case boxType("dOps"):
            return Codec::Opus;
        case boxType("dfLa"):
            return Codec::Flac;
        default:
            return isMp3 ? Codec::Mp3 : Codec::Aac;
    }
}

/// dOps is OpusHead with its numbers the other way round.
Bytes opusHeadOf(ByteView dOps) {
    ByteReader reader(dOps);
    reader.u8();
    ByteWriter writer;
    writer.append("OpusHead");
    writer.u8(1);
    writer.u8(reader.u8());
    for (const int width : {2, 4, 2}) {
        const ByteView number = reader.take(static_cast<std::size_t>(width));
        for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
            writer.u8(*digit);
        }
    }
    writer.append(reader.rest());
    return writer.take();
}

/// The DecoderSpecificInfo of an esds whose lengths take four bytes each.
Bytes specificOf(ByteView esds) {
    constexpr std::size_t kBefore = 4 + 5 + 3 + 5 + 13;
    if (esds.size() < kBefore + 5 || esds[kBefore] != 5) {
        return {};
    }
    const std::size_t size = esds[kBefore + 4];
    const ByteView specific = esds.subspan(kBefore + 5, size);
    return {specific.begin(), specific.end()};
}

void describe(EncodedFile& file, const media::InitTrack& track, ByteView firstFrame, bool isMp3) {
    const auto box = configurationOf(track);
    const auto codec = codecOf(box.type, isMp3);
    Bytes configuration(box.body.begin(), box.body.end());
    if (codec == Codec::Opus) {
        configuration = opusHeadOf(box.body);
    } else if (codec == Codec::Aac) {
        configuration = specificOf(box.body);
    } else if (codec == Codec::Flac) {
        configuration.erase(configuration.begin(), configuration.begin() + 4);
    } else if (codec == Codec::Mp3) {
        configuration.assign(firstFrame.begin(), firstFrame.end());
    }
    if (track.kind == media::MediaKind::Video) {
        auto described = media::videoTrackOf(codec, configuration);
        ASSERT_TRUE(described) << described.error().text();
        ASSERT_TRUE(media::learnSize(*described, firstFrame));
        file.tracks.video = *described;
    } else {
        auto described = media::audioTrackOf(codec, configuration);
        ASSERT_TRUE(described) << described.error().text();
        file.tracks.audio = *described;
    }
}

void collect(EncodedFile& file, const media::IndexedRun& run, const media::InitTrack& track) {
    auto dts = static_cast<std::int64_t>(run.decodeTime);
    const auto scale = track.kind == media::MediaKind::Video ? 90'000 / track.timescale : 1;
    for (const auto& sample : run.samples) {
        const auto begin = file.bytes.begin() + static_cast<std::ptrdiff_t>(sample.offset);
        file.samples.push_back({track.kind, dts * scale, (dts + sample.compositionOffset) * scale,
                                static_cast<std::int64_t>(sample.duration) * scale, sample.isKeyFrame,
                                share(Bytes(begin, begin + sample.size))});
        dts += sample.duration;
    }
}

std::vector<std::string> encodeCommand(const EncodeOptions& options, const std::string& path) {
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-y"};
    const auto add = [&](const std::vector<std::string>& words) {
        command.insert(command.end(), words.begin(), words.end());
    };
    if (!options.video.empty()) {
        add({"-f", "lavfi", "-i", "testsrc2=size=" + options.size + ":rate=30:duration=" + options.seconds});
    }
    if (!options.audio.empty()) {
        add({"-f", "lavfi", "-i",
             "sine=sample_rate=" + std::to_string(options.sampleRate) + ":duration=" + options.seconds});
        add({"-ac", "2"});
    }
    add(options.video);
    add(options.audio);
    add({"-strict", "-2", "-video_track_timescale", "90000", "-use_editlist", "0", "-movflags",
         options.video.empty() ? "delay_moov+default_base_moof"
                               : "frag_keyframe+delay_moov+default_base_moof",
         "-frag_duration", "1000000", path});
    return command;
}

}  // namespace

EncodedFile encode(const EncodeOptions& options) {
    const TempDir folder;
    const auto path = (folder / "encoded.mp4").string();
    const auto finished = run(encodeCommand(options, path));
    EXPECT_EQ(finished.exitCode, 0) << finished.output;
    EncodedFile file;
    std::ifstream stream(path, std::ios::binary);
    file.bytes = Bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const auto init = media::readInitSection(file.bytes);
    EXPECT_TRUE(init) << init.error().text();
    file.init = init.value_or(std::vector<media::InitTrack>{});
    auto index = media::indexSegment(file.init, file.bytes);
    EXPECT_TRUE(index) << index.error().text();
    file.index = index.value_or(media::SegmentIndex{});
    for (const auto& fragment : file.index.fragments) {
        for (const auto& run : fragment) {
            for (const auto& track : file.init) {
                if (run.track == track.id) {
                    collect(file, run, track);
                }
            }
        }
    }
    const bool isMp3 =
        std::find(options.audio.begin(), options.audio.end(), "libmp3lame") != options.audio.end();
    for (const auto& track : file.init) {
        const auto first = std::find_if(file.samples.begin(), file.samples.end(),
                                        [&](const auto& sample) { return sample.kind == track.kind; });
        if (first != file.samples.end()) {
            describe(file, track, *first->payload, isMp3);
        }
    }
    return file;
}

FlvClip clipOf(const EncodedFile& file) {
    using media::MediaTime;
    FlvClip clip;
    clip.tracks = file.tracks;
    const auto rounded = [](MediaTime time) {
        return MediaTime{std::chrono::round<std::chrono::milliseconds>(time)};
    };
    for (const auto& sample : file.samples) {
        const std::int64_t scale =
            sample.kind == media::MediaKind::Video ? 90'000 : file.tracks.audio->sampleRate;
        const auto time = [&](std::int64_t ticks) { return rounded(MediaTime{ticks * 90'000 / scale}); };
        clip.packets.push_back(
            {sample.kind, 0, time(sample.dts), time(sample.pts), sample.isKeyFrame, sample.payload});
    }
    std::stable_sort(clip.packets.begin(), clip.packets.end(),
                     [](const auto& left, const auto& right) { return left.dts < right.dts; });
    return clip;
}

std::string write(const TempDir& folder, const std::string& name, ByteView bytes) {
    const auto path = (folder / name).string();
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return path;
}

std::string ask(std::vector<std::string> command, const std::string& file,
                const std::vector<std::string>& behind) {
    command.push_back(file);
    command.insert(command.end(), behind.begin(), behind.end());
    return run(command).output;
}

std::string decodedHash(const std::string& file, const std::string& stream) {
    return ask({"ffmpeg", "-v", "warning", "-i"}, file,
               {"-map", "0:" + stream, "-fps_mode", "passthrough", "-f", "md5", "-"});
}

}  // namespace footlight::tests
