#include "core/relay/origin/rendition_set.h"

#include <algorithm>

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

/// The tracks of a source that stand in for the wanted ones: a slate has one of each.
std::optional<TrackSelection> resolve(const TrackSelection& wanted, const media::Tracks& tracks) {
    TrackSelection found;
    if (wanted.video && tracks.video) {
        found.video = tracks.moreVideo.contains(*wanted.video) ? *wanted.video : media::TrackId{0};
    }
    if (wanted.audio && tracks.audio) {
        found.audio = tracks.moreAudio.contains(*wanted.audio) ? *wanted.audio : media::TrackId{0};
    }
    const bool hasLeader = wanted.video ? found.video.has_value() : found.audio.has_value();
    return hasLeader ? std::optional(found) : std::nullopt;
}

}  // namespace

RenditionSet::RenditionSet(Setup setup, Kept kept, Logger logger)
    : setup_(std::move(setup)),
      logger_(std::move(logger)),
      source_(makeRendition(std::string(kSourceRendition),
                            windowStart(setup_.sequence, setup_.discontinuitySequence))) {
    for (auto& window : restoreWindows(std::move(kept.renditions), kept.discontinuitySequence)) {
        restore(std::move(window));
    }
}

LiveWindow::Start RenditionSet::windowStart(std::uint64_t sequence,
                                            std::uint64_t discontinuitySequence) const {
    LiveWindow::Start start;
    start.announcement = setup_.announcement;
    start.sequence = sequence;
    start.discontinuitySequence = discontinuitySequence;
    start.length = setup_.settings.window;
    start.history =
        setup_.archive != nullptr ? SegmentHistory::begin(sequence, discontinuitySequence) : nullptr;
    return start;
}

Rendition RenditionSet::makeRendition(std::string name, LiveWindow::Start start) const {
    return {std::move(name), std::move(start), setup_.archive};
}

void RenditionSet::restore(RestoredWindow window) {
    auto start = windowStart(window.sequence, window.discontinuitySequence);
    start.history = std::move(window.history);
    start.segments = std::move(window.segments);
    auto rendition = makeRendition(window.name, std::move(start));
    if (window.name == kSourceRendition) {
        source_ = std::move(rendition);
        isDiscontinuous_ = true;
    } else if (const auto selection = selectionOf(window.name)) {
        others_.push_back({*selection, std::move(rendition)});
    }
}

Result<void> RenditionSet::begin(const StreamShape& shape, bool isSlate, Dating date) {
    interrupt();
    auto packager = Packager::create(shape, setup_.announcement, setup_.settings);
    if (!packager) {
        return fail(std::move(packager.error()));
    }
    packager_ = std::move(*packager);
    isSlate_ = isSlate;
    date_ = std::move(date);
    source_.useInit(packager_->initSection());
    addOthers(shape.tracks);
    for (auto& other : others_) {
        beginOther(other, shape, isSlate);
    }
    return {};
}

/// A rendition for each further track, from its first appearance on.
void RenditionSet::addOthers(const media::Tracks& tracks) {
    const auto add = [this](const TrackSelection& selection) {
        const auto name = renditionName(selection);
        const bool isKnown = std::any_of(others_.begin(), others_.end(),
                                         [&](const auto& other) { return other.rendition.name() == name; });
        if (!isKnown) {
            auto start = windowStart(source_.window().nextSequence(), source_.window().discontinuities());
            auto rendition = makeRendition(name, std::move(start));
            others_.push_back({selection, std::move(rendition)});
        }
    };
    const auto sound = tracks.audio ? std::optional<media::TrackId>(0) : std::nullopt;
    for (const auto& [id, track] : tracks.moreVideo) {
        add({id, sound});
    }
    for (const auto& [id, track] : tracks.moreAudio) {
        add({std::nullopt, id});
    }
}

void RenditionSet::beginOther(Other& other, const StreamShape& shape, bool isSlate) {
    const auto selection = resolve(other.wanted, shape.tracks);
    if (!selection) {
        return;
    }
    auto follower = Follower::create(shape.tracks, *selection, shape.frame);
    if (!follower) {
        logger_.warning("{} is left out{}: {}", other.rendition.name(), isSlate ? " of the slate" : "",
                        follower.error().text());
        return;
    }
    other.follower = std::move(*follower);
    other.rendition.useInit(other.follower.initSection());
}

Result<bool> RenditionSet::push(const media::Packet& packet) {
    if (!packager_) {
        return false;
    }
    for (auto& other : others_) {
        other.follower.push(packet);
    }
    bool isChanged = false;
    if (packet.track == 0) {
        auto parts = packager_->push(packet);
        if (!parts) {
            return fail(std::move(parts.error()));
        }
        isChanged = !parts->empty();
        add(std::move(*parts));
    }
    return settle(false) || isChanged;
}

void RenditionSet::interrupt() {
    if (!packager_) {
        return;
    }
    if (auto parts = packager_->flush()) {
        add(std::move(*parts));
    } else {
        logger_.warning("the last frames were lost: {}", parts.error().text());
    }
    cut();
}

void RenditionSet::cut() {
    if (!packager_) {
        return;
    }
    settle(true);
    source_.closeSegment();
    for (auto& other : others_) {
        other.follower = {};
    }
    packager_.reset();
    isDiscontinuous_ = true;
}

void RenditionSet::add(std::vector<PackagedPart> parts) {
    for (auto& part : parts) {
        addPart(std::move(part));
    }
}

void RenditionSet::addPart(PackagedPart part) {
    if (part.followsPause) {
        source_.closeSegment();
        isDiscontinuous_ = true;
    }
    Cut cut{std::nullopt, part.start, part.start + part.duration, part.endsSegment};
    if (!source_.window().isOpen()) {
        const auto date = date_(part.shownAt);
        cut.begins = Rendition::Head{date, std::exchange(isDiscontinuous_, false), isSlate_};
        source_.beginSegment(*cut.begins);
    }
    source_.addPart(std::move(part.bytes), part.duration, part.isIndependent);
    if (part.endsSegment) {
        source_.closeSegment();
    }
    for (auto& other : others_) {
        other.follower.cut(cut);
    }
}

bool RenditionSet::settle(bool isLast) {
    bool isChanged = false;
    for (auto& other : others_) {
        if (!other.rendition.hasInit()) {
            continue;
        }
        const auto settled = other.follower.settle(other.rendition, isLast);
        if (!settled) {
            logger_.warning("{} is left out: {}", other.rendition.name(), settled.error().text());
            other.follower = {};
        }
        isChanged = isChanged || settled.value_or(false);
    }
    return isChanged;
}

std::vector<StreamSnapshot::Rendition> RenditionSet::snapshots(WindowPhase phase) {
    std::vector<Rendition*> all{&source_};
    for (auto& other : others_) {
        if (other.rendition.hasInit()) {
            all.push_back(&other.rendition);
        }
    }
    std::vector<StreamSnapshot::Rendition> snapshots;
    for (auto* rendition : all) {
        std::vector<hls::RenditionReport> reports;
        for (const auto* peer : all) {
            if (peer != rendition) {
                reports.push_back(peer->window().report("../" + peer->name() + "/media.m3u8"));
            }
        }
        rendition->window().setPhase(phase);
        rendition->window().setReports(std::move(reports));
        snapshots.push_back({rendition->name(), rendition->window().snapshot()});
    }
    return snapshots;
}

}  // namespace footlight::relay::origin
