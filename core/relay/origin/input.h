#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/relay/origin/capture_anchor.h"
#include "core/relay/origin/health_rules.h"
#include "core/relay/origin/publisher_handle.h"
#include "core/relay/origin/stamp_repair.h"
#include "core/relay/origin/stream_probe.h"
#include "core/relay/origin/timeline.h"

namespace footlight::relay::origin {

/// One publisher of a broadcast: learns what it sends, puts it on a time line that only goes forward and
/// keeps its newest group of pictures, so that it can be shown at once. Owned by its LiveStream, on its
/// executor.
class Input {
public:
    struct Setup {
        IngestSlot slot = IngestSlot::Primary;
        std::shared_ptr<PublisherHandle> publisher;
        const StreamSettings& settings;
        const Clock& clock;
    };
    explicit Input(Setup setup);

    [[nodiscard]] const std::shared_ptr<PublisherHandle>& publisher() const { return setup_.publisher; }
    [[nodiscard]] const media::Tracks& tracks() const { return tracks_; }

    enum class Step : std::uint8_t {
        Held,    ///< not enough is known yet, or it goes nowhere
        Kept,    ///< it waits in packets()
        Broken,  ///< what follows has nothing to do with what came before
    };
    /// `expected`: of the broadcast, where it was announced already.
    Step tracks(media::Tracks tracks, const media::Tracks* expected);
    Step add(media::Packet packet, const media::Tracks* expected);
    void captureClock(media::MediaTime at, UtcTime utc);
    void keyFrameInterval(media::MediaTime interval);
    void networkLoss(std::int64_t total) { meter_.networkLoss(total); }

    /// What was measured, once a second of `now`.
    std::optional<BroadcastHealth> health(SteadyTime now);

    /// Whether it can be shown from packets() on: they begin with a key frame.
    [[nodiscard]] bool isReady() const { return timeline_ && !packets_.empty(); }
    /// True right after the key frame that begins packets() came.
    [[nodiscard]] bool beginsGroup() const { return isReady() && packets_.size() == 1; }
    [[nodiscard]] const StreamShape& shape() const { return shape_; }
    [[nodiscard]] const std::vector<media::Packet>& packets() const { return packets_; }
    /// From here on packets() are for the programme, in order and none left out.
    void putOnAir(bool isOnAir);
    void clearPackets() { packets_.clear(); }
    /// When a moment on its time line was captured. Each call follows the capture clock by a millisecond.
    UtcTime date(media::MediaTime at);

    [[nodiscard]] SteadyTime lastPacketAt() const { return lastPacketAt_; }

private:
    void probeAgain(const media::Tracks* expected);
    Step begin();
    void keep(media::Packet packet);

    struct Mark {
        media::MediaTime at{};
        UtcTime utc{};
    };

    Setup setup_;
    media::Tracks tracks_;
    StampRepair stamps_;
    std::optional<StreamProbe> probe_;
    std::optional<media::MediaTime> toldInterval_;
    StreamShape shape_;
    std::optional<Timeline> timeline_;
    std::vector<media::Packet> packets_;
    std::size_t bytes_ = 0;
    bool isOnAir_ = false;
    CaptureAnchor anchor_;
    std::optional<Mark> mark_;
    HealthMeter meter_;
    HealthRules rules_;
    SteadyTime lastPacketAt_;
};

}  // namespace footlight::relay::origin
