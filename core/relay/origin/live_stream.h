#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/origin/capture_anchor.h"
#include "core/relay/origin/health_meter.h"
#include "core/relay/origin/live_window.h"
#include "core/relay/origin/packager.h"
#include "core/relay/origin/stream_probe.h"
#include "core/relay/origin/stream_snapshot.h"
#include "core/relay/origin/timeline.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// One broadcast: takes what its publisher sends, keeps the window of parts and publishes a snapshot of it
/// with each. Outlives the publisher's connection: another may go on. Whoever holds the lease of
/// StreamDirectory uses it, one thread at a time.
class LiveStream {
public:
    struct Setup {
        std::string channel;
        BroadcastId broadcastId;
        const StreamSettings& settings;
        const Clock& clock;
        BroadcastEvents& events;
        std::function<void(StreamSnapshotPtr)> publish;
    };
    LiveStream(Setup setup, Logger logger);

    [[nodiscard]] const BroadcastId& broadcastId() const { return setup_.broadcastId; }
    [[nodiscard]] bool isPlayable() const { return window_.has_value(); }

    /// A publisher begins, for the first time or again.
    void arrive();
    Result<void> tracks(media::Tracks tracks);
    /// An error is for the publisher: what it sends cannot be carried.
    Result<void> packet(media::Packet packet);
    void captureClock(media::MediaTime at, UtcTime utc);
    /// What the encoder says; spares the wait for a second key frame before the first playlist.
    void keyFrameInterval(media::MediaTime interval);
    /// Network packets that were lost on the publisher's way, in all; part of its health.
    void networkLoss(std::int64_t total) { meter_.networkLoss(total); }
    /// The publisher is gone; what it sent is made whole. The stream waits for its return.
    void leave();
    /// The broadcast is over.
    void end();

private:
    struct Mark {
        media::MediaTime at{};
        UtcTime utc{};
    };

    void probeAgain();
    Result<void> begin();
    Result<void> restart(media::Packet packet);
    Result<void> take(media::Packet packet);
    void open(const StreamShape& shape, const std::vector<media::Packet>& packets);
    void add(std::vector<PackagedPart> parts);
    void flush();
    void publish();
    void chooseInit();
    Result<void> reportHealth(const media::Packet& packet);
    void report(BroadcastEventType type, std::optional<BroadcastHealth> health = std::nullopt);

    Setup setup_;
    Logger logger_;
    std::optional<LiveWindow> window_;
    std::shared_ptr<const MultivariantText> multivariant_;
    media::Tracks tracks_;
    media::Tracks lastTracks_;  ///< of what was packaged last
    std::optional<StreamProbe> probe_;
    std::optional<Timeline> timeline_;
    std::unique_ptr<Packager> packager_;
    std::shared_ptr<const InitSection> init_;
    CaptureAnchor anchor_;
    std::optional<Mark> mark_;
    HealthMeter meter_;
    bool isDiscontinuous_ = false;
    bool isAway_ = false;
};

}  // namespace footlight::relay::origin
