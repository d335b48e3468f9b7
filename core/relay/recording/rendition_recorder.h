#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/relay/recording/journal.h"
#include "core/relay/recording/recording.h"
#include "core/relay/recording/settings.h"

namespace footlight::relay::recording {

/// Writes one rendition of a broadcast: its segments into few large files, its journal beside them. Used on
/// the broadcast's worker, one call at a time.
class RenditionRecorder {
public:
    /// Goes on where `recording` ends. `journalSize` is what there is of the journal.
    RenditionRecorder(BlobStore& store, RecordingPtr recording, std::string name,
                      const RecordingSettings& settings, std::uint64_t journalSize);

    Result<> init(const std::string& name, const SharedBytes& bytes);
    /// `isKept` is false while the disk takes nothing: the segment is noted as missing.
    Result<> begin(const SegmentHead& head, bool isKept);
    /// Moves the part's body into the file. After an error the segment ends with the part before.
    Result<> part(const ArchivedPart& part);
    /// The part did not reach us.
    void lose(media::MediaTime duration);
    Result<> close();
    Result<> end();

    [[nodiscard]] bool isKeeping() const { return open_ && !isBroken_; }

private:
    struct File {
        std::string name;
        std::unique_ptr<BlobWriter> writer;
    };

    Result<std::uint64_t> append(const Piece& piece);
    Result<File*> fileFor(const SegmentHead& head);
    void noteMissing(std::uint64_t until);
    void note(KeptSegment segment);
    Result<> flushJournal();

    BlobStore& store_;
    RecordingPtr recording_;
    std::string name_;
    const RecordingSettings& settings_;
    std::unique_ptr<BlobWriter> journal_;
    std::uint64_t journalSize_;
    std::string pending_;  ///< lines that the disk has not taken yet
    std::string lastInit_;
    std::optional<std::uint64_t> nextSequence_;
    File media_;
    File slates_;
    File* file_ = nullptr;  ///< of the open segment
    std::optional<KeptSegment> open_;
    bool isBroken_ = false;  ///< the rest of the open segment is lost
    media::MediaTime lost_{};
};

}  // namespace footlight::relay::recording
