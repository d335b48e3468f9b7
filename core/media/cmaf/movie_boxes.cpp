#include "core/media/cmaf/movie_boxes.h"

#include <algorithm>

namespace footlight::media {
namespace {

constexpr std::uint16_t kUndetermined = 0x55C4;  // "und" in five bits a letter

void writeMatrix(BoxWriter& writer) {
    for (const std::uint32_t value : {0x10000U, 0U, 0U, 0U, 0x10000U, 0U, 0U, 0U, 0x40000000U}) {
        writer.u32(value);
    }
}

void writeTrackHeader(BoxWriter& writer, const TrackHead& head) {
    constexpr std::uint32_t kEnabledInMovie = 3;
    const bool isVideo = head.kind == MediaKind::Video;
    writer.fullBox("tkhd", 1, kEnabledInMovie, [&] {
        writer.u64(0);
        writer.u64(0);
        writer.u32(head.id);
        writer.u32(0);
        writer.u64(head.movieDuration);
        writer.zeros(8 + 2);
        writer.u16(isVideo ? 0 : 1);  // tracks of one group replace one another
        writer.u16(isVideo ? 0 : 0x0100);
        writer.u16(0);
        writeMatrix(writer);
        writer.u32(static_cast<std::uint32_t>(head.width) << 16);
        writer.u32(static_cast<std::uint32_t>(head.height) << 16);
    });
}

/// ISO 639-2 in five bits a letter; what has another form stands in `elng` alone.
std::uint16_t packedLanguage(std::string_view language) {
    const bool fits = language.size() == 3 && std::all_of(language.begin(), language.end(),
                                                          [](char c) { return c >= 'a' && c <= 'z'; });
    std::uint16_t packed = 0;
    for (std::size_t i = 0; fits && i < 3; ++i) {
        packed = static_cast<std::uint16_t>(packed << 5 | (language[i] - 0x60));
    }
    return fits ? packed : kUndetermined;
}

void writeMediaHeader(BoxWriter& writer, const TrackHead& head) {
    writer.fullBox("mdhd", 1, 0, [&] {
        writer.u64(0);
        writer.u64(0);
        writer.u32(head.timescale);
        writer.u64(head.duration);
        writer.u16(packedLanguage(head.language));
        writer.u16(0);
    });
    writer.fullBox("hdlr", 0, 0, [&] {
        writer.u32(0);
        writer.append(head.kind == MediaKind::Video ? std::string_view("vide") : std::string_view("soun"));
        writer.zeros(12);
        writer.append("Footlight");
        writer.u8(0);
    });
    if (!head.language.empty()) {
        writer.fullBox("elng", 0, 0, [&] {
            writer.append(head.language);
            writer.u8(0);
        });
    }
}

void writeDataReference(BoxWriter& writer) {
    writer.box("dinf", [&] {
        writer.fullBox("dref", 0, 0, [&] {
            writer.u32(1);
            writer.fullBox("url ", 0, 1, [] {});
        });
    });
}

}  // namespace

void writeMovieHeader(BoxWriter& writer, std::uint32_t timescale, std::uint64_t duration,
                      std::uint32_t nextTrack) {
    writer.fullBox("mvhd", 1, 0, [&] {
        writer.u64(0);
        writer.u64(0);
        writer.u32(timescale);
        writer.u64(duration);
        writer.u32(0x10000);
        writer.u16(0x0100);
        writer.zeros(2 + 8);
        writeMatrix(writer);
        writer.zeros(24);
        writer.u32(nextTrack);
    });
}

void writeTrack(BoxWriter& writer, const TrackHead& head, const WriteBoxes& edits,
                const WriteBoxes& sampleTable) {
    writer.box("trak", [&] {
        writeTrackHeader(writer, head);
        edits();
        writer.box("mdia", [&] {
            writeMediaHeader(writer, head);
            writer.box("minf", [&] {
                if (head.kind == MediaKind::Video) {
                    writer.fullBox("vmhd", 0, 1, [&] { writer.zeros(8); });
                } else {
                    writer.fullBox("smhd", 0, 0, [&] { writer.zeros(4); });
                }
                writeDataReference(writer);
                writer.box("stbl", sampleTable);
            });
        });
    });
}

}  // namespace footlight::media
