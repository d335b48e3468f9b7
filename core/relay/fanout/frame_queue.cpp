#include "core/relay/fanout/frame_queue.h"

#include <algorithm>

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
    if (isOver(packet)) {
        dropOld(packet);
    }
    Item item = packet;
    if (awaitsKeyFrame_ && !begins(item)) {
        return;
    }
    awaitsKeyFrame_ = false;
    bytes_ += packet.payload->size();
    std::get<media::Packet>(item).track = 0;
    items_.push_back(std::move(item));
}

/// A service can begin to show with it.
bool FrameQueue::begins(const Item& item) const {
    const auto* packet = std::get_if<media::Packet>(&item);
    return packet != nullptr && packet->isKeyFrame && (packet->kind == MediaKind::Video || !tracks_.video);
}

bool FrameQueue::isOver(const media::Packet& next) const {
    const auto oldest = std::find_if(items_.begin(), items_.end(), [](const Item& item) {
        return std::holds_alternative<media::Packet>(item);
    });
    return oldest != items_.end() && (bytes_ + next.payload->size() > limits_.bytes ||
                                      next.dts - std::get<media::Packet>(*oldest).dts > limits_.time);
}

/// The service is too slow: what waits is old.
void FrameQueue::dropOld(const media::Packet& next) {
    const auto newest =
        std::find_if(items_.rbegin(), items_.rend(), [this](const Item& item) { return begins(item); });
    if (newest != items_.rend()) {
        dropUntil(std::prev(newest.base()));
    }
    if (newest == items_.rend() || isOver(next)) {
        dropUntil(items_.end());
        awaitsKeyFrame_ = true;
    }
}

/// Tracks that were to be told are told all the same.
void FrameQueue::dropUntil(std::deque<Item>::iterator first) {
    std::optional<Item> told;
    for (auto item = items_.begin(); item != first; ++item) {
        if (const auto* packet = std::get_if<media::Packet>(&*item)) {
            bytes_ -= packet->payload->size();
            ++dropped_;
        } else {
            told = std::move(*item);
        }
    }
    items_.erase(items_.begin(), first);
    if (told) {
        items_.push_front(std::move(*told));
    }
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
