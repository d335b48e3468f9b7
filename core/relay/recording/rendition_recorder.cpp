#include "core/relay/recording/rendition_recorder.h"

namespace footlight::relay::recording {

RenditionRecorder::RenditionRecorder(BlobStore& store, RecordingPtr recording, std::string name,
                                     const RecordingSettings& settings, std::uint64_t journalSize)
    : store_(store),
      recording_(std::move(recording)),
      name_(std::move(name)),
      settings_(settings),
      journalSize_(journalSize) {
    auto content = recording_->lock();
    auto& rendition = content->renditions[name_];
    if (!rendition.segments.empty()) {
        lastInit_ = rendition.segments.back().head.init;
        nextSequence_ = rendition.segments.back().head.sequence + 1;
    }
    rendition.targetDuration = content->file.record.targetDuration;
}

Result<> RenditionRecorder::init(const std::string& name, const SharedBytes& bytes) {
    return store_.put(recording_->key(name_, name), *bytes);
}

Result<> RenditionRecorder::begin(const SegmentHead& head, bool isKept) {
    auto closed = close();
    if (nextSequence_ && head.sequence > *nextSequence_) {
        noteMissing(head.sequence);
    }
    if (!nextSequence_ && journalSize_ == 0) {
        pending_ = journalStart(recording_->lock()->file.record.targetDuration, head.sequence);
    }
    nextSequence_ = head.sequence;
    open_ = KeptSegment{head, {}, {}, 0, 0};
    lost_ = {};
    isBroken_ = true;
    auto file = isKept ? fileFor(head) : Result<File*>(nullptr);
    if (file && *file != nullptr) {
        file_ = *file;
        open_->blob = file_->name;
        open_->offset = file_->writer->size();
        isBroken_ = false;
    }
    pending_ += journalBegin({head, open_->blob, open_->offset}, lastInit_);
    lastInit_ = head.init;
    auto written = flushJournal();
    return !file ? Result<>(fail(std::move(file.error()))) : !written ? written : closed;
}

/// The file that segments of this kind go to now: a new one where the last is large enough.
Result<RenditionRecorder::File*> RenditionRecorder::fileFor(const SegmentHead& head) {
    File& file = head.isSlate ? slates_ : media_;
    if (!file.writer || file.writer->size() >= settings_.fileBytes) {
        const auto name = blobName(head);
        const auto key = recording_->key(name_, name);
        auto writer = store_.append(key, 0);
        if (!writer) {
            return fail(std::move(writer.error()));
        }
        file = {name, std::move(*writer)};
        recording_->isOpen(key, file.writer->file());
    }
    return &file;
}

Result<> RenditionRecorder::part(const ArchivedPart& part) {
    if (!open_ || isBroken_) {
        lost_ += open_ ? part.duration : media::MediaTime{};
        return {};
    }
    const auto piece = part.body->piece();
    auto at = append(piece);
    if (!at) {
        lose(part.duration);
        return fail(std::move(at.error()));
    }
    part.body->moveTo(Piece::of(file_->writer->file(), *at, piece.size));
    open_->size += piece.size;
    open_->duration += part.duration;
    return {};
}

/// A part comes from memory; one that lies in a file is read.
Result<std::uint64_t> RenditionRecorder::append(const Piece& piece) {
    if (piece.memory) {
        return file_->writer->append(
            ByteView(*piece.memory)
                .subspan(static_cast<std::size_t>(piece.offset), static_cast<std::size_t>(piece.size)));
    }
    const auto bytes = readPiece(piece);
    return bytes ? file_->writer->append(*bytes) : tl::unexpected<Error>(bytes.error());
}

void RenditionRecorder::lose(media::MediaTime duration) {
    isBroken_ = true;
    lost_ += duration;
}

Result<> RenditionRecorder::close() {
    if (!open_) {
        return {};
    }
    auto segment = std::move(*open_);
    open_.reset();
    if (segment.size == 0) {
        segment.blob.clear();
        segment.duration = lost_;
    }
    if (segment.duration.count() == 0) {
        return {};  // it vanishes; its number goes to the next one
    }
    note(std::move(segment));
    return flushJournal();
}

void RenditionRecorder::noteMissing(std::uint64_t until) {
    constexpr std::uint64_t kMost = 100'000;
    if (until - *nextSequence_ > kMost) {
        return;
    }
    while (*nextSequence_ < until) {
        SegmentHead head;
        head.sequence = *nextSequence_;
        head.init = lastInit_;
        note({head, {}, {}, 0, 0});
    }
}

void RenditionRecorder::note(KeptSegment segment) {
    pending_ += journalClose(segment);
    nextSequence_ = segment.head.sequence + 1;
    auto content = recording_->lock();
    content->renditions[name_].segments.add(segment);
    ++content->version;
}

Result<> RenditionRecorder::flushJournal() {
    if (!journal_) {
        auto writer = store_.append(recording_->key(name_, std::string(kJournalName)), journalSize_);
        if (!writer) {
            return fail(std::move(writer.error()));
        }
        journal_ = std::move(*writer);
    }
    auto written = journal_->append(bytesOf(pending_));
    if (!written) {
        return fail(std::move(written.error()));
    }
    pending_.clear();
    return {};
}

Result<> RenditionRecorder::end() {
    auto closed = close();
    pending_ += journalEnd();
    auto written = flushJournal();
    file_ = nullptr;
    media_ = {};
    slates_ = {};
    return !closed ? closed : written;
}

}  // namespace footlight::relay::recording
