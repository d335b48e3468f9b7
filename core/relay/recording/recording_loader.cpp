#include "core/relay/recording/recording_loader.h"

#include "core/relay/recording/journal.h"
#include "core/relay/recording/open_segment.h"

namespace footlight::relay::recording {
namespace {

Result<std::string> readText(BlobStore& store, const std::string& key) {
    auto piece = store.open(key);
    auto bytes = piece ? readPiece(*piece) : tl::unexpected<Error>(std::move(piece.error()));
    if (!bytes) {
        return fail(std::move(bytes.error()));
    }
    return std::string(textOf(*bytes));
}

/// Closes the segment that was open, where some of it is whole; returns the journal's size afterwards.
Result<std::uint64_t> closeOpen(BlobStore& store, const std::string& folder, Journal& journal) {
    if (!journal.open) {
        return journal.closedSize;
    }
    auto kept = recoverSegment(store, folder, *journal.open);
    if (!kept) {
        return journal.closedSize;
    }
    auto writer = store.append(folder + "/" + std::string(kJournalName), journal.openSize);
    auto written = writer ? (*writer)->append(bytesOf(journalClose(*kept)))
                          : tl::unexpected<Error>(std::move(writer.error()));
    if (!written) {
        return fail(std::move(written.error()));
    }
    journal.segments.push_back(std::move(*kept));
    return (*writer)->size();
}

/// What was filled in: each with a journal of its own, written when it was whole.
std::vector<KeptSegment> loadFills(BlobStore& store, const std::string& folder) {
    std::vector<KeptSegment> fills;
    const auto names = store.list(folder);
    for (const auto& name : names.value_or(std::vector<std::string>{})) {
        if (!name.starts_with(kFillPrefix) || !name.ends_with(".m3u8")) {
            continue;
        }
        const auto text = readText(store, folder + "/" + name);
        auto journal = text ? parseJournal(*text) : tl::unexpected<Error>(text.error());
        if (journal) {
            fills.insert(fills.end(), std::make_move_iterator(journal->segments.begin()),
                         std::make_move_iterator(journal->segments.end()));
        }
    }
    return fills;
}

Result<std::uint64_t> loadRendition(BlobStore& store, const std::string& folder, Repair repair,
                                    KeptRendition& rendition) {
    auto text = readText(store, folder + "/" + std::string(kJournalName));
    auto journal = text ? parseJournal(*text) : tl::unexpected<Error>(std::move(text.error()));
    if (!journal) {
        return fail(std::move(journal.error()));
    }
    auto size = repair == Repair::Yes ? closeOpen(store, folder, *journal)
                                      : Result<std::uint64_t>(journal->closedSize);
    rendition.targetDuration = journal->targetDuration;
    rendition.segments = SegmentTable(journal->segments);
    rendition.fills = loadFills(store, folder);
    return size;
}

}  // namespace

Result<RecordFile> loadRecord(BlobStore& store, const std::string& folder) {
    auto text = readText(store, folder + "/" + std::string(kRecordName));
    auto file = text ? parseRecord(*text) : tl::unexpected<Error>(std::move(text.error()));
    if (!file) {
        return fail(std::move(file.error()).within("recording " + folder));
    }
    if (file->record.broadcast.text() != folder) {
        return fail(ErrorCategory::Corrupt, "recording.record", "record.json is of another broadcast");
    }
    return file;
}

Result<LoadedRecording> loadRecording(BlobStore& store, const std::string& folder, Repair repair,
                                      const Logger& logger) {
    auto file = loadRecord(store, folder);
    if (!file) {
        return fail(std::move(file.error()));
    }
    auto names = store.list(folder);
    if (!names) {
        return fail(std::move(names.error()));
    }
    LoadedRecording loaded;
    RecordingContent content{std::move(*file), {}, 0};
    for (const auto& name : *names) {
        if (name == kRecordName) {
            continue;
        }
        auto& rendition = content.renditions[name];
        auto size =
            loadRendition(store, folder + "/" + name, content.file.endedAt ? Repair::No : repair, rendition);
        if (size) {
            loaded.journalSizes[name] = *size;
        } else {
            logger.warning("recording {}: {} is left out: {}", folder, name, size.error().text());
            content.renditions.erase(name);
        }
    }
    loaded.recording = std::make_shared<Recording>(store, std::move(content));
    return loaded;
}

}  // namespace footlight::relay::recording
