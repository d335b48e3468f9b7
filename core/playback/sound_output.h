#pragma once

#include <QAudioDevice>
#include <QIODevice>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/guarded.h"
#include "core/playback/play_clock.h"
#include "core/playback/sound_queue.h"

class QAudioSink;

namespace footlight::playback {

/// Plays the sound queue on one audio device, which pulls; silence where the queue has nothing or playback is
/// held. Lives on a thread of its own, because opening a device can take long; setRate() and heard() are for
/// any thread.
class SoundOutput : public QIODevice {
    Q_OBJECT
public:
    SoundOutput(SoundQueue& queue, QAudioDevice device);
    ~SoundOutput() override;

    /// Opens the device and lets it pull silence, so that sound can begin at once later.
    void warmUp();
    /// Sound from now on, in step with the clock.
    void play();
    /// Silence, with the device running.
    void hold();
    /// Lets go of the device for a while.
    void rest();
    /// 0 to 1 as a person hears it.
    void setVolume(double volume);

    /// The play head that the sound keeps step with, and its rate.
    void setClock(const PlayClock& clock) { *clock_.lock() = clock; }
    /// The sound has come too far from the clock: drop or wait until it is back in step.
    void matchAgain() { needsMatch_ = true; }
    /// The line time of what is heard at `now`; nothing where the device plays silence.
    [[nodiscard]] std::optional<media::MediaTime> heard(SteadyTime now) const;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    /// A sample that was pulled, and when it will be heard.
    struct Anchor {
        media::MediaTime media{};
        SteadyTime heardAt{};
    };

    bool isInStep(const PlayClock& clock, SteadyTime heardAt);
    void pull(std::size_t frames);
    [[nodiscard]] SteadyTime::duration delay() const;

    SoundQueue& queue_;
    QAudioDevice device_;
    std::unique_ptr<QAudioSink> sink_;
    std::vector<float> samples_;
    double volume_ = 1;
    bool isFloat_ = true;
    bool isPlaying_ = false;
    std::atomic<bool> needsMatch_{true};  ///< until a sample is out at its moment
    mutable Guarded<PlayClock> clock_;
    Guarded<std::optional<Anchor>> anchor_;
};

}  // namespace footlight::playback
