#include "core/relay/recording/journal.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/hls/parser.h"

namespace footlight::relay::recording {
namespace {

using media::toSeconds;

constexpr std::string_view kOpenMark = "# open: ";
constexpr std::string_view kSequence = "#EXT-X-MEDIA-SEQUENCE:";
constexpr std::string_view kEndList = "#EXT-X-ENDLIST";
constexpr std::string_view kSlatePrefix = "slate-";
constexpr hls::ParseLimits kLimits{std::size_t{1} << 30U, 10'000'000};

/// The end of the last line that is whole.
std::size_t wholeLines(std::string_view text) {
    const auto last = text.rfind('\n');
    return last == std::string_view::npos ? 0 : last + 1;
}

/// The end of the last line that names a segment's file, or of the start: what stands behind it belongs to
/// no closed segment.
std::size_t closedLines(std::string_view text) {
    const auto sequence = text.find(kSequence);
    const auto start = sequence == std::string_view::npos ? sequence : text.find('\n', sequence);
    auto end = text.size();
    while (start != std::string_view::npos && end > start + 1) {
        const auto begin = text.rfind('\n', end - 2) + 1;
        if (text[begin] != '#') {
            return end;
        }
        end = begin;
    }
    return end;
}

struct Mark {
    std::string blob;
    std::uint64_t offset = 0;
    std::size_t end = 0;  ///< of its line
};

/// `# open: media-5.m4s@1234` of the lines in front of an open segment.
std::optional<Mark> openMark(std::string_view lines) {
    const auto begin = lines.rfind(kOpenMark);
    if (begin == std::string_view::npos) {
        return std::nullopt;
    }
    auto line = lines.substr(begin + kOpenMark.size());
    line = line.substr(0, line.find('\n'));
    const auto end = begin + kOpenMark.size() + line.size() + 1;
    const auto at = line.find('@');
    Mark mark;
    if (at == std::string_view::npos ||
        std::from_chars(line.data() + at + 1, line.data() + line.size(), mark.offset).ec != std::errc{}) {
        return std::nullopt;
    }
    mark.blob = line.substr(0, at);
    mark.end = end;
    return mark;
}

SegmentHead headOf(const hls::Segment& segment, std::uint64_t sequence) {
    SegmentHead head;
    head.sequence = sequence;
    head.shownAt = segment.programDateTime.value_or(UtcTime{});
    head.discontinuity = segment.discontinuity;
    head.isSlate = segment.uri.starts_with(kSlatePrefix);
    head.init = segment.map ? segment.map->uri : std::string();
    return head;
}

KeptSegment keptOf(hls::Segment& segment, std::uint64_t sequence) {
    KeptSegment kept;
    kept.head = headOf(segment, sequence);
    kept.duration = segment.duration;
    if (!segment.isGap && segment.range) {
        kept.offset = segment.range->offset.value_or(0);
        kept.size = segment.range->length;
        kept.blob = std::move(segment.uri);
    }
    return kept;
}

}  // namespace

std::uint64_t Journal::nextSequence() const {
    return segments.empty() ? firstSequence : segments.back().head.sequence + 1;
}

std::string blobName(const SegmentHead& first) {
    return fmt::format("{}{}.m4s", first.isSlate ? kSlatePrefix : "media-", first.sequence);
}

std::string journalStart(media::MediaTime targetDuration, std::uint64_t firstSequence) {
    return fmt::format(
        "#EXTM3U\n#EXT-X-VERSION:8\n#EXT-X-TARGETDURATION:{:.0f}\n#EXT-X-PLAYLIST-TYPE:EVENT\n"
        "#EXT-X-MEDIA-SEQUENCE:{}\n",
        std::ceil(toSeconds(targetDuration)), firstSequence);
}

std::string journalBegin(const OpenSegment& segment, const std::string& lastInit) {
    std::string text;
    if (segment.head.discontinuity) {
        text += "#EXT-X-DISCONTINUITY\n";
    }
    if (segment.head.init != lastInit) {
        text += fmt::format("#EXT-X-MAP:URI=\"{}\"\n", segment.head.init);
    }
    text += fmt::format("#EXT-X-PROGRAM-DATE-TIME:{}\n", toIso8601(segment.head.shownAt));
    if (!segment.blob.empty()) {
        text += fmt::format("{}{}@{}\n", kOpenMark, segment.blob, segment.offset);
    }
    return text;
}

std::string journalClose(const KeptSegment& segment) {
    if (segment.isGap()) {
        return fmt::format("#EXT-X-GAP\n#EXTINF:{:.6f},\n{}\n", toSeconds(segment.duration),
                           blobName(segment.head));
    }
    return fmt::format("#EXTINF:{:.6f},\n#EXT-X-BYTERANGE:{}@{}\n{}\n", toSeconds(segment.duration),
                       segment.size, segment.offset, segment.blob);
}

std::string journalEnd() { return std::string(kEndList) + "\n"; }

Result<Journal> parseJournal(std::string_view text) {
    auto whole = text.substr(0, wholeLines(text));
    const auto end = whole.rfind(kEndList);
    whole = whole.substr(0, end);
    auto parsed = hls::parsePlaylist(whole, kLimits);
    auto* playlist = parsed ? std::get_if<hls::MediaPlaylist>(&*parsed) : nullptr;
    if (playlist == nullptr) {
        return parsed ? fail(ErrorCategory::Corrupt, "recording.journal", "the journal is no media playlist")
                      : fail(std::move(parsed.error()).within("reading a journal"));
    }
    Journal journal;
    journal.targetDuration = playlist->targetDuration;
    journal.firstSequence = playlist->mediaSequence;
    journal.isEnded = end != std::string_view::npos;
    for (std::size_t i = 0; i < playlist->segments.size(); ++i) {
        journal.segments.push_back(keptOf(playlist->segments[i], playlist->mediaSequence + i));
    }
    journal.closedSize = closedLines(whole);
    const auto mark = openMark(whole.substr(journal.closedSize));
    if (mark && playlist->open) {
        playlist->open->uri = mark->blob;
        journal.open = OpenSegment{headOf(*playlist->open, journal.nextSequence()), mark->blob, mark->offset};
        journal.openSize = journal.closedSize + mark->end;
    }
    return journal;
}

}  // namespace footlight::relay::recording
