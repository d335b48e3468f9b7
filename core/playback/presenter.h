#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

#include "core/playback/latency_control.h"
#include "core/playback/media_buffer.h"
#include "core/playback/play_clock.h"

namespace footlight::playback {

class SoundOutput;
class SoundQueue;

enum class Phase { Empty, Buffering, Playing, Paused, Ended };

/// What the presenter knows about the moment.
struct PresenterReport {
    Phase phase = Phase::Empty;
    int stalls = 0;
    quint64 droppedPictures = 0;  ///< came too late to be shown
    media::MediaTime position{};
    media::MediaTime listedAt{};  ///< the same moment, from the start of what the playlist lists
    media::MediaTime buffered{};
    media::MediaTime target{};
    double rate = 1;
};

/// Takes pictures out of the buffer at their moments, keeps sound and pictures on one clock, and steers how
/// far behind the live edge playback is. Lives on the presenter's thread; its events are called there.
class Presenter : public QObject {
    Q_OBJECT
public:
    struct Events {
        std::function<void(ReadyPicture)> onPicture;
        std::function<void(const PresenterReport&)> onReport;  ///< each 100 ms, and when the phase changes
        std::function<void()> onRejoinWanted;  ///< the live edge is beyond what the buffer holds
    };

    /// `sound` and `output` are null where there is no device: then the steady clock leads alone.
    Presenter(MediaBuffer& buffer, SoundQueue* sound, SoundOutput* output, Events events);
    ~Presenter() override;

    void setTerms(LatencyControl::Limits limits, bool isLive);
    void arrived(SteadyTime at, media::MediaTime end, bool isBreak);
    void reset();
    void play();
    void pause();
    void jumpToLive();
    /// The network goes to another place: holds the picture until it comes from there, then plays on without
    /// chasing the live edge.
    void leave();
    /// There may be something new in the buffer. Any thread.
    void wake();

private:
    void tick();
    void beginRun(std::uint64_t run);
    void showPreview();
    void tryStart(const BufferLevel& level, SteadyTime now);
    [[nodiscard]] std::optional<media::MediaTime> firstMoment(const BufferLevel& level) const;
    void startAt(media::MediaTime moment, SteadyTime now);
    void advance(const BufferLevel& level, SteadyTime now);
    void showDue(SteadyTime now);
    void followSound(SteadyTime now);
    void steer(const BufferLevel& level, SteadyTime now);
    void skipTo(media::MediaTime moment, SteadyTime now);
    void checkSupply(const BufferLevel& level, SteadyTime now);
    void stopClock(Phase phase, SteadyTime now);
    void setPhase(Phase phase);
    void report(SteadyTime now);
    void scheduleNext(SteadyTime now);

    MediaBuffer& buffer_;
    SoundQueue* sound_;
    SoundOutput* output_;
    Events events_;
    QTimer timer_;
    std::atomic<bool> wakePending_{false};

    PlayClock clock_;
    LatencyControl control_;
    LatencyControl::Limits limits_;
    bool isLive_ = true;
    bool followsLive_ = true;
    bool isAway_ = false;  ///< what is at hand was asked for by its place, and says nothing of the edge
    Phase phase_ = Phase::Empty;
    std::uint64_t run_ = 0;
    std::optional<SteadyTime> starvedAt_;
    bool wasOutage_ = false;  ///< what ended the wait was another publisher session
    std::optional<SteadyTime> pausedAt_;
    SteadyTime matchedAt_{};
    SteadyTime steeredAt_{};
    SteadyTime reportedAt_{};
    int stalls_ = 0;
    quint64 dropped_ = 0;
};

}  // namespace footlight::playback
