#include "core/relay/recording/recording.h"

#include <charconv>

namespace footlight::relay::recording {
namespace {

/// "59000000.m4s"; nothing for other names.
std::optional<std::uint64_t> sequenceOf(std::string_view name) {
    constexpr std::string_view kSuffix = ".m4s";
    std::uint64_t sequence = 0;
    if (!name.ends_with(kSuffix)) {
        return std::nullopt;
    }
    name.remove_suffix(kSuffix.size());
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), sequence);
    return error == std::errc{} && end == name.data() + name.size() ? std::optional(sequence) : std::nullopt;
}

}  // namespace

const KeptSegment* KeptRendition::find(std::uint64_t sequence) const {
    if (segments.empty() || sequence < segments.front().head.sequence ||
        sequence > segments.back().head.sequence) {
        return nullptr;
    }
    return &segments[static_cast<std::size_t>(sequence - segments.front().head.sequence)];
}

Recording::Recording(BlobStore& store, RecordingContent content)
    : store_(store), folder_(content.file.record.broadcast.text()), content_(std::move(content)) {}

std::string Recording::key(const std::string& rendition, const std::string& name) const {
    return folder_ + "/" + rendition + "/" + name;
}

Result<Piece> Recording::file(const std::string& rendition, const std::string& name) {
    const auto sequence = sequenceOf(name);
    if (!sequence) {
        return store_.open(key(rendition, name));
    }
    std::optional<KeptSegment> kept;
    {
        auto content = content_.lock();
        const auto found = content->renditions.find(rendition);
        const auto* segment = found != content->renditions.end() ? found->second.find(*sequence) : nullptr;
        if (segment != nullptr && !segment->isGap()) {
            kept = *segment;
        }
    }
    return kept ? segment(rendition, *kept)
                : fail(ErrorCategory::NotFound, "recording.segment", "the recording has no segment " + name);
}

Result<Piece> Recording::segment(const std::string& rendition, const KeptSegment& segment) {
    auto opened = openFile(key(rendition, segment.blob));
    if (!opened) {
        return fail(std::move(opened.error()));
    }
    return Piece::of(std::move(*opened), segment.offset, segment.size);
}

void Recording::isOpen(const std::string& key, const FilePtr& file) {
    auto open = open_.lock();
    std::erase_if(*open, [](const auto& entry) { return entry.second.expired(); });
    (*open)[key] = file;
}

Result<FilePtr> Recording::openFile(const std::string& key) {
    {
        auto open = open_.lock();
        const auto found = open->find(key);
        if (auto file = found != open->end() ? found->second.lock() : nullptr) {
            return file;
        }
    }
    auto opened = store_.open(key);
    if (!opened) {
        return fail(std::move(opened.error()));
    }
    isOpen(key, opened->file);
    return std::move(opened->file);
}

std::vector<RecordingHole> holesOf(const std::vector<KeptSegment>& segments,
                                   std::chrono::milliseconds least) {
    std::vector<RecordingHole> holes;
    std::optional<UtcTime> end;
    for (const auto& segment : segments) {
        if (!segment.isShown()) {
            continue;
        }
        if (end && segment.head.shownAt - *end >= least) {
            holes.push_back({*end, (segment.head.shownAt - *end).count()});
        }
        end = std::max(end.value_or(segment.end()), segment.end());
    }
    return holes;
}

}  // namespace footlight::relay::recording
