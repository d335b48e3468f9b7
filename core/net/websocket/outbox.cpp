#include "core/net/websocket/outbox.h"

#include <algorithm>

namespace footlight::net::websocket {

std::size_t Outbox::loose() const { return first_ + std::max(pinned_, offset_ > 0 ? 1U : 0U); }

bool Outbox::hasRoom(std::size_t bytes) const {
    return queue_.size() - first_ < mostFrames_ && bytes_ + bytes <= mostBytes_;
}

void Outbox::remove(std::size_t index) {
    bytes_ -= queue_[index].frame->bytes().size();
    queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(index));
}

bool Outbox::add(SharedFrame frame, Priority priority) {
    const auto size = frame->bytes().size();
    while (!hasRoom(size)) {
        const auto free = std::span(queue_).subspan(loose());
        const auto least = std::ranges::min_element(free, {}, &Queued::priority);
        if (least == free.end() || least->priority == Priority::Normal || least->priority > priority) {
            dropped_ += priority == Priority::Normal ? 0 : 1;
            return false;
        }
        remove(static_cast<std::size_t>(&*least - queue_.data()));
        ++dropped_;
    }
    bytes_ += size;
    queue_.push_back({std::move(frame), priority, false});
    return true;
}

void Outbox::addBegun(SharedFrame frame, Priority priority, std::size_t taken) {
    bytes_ += frame->bytes().size();
    queue_.push_back({std::move(frame), priority, false});
    offset_ = taken;
}

void Outbox::addControl(SharedFrame frame) {
    const auto kind = frame->bytes()[0];
    for (std::size_t i = loose(); i < queue_.size(); ++i) {
        if (queue_[i].isControl && queue_[i].frame->bytes()[0] == kind) {
            remove(i);
            break;
        }
    }
    bytes_ += frame->bytes().size();
    queue_.push_back({std::move(frame), Priority::Normal, true});
}

void Outbox::clear() {
    while (queue_.size() > loose()) {
        bytes_ -= queue_.back().frame->bytes().size();
        queue_.pop_back();
    }
}

void Outbox::forgetAll() {
    std::vector<Queued>().swap(queue_);
    first_ = 0;
    pinned_ = 0;
    offset_ = 0;
    bytes_ = 0;
}

std::size_t Outbox::fill(std::span<boost::asio::const_buffer> into) const {
    const auto count = std::min({into.size(), queue_.size() - first_, kMostBuffers});
    for (std::size_t i = 0; i < count; ++i) {
        into[i] = boost::asio::buffer(queue_[first_ + i].frame->bytes());
    }
    if (count > 0) {
        into[0] += offset_;
    }
    return count;
}

void Outbox::taken(std::size_t bytes) {
    bytes += offset_;
    while (!isEmpty() && bytes >= queue_[first_].frame->bytes().size()) {
        const auto size = queue_[first_].frame->bytes().size();
        bytes -= size;
        bytes_ -= size;
        queue_[first_].frame.reset();
        ++first_;
        pinned_ -= std::min(pinned_, 1U);
    }
    offset_ = bytes;
    if (isEmpty()) {
        forgetAll();
    } else if (first_ >= kMostBuffers) {
        queue_.erase(queue_.begin(), queue_.begin() + first_);
        first_ = 0;
    }
}

}  // namespace footlight::net::websocket
