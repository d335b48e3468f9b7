#include "core/rtmp/protocol/stream_inbox.h"

#include <iterator>
#include <utility>

#include "core/rtmp/protocol/aggregate.h"

namespace footlight::rtmp {

void StreamInbox::begin() { *this = {}; }

Result<void> StreamInbox::take(Message message) {
    if (message.header.type != MessageType::Aggregate) {
        add(std::move(message));
        return {};
    }
    auto messages = splitAggregate(message);
    if (!messages) {
        return fail(std::move(messages.error()));
    }
    for (Message& each : *messages) {
        add(std::move(each));
    }
    return {};
}

void StreamInbox::add(Message message) {
    auto events = readStreamMessage(std::move(message), timeline_);
    std::move(events.begin(), events.end(), std::back_inserter(told_));
}

std::optional<StreamEvent> StreamInbox::next() {
    if (taken_ == told_.size()) {
        told_.clear();
        taken_ = 0;
        return std::nullopt;
    }
    return std::move(told_[taken_++]);
}

}  // namespace footlight::rtmp
