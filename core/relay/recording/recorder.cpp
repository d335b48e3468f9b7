#include "core/relay/recording/recorder.h"

#include "core/relay/recording/recording_state.h"

namespace footlight::relay::recording {

using Phase = RecordingState::Phase;

Recorder::Recorder(RecorderContext context, RecordingPtr recording,
                   std::map<std::string, std::uint64_t> journalSizes, Logger logger)
    : context_(context),
      recording_(std::move(recording)),
      journalSizes_(std::move(journalSizes)),
      logger_(std::move(logger)) {}

void Recorder::run(Job job) {
    if (hasEnded_) {
        return;
    }
    std::visit([this](auto& one) { take(std::move(one)); }, job);
    context_.disk.wrote();
}

void Recorder::take(DescribeJob job) {
    {
        auto content = recording_->lock();
        content->file = {std::move(job.record), std::nullopt};
        ++content->version;
    }
    isRecordSaved_ = false;
    saveRecord();
}

void Recorder::take(InitJob job) {
    // Small, and nothing can be played without it: written while there is any room at all.
    check(rendition(job.rendition).init(job.name, job.bytes));
}

void Recorder::take(BeginJob job) {
    const bool mayWrite = context_.disk.level() != DiskLevel::Full;
    if (!mayWrite) {
        pause(context_.disk.warning());
    }
    if (!isRecordSaved_) {
        saveRecord();
    }
    check(rendition(job.rendition).begin(job.head, mayWrite && isRecordSaved_));
}

void Recorder::take(PartJob job) {
    auto& recorder = rendition(job.rendition);
    const bool wasKeeping = recorder.isKeeping();
    const auto written = recorder.part(job.part);
    check(written);
    if (wasKeeping && written) {
        goOn();
    }
}

void Recorder::take(const LostJob& job) {
    rendition(job.rendition).lose(job.duration);
    pause("the disk is too slow for this broadcast");
}

void Recorder::take(const CloseJob& job) { check(rendition(job.rendition).close()); }

void Recorder::take(const EndJob& job) {
    bool isKept = recording_->lock()->file.record.policy.isRecorded;
    for (auto& [name, recorder] : renditions_) {
        check(recorder->end());
    }
    {
        auto content = recording_->lock();
        content->file.endedAt = job.at;
        ++content->version;
    }
    saveRecord();
    hasEnded_ = true;
    if (isKept) {
        report(Phase::Finished, {});
    } else if (auto removed = context_.store.remove(recording_->folder()); !removed) {
        logger_.warning("a broadcast that was not to be kept stays: {}", removed.error().text());
    }
}

RenditionRecorder& Recorder::rendition(const std::string& name) {
    auto& recorder = renditions_[name];
    if (!recorder) {
        recorder = std::make_unique<RenditionRecorder>(context_.store, recording_, name, context_.settings,
                                                       journalSizes_[name]);
    }
    return *recorder;
}

void Recorder::check(const Result<>& result) {
    if (!result) {
        pause(result.error().message());
    }
}

void Recorder::pause(std::string reason) {
    if (!pausedFor_.empty()) {
        return;
    }
    logger_.warning("recording pauses: {}", reason);
    pausedFor_ = std::move(reason);
    report(Phase::Paused, pausedFor_);
}

/// A part is in its file.
void Recorder::goOn() {
    const bool wasPaused = !std::exchange(pausedFor_, {}).empty();
    if (wasPaused) {
        logger_.info("recording goes on");
    }
    auto warning = context_.disk.level() == DiskLevel::Fine ? std::string() : context_.disk.warning();
    const bool isWarned = warning.empty() == warned_.empty();
    const bool isDue = context_.clock.steadyNow() - reportedAt_ >= context_.settings.progress;
    if (!std::exchange(hasBegun_, true) || wasPaused || !isWarned || isDue) {
        warned_ = std::move(warning);
        report(Phase::Writing, warned_);
    }
}

void Recorder::saveRecord() {
    const auto text = printRecord(recording_->lock()->file);
    const auto saved =
        context_.store.put(recording_->folder() + "/" + std::string(kRecordName), bytesOf(text));
    isRecordSaved_ = saved.has_value();
    check(saved);
}

void Recorder::report(Phase phase, std::string reason) {
    reportedAt_ = context_.clock.steadyNow();
    const auto record = recording_->lock()->file.record;
    if (!record.policy.isRecorded) {
        return;
    }
    BroadcastEvent event;
    event.type = BroadcastEventType::Recording;
    event.channel = record.channel;
    event.broadcastId = record.broadcast;
    event.at = context_.clock.utcNow();
    event.recording = stateOf(*recording_->lock(), context_.settings.hole);
    event.recording->phase = phase;
    event.recording->reason = std::move(reason);
    context_.events.report(std::move(event));
}

}  // namespace footlight::relay::recording
