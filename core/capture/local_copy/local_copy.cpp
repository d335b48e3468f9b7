#include "core/capture/local_copy/local_copy.h"

#include <cerrno>
#include <cstring>

#include "core/capture/local_copy/flv_tags.h"
#include "core/media/bitstream/flv_file.h"

namespace footlight::capture {
namespace {

namespace fs = std::filesystem;

/// Half a minute at 20 Mbit/s: what a disk may sleep.
constexpr std::size_t kQueuedAtMost = 64U << 20U;
/// The disk's room is looked at this often.
constexpr std::uint64_t kBetweenChecks = 32U << 20U;

}  // namespace

LocalCopy::LocalCopy(LocalCopyRule rule, const Clock& clock)
    : rule_(std::move(rule)), clock_(clock), thread_([this] { loop(); }) {}

LocalCopy::~LocalCopy() { close(); }

void LocalCopy::close() {
    {
        const std::lock_guard lock(mutex_);
        isClosing_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void LocalCopy::setTracks(media::Tracks tracks) {
    const std::lock_guard lock(mutex_);
    tracks_ = std::move(tracks);
    tracksAreNew_ = true;
}

void LocalCopy::push(OutgoingPacket packet) {
    {
        const std::lock_guard lock(mutex_);
        if (!problem_.empty() || isClosing_) {
            return;
        }
        const bool isVideo = packet.packet.kind == media::MediaKind::Video;
        if (queuedBytes_ + packet.packet.payload->size() > kQueuedAtMost) {
            needsKeyFrame_ = true;
            return;
        }
        if (needsKeyFrame_ && !(isVideo && packet.packet.isKeyFrame)) {
            return;
        }
        needsKeyFrame_ = false;
        queuedBytes_ += packet.packet.payload->size();
        queue_.push_back(std::move(packet));
    }
    changed_.notify_all();
}

std::string LocalCopy::problem() const {
    const std::lock_guard lock(mutex_);
    return problem_;
}

void LocalCopy::loop() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return isClosing_ || !queue_.empty(); });
        if (queue_.empty()) {
            break;
        }
        const OutgoingPacket next = std::move(queue_.front());
        queue_.pop_front();
        queuedBytes_ -= next.packet.payload->size();
        lock.unlock();
        write(next);
        lock.lock();
    }
    file_.reset();
}

void LocalCopy::write(const OutgoingPacket& outgoing) {
    std::optional<media::Tracks> tracks;
    bool areNew = false;
    {
        const std::lock_guard lock(mutex_);
        if (!problem_.empty() || !tracks_) {
            return;
        }
        tracks = tracks_;
        areNew = std::exchange(tracksAreNew_, false);
    }
    const auto& packet = outgoing.packet;
    const bool isKeyFrame = packet.kind == media::MediaKind::Video && packet.isKeyFrame;
    if (!file_ && !(isKeyFrame && begin(outgoing))) {
        return;
    }
    const auto time =
        std::max(std::chrono::floor<std::chrono::milliseconds>(packet.dts), std::chrono::milliseconds{0});
    if (areNew) {
        put(configurationTags(*tracks, time));
    }
    if (isKeyFrame) {
        const auto shown = std::chrono::floor<std::chrono::milliseconds>(packet.pts);
        put(clockTag(outgoing.capturedAt, std::max(shown, std::chrono::milliseconds{0})));
    }
    if (const auto codec = media::codecOf(*tracks, packet.kind, packet.track); codec && packet.track == 0) {
        put(frameTag(packet, *codec));
    }
}

bool LocalCopy::begin(const OutgoingPacket& keyFrame) {
    std::error_code error;
    fs::create_directories(rule_.folder, error);
    path_ = rule_.folder / copyName(keyFrame.capturedAt);
    tidy(rule_, clock_.utcNow(), path_);
    if (!hasRoom()) {
        return false;
    }
    file_.reset(std::fopen(path_.c_str(), "wbx"));
    if (!file_) {
        stopFor("The local copy " + path_.string() + " cannot be written: " + std::strerror(errno) +
                ". Choose another folder in the settings.");
        return false;
    }
    put(media::flv::fileHeader(true, true));
    return true;
}

bool LocalCopy::hasRoom() {
    std::error_code error;
    const auto space = fs::space(rule_.folder, error);
    if (!error && space.available < rule_.leaveFree) {
        stopFor("The local copy was stopped: the disk of " + rule_.folder.string() + " has only " +
                std::to_string(space.available / 1'000'000) + " MB left.");
        return false;
    }
    return true;
}

void LocalCopy::put(const Result<Bytes>& tag) {
    if (!file_) {
        return;
    }
    if (!tag) {
        stopFor("The local copy was stopped: " + tag.error().message() + ".");
        return;
    }
    if (std::fwrite(tag->data(), 1, tag->size(), file_.get()) != tag->size()) {
        stopFor("The local copy was stopped: " + path_.string() +
                " cannot be written: " + std::strerror(errno) + ".");
        return;
    }
    sinceCheck_ += tag->size();
    if (sinceCheck_ > kBetweenChecks) {
        sinceCheck_ = 0;
        hasRoom();
    }
}

void LocalCopy::stopFor(std::string why) {
    file_.reset();
    const std::lock_guard lock(mutex_);
    problem_ = std::move(why);
    queue_.clear();
    queuedBytes_ = 0;
}

}  // namespace footlight::capture
