#include "core/relay/origin/programme.h"

#include <algorithm>

#include "core/hls/writer.h"
#include "core/relay/origin/stream_description.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

/// Numbers that only grow, also over a restart of the process: segments last longer than a second, so that
/// seconds since 2025 are ahead of any number used before. The same in minutes for discontinuities, which
/// are rarer and whose number some players use as an index.
constexpr std::chrono::sys_days kNumbersBegin{std::chrono::year{2025} / 1 / 1};

template <typename Unit>
std::uint64_t countedSince2025(UtcTime now) {
    const auto units = std::chrono::duration_cast<Unit>(now - kNumbersBegin).count();
    return units > 0 ? static_cast<std::uint64_t>(units) : 0;
}

}  // namespace

Programme::Programme(Setup setup, Logger logger) : setup_(std::move(setup)), logger_(std::move(logger)) {}

void Programme::restore(UnfinishedBroadcast broadcast) {
    const auto& record = broadcast.record;
    startedAt_ = record.startedAt;
    multivariant_ = std::make_shared<const MultivariantText>(record.multivariant);
    shape_ = shapeFrom(record.multivariant);
    archive_ = setup_.archive != nullptr ? setup_.archive->open(record) : nullptr;
    RenditionSet::Setup setup{Announcement::restored(record.targetDuration, record.partTarget),
                              setup_.settings, archive_};
    setup.sequence = countedSince2025<std::chrono::seconds>(setup_.clock.utcNow());
    setup.discontinuitySequence = countedSince2025<std::chrono::minutes>(setup_.clock.utcNow());
    RenditionSet::Kept kept{std::move(broadcast.renditions),
                            countedSince2025<std::chrono::minutes>(record.startedAt)};
    renditions_ = std::make_unique<RenditionSet>(std::move(setup), std::move(kept), logger_);
    openTaps();
    publish(WindowPhase::Away);
}

Result<void> Programme::begin(Source source, const std::vector<media::Packet>& first) {
    interrupt();
    if (!isOpen()) {
        open(source.shape);
    }
    begin_ = end_;
    shift_ = end_ - source.begin;
    auto date = [shift = shift_, date = std::move(source.date)](MediaTime at) { return date(at - shift); };
    if (auto begun = renditions_->begin(source.shape, source.isSlate, std::move(date)); !begun) {
        return begun;
    }
    isRunning_ = true;
    hasVideo_ = source.shape.tracks.video.has_value();
    frame_ = source.shape.frame;
    if (!source.isSlate) {
        describe(source.shape, first);
    }
    for (const auto& tap : taps_) {
        tap->tracks(source.shape.tracks);
    }
    return {};
}

void Programme::open(const StreamShape& shape) {
    startedAt_ = setup_.clock.utcNow();
    multivariant_ = std::make_shared<const MultivariantText>(std::string());
    RenditionSet::Setup setup{Announcement::of(shape, setup_.settings), setup_.settings, nullptr};
    setup.sequence = countedSince2025<std::chrono::seconds>(startedAt_);
    setup.discontinuitySequence = countedSince2025<std::chrono::minutes>(startedAt_);
    if (setup_.archive != nullptr) {
        archive_ = setup_.archive->open({setup_.channel,
                                         setup_.channelId,
                                         setup_.broadcastId,
                                         setup_.policy,
                                         startedAt_,
                                         setup.announcement.targetDuration,
                                         setup.announcement.partTarget,
                                         {}});
        setup.archive = archive_;
    }
    renditions_ = std::make_unique<RenditionSet>(std::move(setup), RenditionSet::Kept{}, logger_);
    openTaps();
}

void Programme::openTaps() {
    for (auto* taps : setup_.taps) {
        if (auto tap = taps->open(setup_.channel, setup_.broadcastId, setup_.policy)) {
            taps_.push_back(std::move(tap));
        }
    }
}

/// Players that join from now on read what is sent from now on; the others keep what they read.
void Programme::describe(const StreamShape& shape, const std::vector<media::Packet>& first) {
    const bool isKnown = shape_ && shape_->tracks == shape.tracks && !multivariant_->text().empty();
    shape_ = shape;
    if (isKnown) {
        return;
    }
    multivariant_ = std::make_shared<const MultivariantText>(
        hls::writeMultivariantPlaylist(describeVariants(shape, first)));
    if (archive_) {
        archive_->describe(record());
    }
}

Result<bool> Programme::packet(media::Packet packet) {
    packet.dts += shift_;
    packet.pts += shift_;
    if (!isRunning_ || packet.dts < begin_) {
        return false;
    }
    const bool leads = packet.track == 0 && (packet.kind == media::MediaKind::Video) == hasVideo_;
    if (leads) {
        end_ = std::max(end_, packet.dts + frame_);
    }
    for (const auto& tap : taps_) {
        tap->packet(packet);
    }
    auto isChanged = renditions_->push(packet);
    if (isChanged && *isChanged) {
        publish(WindowPhase::OnAir);
    }
    return isChanged;
}

void Programme::interrupt() {
    if (std::exchange(isRunning_, false)) {
        renditions_->interrupt();
        publish(WindowPhase::OnAir);
    }
}

void Programme::cut() {
    if (std::exchange(isRunning_, false)) {
        renditions_->cut();
    }
}

void Programme::away() {
    interrupt();
    if (isOpen() && phase_ != WindowPhase::Away) {
        publish(WindowPhase::Away);
    }
}

void Programme::changePolicy(const ChannelPolicy& policy) {
    if (setup_.policy == policy) {
        return;
    }
    const bool isSeenByOthers = setup_.policy.visibility != policy.visibility;
    setup_.policy = policy;
    for (const auto& tap : taps_) {
        tap->policy(policy);
    }
    if (isOpen() && archive_) {
        archive_->describe(record());
    }
    if (isOpen() && isSeenByOthers) {
        publish(phase_);
    }
}

void Programme::end() {
    interrupt();
    if (isOpen()) {
        publish(WindowPhase::Ended);
    }
    if (archive_) {
        archive_->end(setup_.clock.utcNow());
        archive_.reset();
    }
    for (const auto& tap : taps_) {
        tap->ended();
    }
    taps_.clear();
}

void Programme::publish(WindowPhase phase) {
    phase_ = phase;
    StreamSnapshot snapshot{setup_.broadcastId, setup_.policy.visibility, multivariant_, {}};
    snapshot.renditions = renditions_->snapshots(phase);
    setup_.publish(std::make_shared<const StreamSnapshot>(std::move(snapshot)));
}

BroadcastRecord Programme::record() const {
    const auto& announcement = renditions_->announcement();
    return {setup_.channel,          setup_.channelId,     setup_.broadcastId,
            setup_.policy,           startedAt_,           announcement.targetDuration,
            announcement.partTarget, multivariant_->text()};
}

}  // namespace footlight::relay::origin
