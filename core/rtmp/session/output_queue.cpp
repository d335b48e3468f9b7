#include "core/rtmp/session/output_queue.h"

#include <algorithm>

namespace footlight::rtmp {

namespace {

/// Entries that were sent, before the rest moves up.
constexpr std::size_t kSentKept = 256;

}  // namespace

void OutputQueue::begin(std::uint32_t streamId) {
    streamId_ = streamId;
    nextNumber_ = 0;
    isWaiting_ = true;
    preamble_.reset();
}

void OutputQueue::take(const PlayFramePtr& frame) {
    if (frame->number < nextNumber_) {
        return;  // it came with the group that we began with
    }
    const bool isGap = nextNumber_ != 0 && frame->number > nextNumber_;
    nextNumber_ = frame->number + 1;
    if (isGap) {
        isWaiting_ = true;
    }
    if (frameBytes_ + frame->bytes.size() > limit_) {
        dropFrames();
        isWaiting_ = true;
    }
    if (isWaiting_ && !frame->isEntry) {
        ++leftOut_;
        return;
    }
    isWaiting_ = false;
    if (frame->preamble != preamble_) {
        preamble_ = frame->preamble;
        push(Kind::Preamble, share(writePreamble(*preamble_, streamId_, frame->timestamp)));
    }
    const PlayFramePtr mine = streamId_ == kPlayStream ? frame : onStream(*frame, streamId_);
    push(Kind::Frame, std::shared_ptr<const Bytes>(mine, &mine->bytes));
}

void OutputQueue::dropFrames() {
    const bool isBegun = !isEmpty() && (sent_ > 0 || isHeld_);
    const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(first_ + (isBegun ? 1 : 0));
    const auto isDropped = [](const Entry& entry) { return entry.kind != Kind::Said; };
    for (auto entry = first; entry != entries_.end(); ++entry) {
        if (entry->kind == Kind::Preamble) {
            preamble_.reset();
        } else if (entry->kind == Kind::Frame) {
            frameBytes_ -= entry->bytes->size();
            ++leftOut_;
        }
    }
    entries_.erase(std::remove_if(first, entries_.end(), isDropped), entries_.end());
}

void OutputQueue::say(Bytes bytes) {
    if (!bytes.empty()) {
        push(Kind::Said, share(std::move(bytes)));
    }
}

void OutputQueue::push(Kind kind, std::shared_ptr<const Bytes> bytes) {
    frameBytes_ += kind == Kind::Frame ? bytes->size() : 0;
    entries_.push_back({kind, std::move(bytes)});
}

std::size_t OutputQueue::next(std::span<boost::asio::const_buffer> out) const {
    const std::size_t count = std::min(out.size(), entries_.size() - first_);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t skipped = i == 0 ? sent_ : 0;
        out[i] = boost::asio::buffer(*entries_[first_ + i].bytes) + skipped;
    }
    return count;
}

void OutputQueue::consume(std::size_t count) {
    isHeld_ = false;
    while (count > 0) {
        Entry& entry = entries_[first_];
        const std::size_t rest = entry.bytes->size() - sent_;
        if (count < rest) {
            sent_ += count;
            break;
        }
        count -= rest;
        sent_ = 0;
        frameBytes_ -= entry.kind == Kind::Frame ? entry.bytes->size() : 0;
        entry.bytes.reset();
        ++first_;
    }
    if (first_ == entries_.size()) {
        entries_.clear();
        first_ = 0;
    } else if (first_ >= kSentKept) {
        entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
}

}  // namespace footlight::rtmp
