#include "core/media/cmaf/cmaf_muxer.h"

#include <algorithm>
#include <limits>

#include "core/media/cmaf/box_writer.h"
#include "core/media/cmaf/init_section.h"

namespace footlight::media {
namespace {

/// tf_flags and tr_flags (ISO/IEC 14496-12 8.8.7.1, 8.8.8.1)
constexpr std::uint32_t kDefaultBaseIsMoof = 0x020000;
constexpr std::uint32_t kDefaultDuration = 0x000008;
constexpr std::uint32_t kDataOffset = 0x000001;
constexpr std::uint32_t kSampleDuration = 0x000100;
constexpr std::uint32_t kSampleSize = 0x000200;
constexpr std::uint32_t kSampleFlags = 0x000400;
constexpr std::uint32_t kSampleOffset = 0x000800;
/// sample_depends_on and sample_is_non_sync_sample
constexpr std::uint32_t kKeyFrame = 0x02000000;
constexpr std::uint32_t kOtherFrame = 0x01010000;

/// Room for the boxes of a moof, and for one line of trun.
constexpr std::size_t kBoxesSize = 256;
constexpr std::size_t kLineSize = 16;
constexpr std::uint64_t kLargestFragment = 1ULL << 30;

/// The samples of one kind among those of a fragment.
struct Run {
    MediaKind kind;
    std::uint32_t track;
    std::span<const Sample> samples;
    bool hidesDelimiters = false;  ///< of AV1
    std::size_t count = 0;
    std::size_t bytes = 0;
    std::int64_t begin = 0;
    std::int64_t duration = 0;  ///< of each, where all are the same
    bool isEven = true;
    bool isReordered = false;

    [[nodiscard]] bool holds(const Sample& sample) const { return sample.kind == kind; }

    /// AV1-ISOBMFF 2.4: temporal delimiters should be left out.
    [[nodiscard]] ByteView content(const Sample& sample) const {
        const ByteView payload = *sample.payload;
        const bool isDelimited =
            hidesDelimiters && payload.size() > 2 && payload[0] == 0x12 && payload[1] == 0;
        return isDelimited ? payload.subspan(2) : payload;
    }

    void measure() {
        for (const auto& sample : samples) {
            if (!holds(sample)) {
                continue;
            }
            begin = count == 0 ? sample.dts : begin;
            duration = count == 0 ? sample.duration : duration;
            isEven = isEven && sample.duration == duration;
            isReordered = isReordered || sample.pts != sample.dts;
            bytes += content(sample).size();
            ++count;
        }
    }
};

std::uint32_t narrowed(std::int64_t ticks) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(ticks, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::uint32_t offsetOf(const Sample& sample) {
    const auto offset =
        std::clamp<std::int64_t>(sample.pts - sample.dts, std::numeric_limits<std::int32_t>::min(),
                                 std::numeric_limits<std::int32_t>::max());
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(offset));
}

/// Writes `trun` and returns where its data offset stands.
std::size_t writeRun(BoxWriter& writer, const Run& run) {
    const bool hasFlags = run.kind == MediaKind::Video;
    const std::uint32_t flags = kDataOffset | kSampleSize | (run.isEven ? 0 : kSampleDuration) |
                                (hasFlags ? kSampleFlags : 0) | (run.isReordered ? kSampleOffset : 0);
    std::size_t dataOffset = 0;
    writer.fullBox("trun", 1, flags, [&] {
        writer.u32(static_cast<std::uint32_t>(run.count));
        dataOffset = writer.size();
        writer.u32(0);
        for (const auto& sample : run.samples) {
            if (!run.holds(sample)) {
                continue;
            }
            if (!run.isEven) {
                writer.u32(narrowed(sample.duration));
            }
            writer.u32(static_cast<std::uint32_t>(run.content(sample).size()));
            if (hasFlags) {
                writer.u32(sample.isKeyFrame ? kKeyFrame : kOtherFrame);
            }
            if (run.isReordered) {
                writer.u32(offsetOf(sample));
            }
        }
    });
    return dataOffset;
}

std::size_t writeTrackFragment(BoxWriter& writer, const Run& run) {
    std::size_t dataOffset = 0;
    writer.box("traf", [&] {
        writer.fullBox("tfhd", 0, kDefaultBaseIsMoof | (run.isEven ? kDefaultDuration : 0), [&] {
            writer.u32(run.track);
            if (run.isEven) {
                writer.u32(narrowed(run.duration));
            }
        });
        writer.fullBox("tfdt", 1, 0, [&] { writer.u64(static_cast<std::uint64_t>(run.begin)); });
        dataOffset = writeRun(writer, run);
    });
    return dataOffset;
}

Bytes writeFragment(std::uint32_t sequence, std::span<const Run> runs, std::size_t payload) {
    BoxWriter writer;
    std::size_t lines = 0;
    for (const auto& run : runs) {
        lines += run.count;
    }
    writer.reserve(kBoxesSize + kLineSize * lines + payload);
    std::size_t dataOffsets[2] = {0, 0};
    writer.box("moof", [&] {
        writer.fullBox("mfhd", 0, 0, [&] { writer.u32(sequence); });
        for (std::size_t i = 0; i < runs.size(); ++i) {
            dataOffsets[i] = runs[i].count > 0 ? writeTrackFragment(writer, runs[i]) : 0;
        }
    });
    writer.box("mdat", [&] {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (runs[i].count > 0) {
                writer.setU32(dataOffsets[i], static_cast<std::uint32_t>(writer.size()));
            }
            for (const auto& sample : runs[i].samples) {
                if (runs[i].holds(sample)) {
                    writer.append(runs[i].content(sample));
                }
            }
        }
    });
    return writer.take();
}

}  // namespace

Result<std::unique_ptr<CmafMuxer>> CmafMuxer::create(const Tracks& tracks) {
    auto init = makeInitSection(tracks);
    if (!init) {
        return fail(std::move(init.error()));
    }
    return std::unique_ptr<CmafMuxer>(new CmafMuxer(share(std::move(*init)), tracks));
}

CmafMuxer::CmafMuxer(SharedBytes initSection, const Tracks& tracks)
    : initSection_(std::move(initSection)),
      videoTrack_(tracks.video ? trackNumber(tracks, MediaKind::Video) : 0),
      audioTrack_(tracks.audio ? trackNumber(tracks, MediaKind::Audio) : 0),
      isAv1_(tracks.video && tracks.video->codec == Codec::Av1) {}

Result<SharedBytes> CmafMuxer::fragment(std::span<const Sample> samples) {
    Run runs[2] = {{MediaKind::Video, videoTrack_, samples, isAv1_},
                   {MediaKind::Audio, audioTrack_, samples}};
    std::size_t payload = 0;
    for (auto& run : runs) {
        run.measure();
        payload += run.bytes;
        if (run.count > 0 && run.track == 0) {
            return fail(ErrorCategory::Invalid, "cmaf.track", "a frame of a track that was not announced");
        }
        if (run.begin < 0) {
            return fail(ErrorCategory::Invalid, "cmaf.time", "a fragment cannot begin before time zero");
        }
    }
    if (payload > kLargestFragment) {
        return fail(ErrorCategory::Invalid, "cmaf.size", "a fragment has more than 1 GiB");
    }
    return share(writeFragment(++sequence_, runs, payload));
}

}  // namespace footlight::media
