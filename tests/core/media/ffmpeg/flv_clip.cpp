#include "tests/core/media/ffmpeg/flv_clip.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/base/byte_reader.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {
namespace {

constexpr std::size_t kFileHeader = 9 + 4;
constexpr std::size_t kTagHeader = 11;

std::vector<std::string> encoderCommand(const ClipOptions& options, const std::string& file) {
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-y"};
    const auto add = [&](std::initializer_list<std::string> words) { command.insert(command.end(), words); };
    const auto length = std::to_string(options.seconds);
    if (options.hasVideo) {
        add({"-f", "lavfi", "-i",
             "testsrc2=size=" + options.size + ":rate=" + options.frameRate + ":duration=" + length});
    }
    if (options.hasAudio) {
        add({"-f", "lavfi", "-i",
             "sine=frequency=440:sample_rate=" + std::to_string(options.sampleRate) + ":duration=" + length});
    }
    if (options.hasVideo) {
        add({"-c:v", "libx264", "-preset", "ultrafast", "-g", std::to_string(options.gopFrames),
             "-keyint_min", std::to_string(options.gopFrames), "-sc_threshold", "0", "-bf",
             options.hasBFrames ? "2" : "0", "-pix_fmt", "yuv420p"});
    }
    if (options.hasVideo && options.videoKbps > 0) {
        const auto rate = std::to_string(options.videoKbps) + "k";
        add({"-b:v", rate, "-minrate", rate, "-maxrate", rate, "-bufsize", rate, "-x264-params",
             "nal-hrd=cbr:force-cfr=1"});
    }
    add({"-c:a", "aac", "-b:a", "96k", "-ac", "2", "-f", "flv", file});
    return command;
}

std::size_t bigEndian(const Bytes& bytes, std::size_t at, int count) {
    std::size_t value = 0;
    for (int i = 0; i < count; ++i) {
        value = value << 8U | bytes[at + static_cast<std::size_t>(i)];
    }
    return value;
}

media::MediaTime milliseconds(std::int64_t count) { return std::chrono::milliseconds{count}; }

void addVideo(FlvClip& clip, const ClipOptions& options, media::MediaTime dts, const Bytes& body) {
    if (body[1] == 0) {
        const auto cross = options.size.find('x');
        clip.tracks.video = media::VideoTrack{media::Codec::H264, Bytes(body.begin() + 5, body.end()),
                                              std::stoi(options.size.substr(0, cross)),
                                              std::stoi(options.size.substr(cross + 1)), 0};
    } else if (body[1] == 1) {
        auto offset = static_cast<std::int64_t>(bigEndian(body, 2, 3));
        offset = offset >= 0x800000 ? offset - 0x1000000 : offset;
        clip.packets.push_back({media::MediaKind::Video, 0, dts, dts + milliseconds(offset),
                                (body[0] >> 4U) == 1, share(Bytes(body.begin() + 5, body.end()))});
    }
}

void addAudio(FlvClip& clip, const ClipOptions& options, media::MediaTime dts, const Bytes& body) {
    if (body[1] == 0) {
        clip.tracks.audio =
            media::AudioTrack{media::Codec::Aac, Bytes(body.begin() + 2, body.end()), options.sampleRate, 2};
    } else {
        clip.packets.push_back(
            {media::MediaKind::Audio, 0, dts, dts, true, share(Bytes(body.begin() + 2, body.end()))});
    }
}

}  // namespace

FlvClip makeClip(const ClipOptions& options) {
    const TempDir folder;
    const auto file = (folder / "clip.flv").string();
    const auto finished = run(encoderCommand(options, file));
    FlvClip clip;
    if (finished.exitCode != 0) {
        std::fprintf(stderr, "ffmpeg: %s\n", finished.output.c_str());
        return clip;
    }
    std::ifstream stream(file, std::ios::binary);
    const Bytes bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    for (std::size_t at = kFileHeader; at + kTagHeader < bytes.size();) {
        const auto size = bigEndian(bytes, at + 1, 3);
        const auto time = bigEndian(bytes, at + 4, 3) | bigEndian(bytes, at + 7, 1) << 24U;
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at + kTagHeader);
        const Bytes body(begin, begin + static_cast<std::ptrdiff_t>(size));
        const auto dts = milliseconds(static_cast<std::int64_t>(time));
        if (bytes[at] == 9 && size > 5) {
            addVideo(clip, options, dts, body);
        } else if (bytes[at] == 8 && size > 2) {
            addAudio(clip, options, dts, body);
        }
        at += kTagHeader + size + 4;
    }
    return clip;
}

}  // namespace footlight::tests
