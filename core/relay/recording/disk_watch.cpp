#include "core/relay/recording/disk_watch.h"

#include <algorithm>

namespace footlight::relay::recording {
namespace {

double inGib(std::uint64_t bytes) { return static_cast<double>(bytes) / static_cast<double>(1ULL << 30U); }

}  // namespace

DiskWatch::DiskWatch(BlobStore& store, const RecordingSettings& settings, Logger logger)
    : store_(store), settings_(settings), logger_(std::move(logger)) {
    look();
    thread_ = std::thread([this] { run(); });
}

DiskWatch::~DiskWatch() {
    {
        const std::lock_guard lock(mutex_);
        isStopping_ = true;
    }
    stopping_.notify_all();
    thread_.join();
    sync();
}

std::uint64_t DiskWatch::room() const {
    const std::uint64_t free = free_;
    return free - std::min(free, settings_.stopFree);
}

std::string DiskWatch::warning() const {
    switch (level()) {
        case DiskLevel::Fine:
            return {};
        case DiskLevel::Low:
            return fmt::format("the disk is nearly full: {:.1f} GiB are free", inGib(freeBytes()));
        case DiskLevel::Full:
            return fmt::format("the disk is full: {:.1f} GiB are free, recording needs {:.1f}",
                               inGib(freeBytes()), inGib(settings_.stopFree));
    }
    return {};
}

void DiskWatch::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_.wait_for(lock, settings_.sync, [this] { return isStopping_; })) {
        lock.unlock();
        look();
        sync();
        lock.lock();
    }
}

void DiskWatch::look() {
    const auto space = store_.space();
    if (!space) {
        return;
    }
    free_ = space->free;
    const auto share =
        static_cast<double>(space->free) / static_cast<double>(std::max<std::uint64_t>(space->total, 1));
    const bool isLow = space->free < settings_.alarmFree || share < settings_.alarmShare;
    const auto level = space->free < settings_.stopFree ? DiskLevel::Full
                       : isLow                          ? DiskLevel::Low
                                                        : DiskLevel::Fine;
    if (level_.exchange(level) != level) {
        if (level == DiskLevel::Fine) {
            logger_.info("the disk has room again: {:.1f} GiB are free", inGib(space->free));
        } else {
            logger_.warning("{}", warning());
        }
    }
}

/// One sync for all recordings: what is older than a second outlives a loss of power.
void DiskWatch::sync() {
    if (!isDirty_.exchange(false)) {
        return;
    }
    const auto synced = store_.sync();
    if (!synced && !hasFailed_) {
        logger_.error("recordings may be lost with the power: {}", synced.error().text());
    }
    hasFailed_ = !synced;
}

}  // namespace footlight::relay::recording
