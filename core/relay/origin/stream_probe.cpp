#include "core/relay/origin/stream_probe.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

using media::MediaKind;
using media::MediaTime;

constexpr std::size_t kMostBytes = 64 * 1024 * 1024;
/// How many pictures tell how long one lasts.
constexpr std::size_t kPictures = 6;
constexpr MediaTime kUsualFrame = std::chrono::milliseconds{33};

/// The mean time between the frames of a kind, rounded up.
MediaTime meanFrame(const std::vector<media::Packet>& packets, MediaKind kind) {
    MediaTime first{};
    MediaTime last{};
    std::int64_t count = 0;
    for (const auto& packet : packets) {
        if (packet.kind == kind) {
            first = count == 0 ? packet.dts : first;
            last = packet.dts;
            ++count;
        }
    }
    return count > 1 && last > first ? (last - first + MediaTime{count - 2}) / (count - 1) : kUsualFrame;
}

}  // namespace

StreamProbe::StreamProbe(const StreamSettings& settings, const media::Tracks* expected)
    : settings_(settings), isAnnounced_(expected != nullptr) {
    if (expected != nullptr) {
        expectsVideo_ = expected->video.has_value();
        expectsAudio_ = expected->audio.has_value();
    }
}

void StreamProbe::tracks(media::Tracks tracks) {
    const bool isChanged =
        (tracks_.video && tracks_.video != tracks.video) || (tracks_.audio && tracks_.audio != tracks.audio);
    if (isChanged || (tracks.video && !tracks_.video)) {
        packets_.clear();
        keyFrames_.clear();
        pictures_ = 0;
        bytes_ = 0;
    }
    tracks_ = std::move(tracks);
}

bool StreamProbe::add(media::Packet packet) {
    const bool isKeyPicture = packet.kind == MediaKind::Video && packet.isKeyFrame;
    if (tracks_.video && keyFrames_.empty() && !isKeyPicture) {
        return false;
    }
    if (isKeyPicture) {
        keyFrames_.push_back(packet.dts);
    }
    pictures_ += packet.kind == MediaKind::Video ? 1 : 0;
    bytes_ += packet.payload->size();
    packets_.push_back(std::move(packet));
    return isReady();
}

StreamShape StreamProbe::shape() const {
    StreamShape shape{tracks_, {}, {}};
    shape.frame = meanFrame(packets_, tracks_.video ? MediaKind::Video : MediaKind::Audio);
    if (tracks_.video) {
        // Where the announcement stands already, SegmentRule learns as it goes.
        const auto unknown = isAnnounced_ ? MediaTime{} : settings_.longestGop;
        shape.gop =
            keyFrames_.size() > 1 ? keyFrames_.back() - keyFrames_.front() : toldInterval_.value_or(unknown);
    }
    return shape;
}

bool StreamProbe::isReady() const {
    const auto waited = span();
    if (bytes_ > kMostBytes || waited >= settings_.longestGop || waited.count() < 0) {
        return true;
    }
    const bool knowsTracks =
        (tracks_.video && tracks_.audio) || hasExpectedTracks() || waited >= settings_.probe;
    // Said or announced, the time between pictures is still measured.
    const bool isSpared = (isAnnounced_ || toldInterval_) && pictures_ >= kPictures;
    const bool knowsGop = !tracks_.video || keyFrames_.size() > 1 || isSpared;
    return knowsTracks && knowsGop;
}

bool StreamProbe::hasExpectedTracks() const {
    return isAnnounced_ && expectsVideo_ == tracks_.video.has_value() &&
           expectsAudio_ == tracks_.audio.has_value();
}

MediaTime StreamProbe::span() const {
    return packets_.empty() ? MediaTime{} : packets_.back().dts - packets_.front().dts;
}

}  // namespace footlight::relay::origin
