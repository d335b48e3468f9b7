#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/guarded.h"
#include "core/relay/ports/blob_store.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/recording/kept_segment.h"
#include "core/relay/recording/record_file.h"
#include "core/relay/recording/segment_table.h"

namespace footlight::relay::recording {

/// The segments of one rendition, numbered without a gap.
struct KeptRendition {
    media::MediaTime targetDuration{};
    SegmentTable segments;
    std::vector<KeptSegment> fills;  ///< of holes, numbered by their date in milliseconds

    /// Nothing where it has none of that number.
    [[nodiscard]] std::optional<KeptSegment> find(std::uint64_t sequence) const;
    /// What people see: without slates and what is missing, the fills at their places.
    [[nodiscard]] std::vector<KeptSegment> shown() const;
    /// When that is shown, one after the other.
    void forEachShown(const std::function<void(const KeptTime&)>& visit) const;
};

/// What one broadcast's recording holds.
struct RecordingContent {
    RecordFile file;
    std::map<std::string, KeptRendition> renditions;
    std::uint64_t version = 0;  ///< grows with every change
};

/// One broadcast's recording, as its recorder writes it and others read it. Any thread; reading a file
/// blocks.
class Recording {
public:
    Recording(BlobStore& store, RecordingContent content);

    [[nodiscard]] const std::string& folder() const { return folder_; }
    /// `folder/rendition/name`.
    [[nodiscard]] std::string key(const std::string& rendition, const std::string& name) const;
    [[nodiscard]] Guarded<RecordingContent>::Access lock() { return content_.lock(); }

    /// A segment ("59000000.m4s") or another object of a rendition. NotFound.
    Result<Piece> file(const std::string& rendition, const std::string& name);
    Result<Piece> segment(const std::string& rendition, const KeptSegment& segment);
    /// The files that are being written need not be opened again. Forgotten with their last reader.
    void isOpen(const std::string& key, const FilePtr& file);

private:
    Result<FilePtr> openFile(const std::string& key);

    BlobStore& store_;
    std::string folder_;
    Guarded<RecordingContent> content_;
    Guarded<std::map<std::string, std::weak_ptr<const OpenFile>>> open_;
};

using RecordingPtr = std::shared_ptr<Recording>;

}  // namespace footlight::relay::recording
