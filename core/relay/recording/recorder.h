#pragma once

#include <map>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/recording/disk_watch.h"
#include "core/relay/recording/job.h"
#include "core/relay/recording/rendition_recorder.h"

namespace footlight::relay::recording {

/// What all recorders share; outlives them.
struct RecorderContext {
    BlobStore& store;
    BroadcastEvents& events;
    const Clock& clock;
    const RecordingSettings& settings;
    DiskWatch& disk;
};

/// Writes the recording of one broadcast and tells how it goes. Where the disk refuses, it pauses, and goes
/// on with the next segment for which there is room. Used on the broadcast's worker, one call at a time.
class Recorder {
public:
    /// Goes on with what `recording` holds. `journalSizes` by rendition.
    Recorder(RecorderContext context, RecordingPtr recording,
             std::map<std::string, std::uint64_t> journalSizes, Logger logger);

    void run(Job job);
    [[nodiscard]] bool hasEnded() const { return hasEnded_; }

private:
    void take(DescribeJob job);
    void take(InitJob job);
    void take(BeginJob job);
    void take(PartJob job);
    void take(const LostJob& job);
    void take(const CloseJob& job);
    void take(const EndJob& job);

    RenditionRecorder& rendition(const std::string& name);
    void check(const Result<>& result);
    void pause(std::string reason);
    void goOn();
    void saveRecord();
    void report(RecordingState::Phase phase, std::string reason);

    RecorderContext context_;
    RecordingPtr recording_;
    std::map<std::string, std::uint64_t> journalSizes_;
    Logger logger_;
    std::map<std::string, std::unique_ptr<RenditionRecorder>> renditions_;
    std::string pausedFor_;  ///< empty: it writes
    std::string warned_;
    bool isRecordSaved_ = false;
    bool hasBegun_ = false;
    bool hasEnded_ = false;
    SteadyTime reportedAt_{};
};

}  // namespace footlight::relay::recording
