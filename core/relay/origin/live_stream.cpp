#include "core/relay/origin/live_stream.h"

#include "core/hls/writer.h"
#include "core/relay/origin/stream_description.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr MediaTime kMarkReaches = std::chrono::seconds{30};

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

LiveStream::LiveStream(Setup setup, Logger logger) : setup_(std::move(setup)), logger_(std::move(logger)) {}

void LiveStream::arrive() {
    tracks_ = {};
    mark_.reset();
    anchor_ = {};
    meter_ = {};
    probeAgain();
}

void LiveStream::probeAgain() {
    packager_.reset();
    timeline_.reset();
    probe_.emplace(setup_.settings, window_ ? &lastTracks_ : nullptr);
    probe_->tracks(tracks_);
    isDiscontinuous_ = window_.has_value();
}

Result<void> LiveStream::tracks(media::Tracks tracks) {
    tracks_ = std::move(tracks);
    if (packager_) {
        logger_.info("the tracks changed; going on behind a discontinuity");
        flush();
        probeAgain();
    } else if (probe_) {
        probe_->tracks(tracks_);
    }
    return {};
}

Result<void> LiveStream::packet(media::Packet packet) {
    if (auto healthy = reportHealth(packet); !healthy) {
        return healthy;
    }
    anchor_.arrived(packet.pts, setup_.clock.utcNow());
    if (!probe_) {
        return take(std::move(packet));
    }
    return probe_->add(std::move(packet)) ? begin() : Result<void>{};
}

void LiveStream::captureClock(MediaTime at, UtcTime utc) {
    mark_ = Mark{at, utc};
    anchor_.mark(at, utc, setup_.clock.utcNow());
}

void LiveStream::keyFrameInterval(MediaTime interval) {
    if (probe_) {
        probe_->keyFrameInterval(interval);
    }
}

/// Enough is known: makes the packager and gives it what the probe held back.
Result<void> LiveStream::begin() {
    const auto shape = probe_->shape();
    auto packets = probe_->take();
    probe_.reset();
    if (!window_) {
        open(shape, packets);
    }
    auto packager = Packager::create(shape, window_->announcement(), setup_.settings);
    if (!packager) {
        return fail(std::move(packager.error()));
    }
    packager_ = std::move(*packager);
    lastTracks_ = shape.tracks;
    chooseInit();
    timeline_.emplace(packets.front().dts, shape.tracks.video.has_value());
    for (auto& packet : packets) {
        if (auto taken = take(std::move(packet)); !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> LiveStream::take(media::Packet packet) {
    if (!timeline_) {
        return probe_ && probe_->add(std::move(packet)) ? begin() : Result<void>{};
    }
    switch (timeline_->place(packet)) {
        case Placement::Dropped:
            return {};
        case Placement::Jumped:
            return restart(std::move(packet));
        case Placement::Kept:
            break;
    }
    auto parts = packager_->push(packet);
    if (!parts) {
        return fail(std::move(parts.error()));
    }
    add(std::move(*parts));
    return {};
}

/// The publisher's time leapt: an encoder that was restarted, or a laptop that slept.
Result<void> LiveStream::restart(media::Packet packet) {
    logger_.info("timestamps jumped; going on behind a discontinuity");
    flush();
    probeAgain();
    anchor_ = {};
    if (mark_ && std::chrono::abs(mark_->at - packet.dts) < kMarkReaches) {
        anchor_.mark(mark_->at, mark_->utc, setup_.clock.utcNow());
    }
    anchor_.arrived(packet.pts, setup_.clock.utcNow());
    return probe_->add(std::move(packet)) ? begin() : Result<void>{};
}

void LiveStream::open(const StreamShape& shape, const std::vector<media::Packet>& packets) {
    const auto now = setup_.clock.utcNow();
    LiveWindow::Start start;
    start.broadcastId = setup_.broadcastId;
    start.announcement = Announcement::of(shape, setup_.settings);
    multivariant_ = std::make_shared<const MultivariantText>(
        hls::writeMultivariantPlaylist(describeVariants(shape, packets)));
    start.sequence = countedSince2025<std::chrono::seconds>(now);
    start.discontinuitySequence = countedSince2025<std::chrono::minutes>(now);
    start.length = setup_.settings.window;
    window_.emplace(std::move(start));
    report(BroadcastEventType::Started);
}

/// An initialisation section keeps its name for as long as its bytes stay the same.
void LiveStream::chooseInit() {
    const auto& bytes = packager_->initSection();
    if (!init_ || *init_->bytes != *bytes) {
        const auto name = "init-" + std::to_string(window_->nextSequence()) + ".mp4";
        init_ = std::make_shared<const InitSection>(InitSection{name, bytes});
    }
}

void LiveStream::add(std::vector<PackagedPart> parts) {
    if (parts.empty()) {
        return;
    }
    for (auto& part : parts) {
        if (part.followsPause) {
            window_->closeSegment();
            isDiscontinuous_ = true;
        }
        if (!window_->isOpen()) {
            const auto date = anchor_.dateSegment(timeline_->sourceTime(part.shownAt));
            window_->beginSegment(date, std::exchange(isDiscontinuous_, false), init_);
        }
        window_->addPart(
            {std::make_shared<PartBody>(std::move(part.bytes)), part.duration, part.isIndependent});
        if (part.endsSegment) {
            window_->closeSegment();
        }
    }
    if (std::exchange(isAway_, false)) {
        report(BroadcastEventType::Resumed);
    }
    window_->setPhase(WindowPhase::OnAir);
    publish();
}

void LiveStream::publish() {
    StreamSnapshot snapshot{setup_.broadcastId, Visibility::Public, multivariant_, {}};
    snapshot.renditions.push_back({std::string(kSourceRendition), window_->snapshot()});
    setup_.publish(std::make_shared<const StreamSnapshot>(std::move(snapshot)));
}

void LiveStream::flush() {
    if (!packager_) {
        return;
    }
    if (auto parts = packager_->flush()) {
        add(std::move(*parts));
    } else {
        logger_.warning("the last frames were lost: {}", parts.error().text());
    }
    window_->closeSegment();
}

void LiveStream::leave() {
    flush();
    packager_.reset();
    probe_.reset();
    if (window_) {
        isAway_ = true;
        window_->setPhase(WindowPhase::Away);
        publish();
        report(BroadcastEventType::Lost);
    }
}

void LiveStream::end() {
    flush();
    packager_.reset();
    probe_.reset();
    if (window_) {
        window_->setPhase(WindowPhase::Ended);
        publish();
        report(BroadcastEventType::Ended);
    }
}

Result<void> LiveStream::reportHealth(const media::Packet& packet) {
    auto health = meter_.count(packet, setup_.clock.steadyNow());
    if (!health) {
        return {};
    }
    if (health->bitrate > setup_.settings.highestBitrate) {
        return fail(ErrorCategory::Invalid, "origin.bitrate",
                    fmt::format("the encoder sends {} Mbit/s; {} are the most that this relay takes",
                                health->bitrate / 1'000'000, setup_.settings.highestBitrate / 1'000'000));
    }
    if (window_ && !isAway_) {
        describeTracks(tracks_, *health);
        report(BroadcastEventType::Health, std::move(health));
    }
    return {};
}

void LiveStream::report(BroadcastEventType type, std::optional<BroadcastHealth> health) {
    setup_.events.report(
        {type, setup_.channel, setup_.broadcastId, setup_.clock.utcNow(), std::move(health)});
}

}  // namespace footlight::relay::origin
