#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "core/base/logger.h"
#include "core/relay/ports/blob_store.h"
#include "core/relay/recording/settings.h"

namespace footlight::relay::recording {

enum class DiskLevel : std::uint8_t {
    Fine,
    Low,   ///< its owner should make room (L28)
    Full,  ///< nothing is recorded (L28)
};

/// Looks at the room on the disk and syncs what was written, on a thread of its own, once a second.
class DiskWatch {
public:
    DiskWatch(BlobStore& store, const RecordingSettings& settings, Logger logger);
    ~DiskWatch();
    DiskWatch(const DiskWatch&) = delete;
    DiskWatch& operator=(const DiskWatch&) = delete;

    // Any thread.
    [[nodiscard]] DiskLevel level() const { return level_; }
    [[nodiscard]] std::uint64_t freeBytes() const { return free_; }
    /// Bytes that may be written before recordings pause.
    [[nodiscard]] std::uint64_t room() const;
    /// "the disk is full: 0.4 GiB are free, ..."; empty while all is fine.
    [[nodiscard]] std::string warning() const;
    /// Something was written that has to be synced.
    void wrote() { isDirty_ = true; }

private:
    void run();
    void look();
    void sync();

    BlobStore& store_;
    const RecordingSettings& settings_;
    Logger logger_;
    std::atomic<DiskLevel> level_{DiskLevel::Fine};
    std::atomic<std::uint64_t> free_{0};
    std::atomic<bool> isDirty_{false};
    bool hasFailed_ = false;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool isStopping_ = false;
    std::thread thread_;
};

}  // namespace footlight::relay::recording
