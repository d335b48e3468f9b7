#include "tests/core/playback/clip.h"

#include <QFile>
#include <fstream>

#include "core/media/ffmpeg/demuxer.h"
#include "core/media/types/time_strip.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {
namespace {

constexpr int kSeconds = 12;

ByteView viewOf(const QByteArray& bytes) {
    return bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

UtcTime timeOfFrame(int index) {
    return Clip::startsAt() + std::chrono::milliseconds(index * 1000 / kClipRate);
}

/// Luma of one frame: a bar that moves, and the strip.
Bytes lumaOf(int index) {
    Bytes luma(static_cast<std::size_t>(kClipWidth * kClipHeight), 40);
    const auto cells = media::time_strip::cellsOf(timeOfFrame(index));
    const int cellWidth = kClipWidth / media::time_strip::kCellsAcross;
    const int stripTop = kClipHeight - kClipHeight / media::time_strip::kRowsDown;
    for (int y = 0; y < kClipHeight; ++y) {
        for (int x = 0; x < kClipWidth; ++x) {
            auto& pixel = luma[static_cast<std::size_t>(y * kClipWidth + x)];
            const int cell = x / cellWidth;
            if (y >= stripTop && cell < media::time_strip::kCells) {
                pixel = media::time_strip::isWhite(cells, cell) ? 235 : 16;
            } else if ((x + 4 * index) % kClipWidth < 30) {
                pixel = 180;
            }
        }
    }
    return luma;
}

void writeRawVideo(const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    const std::string chroma(static_cast<std::size_t>(kClipWidth * kClipHeight / 2), '\x80');
    for (int i = 0; i < kSeconds * kClipRate; ++i) {
        const auto luma = lumaOf(i);
        file << textOf(luma) << chroma;
    }
}

std::vector<std::string> encodeCommand(const std::string& raw, bool hasSound) {
    std::vector<std::string> command{
        "ffmpeg",   "-v",
        "error",    "-y",
        "-f",       "rawvideo",
        "-pix_fmt", "yuv420p",
        "-s",       std::to_string(kClipWidth) + "x" + std::to_string(kClipHeight),
        "-r",       std::to_string(kClipRate),
        "-i",       raw};
    if (hasSound) {
        command.insert(command.end(), {"-f", "lavfi", "-t", std::to_string(kSeconds), "-i",
                                       "sine=frequency=440:sample_rate=48000", "-c:a", "aac", "-b:a", "96k"});
    }
    command.insert(command.end(), {"-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-qp",
                                   "14", "-g", std::to_string(kClipRate)});
    return command;
}

QByteArray readAll(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The size of the box at `at`, or zero where there is none.
qsizetype boxSize(const QByteArray& file, qsizetype at) {
    if (at + 8 > file.size()) {
        return 0;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(file.constData()) + at;
    return static_cast<qsizetype>(bytes[0]) << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/// Cuts a fragmented MP4 into its initialisation section and its fragments.
Clip cut(const QByteArray& file) {
    Clip clip;
    qsizetype at = 0;
    for (auto size = boxSize(file, at); size > 0; size = boxSize(file, at)) {
        const auto type = file.mid(at + 4, 4);
        const auto box = file.mid(at, size);
        if (type == "ftyp" || type == "moov") {
            clip.initSegment += box;
        } else if (type == "moof") {
            clip.parts.push_back({box, {}, false});
        } else if (type == "mdat") {
            clip.parts.back().bytes += box;
        }
        at += size;
    }
    return clip;
}

bool describe(Clip& clip) {
    for (auto& part : clip.parts) {
        const auto chunk = media::ffmpeg::demux(viewOf(clip.initSegment), viewOf(part.bytes));
        if (!chunk) {
            return false;
        }
        bool isFirst = true;
        for (const auto& frame : chunk->frames) {
            if (frame.kind == media::MediaKind::Video) {
                part.duration += frame.duration;
                part.isIndependent = part.isIndependent || (isFirst && frame.isKeyFrame);
                isFirst = false;
                ++clip.frames;
            }
        }
    }
    return !clip.parts.empty();
}

std::optional<Clip> makeClip() {
    const TempDir directory;
    const auto raw = (directory.path() / "raw.yuv").string();
    const auto mp4 = (directory.path() / "clip.mp4").string();
    writeRawVideo(raw);
    auto command = encodeCommand(raw, true);
    command.insert(command.end(),
                   {"-movflags", "+empty_moov+default_base_moof", "-frag_duration", "190000", mp4});
    if (run(command).exitCode != 0) {
        return std::nullopt;
    }
    auto made = cut(readAll(mp4));
    return describe(made) ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace

UtcTime Clip::startsAt() { return utcFromMilliseconds(1'750'000'000'000); }

media::MediaTime Clip::duration() const {
    media::MediaTime sum{};
    for (const auto& part : parts) {
        sum += part.duration;
    }
    return sum;
}

QByteArray Clip::wholeFile() const {
    QByteArray file = initSegment;
    for (const auto& part : parts) {
        file += part.bytes;
    }
    return file;
}

const std::optional<Clip>& clip() {
    static const auto made = makeClip();
    return made;
}

std::vector<QByteArray> transportStreamClip() {
    const TempDir directory;
    const auto raw = (directory.path() / "raw.yuv").string();
    writeRawVideo(raw);
    auto command = encodeCommand(raw, false);
    command.insert(command.end(),
                   {"-f", "segment", "-segment_time", "2", (directory.path() / "s%d.ts").string()});
    std::vector<QByteArray> segments;
    if (run(command).exitCode == 0) {
        for (int i = 0; QFile::exists(
                 QString::fromStdString((directory.path() / ("s" + std::to_string(i) + ".ts")).string()));
             ++i) {
            segments.push_back(readAll((directory.path() / ("s" + std::to_string(i) + ".ts")).string()));
        }
    }
    return segments;
}

}  // namespace footlight::tests
