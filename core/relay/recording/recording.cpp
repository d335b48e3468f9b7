#include "core/relay/recording/recording.h"

#include <algorithm>
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

std::optional<KeptSegment> KeptRendition::find(std::uint64_t sequence) const {
    if (!segments.empty() && sequence >= segments.front().head.sequence &&
        sequence <= segments.back().head.sequence) {
        return segments[static_cast<std::size_t>(sequence - segments.front().head.sequence)];
    }
    const auto found = std::find_if(fills.begin(), fills.end(), [sequence](const KeptSegment& one) {
        return one.head.sequence == sequence;
    });
    return found != fills.end() ? std::optional(*found) : std::nullopt;
}

std::vector<KeptSegment> KeptRendition::shown() const {
    std::vector<KeptSegment> shown;
    auto fill = fills.begin();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!segments.isShown(i)) {
            continue;
        }
        for (; fill != fills.end() && fill->head.shownAt < segments.time(i).shownAt; ++fill) {
            shown.push_back(*fill);
        }
        shown.push_back(segments[i]);
    }
    shown.insert(shown.end(), fill, fills.end());
    return shown;
}

void KeptRendition::forEachShown(const std::function<void(const KeptTime&)>& visit) const {
    auto fill = fills.begin();
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (!segments.isShown(i)) {
            continue;
        }
        for (; fill != fills.end() && fill->head.shownAt < segments.time(i).shownAt; ++fill) {
            visit(fill->time());
        }
        visit(segments.time(i));
    }
    for (; fill != fills.end(); ++fill) {
        visit(fill->time());
    }
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
        kept = found != content->renditions.end() ? found->second.find(*sequence) : std::nullopt;
    }
    return kept && !kept->isGap()
               ? segment(rendition, *kept)
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

}  // namespace footlight::relay::recording
