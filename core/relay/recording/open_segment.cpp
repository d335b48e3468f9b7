#include "core/relay/recording/open_segment.h"

#include <algorithm>

#include "core/media/cmaf/box_reader.h"
#include "core/media/cmaf/segment_index.h"

namespace footlight::relay::recording {
namespace {

constexpr std::uint32_t kMoof = media::boxType("moof");
constexpr std::uint32_t kMdat = media::boxType("mdat");

/// The bytes of the complete fragments at the front.
std::uint64_t wholeFragments(const Piece& piece) {
    std::uint64_t whole = 0;
    std::uint32_t last = 0;
    for (std::uint64_t at = 0; at < piece.size;) {
        std::array<std::uint8_t, media::kBoxHeadSize> bytes{};
        const auto length = std::min<std::uint64_t>(bytes.size(), piece.size - at);
        const std::span<std::uint8_t> view(bytes.data(), static_cast<std::size_t>(length));
        const auto head = readInto(piece, at, view) ? media::readBoxHead(view) : std::nullopt;
        if (!head || head->size == 0 || head->size > piece.size - at) {
            break;
        }
        at += head->size;
        if (last == kMoof && head->type == kMdat) {
            whole = at;
        }
        last = head->type;
    }
    return whole;
}

/// How long the pictures are, or the sound where there is none.
media::MediaTime durationOf(const std::vector<media::InitTrack>& tracks, const media::SegmentIndex& index) {
    media::MediaTime longest{};
    for (const auto& track : tracks) {
        std::uint64_t ticks = 0;
        for (const auto& fragment : index.fragments) {
            for (const auto& run : fragment) {
                for (const auto& sample : run.samples) {
                    ticks += run.track == track.id ? sample.duration : 0;
                }
            }
        }
        const media::MediaTime time{
            static_cast<std::int64_t>(ticks * 90'000 / std::max<std::uint32_t>(track.timescale, 1))};
        if (track.kind == media::MediaKind::Video) {
            return time;
        }
        longest = std::max(longest, time);
    }
    return longest;
}

}  // namespace

std::optional<KeptSegment> recoverSegment(BlobStore& store, const std::string& folder,
                                          const OpenSegment& open) {
    const auto blob = store.open(folder + "/" + open.blob);
    const auto init = store.open(folder + "/" + open.head.init);
    const auto initBytes = init ? readPiece(*init) : Result<Bytes>(Bytes{});
    if (!blob || !initBytes || blob->size <= open.offset) {
        return std::nullopt;
    }
    auto tail = blob->slice(open.offset, blob->size - open.offset);
    tail.size = wholeFragments(tail);
    const auto tracks = media::readInitSection(*initBytes);
    if (!tracks || tail.size == 0) {
        return std::nullopt;
    }
    const auto read = [&tail](std::uint64_t offset, std::span<std::uint8_t> into) {
        return readInto(tail, offset, into).has_value();
    };
    const auto index = media::indexSegment(*tracks, tail.size, read);
    if (!index) {
        return std::nullopt;
    }
    return KeptSegment{open.head, durationOf(*tracks, *index), open.blob, open.offset, tail.size};
}

}  // namespace footlight::relay::recording
