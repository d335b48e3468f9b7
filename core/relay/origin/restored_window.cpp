#include "core/relay/origin/restored_window.h"

#include <algorithm>
#include <map>

#include "core/relay/origin/rendition_names.h"

namespace footlight::relay::origin {
namespace {

using Segments = std::vector<ArchivedSegment>;
using Inits = std::map<std::string, std::shared_ptr<const InitSection>>;

std::uint64_t firstOf(const Segments& segments) { return segments.front().head.sequence; }
std::uint64_t nextOf(const Segments& segments) { return segments.back().head.sequence + 1; }

std::uint64_t discontinuitiesIn(Segments::const_iterator begin, Segments::const_iterator end) {
    return static_cast<std::uint64_t>(
        std::count_if(begin, end, [](const ArchivedSegment& one) { return one.head.discontinuity; }));
}

/// Renditions appear while the source is on air; one that says otherwise was numbered by somebody else.
bool belongsTo(const Segments& source, const Segments& segments) {
    return firstOf(segments) >= firstOf(source) && firstOf(segments) <= nextOf(source);
}

/// A segment that another rendition has, as one that is missing here.
ArchivedSegment gapLike(const ArchivedSegment& there, const std::string& init) {
    ArchivedSegment gap{there.head, there.duration, true, {}};
    gap.head.init = init;
    return gap;
}

/// Gaps that nobody measured get the length and date of what `model` has there; what is missing at the end
/// is added.
void alignTo(const Segments& model, Segments& segments) {
    const auto begin = std::max(firstOf(model), firstOf(segments));
    for (auto sequence = begin; sequence < nextOf(model); ++sequence) {
        const auto& there = model[static_cast<std::size_t>(sequence - firstOf(model))];
        if (sequence >= nextOf(segments)) {
            segments.push_back(gapLike(there, segments.back().head.init));
            continue;
        }
        auto& here = segments[static_cast<std::size_t>(sequence - firstOf(segments))];
        if (here.isGap && here.duration.count() == 0) {
            here = gapLike(there, here.head.init);
        }
    }
}

Inits initsOf(const ArchivedRendition& kept) {
    Inits inits;
    for (const auto& [name, bytes] : kept.inits) {
        inits[name] = std::make_shared<const InitSection>(InitSection{name, bytes});
    }
    return inits;
}

/// The first of those that can be listed with their bodies: a gap among them is listed too, not in front.
Segments::const_iterator windowBegin(const Segments& segments, const Inits& inits) {
    const auto canBeListed = [&](const ArchivedSegment& one) {
        return one.isGap || (!one.parts.empty() && inits.contains(one.head.init));
    };
    const auto last = std::find_if_not(segments.rbegin(), segments.rend(), canBeListed);
    return std::find_if(last.base(), segments.end(), [](const ArchivedSegment& one) { return !one.isGap; });
}

SegmentPtr listed(const ArchivedSegment& archived, std::shared_ptr<const InitSection> init) {
    WindowSegment segment;
    segment.sequence = archived.head.sequence;
    segment.shownAt = archived.head.shownAt;
    segment.discontinuity = archived.head.discontinuity;
    segment.isGap = archived.isGap;
    segment.init = std::move(init);
    segment.duration = archived.duration;
    for (const auto& part : archived.parts) {
        segment.parts.push_back({part.body, part.duration, part.isIndependent});
    }
    return std::make_shared<const WindowSegment>(std::move(segment));
}

RestoredWindow restoreWindow(const ArchivedRendition& kept, std::uint64_t discontinuitySequence) {
    const auto& segments = kept.segments;
    const auto inits = initsOf(kept);
    const auto begin = windowBegin(segments, inits);
    RestoredWindow window;
    window.name = kept.name;
    window.sequence = nextOf(segments);
    window.discontinuitySequence = discontinuitySequence + discontinuitiesIn(segments.begin(), begin);
    window.history = begin == segments.begin()
                         ? SegmentHistory::begin(firstOf(segments), discontinuitySequence)
                         : SegmentHistory::of({segments.begin(), begin}, discontinuitySequence);
    std::shared_ptr<const InitSection> init;
    for (auto segment = begin; segment != segments.end(); ++segment) {
        const auto named = inits.find(segment->head.init);
        init = named != inits.end() ? named->second : init;
        window.segments.push_back(listed(*segment, init));
    }
    return window;
}

}  // namespace

std::vector<RestoredWindow> restoreWindows(std::vector<ArchivedRendition> kept,
                                           std::uint64_t discontinuitySequence) {
    std::erase_if(kept, [](const ArchivedRendition& one) { return one.segments.empty(); });
    const auto source = std::find_if(
        kept.begin(), kept.end(), [](const ArchivedRendition& one) { return one.name == kSourceRendition; });
    if (source == kept.end()) {
        return {};
    }
    std::iter_swap(kept.begin(), source);
    const auto strange = std::remove_if(kept.begin() + 1, kept.end(), [&](const ArchivedRendition& one) {
        return !belongsTo(kept.front().segments, one.segments);
    });
    kept.erase(strange, kept.end());
    const auto& longest = *std::max_element(
        kept.begin(), kept.end(),
        [](const auto& left, const auto& right) { return nextOf(left.segments) < nextOf(right.segments); });
    alignTo(longest.segments, kept.front().segments);
    const auto& model = kept.front().segments;
    std::vector<RestoredWindow> windows;
    for (auto& rendition : kept) {
        alignTo(model, rendition.segments);
        const auto at =
            model.begin() + static_cast<std::ptrdiff_t>(firstOf(rendition.segments) - firstOf(model));
        windows.push_back(
            restoreWindow(rendition, discontinuitySequence + discontinuitiesIn(model.begin(), at)));
    }
    return windows;
}

}  // namespace footlight::relay::origin
