#include "core/relay/origin/live_window.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

media::MediaTime durationOf(const std::vector<SegmentPtr>& segments) {
    media::MediaTime sum{};
    for (const auto& segment : segments) {
        sum += segment->duration;
    }
    return sum;
}

}  // namespace

LiveWindow::LiveWindow(Start start) : length_(std::max(start.length, 4 * start.announcement.targetDuration)) {
    content_.broadcastId = start.broadcastId;
    content_.announcement = start.announcement;
    content_.nextSequence = start.sequence;
    content_.listed = std::move(start.segments);
    content_.discontinuitySequence = start.discontinuitySequence;
    content_.history = std::move(start.history);
    if (!content_.listed.empty()) {
        slide();
    }
}

void LiveWindow::beginSegment(UtcTime shownAt, bool discontinuity, std::shared_ptr<const InitSection> init) {
    closeSegment();
    open_ = {};
    open_.sequence = content_.nextSequence;
    open_.shownAt = shownAt;
    open_.discontinuity = discontinuity;
    open_.init = std::move(init);
    isOpen_ = true;
}

void LiveWindow::addPart(WindowPart part) {
    open_.duration += part.duration;
    open_.parts.push_back(std::move(part));
}

void LiveWindow::closeSegment() {
    if (isOpen_ && !open_.parts.empty()) {
        list(std::move(open_));
    }
    isOpen_ = false;
}

void LiveWindow::closeAsGap(media::MediaTime duration) {
    open_.duration = duration;
    open_.isGap = true;
    list(std::move(open_));
    isOpen_ = false;
}

void LiveWindow::list(WindowSegment segment) {
    content_.listed.push_back(std::make_shared<const WindowSegment>(std::move(segment)));
    ++content_.nextSequence;
    slide();
}

std::uint64_t LiveWindow::discontinuities() const {
    const auto listed = std::count_if(content_.listed.begin(), content_.listed.end(),
                                      [](const SegmentPtr& segment) { return segment->discontinuity; });
    return content_.discontinuitySequence + static_cast<std::uint64_t>(listed);
}

hls::RenditionReport LiveWindow::report(std::string uri) const {
    const bool isBetween = openParts() == 0 && !content_.listed.empty();
    const auto sequence = isBetween ? content_.listed.back()->sequence : content_.nextSequence;
    const auto parts = isBetween ? content_.listed.back()->parts.size() : openParts();
    return {std::move(uri), sequence, parts > 0 ? std::optional<std::uint64_t>(parts - 1) : std::nullopt};
}

SnapshotPtr LiveWindow::snapshot() const {
    auto content = content_;
    if (isOpen_ && !open_.parts.empty()) {
        content.open = std::make_shared<const WindowSegment>(open_);
    }
    return std::make_shared<const WindowSnapshot>(std::move(content));
}

/// A segment leaves the list once the rest is long enough, and memory after as long again: it has to be
/// there for its own duration and that of the longest playlist that named it (RFC 8216bis 6.2.2).
void LiveWindow::slide() {
    auto& listed = content_.listed;
    auto& removed = content_.removed;
    for (auto sum = durationOf(listed); sum - listed.front()->duration >= length_;) {
        sum -= listed.front()->duration;
        content_.discontinuitySequence += listed.front()->discontinuity ? 1U : 0U;
        if (content_.history) {
            content_.history = content_.history->with(*listed.front());
        }
        removed.push_back(std::move(listed.front()));
        listed.erase(listed.begin());
    }
    for (auto sum = durationOf(removed);
         !removed.empty() && sum - removed.front()->duration >= length_ + removed.front()->duration;) {
        sum -= removed.front()->duration;
        removed.erase(removed.begin());
    }
}

}  // namespace footlight::relay::origin
