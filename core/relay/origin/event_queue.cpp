#include "core/relay/origin/event_queue.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

/// At most so many in one request (core/wire/hooks.h).
constexpr std::size_t kBatch = 100;

wire::PublishEventType toWire(BroadcastEventType type) {
    switch (type) {
        case BroadcastEventType::Started:
            return wire::PublishEventType::Started;
        case BroadcastEventType::Health:
            return wire::PublishEventType::Health;
        case BroadcastEventType::Lost:
            return wire::PublishEventType::Lost;
        case BroadcastEventType::Resumed:
            return wire::PublishEventType::Resumed;
        case BroadcastEventType::Ended:
            return wire::PublishEventType::Ended;
        case BroadcastEventType::Input:
        case BroadcastEventType::Recording:
        case BroadcastEventType::Target:
            break;
    }
    return wire::PublishEventType::Health;
}

wire::PublishEvent toWire(const BroadcastEvent& event) {
    wire::PublishEvent message{toWire(event.type), event.channel, event.broadcastId, event.at, std::nullopt};
    if (event.health) {
        const auto& from = *event.health;
        message.health =
            wire::StreamHealth{from.bitrate,    from.frameRate,  from.width,           from.height,
                               from.videoCodec, from.audioCodec, from.keyFrameInterval};
    }
    return message;
}

bool isHealth(const wire::PublishEvent& event) { return event.type == wire::PublishEventType::Health; }

}  // namespace

void EventQueue::add(const BroadcastEvent& event) {
    if (event.input || event.recording || event.target) {
        return;
    }
    auto message = toWire(event);
    if (isHealth(message) && replaceHealth(message)) {
        return;
    }
    version_ += isHealth(message) ? 0 : 1;
    events_.push_back(std::move(message));
    if (events_.size() > limit_ && events_.size() > inFlight_) {
        events_.erase(events_.begin() + static_cast<std::ptrdiff_t>(inFlight_));
    }
}

void EventQueue::addOlder(const std::vector<wire::PublishEvent>& events) {
    events_.insert(events_.begin(), events.begin(), events.end());
    version_ += events.empty() ? 0 : 1;
}

wire::PublishEvents EventQueue::takeBatch() {
    inFlight_ = std::min(events_.size(), kBatch);
    wire::PublishEvents batch;
    batch.events.assign(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(inFlight_));
    return batch;
}

void EventQueue::delivered() {
    events_.erase(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(inFlight_));
    inFlight_ = 0;
    ++version_;
}

std::vector<wire::PublishEvent> EventQueue::lasting() const {
    std::vector<wire::PublishEvent> events;
    std::remove_copy_if(events_.begin(), events_.end(), std::back_inserter(events), isHealth);
    return events;
}

/// The newest waiting event of the broadcast gives way where it is health too.
bool EventQueue::replaceHealth(const wire::PublishEvent& event) {
    for (std::size_t i = events_.size(); i > inFlight_; --i) {
        auto& waiting = events_[i - 1];
        if (waiting.broadcastId == event.broadcastId) {
            if (isHealth(waiting)) {
                waiting = event;
            }
            return isHealth(waiting);
        }
    }
    return false;
}

}  // namespace footlight::relay::origin
