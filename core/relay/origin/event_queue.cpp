#include "core/relay/origin/event_queue.h"

#include <algorithm>
#include <iterator>

#include "core/relay/origin/hook_messages.h"

namespace footlight::relay::origin {
namespace {

/// At most so many in one request (core/wire/hooks.h).
constexpr std::size_t kBatch = 100;

/// Another one of its kind says all that this one does, and more.
bool isState(const wire::PublishEvent& event) {
    switch (event.type) {
        case wire::PublishEventType::Health:
        case wire::PublishEventType::Input:
        case wire::PublishEventType::Recording:
        case wire::PublishEventType::Target:
            return true;
        case wire::PublishEventType::Started:
        case wire::PublishEventType::Lost:
        case wire::PublishEventType::Resumed:
        case wire::PublishEventType::Ended:
            break;
    }
    return false;
}

bool isOfTheSameKind(const wire::PublishEvent& left, const wire::PublishEvent& right) {
    const auto target = [](const wire::PublishEvent& event) {
        return event.target ? event.target->id : TargetId{};
    };
    return left.type == right.type && target(left) == target(right);
}

bool isLasting(const wire::PublishEvent& event) {
    return !isState(event) || event.type == wire::PublishEventType::Recording;
}

}  // namespace

void EventQueue::add(const BroadcastEvent& event) {
    auto message = toWire(event);
    version_ += isLasting(message) ? 1 : 0;
    if (isState(message) && replaceState(message)) {
        return;
    }
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
    std::copy_if(events_.begin(), events_.end(), std::back_inserter(events), isLasting);
    return events;
}

/// A waiting event of the same kind gives way, unless the broadcast began, was lost or ended after it.
bool EventQueue::replaceState(const wire::PublishEvent& event) {
    for (std::size_t i = events_.size(); i > inFlight_; --i) {
        auto& waiting = events_[i - 1];
        if (waiting.broadcastId != event.broadcastId) {
            continue;
        }
        if (!isState(waiting)) {
            return false;
        }
        if (isOfTheSameKind(waiting, event)) {
            waiting = event;
            return true;
        }
    }
    return false;
}

}  // namespace footlight::relay::origin
