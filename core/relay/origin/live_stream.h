#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/relay/origin/input.h"
#include "core/relay/origin/programme.h"
#include "core/relay/origin/slate_desk.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// One broadcast. Shows one of its publishers, or the slate while none of them sends, and outlives their
/// connections. Everything but executor(), isPlayable() and wantsTick() is called on its executor.
class LiveStream {
public:
    struct Setup {
        net::Executor executor;
        Programme::Setup programme;
        BroadcastEvents& events;
        SlateLibrary& slates;
    };
    LiveStream(Setup setup, Logger logger);

    [[nodiscard]] const net::Executor& executor() const { return setup_.executor; }
    [[nodiscard]] const BroadcastId& broadcastId() const { return setup_.programme.broadcastId; }
    /// Playlists exist. Any thread.
    [[nodiscard]] bool isPlayable() const { return isPlayable_.load(std::memory_order_acquire); }
    /// Whether tick() has something to do: it is called soon after. Any thread.
    [[nodiscard]] bool wantsTick(SteadyTime now) const;

    /// Goes on with a broadcast of an earlier process; before anything else.
    void restore(UnfinishedBroadcast broadcast);
    /// A publisher begins, for the first time or again. The calls that follow name its slot. One that sends
    /// what cannot be carried is asked to go.
    void arrive(IngestSlot slot, std::shared_ptr<PublisherHandle> publisher);
    void tracks(IngestSlot slot, media::Tracks tracks);
    void packet(IngestSlot slot, media::Packet packet);
    void captureClock(IngestSlot slot, media::MediaTime at, UtcTime utc);
    void keyFrameInterval(IngestSlot slot, media::MediaTime interval);
    void networkLoss(IngestSlot slot, std::int64_t total);
    /// The publisher is gone; another one, or the slate, goes on.
    void leave(IngestSlot slot);

    /// Whether there is one to show while nobody sends.
    [[nodiscard]] bool hasSlate() const { return slate_.isReady(); }
    /// Notices what does not come, and plays the slate.
    void tick();
    /// Shows the other publisher from its next key frame on.
    void switchTo(IngestSlot slot);
    void changePolicy(const ChannelPolicy& policy);
    /// Publishers are asked to connect again, where they understand that.
    void askReconnect();
    /// The broadcast is over; publishers are asked to go, but for the one that leaves by itself. Nothing else
    /// is done afterwards.
    void end(std::optional<IngestSlot> leaving = std::nullopt);

private:
    [[nodiscard]] std::optional<Input>& input(IngestSlot slot) {
        return inputs_[static_cast<std::size_t>(slot)];
    }
    [[nodiscard]] bool canShow(IngestSlot slot, SteadyTime now);
    [[nodiscard]] const media::Tracks* expectedTracks() const;
    void consider(IngestSlot slot);
    void show(IngestSlot slot);
    void pump(IngestSlot slot);
    void putOnAir(std::optional<IngestSlot> slot);
    void startSlate();
    void playSlate();
    void stopShowing();
    void noteOutput(SteadyTime now);
    void tellOfPlaying();
    void refuse(IngestSlot slot, const Error& error);
    bool measure(IngestSlot slot, SteadyTime now);
    void reportInputs();
    void report(BroadcastEvent event);
    void report(BroadcastEventType type);

    Setup setup_;
    Logger logger_;
    Programme programme_;
    std::array<std::optional<Input>, 2> inputs_;
    std::optional<IngestSlot> onAir_;     ///< whose packets are shown, or will be from its key frame on
    std::optional<IngestSlot> switchTo_;  ///< was asked for
    SlateDesk slate_;
    SteadyTime lastOutput_{};
    bool isLost_ = false;  ///< viewers' publisher is gone, and this was told
    bool isEnded_ = false;
    std::atomic<bool> isPlayable_{false};
    std::atomic<SteadyTime::rep> nextTick_;
};

}  // namespace footlight::relay::origin
