#include "core/playback/media_buffer.h"

namespace footlight::playback {
namespace {

using media::MediaTime;

/// Bounds. At 0.2 s a part this is over three seconds on top of what the decoder holds.
constexpr std::size_t kChunks = 16;
constexpr std::size_t kPictures = 16;
constexpr std::size_t kFewPictures = 4;
/// Sound leaves its queue without a word here, so the decoder looks again this often.
constexpr auto kIdleWait = std::chrono::milliseconds(25);
constexpr int kPictureBytes = 64 * 1024 * 1024;

}  // namespace

MediaBuffer::MediaBuffer(std::function<void()> onPictures, std::function<void()> onRoom)
    : onPictures_(std::move(onPictures)), onRoom_(std::move(onRoom)) {}

void MediaBuffer::restart() {
    {
        const std::lock_guard lock(mutex_);
        chunks_.clear();
        pictures_.clear();
        const auto run = level_.run + 1;
        level_ = BufferLevel{};
        level_.run = run;
        restartPending_ = true;
        finished_ = false;
    }
    changed_.notify_all();
}

bool MediaBuffer::hasRoomForChunks() const {
    const std::lock_guard lock(mutex_);
    return chunks_.size() < kChunks;
}

void MediaBuffer::push(MediaChunk chunk) {
    {
        const std::lock_guard lock(mutex_);
        chunks_.push_back(std::move(chunk));
    }
    changed_.notify_all();
}

void MediaBuffer::finish() {
    {
        const std::lock_guard lock(mutex_);
        finished_ = true;
    }
    changed_.notify_all();
}

MediaBuffer::Task MediaBuffer::nextTask(const Wants& wants, bool isEmpty) {
    std::unique_lock lock(mutex_);
    if (stopping_) {
        return Task::Stop;
    }
    if (restartPending_) {
        restartPending_ = false;
        return Task::Restart;
    }
    if (wants.chunk && !chunks_.empty()) {
        return Task::Chunk;
    }
    if (wants.picture && hasRoomForPictures()) {
        return Task::Picture;
    }
    if (wants.sound) {
        return Task::Sound;
    }
    if (isEmpty && finished_ && chunks_.empty() && !level_.isDrained) {
        return Task::Drain;
    }
    changed_.wait_for(lock, kIdleWait);
    return Task::Again;
}

bool MediaBuffer::hasRoomForPictures() const {
    if (pictures_.size() < kFewPictures) {
        return true;
    }
    const auto size = pictures_.back().frame.size();
    const int bytes = size.width() * size.height() * 3 / 2 * static_cast<int>(pictures_.size());
    return pictures_.size() < kPictures && bytes < kPictureBytes;
}

std::optional<MediaChunk> MediaBuffer::takeChunk() {
    std::optional<MediaChunk> chunk;
    {
        const std::lock_guard lock(mutex_);
        if (chunks_.empty()) {
            return std::nullopt;
        }
        chunk = std::move(chunks_.front());
        chunks_.pop_front();
    }
    onRoom_();
    return chunk;
}

void MediaBuffer::setStart(std::uint64_t run, MediaTime playFrom, MediaTime listedAt) {
    const std::lock_guard lock(mutex_);
    if (run == level_.run) {
        level_.playFrom = playFrom;
        level_.listedOffset = listedAt - playFrom;
        playHead_ = playFrom;
    }
}

void MediaBuffer::setRange(std::uint64_t run, MediaTime end, bool hasVideo) {
    {
        const std::lock_guard lock(mutex_);
        if (run != level_.run) {
            return;
        }
        level_.end = end;
        level_.hasVideo = level_.hasVideo || hasVideo;
        level_.hasStarted = true;
    }
    onPictures_();
}

void MediaBuffer::push(std::uint64_t run, ReadyPicture picture) {
    {
        const std::lock_guard lock(mutex_);
        if (run != level_.run || (picture.pts < level_.playFrom && !picture.isPreview)) {
            return;
        }
        level_.lastPicture = picture.pts;
        pictures_.push_back(std::move(picture));
    }
    onPictures_();
}

void MediaBuffer::setDrained(std::uint64_t run) {
    {
        const std::lock_guard lock(mutex_);
        level_.isDrained = level_.isDrained || run == level_.run;
    }
    onPictures_();
}

std::uint64_t MediaBuffer::run() const {
    const std::lock_guard lock(mutex_);
    return level_.run;
}

BufferLevel MediaBuffer::level() const {
    const std::lock_guard lock(mutex_);
    return level_;
}

std::optional<MediaTime> MediaBuffer::nextPicture() const {
    const std::lock_guard lock(mutex_);
    return pictures_.empty() ? std::nullopt : std::optional(pictures_.front().pts);
}

bool MediaBuffer::nextIsPreview() const {
    const std::lock_guard lock(mutex_);
    return !pictures_.empty() && pictures_.front().isPreview;
}

std::optional<ReadyPicture> MediaBuffer::takePicture() {
    std::optional<ReadyPicture> picture;
    {
        const std::lock_guard lock(mutex_);
        if (pictures_.empty()) {
            return std::nullopt;
        }
        picture = std::move(pictures_.front());
        pictures_.pop_front();
    }
    changed_.notify_all();
    return picture;
}

void MediaBuffer::setPlayHead(MediaTime at) {
    const std::lock_guard lock(mutex_);
    playHead_ = at;
}

MediaTime MediaBuffer::playHead() const {
    const std::lock_guard lock(mutex_);
    return playHead_;
}

void MediaBuffer::skipTo(MediaTime moment) {
    {
        const std::lock_guard lock(mutex_);
        level_.playFrom = moment;
        playHead_ = moment;
        while (!pictures_.empty() && pictures_.front().pts < moment) {
            pictures_.pop_front();
        }
    }
    changed_.notify_all();
}

void MediaBuffer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
}

}  // namespace footlight::playback
