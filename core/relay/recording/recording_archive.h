#pragma once

#include <boost/asio/thread_pool.hpp>
#include <deque>
#include <map>
#include <memory>

#include "core/net/async/work_pool.h"
#include "core/relay/recording/disk_watch.h"
#include "core/relay/recording/recording_loader.h"
#include "core/relay/recording/recording_queue.h"

namespace footlight::relay::recording {

/// Keeps broadcasts in a BlobStore: `<broadcast>/record.json`, and for each rendition
/// `<broadcast>/<rendition>/journal.m3u8` with its files of segments. Whoever got something from it has let
/// go of it before. Any thread.
class RecordingArchive final : public Archive {
public:
    struct Parts {
        BlobStore& store;
        BroadcastEvents& events;
        const Clock& clock;
        RecordingSettings settings;
    };
    RecordingArchive(Parts parts, Logger logger);
    ~RecordingArchive() override;

    std::shared_ptr<BroadcastArchive> open(const BroadcastRecord& record) override;
    net::Task<std::vector<UnfinishedBroadcast>> unfinished(media::MediaTime window) override;
    net::Task<Result<Piece>> file(BroadcastId broadcast, std::string rendition, std::string name) override;

    /// What is kept of a broadcast, on air or not. NotFound.
    net::Task<Result<RecordingPtr>> find(BroadcastId broadcast);
    /// Shows segments that fill a hole from now on, and tells so; they are written already. Any thread.
    void showFill(Recording& recording, const std::string& rendition, std::vector<KeptSegment> segments);
    [[nodiscard]] const RecordingSettings& settings() const { return parts_.settings; }
    /// Takes a recording off the disk; not one that is on air. Never waits.
    void remove(BroadcastId broadcast);
    /// Work that blocks, such as reading what find() returned.
    [[nodiscard]] net::WorkPool& readers() { return readers_; }
    [[nodiscard]] const DiskWatch& disk() const { return disk_; }
    [[nodiscard]] BlobStore& store() { return parts_.store; }

private:
    struct Table {
        std::map<BroadcastId, std::weak_ptr<RecordingQueue>> onAir;
        std::map<BroadcastId, RecordingPtr> known;
        std::deque<BroadcastId> lastUsed;
        std::map<BroadcastId, LoadedRecording> left;  ///< by an earlier process: not taken up yet
        std::deque<BroadcastId> removed;              ///< lately: a slow reader must not bring them back
    };

    std::unique_ptr<Recorder> makeRecorder(const BroadcastRecord& record);
    Result<RecordingPtr> load(const BroadcastId& broadcast);
    Result<LoadedRecording> takeUp(const BroadcastId& broadcast);
    std::vector<UnfinishedBroadcast> loadUnfinished(media::MediaTime window);
    Result<UnfinishedBroadcast> loadUnfinished(const std::string& folder, media::MediaTime window);
    enum class Holder : std::uint8_t { Recorder, Reader };
    RecordingPtr remember(const BroadcastId& broadcast, RecordingPtr recording, Holder holder);
    static bool wasRemoved(const Table& table, const BroadcastId& broadcast);
    void forgetOldest(Table& table) const;

    Parts parts_;
    Logger logger_;
    DiskWatch disk_;
    Guarded<Table> table_;
    net::WorkPool readers_;
    boost::asio::thread_pool writers_;  ///< last: its work uses all of the above
};

}  // namespace footlight::relay::recording
