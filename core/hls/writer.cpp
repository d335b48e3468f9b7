#include "core/hls/writer.h"

#include <fmt/format.h>

#include <iterator>

namespace footlight::hls {
namespace {

using media::toSeconds;
using Out = std::back_insert_iterator<std::string>;

void writeRange(std::string& text, const std::optional<ByteRange>& range) {
    if (range) {
        fmt::format_to(Out(text), ",BYTERANGE=\"{}", range->length);
        if (range->offset) {
            fmt::format_to(Out(text), "@{}", *range->offset);
        }
        text += '"';
    }
}

void writeServerControl(std::string& text, const ServerControl& control) {
    if (control == ServerControl{}) {
        return;
    }
    text += "#EXT-X-SERVER-CONTROL:";
    const auto before = text.size();
    const auto add = [&](std::string attribute) {
        text += text.size() == before ? "" : ",";
        text += attribute;
    };
    if (control.canBlockReload) {
        add("CAN-BLOCK-RELOAD=YES");
    }
    if (control.partHoldBack.count() > 0) {
        add(fmt::format("PART-HOLD-BACK={:.3f}", toSeconds(control.partHoldBack)));
    }
    if (control.holdBack.count() > 0) {
        add(fmt::format("HOLD-BACK={:.3f}", toSeconds(control.holdBack)));
    }
    if (control.canSkipUntil.count() > 0) {
        add(fmt::format("CAN-SKIP-UNTIL={:.3f}", toSeconds(control.canSkipUntil)));
    }
    text += '\n';
}

void writeHead(std::string& text, const MediaPlaylist& playlist) {
    fmt::format_to(Out(text), "#EXTM3U\n#EXT-X-VERSION:{}\n#EXT-X-TARGETDURATION:{:.0f}\n", playlist.version,
                   toSeconds(playlist.targetDuration));
    writeServerControl(text, playlist.serverControl);
    if (playlist.partTarget.count() > 0) {
        fmt::format_to(Out(text), "#EXT-X-PART-INF:PART-TARGET={:.3f}\n", toSeconds(playlist.partTarget));
    }
    fmt::format_to(Out(text), "#EXT-X-MEDIA-SEQUENCE:{}\n", playlist.mediaSequence);
    if (playlist.discontinuitySequence > 0) {
        fmt::format_to(Out(text), "#EXT-X-DISCONTINUITY-SEQUENCE:{}\n", playlist.discontinuitySequence);
    }
    if (playlist.type != PlaylistType::Live) {
        text += playlist.type == PlaylistType::Vod ? "#EXT-X-PLAYLIST-TYPE:VOD\n"
                                                   : "#EXT-X-PLAYLIST-TYPE:EVENT\n";
    }
    if (playlist.independentSegments) {
        text += "#EXT-X-INDEPENDENT-SEGMENTS\n";
    }
    if (playlist.skippedSegments > 0) {
        fmt::format_to(Out(text), "#EXT-X-SKIP:SKIPPED-SEGMENTS={}\n", playlist.skippedSegments);
    }
}

/// What stands before a segment's first part: the order matters (RFC 8216bis 4.4.4).
void writeSegmentHead(std::string& text, const Segment& segment, std::optional<Map>& map) {
    if (segment.discontinuity) {
        text += "#EXT-X-DISCONTINUITY\n";
    }
    if (segment.map && segment.map != map) {
        fmt::format_to(Out(text), "#EXT-X-MAP:URI=\"{}\"", segment.map->uri);
        writeRange(text, segment.map->range);
        text += '\n';
        map = segment.map;
    }
    if (segment.programDateTime) {
        fmt::format_to(Out(text), "#EXT-X-PROGRAM-DATE-TIME:{}\n", toIso8601(*segment.programDateTime));
    }
    for (const auto& part : segment.parts) {
        fmt::format_to(Out(text), "#EXT-X-PART:DURATION={:.6f},URI=\"{}\"{}{}", toSeconds(part.duration),
                       part.uri, part.isIndependent ? ",INDEPENDENT=YES" : "", part.isGap ? ",GAP=YES" : "");
        writeRange(text, part.range);
        text += '\n';
    }
}

void appendSegment(std::string& text, const Segment& segment, std::optional<Map>& map) {
    writeSegmentHead(text, segment, map);
    if (segment.isGap) {
        text += "#EXT-X-GAP\n";
    }
    if (segment.range) {
        fmt::format_to(Out(text), "#EXT-X-BYTERANGE:{}", segment.range->length);
        text += segment.range->offset ? fmt::format("@{}\n", *segment.range->offset) : std::string("\n");
    }
    fmt::format_to(Out(text), "#EXTINF:{:.6f},\n{}\n", toSeconds(segment.duration), segment.uri);
}

void writeTail(std::string& text, const MediaPlaylist& playlist) {
    for (const auto& hint : playlist.preloadHints) {
        fmt::format_to(Out(text), "#EXT-X-PRELOAD-HINT:TYPE={},URI=\"{}\"\n",
                       hint.type == PreloadHint::Type::Part ? "PART" : "MAP", hint.uri);
    }
    for (const auto& report : playlist.renditionReports) {
        fmt::format_to(Out(text), "#EXT-X-RENDITION-REPORT:URI=\"{}\",LAST-MSN={}", report.uri,
                       report.lastSequence);
        text += report.lastPart ? fmt::format(",LAST-PART={}\n", *report.lastPart) : std::string("\n");
    }
    if (playlist.endList) {
        text += "#EXT-X-ENDLIST\n";
    }
}

void writeVariant(std::string& text, const Variant& variant) {
    fmt::format_to(Out(text), "#EXT-X-STREAM-INF:BANDWIDTH={}", variant.bandwidth);
    if (variant.averageBandwidth > 0) {
        fmt::format_to(Out(text), ",AVERAGE-BANDWIDTH={}", variant.averageBandwidth);
    }
    if (!variant.codecs.empty()) {
        fmt::format_to(Out(text), ",CODECS=\"{}\"", variant.codecs);
    }
    if (variant.width > 0) {
        fmt::format_to(Out(text), ",RESOLUTION={}x{}", variant.width, variant.height);
    }
    if (variant.frameRate > 0) {
        fmt::format_to(Out(text), ",FRAME-RATE={:.3f}", variant.frameRate);
    }
    if (!variant.name.empty()) {
        fmt::format_to(Out(text), ",NAME=\"{}\"", variant.name);
    }
    if (!variant.audioGroup.empty()) {
        fmt::format_to(Out(text), ",AUDIO=\"{}\"", variant.audioGroup);
    }
    fmt::format_to(Out(text), "\n{}\n", variant.uri);
}

}  // namespace

std::string writePlaylistHead(const MediaPlaylist& playlist) {
    std::string text;
    writeHead(text, playlist);
    return text;
}

std::string writePlaylistBody(const MediaPlaylist& playlist) {
    std::string text;
    text.reserve(512 + playlist.segments.size() * 160);
    std::optional<Map> map;
    for (const auto& segment : playlist.segments) {
        appendSegment(text, segment, map);
    }
    if (playlist.open) {
        writeSegmentHead(text, *playlist.open, map);
    }
    writeTail(text, playlist);
    return text;
}

std::string writeSegment(const Segment& segment, std::optional<Map> map) {
    std::string text;
    appendSegment(text, segment, map);
    return text;
}

std::string writeMediaPlaylist(const MediaPlaylist& playlist) {
    return writePlaylistHead(playlist) + writePlaylistBody(playlist);
}

std::string writeMultivariantPlaylist(const MultivariantPlaylist& playlist) {
    std::string text = fmt::format("#EXTM3U\n#EXT-X-VERSION:{}\n", playlist.version);
    if (playlist.independentSegments) {
        text += "#EXT-X-INDEPENDENT-SEGMENTS\n";
    }
    for (const auto& rendition : playlist.renditions) {
        fmt::format_to(Out(text), "#EXT-X-MEDIA:TYPE={},GROUP-ID=\"{}\",NAME=\"{}\"", rendition.type,
                       rendition.groupId, rendition.name);
        if (!rendition.language.empty()) {
            fmt::format_to(Out(text), ",LANGUAGE=\"{}\"", rendition.language);
        }
        fmt::format_to(Out(text), "{}{}", rendition.isDefault ? ",DEFAULT=YES" : "",
                       rendition.autoSelect ? ",AUTOSELECT=YES" : "");
        text += rendition.uri.empty() ? "\n" : fmt::format(",URI=\"{}\"\n", rendition.uri);
    }
    for (const auto& variant : playlist.variants) {
        writeVariant(text, variant);
    }
    return text;
}

}  // namespace footlight::hls
