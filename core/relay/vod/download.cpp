#include "core/relay/vod/download.h"

#include <map>

#include "core/media/cmaf/progressive_file.h"

namespace footlight::relay::vod {
namespace {

/// The segments' files and the tracks of their initialisation sections, each read once.
class Sources {
public:
    Sources(recording::Recording& recording, const std::string& rendition)
        : recording_(recording), rendition_(rendition) {}

    Result<Piece> segment(const recording::KeptSegment& kept) { return recording_.segment(rendition_, kept); }

    Result<const std::vector<media::InitTrack>*> init(const std::string& name) {
        if (const auto known = inits_.find(name); known != inits_.end()) {
            return &known->second;
        }
        auto piece = recording_.file(rendition_, name);
        auto bytes = piece ? readPiece(*piece) : tl::unexpected<Error>(std::move(piece.error()));
        auto tracks =
            bytes ? media::readInitSection(*bytes) : tl::unexpected<Error>(std::move(bytes.error()));
        if (!tracks) {
            return fail(std::move(tracks.error()));
        }
        return &(inits_[name] = std::move(*tracks));
    }

private:
    recording::Recording& recording_;
    const std::string& rendition_;
    std::map<std::string, std::vector<media::InitTrack>> inits_;
};

media::ReadBytes readerOf(const Piece& piece) {
    return [piece](std::uint64_t offset, std::span<std::uint8_t> into) {
        return readInto(piece, offset, into).has_value();
    };
}

/// Neighbours in one file become one piece.
void append(Pieces& pieces, Piece piece) {
    if (!pieces.empty() && piece.file && pieces.back().file == piece.file &&
        pieces.back().offset + pieces.back().size == piece.offset) {
        pieces.back().size += piece.size;
    } else {
        pieces.push_back(std::move(piece));
    }
}

}  // namespace

Result<Pieces> makeDownload(recording::Recording& recording, const std::string& rendition,
                            const VodList& list, media::MediaTime from, media::MediaTime to) {
    Sources sources(recording, rendition);
    media::ProgressiveBuilder builder(from, to);
    Pieces segments;
    for (const auto& [kept, discontinuity] : list.segments) {
        if (builder.isFull()) {
            break;
        }
        auto piece = sources.segment(kept);
        auto init = piece ? sources.init(kept.head.init) : tl::unexpected<Error>(std::move(piece.error()));
        if (!init) {
            return fail(std::move(init.error()));
        }
        const auto index = media::indexSegment(**init, piece->size, readerOf(*piece));
        if (!index) {
            return fail(index.error());
        }
        builder.add(**init, *index, discontinuity ? media::Continuity::Breaks : media::Continuity::Continues);
        segments.push_back(std::move(*piece));
    }
    auto made = builder.build();
    if (!made) {
        return fail(std::move(made.error()));
    }
    Pieces pieces{Piece::of(made->head)};
    for (const auto& range : made->ranges) {
        append(pieces, segments[range.segment].slice(range.offset, range.size));
    }
    return pieces;
}

}  // namespace footlight::relay::vod
