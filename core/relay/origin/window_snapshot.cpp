#include "core/relay/origin/window_snapshot.h"

#include <algorithm>

#include "core/hls/writer.h"

namespace footlight::relay::origin {
namespace {

/// EXT-X-SKIP needs 9.
constexpr int kPlaylistVersion = 9;

SegmentPtr findIn(const std::vector<SegmentPtr>& segments, std::uint64_t sequence) {
    if (segments.empty() || sequence < segments.front()->sequence || sequence > segments.back()->sequence) {
        return nullptr;
    }
    return segments[static_cast<std::size_t>(sequence - segments.front()->sequence)];
}

void describeParts(const WindowSegment& segment, hls::Segment& description) {
    for (std::size_t i = 0; i < segment.parts.size(); ++i) {
        const auto& part = segment.parts[i];
        description.parts.push_back({segment.partName(i), part.duration, part.isIndependent, false, {}});
    }
}

std::string withWholePlaylist(std::string uri) {
    const auto slash = uri.rfind('/');
    return uri.substr(0, slash + 1) + "dvr.m3u8";
}

bool beginsWithKeyFrame(const SegmentPtr& segment) {
    return segment->parts.empty() || segment->parts.front().isIndependent;
}

}  // namespace

hls::LiveEdge WindowSnapshot::edge() const {
    hls::LiveEdge edge;
    edge.openSequence = content_.nextSequence;
    edge.openParts = content_.open ? content_.open->parts.size() : 0;
    edge.previousParts = content_.listed.empty() ? 0 : content_.listed.back()->parts.size();
    edge.partTarget = content_.announcement.partTarget;
    edge.isEnded = content_.phase == WindowPhase::Ended;
    return edge;
}

hls::MediaPlaylist WindowSnapshot::model() const {
    hls::MediaPlaylist playlist;
    playlist.version = kPlaylistVersion;
    playlist.targetDuration = content_.announcement.targetDuration;
    playlist.partTarget = content_.announcement.partTarget;
    playlist.serverControl = content_.announcement.control;
    playlist.mediaSequence = content_.listed.empty() ? content_.nextSequence : content_.listed[0]->sequence;
    playlist.discontinuitySequence = content_.discontinuitySequence;
    playlist.endList = content_.phase == WindowPhase::Ended;
    playlist.independentSegments =
        std::all_of(content_.listed.begin(), content_.listed.end(), beginsWithKeyFrame) &&
        (!content_.open || beginsWithKeyFrame(content_.open));
    // Parts are listed for the last three target durations (RFC 8216bis 4.4.4.9).
    auto behind = content_.open ? content_.open->duration : media::MediaTime{};
    for (auto segment = content_.listed.rbegin(); segment != content_.listed.rend(); ++segment) {
        auto description = describe(**segment);
        if (behind < 3 * playlist.targetDuration && !playlist.endList) {
            describeParts(**segment, description);
        }
        behind += (*segment)->duration;
        playlist.segments.push_back(std::move(description));
    }
    std::reverse(playlist.segments.begin(), playlist.segments.end());
    if (content_.open) {
        playlist.open = describe(*content_.open);
        describeParts(*content_.open, *playlist.open);
    }
    if (!playlist.endList) {
        const auto next = std::to_string(content_.nextSequence) + "." + std::to_string(edge().openParts);
        playlist.preloadHints.push_back({hls::PreloadHint::Type::Part, next + ".m4s"});
        playlist.renditionReports = content_.reports;
    }
    return playlist;
}

const PrintedText& WindowSnapshot::mediaPlaylist(Form form) const {
    const auto print = [this] { return hls::writeMediaPlaylist(model()); };
    return form == Form::Gzip ? media_.gzip(print) : media_.plain(print);
}

const PrintedText& WindowSnapshot::deltaPlaylist(Form form) const {
    const auto print = [this] { return hls::writeMediaPlaylist(hls::makeDelta(model())); };
    return form == Form::Gzip ? delta_.gzip(print) : delta_.plain(print);
}

/// The window's, numbered as the end of the whole.
hls::MediaPlaylist WindowSnapshot::wholeModel() const {
    auto playlist = model();
    playlist.type = hls::PlaylistType::Event;
    playlist.mediaSequence = content_.history->firstSequence();
    playlist.discontinuitySequence = content_.history->discontinuitySequence();
    playlist.independentSegments = playlist.independentSegments && content_.history->isIndependent();
    for (auto& report : playlist.renditionReports) {
        report.uri = withWholePlaylist(std::move(report.uri));
    }
    return playlist;
}

Pieces WindowSnapshot::wholePlaylist(Form form) const {
    const auto playlist = wholeModel();
    const auto head = hls::writePlaylistHead(playlist);
    const auto body = hls::writePlaylistBody(playlist);
    if (form == Form::Gzip) {
        GzipFile file;
        file.add(Deflated(bytesOf(head)));
        content_.history->appendTo(file);
        file.add(Deflated(bytesOf(body)));
        return std::move(file).finish();
    }
    Pieces pieces{Piece::of(share(Bytes(head.begin(), head.end())))};
    content_.history->appendTo(pieces);
    pieces.push_back(Piece::of(share(Bytes(body.begin(), body.end()))));
    return pieces;
}

/// Everything before the window is left out, or as much of it as players may be without.
std::string WindowSnapshot::printWholeDelta() const {
    auto playlist = wholeModel();
    auto length = content_.open ? content_.open->duration : media::MediaTime{};
    for (const auto& segment : content_.listed) {
        length += segment->duration;
    }
    const auto& history = *content_.history;
    const auto until = playlist.serverControl.canSkipUntil;
    if (history.count() == 0 || length > until) {
        playlist = hls::makeDelta(std::move(playlist));
        playlist.skippedSegments += history.count();
        return hls::writeMediaPlaylist(playlist);
    }
    const auto tail = history.tail(until - length);
    playlist.skippedSegments = history.count() - tail.count;
    return hls::writePlaylistHead(playlist) + tail.text + hls::writePlaylistBody(playlist);
}

const PrintedText& WindowSnapshot::wholeDeltaPlaylist(Form form) const {
    const auto print = [this] { return printWholeDelta(); };
    return form == Form::Gzip ? wholeDelta_.gzip(print) : wholeDelta_.plain(print);
}

SegmentPtr WindowSnapshot::segment(std::uint64_t sequence) const {
    auto found = findIn(content_.listed, sequence);
    return found ? found : findIn(content_.removed, sequence);
}

PartBodyPtr WindowSnapshot::part(std::uint64_t sequence, std::uint64_t part) const {
    const bool isOpen = content_.open && content_.open->sequence == sequence;
    const auto holder = isOpen ? content_.open : segment(sequence);
    return holder && part < holder->parts.size() ? holder->parts[static_cast<std::size_t>(part)].body
                                                 : nullptr;
}

SharedBytes WindowSnapshot::init(std::string_view name) const {
    const auto isNamed = [name](const SegmentPtr& segment) { return segment->init->name == name; };
    if (content_.open && isNamed(content_.open)) {
        return content_.open->init->bytes;
    }
    for (const auto* segments : {&content_.listed, &content_.removed}) {
        const auto found = std::find_if(segments->begin(), segments->end(), isNamed);
        if (found != segments->end()) {
            return (*found)->init->bytes;
        }
    }
    return nullptr;
}

bool WindowSnapshot::isHinted(std::uint64_t sequence, std::uint64_t part) const {
    const auto now = edge();
    return content_.phase == WindowPhase::OnAir && sequence == now.openSequence && part == now.openParts;
}

}  // namespace footlight::relay::origin
