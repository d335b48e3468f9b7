#pragma once

#include <deque>
#include <vector>

#include "core/relay/ports/broadcast_events.h"
#include "core/wire/hooks.h"

namespace footlight::relay::origin {

/// Events on their way to the hub, in order. A state that waits (health, input, recording, one target's) is
/// replaced by a newer one of its broadcast; past the limit the oldest event is dropped. One loop.
class EventQueue {
public:
    explicit EventQueue(std::size_t limit) : limit_(limit) {}

    void add(const BroadcastEvent& event);
    /// What an earlier process could not deliver comes first.
    void addOlder(const std::vector<wire::PublishEvent>& events);
    /// The oldest, at most as many as one request may hold; they stay until delivered() or come back.
    [[nodiscard]] wire::PublishEvents takeBatch();
    void delivered();
    void notDelivered() { inFlight_ = 0; }

    [[nodiscard]] bool isEmpty() const { return events_.empty(); }
    /// What must not be lost: everything but health and the states of inputs and targets.
    [[nodiscard]] std::vector<wire::PublishEvent> lasting() const;
    /// Grows when what must not be lost has changed.
    [[nodiscard]] std::uint64_t version() const { return version_; }

private:
    bool replaceState(const wire::PublishEvent& event);

    std::size_t limit_;
    std::deque<wire::PublishEvent> events_;
    std::size_t inFlight_ = 0;
    std::uint64_t version_ = 0;
};

}  // namespace footlight::relay::origin
