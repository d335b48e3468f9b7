#include "core/capture/delivery/destination_queue.h"

#include <algorithm>

namespace footlight::capture {

namespace {

bool isVideo(const OutgoingPacket& packet) { return packet.packet.kind == media::MediaKind::Video; }
bool isKeyFrame(const OutgoingPacket& packet) { return isVideo(packet) && packet.packet.isKeyFrame; }
std::size_t sizeOf(const OutgoingPacket& packet) { return packet.packet.payload->size(); }

}  // namespace

void DestinationQueue::push(OutgoingPacket packet) {
    if (isVideo(packet)) {
        pushVideo(std::move(packet));
    } else if (!holding_ || !needsKeyFrame_) {
        append(std::move(packet));
    }
    boundAudio();
    boundBytes();
}

void DestinationQueue::pushVideo(OutgoingPacket packet) {
    if (packet.packet.isKeyFrame) {
        needsKeyFrame_ = false;
        if (holding_) {
            clear();
        }
    }
    if (needsKeyFrame_) {
        ++droppedFrames_;
        return;
    }
    append(std::move(packet));
    if (holding_) {
        if (videoDuration() > limits_.heldGop) {
            clear();
            needsKeyFrame_ = true;
        }
        return;
    }
    if (videoDuration() > limits_.disposableAfter) {
        dropDisposable();
    }
    if (videoDuration() > limits_.videoAfter) {
        dropToKeyFrame();
    }
}

std::optional<OutgoingPacket> DestinationQueue::pop() {
    if (packets_.empty() || holding_) {
        return std::nullopt;
    }
    auto packet = std::move(packets_.front());
    packets_.pop_front();
    bytes_ -= sizeOf(packet);
    return packet;
}

void DestinationQueue::hold() {
    holding_ = true;
    const auto key = std::find_if(packets_.rbegin(), packets_.rend(), isKeyFrame);
    if (key == packets_.rend()) {
        clear();
        needsKeyFrame_ = true;
        return;
    }
    const auto before = std::prev(packets_.rend()) - key;
    for (auto i = before; i > 0; --i) {
        popFront();
    }
}

media::MediaTime DestinationQueue::duration() const {
    return packets_.empty() ? media::MediaTime{} : packets_.back().packet.dts - packets_.front().packet.dts;
}

void DestinationQueue::append(OutgoingPacket packet) {
    bytes_ += sizeOf(packet);
    packets_.push_back(std::move(packet));
}

media::MediaTime DestinationQueue::videoDuration() const {
    const auto first = std::find_if(packets_.begin(), packets_.end(), isVideo);
    const auto last = std::find_if(packets_.rbegin(), packets_.rend(), isVideo);
    return first == packets_.end() ? media::MediaTime{} : last->packet.dts - first->packet.dts;
}

template <typename Predicate>
void DestinationQueue::dropVideoIf(Predicate predicate) {
    std::erase_if(packets_, [&](const OutgoingPacket& packet) {
        if (!isVideo(packet) || !predicate(packet)) {
            return false;
        }
        bytes_ -= sizeOf(packet);
        ++droppedFrames_;
        return true;
    });
}

void DestinationQueue::dropDisposable() {
    dropVideoIf([](const OutgoingPacket& packet) { return packet.disposable; });
}

void DestinationQueue::dropToKeyFrame() {
    const auto first = std::find_if(packets_.begin(), packets_.end(), isVideo);
    const auto newestKey = std::find_if(packets_.rbegin(), packets_.rend(), isKeyFrame);
    if (newestKey == packets_.rend() || &*newestKey == &*first) {
        dropVideoIf([](const OutgoingPacket&) { return true; });
        needsKeyFrame_ = true;
        return;
    }
    const auto* key = &*newestKey;
    bool isBefore = true;
    dropVideoIf([&](const OutgoingPacket& packet) {
        isBefore = isBefore && &packet != key;
        return isBefore;
    });
}

void DestinationQueue::boundAudio() {
    while (!packets_.empty() && !isVideo(packets_.front()) && duration() > limits_.audioAfter) {
        popFront();
    }
}

void DestinationQueue::boundBytes() {
    while (bytes_ > limits_.bytes && std::any_of(packets_.begin(), packets_.end(), isVideo)) {
        dropToKeyFrame();
    }
    while (bytes_ > limits_.bytes) {
        popFront();
    }
}

void DestinationQueue::popFront() {
    droppedFrames_ += isVideo(packets_.front()) ? 1U : 0U;
    bytes_ -= sizeOf(packets_.front());
    packets_.pop_front();
}

void DestinationQueue::clear() {
    droppedFrames_ += static_cast<std::uint64_t>(std::count_if(packets_.begin(), packets_.end(), isVideo));
    packets_.clear();
    bytes_ = 0;
}

}  // namespace footlight::capture
