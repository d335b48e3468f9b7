#include "core/media/cmaf/init_reader.h"

#include <algorithm>

#include "core/media/cmaf/box_reader.h"

namespace footlight::media {
namespace {

constexpr std::size_t kMostTracks = 64;
constexpr std::uint32_t kFinestTimescale = 1U << 24;

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "cmaf.init", std::move(message));
}

std::optional<ByteView> findPath(ByteView bytes, std::initializer_list<std::uint32_t> path) {
    std::optional<ByteView> found = bytes;
    for (const auto type : path) {
        found = findBox(*found, type);
        if (!found) {
            return std::nullopt;
        }
    }
    return found;
}

bool readTrackHeader(ByteView body, InitTrack& track) {
    FullBox box(body);
    box.reader.take(box.version == 1 ? 16 : 8);
    track.id = box.reader.u32();
    box.reader.take((box.version == 1 ? 12 : 8) + 16 + 36);
    track.width = static_cast<int>(box.reader.u32() >> 16);
    track.height = static_cast<int>(box.reader.u32() >> 16);
    return box.reader.ok() && track.id != 0;
}

bool readMediaHeader(ByteView body, InitTrack& track) {
    FullBox box(body);
    box.reader.take(box.version == 1 ? 16 : 8);
    track.timescale = box.reader.u32();
    return box.reader.ok() && track.timescale != 0 && track.timescale <= kFinestTimescale;
}

/// The first entry of `stsd`, with its size and type.
Bytes readSampleEntry(ByteView body) {
    FullBox box(body);
    box.reader.u32();
    const ByteView entries = box.reader.rest();
    BoxReader reader(entries);
    const auto entry = reader.next();
    if (!box.reader.ok() || !entry) {
        return {};
    }
    return {entries.data(), entry->body.data() + entry->body.size()};
}

/// Nothing for a track that is neither picture nor sound.
Result<std::optional<InitTrack>> readTrack(ByteView body) {
    const auto header = findBox(body, boxType("tkhd"));
    const auto media = findBox(body, boxType("mdia"));
    const auto mediaHeader = media ? findBox(*media, boxType("mdhd")) : std::nullopt;
    const auto handler = media ? findBox(*media, boxType("hdlr")) : std::nullopt;
    const auto entries =
        media ? findPath(*media, {boxType("minf"), boxType("stbl"), boxType("stsd")}) : std::nullopt;
    if (!header || !mediaHeader || !handler || !entries) {
        return corrupt("a track of the initialisation section is not whole");
    }
    FullBox kind(*handler);
    kind.reader.u32();
    const std::uint32_t type = kind.reader.u32();
    if (type != boxType("vide") && type != boxType("soun")) {
        return std::nullopt;
    }
    InitTrack track;
    track.kind = type == boxType("vide") ? MediaKind::Video : MediaKind::Audio;
    track.sampleEntry = readSampleEntry(*entries);
    if (const auto language = findBox(*media, boxType("elng")); language && language->size() > 5) {
        const auto text = textOf(language->subspan(4));
        track.language = text.substr(0, text.find('\0'));
    }
    if (!readTrackHeader(*header, track) || !readMediaHeader(*mediaHeader, track) ||
        track.sampleEntry.empty()) {
        return corrupt("a track of the initialisation section makes no sense");
    }
    return track;
}

void readDefaults(ByteView movieExtends, std::vector<InitTrack>& tracks) {
    BoxReader reader(movieExtends);
    while (const auto box = reader.next()) {
        if (box->type != boxType("trex")) {
            continue;
        }
        FullBox defaults(box->body);
        const std::uint32_t id = defaults.reader.u32();
        defaults.reader.u32();
        const std::uint32_t duration = defaults.reader.u32();
        const std::uint32_t size = defaults.reader.u32();
        const std::uint32_t flags = defaults.reader.u32();
        const auto track = std::find_if(tracks.begin(), tracks.end(),
                                        [&](const InitTrack& candidate) { return candidate.id == id; });
        if (defaults.reader.ok() && track != tracks.end()) {
            track->usualDuration = duration;
            track->usualSize = size;
            track->usualFlags = flags;
        }
    }
}

}  // namespace

Result<std::vector<InitTrack>> readInitSection(ByteView bytes) {
    const auto movie = findBox(bytes, boxType("moov"));
    if (!movie) {
        return corrupt("the initialisation section holds no movie");
    }
    std::vector<InitTrack> tracks;
    BoxReader reader(*movie);
    while (const auto box = reader.next()) {
        if (box->type != boxType("trak")) {
            continue;
        }
        auto track = readTrack(box->body);
        if (!track) {
            return fail(std::move(track.error()));
        }
        if (*track && tracks.size() < kMostTracks) {
            tracks.push_back(std::move(**track));
        }
    }
    if (!reader.ok() || tracks.empty()) {
        return corrupt("the initialisation section holds no track");
    }
    if (const auto extends = findBox(*movie, boxType("mvex"))) {
        readDefaults(*extends, tracks);
    }
    return tracks;
}

}  // namespace footlight::media
