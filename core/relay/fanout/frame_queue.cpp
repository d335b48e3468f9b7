#include "core/relay/fanout/frame_queue.h"

namespace footlight::relay::fanout {

using media::MediaKind;

/// What the service is told: one picture, one sound. A broadcast without the chosen track sends its first.
media::Tracks FrameQueue::chosen() const {
    media::Tracks one;
    one.video = tracks_.video;
    const auto found = tracks_.moreAudio.find(audioTrack_);
    one.audio = found != tracks_.moreAudio.end() ? found->second : tracks_.audio;
    return one;
}

bool FrameQueue::isWanted(const media::Packet& packet) const {
    if (packet.kind == MediaKind::Video) {
        return packet.track == 0;
    }
    return packet.track == (tracks_.moreAudio.contains(audioTrack_) ? audioTrack_ : 0);
}

void FrameQueue::tracks(const media::Tracks& tracks) {
    tracks_ = tracks;
    if (isOpen_) {
        items_.emplace_back(chosen());
        awaitsKeyFrame_ = true;
    }
}

void FrameQueue::setAudioTrack(media::TrackId track) {
    if (audioTrack_ != track) {
        audioTrack_ = track;
        tracks(media::Tracks(tracks_));
    }
}

void FrameQueue::push(const media::Packet& packet) {
    if (!isOpen_ || !isWanted(packet)) {
        return;
    }
    if (bytes_ + packet.payload->size() > limit_) {
        clear();
    }
    if (awaitsKeyFrame_) {
        const bool begins = packet.isKeyFrame && (packet.kind == MediaKind::Video || !tracks_.video);
        if (!begins) {
            return;
        }
        awaitsKeyFrame_ = false;
    }
    bytes_ += packet.payload->size();
    items_.emplace_back(packet);
    std::get<media::Packet>(items_.back()).track = 0;
}

void FrameQueue::open() {
    items_.clear();
    bytes_ = 0;
    isOpen_ = true;
    awaitsKeyFrame_ = true;
    items_.emplace_back(chosen());
}

void FrameQueue::close() {
    isOpen_ = false;
    items_.clear();
    bytes_ = 0;
}

/// The service is too slow: what waits is old. Tracks that were to be told are told all the same.
void FrameQueue::clear() {
    std::optional<Item> told;
    for (auto& item : items_) {
        if (std::holds_alternative<media::Packet>(item)) {
            ++dropped_;
        } else {
            told = std::move(item);
        }
    }
    items_.clear();
    bytes_ = 0;
    awaitsKeyFrame_ = true;
    if (told) {
        items_.push_back(std::move(*told));
    }
}

std::optional<FrameQueue::Item> FrameQueue::pop() {
    if (items_.empty()) {
        return std::nullopt;
    }
    auto item = std::move(items_.front());
    items_.pop_front();
    if (const auto* packet = std::get_if<media::Packet>(&item)) {
        bytes_ -= packet->payload->size();
    }
    return item;
}

}  // namespace footlight::relay::fanout
