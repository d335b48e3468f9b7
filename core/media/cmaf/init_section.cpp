#include "core/media/cmaf/init_section.h"

#include "core/media/cmaf/movie_boxes.h"
#include "core/media/cmaf/sample_entry.h"

namespace footlight::media {
namespace {

constexpr std::uint32_t kMovieTimescale = 1'000;
/// sample_depends_on and sample_is_non_sync_sample (ISO/IEC 14496-12 8.8.3.1)
constexpr std::uint32_t kIndependent = 0x02000000;
constexpr std::uint32_t kDependent = 0x01010000;

void writeFileType(BoxWriter& writer, const Tracks& tracks) {
    writer.box("ftyp", [&] {
        writer.append("iso6");
        writer.u32(0);
        writer.append("iso6");
        writer.append("mp41");
        // A CMAF track file holds one track.
        if (!tracks.video || !tracks.audio) {
            writer.append("cmfc");
        }
    });
}

template <typename Track>
Result<void> writeEmptyTrack(BoxWriter& writer, const TrackHead& head, const Track& track) {
    Result<void> done;
    writeTrack(
        writer, head, [] {},
        [&] {
            writer.fullBox("stsd", 0, 0, [&] {
                writer.u32(1);
                done = writeSampleEntry(writer, track);
            });
            for (const auto* const table : {"stts", "stsc", "stco"}) {
                writer.fullBox(table, 0, 0, [&] { writer.u32(0); });
            }
            writer.fullBox("stsz", 0, 0, [&] { writer.zeros(8); });
        });
    return done;
}

void writeDefaults(BoxWriter& writer, std::uint32_t track, std::uint32_t flags) {
    writer.fullBox("trex", 0, 0, [&] {
        writer.u32(track);
        writer.u32(1);
        writer.zeros(8);
        writer.u32(flags);
    });
}

Result<void> writeMovie(BoxWriter& writer, const Tracks& tracks) {
    const auto videoNumber = trackNumber(tracks, MediaKind::Video);
    const auto audioNumber = trackNumber(tracks, MediaKind::Audio);
    writeMovieHeader(writer, kMovieTimescale, 0, tracks.video && tracks.audio ? 3 : 2);
    Result<void> done;
    if (tracks.video) {
        const TrackHead head{videoNumber, MediaKind::Video,    kVideoTimescale,     0,
                             0,           tracks.video->width, tracks.video->height};
        done = writeEmptyTrack(writer, head, *tracks.video);
    }
    if (done && tracks.audio) {
        const TrackHead head{
            audioNumber, MediaKind::Audio,      static_cast<std::uint32_t>(tracks.audio->sampleRate), 0, 0, 0,
            0,           tracks.audio->language};
        done = writeEmptyTrack(writer, head, *tracks.audio);
    }
    writer.box("mvex", [&] {
        if (tracks.video) {
            writeDefaults(writer, videoNumber, kDependent);
        }
        if (tracks.audio) {
            writeDefaults(writer, audioNumber, kIndependent);
        }
    });
    return done;
}

}  // namespace

Result<Bytes> makeInitSection(const Tracks& tracks) {
    if (!tracks.video && !tracks.audio) {
        return fail(ErrorCategory::Invalid, "cmaf.no_track", "a stream needs a video or an audio track");
    }
    if (tracks.audio && tracks.audio->sampleRate <= 0) {
        return fail(ErrorCategory::Invalid, "cmaf.sample_rate", "a track of sound needs a sample rate");
    }
    BoxWriter writer;
    writeFileType(writer, tracks);
    Result<void> done;
    writer.box("moov", [&] { done = writeMovie(writer, tracks); });
    if (!done) {
        return fail(std::move(done.error()));
    }
    return writer.take();
}

}  // namespace footlight::media
