#include "core/media/cmaf/segment_index.h"

#include <algorithm>
#include <array>

#include "core/media/cmaf/box_reader.h"

namespace footlight::media {
namespace {

constexpr std::uint64_t kLargestMoof = 4 * 1024 * 1024;
constexpr std::uint32_t kMostSamples = 65'536;  ///< of one run
constexpr std::uint64_t kLongestSeconds = 1ULL << 34;
constexpr std::uint32_t kIsNoKeyFrame = 0x00010000;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "cmaf.segment", std::move(message));
}

/// What tfhd says, or trex where it does not.
struct Defaults {
    std::uint32_t duration = 0;
    std::uint32_t size = 0;
    std::uint32_t flags = 0;
};

/// Reads one `moof` whose first byte is byte `begin` of the segment.
class MoofReader {
public:
    MoofReader(const std::vector<InitTrack>& init, std::uint64_t begin, std::uint64_t segmentSize)
        : init_(init), begin_(begin), segmentSize_(segmentSize) {}

    Result<IndexedFragment> read(ByteView moof) {
        IndexedFragment fragment;
        BoxReader boxes(moof);
        while (const auto box = boxes.next()) {
            if (box->type == boxType("traf")) {
                if (auto done = readTrackFragment(box->body, fragment); !done) {
                    return fail(std::move(done.error()));
                }
            }
        }
        return boxes.ok() ? Result<IndexedFragment>(std::move(fragment)) : corrupt("a moof is not whole");
    }

private:
    Result<void> readTrackFragment(ByteView traf, IndexedFragment& fragment) {
        const auto header = findBox(traf, boxType("tfhd"));
        const auto time = findBox(traf, boxType("tfdt"));
        if (!header || !time) {
            return corrupt("a track's fragment does not say what it is");
        }
        IndexedRun run;
        Defaults defaults;
        const auto isKnown = readHeader(*header, run, defaults);
        if (!isKnown || !*isKnown) {
            return isKnown ? Result<void>() : fail(isKnown.error());
        }
        FullBox decodeTime(*time);
        run.decodeTime = decodeTime.version == 1 ? decodeTime.reader.u64() : decodeTime.reader.u32();
        if (!decodeTime.reader.ok() || run.decodeTime > 1ULL << 62) {
            return corrupt("a fragment's time makes no sense");
        }
        BoxReader boxes(traf);
        while (const auto box = boxes.next()) {
            if (box->type == boxType("trun")) {
                if (auto done = readRun(box->body, defaults, run); !done) {
                    return done;
                }
            }
        }
        if (!boxes.ok()) {
            return corrupt("a track's fragment is not whole");
        }
        std::uint64_t end = run.decodeTime;
        for (const auto& sample : run.samples) {
            end += sample.duration;
        }
        if (end / timescale_ > kLongestSeconds) {
            return corrupt("a fragment's time makes no sense");
        }
        if (!run.samples.empty()) {
            fragment.push_back(std::move(run));
        }
        return {};
    }

    /// False for a track that `init` does not know.
    Result<bool> readHeader(ByteView tfhd, IndexedRun& run, Defaults& defaults) {
        FullBox box(tfhd);
        run.track = box.reader.u32();
        const auto track = std::find_if(init_.begin(), init_.end(),
                                        [&](const InitTrack& known) { return known.id == run.track; });
        if (track == init_.end()) {
            return false;
        }
        timescale_ = track->timescale;
        defaults = {track->usualDuration, track->usualSize, track->usualFlags};
        if ((box.flags & 0x01) != 0 || (box.flags & 0x020000) == 0) {
            return corrupt("a fragment's bytes are not counted from its own begin");
        }
        box.reader.take((box.flags & 0x02) != 0 ? 4 : 0);
        defaults.duration = (box.flags & 0x08) != 0 ? box.reader.u32() : defaults.duration;
        defaults.size = (box.flags & 0x10) != 0 ? box.reader.u32() : defaults.size;
        defaults.flags = (box.flags & 0x20) != 0 ? box.reader.u32() : defaults.flags;
        return box.reader.ok() ? Result<bool>(true) : corrupt("a fragment's header is cut short");
    }

    Result<void> readRun(ByteView trun, const Defaults& defaults, IndexedRun& run) {
        FullBox box(trun);
        const std::uint32_t count = box.reader.u32();
        if (count > kMostSamples || run.samples.size() > kMostSamples) {
            return corrupt("a run has too many frames");
        }
        if ((box.flags & 0x01) != 0) {
            next_ = begin_ + static_cast<std::uint64_t>(static_cast<std::int32_t>(box.reader.u32()));
        } else if (run.samples.empty()) {
            return corrupt("a run does not say where its frames are");
        }
        const bool tellsFirst = (box.flags & 0x04) != 0;
        const std::uint32_t firstFlags = tellsFirst ? box.reader.u32() : 0;
        for (std::uint32_t i = 0; i < count && box.reader.ok(); ++i) {
            IndexedSample sample;
            sample.offset = next_;
            sample.duration = (box.flags & 0x100) != 0 ? box.reader.u32() : defaults.duration;
            sample.size = (box.flags & 0x200) != 0 ? box.reader.u32() : defaults.size;
            const std::uint32_t flags = (box.flags & 0x400) != 0 ? box.reader.u32() : defaults.flags;
            const std::uint32_t offset = (box.flags & 0x800) != 0 ? box.reader.u32() : 0;
            sample.compositionOffset = static_cast<std::int32_t>(offset);
            sample.isKeyFrame = ((i == 0 && tellsFirst ? firstFlags : flags) & kIsNoKeyFrame) == 0;
            if (sample.offset > segmentSize_ || sample.size > segmentSize_ - sample.offset) {
                return corrupt("a frame lies outside of its segment");
            }
            next_ += sample.size;
            run.samples.push_back(sample);
        }
        return box.reader.ok() ? Result<void>() : corrupt("a run is cut short");
    }

    const std::vector<InitTrack>& init_;
    std::uint64_t begin_;
    std::uint64_t segmentSize_;
    std::uint64_t next_ = 0;
    std::uint32_t timescale_ = 1;  ///< of the track that is being read
};

}  // namespace

Result<SegmentIndex> indexSegment(const std::vector<InitTrack>& init, std::uint64_t size,
                                  const ReadBytes& read) {
    SegmentIndex index;
    Bytes moof;
    for (std::uint64_t at = 0; at < size;) {
        std::array<std::uint8_t, kBoxHeadSize> front{};
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(front.size(), size - at));
        if (!read(at, std::span(front).first(length))) {
            return fail(ErrorCategory::Unavailable, "cmaf.read", "a segment cannot be read");
        }
        const auto head = readBoxHead(ByteView(front).first(length));
        const std::uint64_t boxSize = !head ? 0 : head->size == 0 ? size - at : head->size;
        if (!head || boxSize > size - at || boxSize < head->headSize) {
            return corrupt("a box of the segment is not whole");
        }
        if (head->type == boxType("moof")) {
            if (boxSize > kLargestMoof) {
                return corrupt("a moof is too large");
            }
            moof.resize(static_cast<std::size_t>(boxSize - head->headSize));
            if (!read(at + head->headSize, moof)) {
                return fail(ErrorCategory::Unavailable, "cmaf.read", "a segment cannot be read");
            }
            auto fragment = MoofReader(init, at, size).read(moof);
            if (!fragment) {
                return fail(std::move(fragment.error()));
            }
            index.fragments.push_back(std::move(*fragment));
        }
        at += boxSize;
    }
    return index;
}

Result<SegmentIndex> indexSegment(const std::vector<InitTrack>& init, ByteView segment) {
    return indexSegment(init, segment.size(), [&](std::uint64_t offset, std::span<std::uint8_t> into) {
        const auto from = segment.subspan(static_cast<std::size_t>(offset), into.size());
        std::copy(from.begin(), from.end(), into.begin());
        return true;
    });
}

}  // namespace footlight::media
