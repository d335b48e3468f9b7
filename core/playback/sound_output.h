#pragma once

#include <QIODevice>
#include <memory>
#include <optional>
#include <vector>

#include "core/media/types/media_time.h"
#include "core/playback/sound_queue.h"

class QAudioDevice;
class QAudioSink;

namespace footlight::playback {

/// Plays the sound queue on one audio device, which pulls; silence where the queue has nothing or playback is
/// held. Lives on the presenter's thread.
class SoundOutput : public QIODevice {
    Q_OBJECT
public:
    SoundOutput(SoundQueue& queue, const QAudioDevice& device, QObject* parent);
    ~SoundOutput() override;

    void play();
    void hold();
    void setRate(double rate) { rate_ = rate; }
    /// 0 to 1 as a person hears it.
    void setVolume(double volume);

    /// The line time of what is heard now; nothing where the device plays silence.
    [[nodiscard]] std::optional<media::MediaTime> heard() const;
    /// How long a sample takes from the queue to the ear.
    [[nodiscard]] media::MediaTime delay() const;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    SoundQueue& queue_;
    std::unique_ptr<QAudioSink> sink_;
    std::vector<float> samples_;
    double rate_ = 1;
    bool isPlaying_ = false;
    bool ranDry_ = true;
    bool isFloat_ = true;
};

}  // namespace footlight::playback
