#include "core/relay/vod/fill.h"

#include <algorithm>

#include "core/relay/origin/packager.h"
#include "core/relay/origin/timeline.h"
#include "core/relay/recording/journal.h"
#include "core/relay/recording/recording_state.h"

namespace footlight::relay::vod {
namespace {

using media::MediaKind;
using media::MediaTime;
using recording::KeptSegment;

constexpr const char* kRendition = "source";
constexpr MediaTime kUsualFrame = std::chrono::milliseconds{33};

tl::unexpected<Error> nothingToFill(std::string message) {
    return fail(ErrorCategory::NotFound, "vod.no_hole", std::move(message));
}

/// The first hole that the range touches, cut to the range.
Result<FillRange> holeWithin(recording::Recording& recording, FillRange range,
                             std::chrono::milliseconds least) {
    auto content = recording.lock();
    for (const auto& hole : recording::holesOf(content->renditions[kRendition], least)) {
        const FillRange found{std::max(range.from, hole.at),
                              std::min(range.to, hole.at + std::chrono::milliseconds(hole.durationMs))};
        if (found.from < found.to) {
            return found;
        }
    }
    return nothingToFill("the recording has no hole there");
}

/// Looks through the file for what a packager has to know first.
Result<origin::StreamShape> shapeOf(const Piece& file, FillRange range) {
    FillReader reader(file, range);
    origin::StreamShape shape;
    std::optional<MediaTime> first;
    std::optional<MediaTime> lastKey;
    MediaTime last{};
    std::int64_t steps = 0;
    for (auto frame = reader.next();; frame = reader.next()) {
        if (!frame) {
            return fail(std::move(frame.error()));
        }
        if (!*frame) {
            break;
        }
        const auto& packet = (*frame)->packet;
        if (packet.kind == MediaKind::Audio && reader.tracks().video) {
            continue;
        }
        steps += first ? 1 : 0;
        first = first.value_or(packet.dts);
        last = packet.dts;
        if (packet.kind == MediaKind::Video && packet.isKeyFrame) {
            shape.gop = std::max(shape.gop, lastKey ? packet.dts - *lastKey : MediaTime{});
            lastKey = packet.dts;
        }
    }
    if (!first) {
        return nothingToFill(
            "the file holds no picture of that stretch: its capture clock says another time");
    }
    shape.tracks = reader.tracks();
    shape.frame = steps > 0 && last > *first ? (last - *first) / steps : kUsualFrame;
    return shape;
}

/// Writes the segments of a fill into a file of their own; nothing of it is shown before it is whole.
class FillWriter {
public:
    FillWriter(BlobStore& store, recording::Recording& recording, UtcTime begin)
        : store_(store), recording_(recording), number_(static_cast<std::uint64_t>(toMilliseconds(begin))) {}

    Result<> open(const SharedBytes& init) {
        auto writer = store_.append(key(".m4s"), 0);
        if (!writer) {
            return fail(std::move(writer.error()));
        }
        writer_ = std::move(*writer);
        return store_.put(key(".mp4"), *init);
    }
    Result<> add(const origin::PackagedPart& part, UtcTime shownAt) {
        auto at = writer_->append(*part.bytes);
        if (!at) {
            return fail(std::move(at.error()));
        }
        if (beginsSegment_ || part.followsPause) {
            const SegmentHead head{number_ + segments_.size(), shownAt,
                                   part.followsPause || segments_.empty(), false, name(".mp4")};
            segments_.push_back({head, {}, name(".m4s"), *at, 0});
        }
        segments_.back().duration += part.duration;
        segments_.back().size += part.bytes->size();
        beginsSegment_ = part.endsSegment;
        return {};
    }
    Result<std::vector<KeptSegment>> finish(MediaTime targetDuration) {
        auto text = recording::journalStart(targetDuration, number_);
        std::string init;
        for (const auto& segment : segments_) {
            text += recording::journalBegin({segment.head, segment.blob, segment.offset}, init);
            text += recording::journalClose(segment);
            init = segment.head.init;
        }
        text += recording::journalEnd();
        auto written = store_.sync();
        written = written ? store_.put(key(".m3u8"), bytesOf(text)) : written;
        return written ? Result<std::vector<KeptSegment>>(segments_) : fail(std::move(written.error()));
    }
    void discard() {
        for (const char* suffix : {".m4s", ".mp4", ".m3u8"}) {
            static_cast<void>(store_.remove(key(suffix)));
        }
    }

private:
    [[nodiscard]] std::string name(const std::string& suffix) const {
        return std::string(recording::kFillPrefix) + std::to_string(number_) + suffix;
    }
    [[nodiscard]] std::string key(const std::string& suffix) const {
        return recording_.key(kRendition, name(suffix));
    }

    BlobStore& store_;
    recording::Recording& recording_;
    std::uint64_t number_;
    std::unique_ptr<BlobWriter> writer_;
    std::vector<KeptSegment> segments_;
    bool beginsSegment_ = true;
};

/// Packages the frames of the range as the live stream's were.
Result<> package(FillReader& reader, origin::Packager& packager, bool hasVideo, FillWriter& writer) {
    std::optional<origin::Timeline> timeline;
    std::optional<UtcTime> zero;  // when the time line began, by the capture clock
    const auto take = [&](Result<origin::Packager::Parts> parts) -> Result<> {
        if (!parts) {
            return fail(std::move(parts.error()));
        }
        for (const auto& part : *parts) {
            const auto shownAt = *zero + std::chrono::duration_cast<std::chrono::milliseconds>(part.shownAt);
            if (auto added = writer.add(part, shownAt); !added) {
                return added;
            }
        }
        return {};
    };
    for (auto frame = reader.next();; frame = reader.next()) {
        if (!frame) {
            return fail(std::move(frame.error()));
        }
        if (!*frame) {
            return take(packager.flush());
        }
        auto& packet = (*frame)->packet;
        if (!timeline) {
            timeline.emplace(packet.dts, hasVideo);
        }
        switch (timeline->place(packet)) {
            case origin::Placement::Dropped:
                continue;
            case origin::Placement::Jumped:
                return take(packager.flush());
            case origin::Placement::Kept:
                break;
        }
        if (!zero) {
            zero = (*frame)->capturedAt - std::chrono::duration_cast<std::chrono::milliseconds>(packet.pts);
        }
        if (auto taken = take(packager.push(packet)); !taken) {
            return taken;
        }
    }
}

}  // namespace

Result<media::MediaTime> fillHole(recording::RecordingArchive& archive, recording::Recording& recording,
                                  const Piece& file, FillRange range) {
    const auto hole = holeWithin(recording, range, archive.settings().hole);
    auto shape = hole ? shapeOf(file, *hole) : tl::unexpected<Error>(hole.error());
    if (!shape) {
        return fail(std::move(shape.error()));
    }
    const auto record = recording.lock()->file.record;
    const auto announcement = origin::Announcement::restored(record.targetDuration, record.partTarget);
    const origin::StreamSettings settings;
    auto packager = origin::Packager::create(*shape, announcement, settings);
    if (!packager) {
        return fail(std::move(packager.error()));
    }
    if (archive.disk().room() < file.size) {
        return fail(ErrorCategory::Unavailable, "vod.disk_full",
                    "the relay's disk has too little room to fill the hole; make some and try again");
    }
    FillWriter writer(archive.store(), recording, hole->from);
    FillReader reader(file, *hole);
    auto written = writer.open((*packager)->initSection());
    written = written ? package(reader, **packager, shape->tracks.video.has_value(), writer) : written;
    auto segments =
        written ? writer.finish(record.targetDuration) : tl::unexpected<Error>(std::move(written.error()));
    if (!segments) {
        writer.discard();
        return fail(std::move(segments.error()));
    }
    MediaTime filled{};
    for (const auto& segment : *segments) {
        filled += segment.duration;
    }
    archive.showFill(recording, kRendition, std::move(*segments));
    return filled;
}

}  // namespace footlight::relay::vod
