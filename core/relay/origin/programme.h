#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/origin/rendition_set.h"
#include "core/relay/origin/stream_snapshot.h"
#include "core/relay/ports/packet_tap.h"

namespace footlight::relay::origin {

/// What viewers get of a broadcast, whoever sends it: one time line that only goes forward, its renditions,
/// its archive and its taps. Sources are shown one after the other, each behind a discontinuity. Owned by the
/// LiveStream, on its executor.
class Programme {
public:
    struct Setup {
        std::string channel;
        ChannelId channelId;
        BroadcastId broadcastId;
        ChannelPolicy policy;
        const StreamSettings& settings;
        const Clock& clock;
        Archive* archive = nullptr;  ///< without one nothing is kept
        std::vector<PacketTaps*> taps;
        std::function<void(StreamSnapshotPtr)> publish;
    };
    Programme(Setup setup, Logger logger);

    /// What is shown from now on.
    struct Source {
        StreamShape shape;
        media::MediaTime begin{};  ///< dts of its first packet, on its own time line
        bool isSlate = false;
        RenditionSet::Dating date;  ///< of a moment on its own time line
    };

    /// Goes on where an earlier process ended; before anything else.
    void restore(UnfinishedBroadcast broadcast);
    /// Playlists exist.
    [[nodiscard]] bool isOpen() const { return renditions_ != nullptr; }
    /// A source is being shown.
    [[nodiscard]] bool isRunning() const { return isRunning_; }
    /// What publishers sent last, slates aside; nothing before the first.
    [[nodiscard]] const std::optional<StreamShape>& shape() const { return shape_; }
    [[nodiscard]] const ChannelPolicy& policy() const { return setup_.policy; }

    /// Shows another source; `first` are its packets so far, from which its bandwidth is told. Error: what it
    /// sends cannot be carried.
    Result<void> begin(Source source, const std::vector<media::Packet>& first);
    /// Of the source that is shown. True where a part came of it.
    Result<bool> packet(media::Packet packet);
    /// What was shown is made whole, with a last part that may be short. Nothing is shown until begin().
    void interrupt();
    /// What was shown ends with its last whole part; for another source that follows at once.
    void cut();
    /// Nothing is shown, and viewers are told so.
    void away();
    void changePolicy(const ChannelPolicy& policy);
    void end();

private:
    void open(const StreamShape& shape);
    void describe(const StreamShape& shape, const std::vector<media::Packet>& first);
    void openTaps();
    void publish(WindowPhase phase);
    [[nodiscard]] BroadcastRecord record() const;

    Setup setup_;
    Logger logger_;
    UtcTime startedAt_{};
    std::shared_ptr<const MultivariantText> multivariant_;
    std::shared_ptr<BroadcastArchive> archive_;
    std::unique_ptr<RenditionSet> renditions_;
    std::vector<std::unique_ptr<PacketTap>> taps_;
    std::optional<StreamShape> shape_;
    WindowPhase phase_ = WindowPhase::OnAir;
    bool isRunning_ = false;
    bool hasVideo_ = false;
    media::MediaTime frame_{};  ///< of the source that is shown
    media::MediaTime begin_{};  ///< of that source on our time line
    media::MediaTime end_{};    ///< of what was shown, on our time line
    media::MediaTime shift_{};  ///< from the source's time line to ours
};

}  // namespace footlight::relay::origin
