#include "core/playback/sound_output.h"

#include <QAudio>
#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace footlight::playback {
namespace {

constexpr int kBufferMilliseconds = 80;
constexpr std::size_t kChannels = media::ffmpeg::kPcmChannels;
constexpr std::size_t kFramesAtMost = SoundQueue::kSampleRate / 10;

}  // namespace

SoundOutput::SoundOutput(SoundQueue& queue, const QAudioDevice& device, QObject* parent)
    : QIODevice(parent), queue_(queue) {
    QAudioFormat format;
    format.setSampleRate(SoundQueue::kSampleRate);
    format.setChannelCount(static_cast<int>(kChannels));
    format.setSampleFormat(QAudioFormat::Float);
    isFloat_ = device.isFormatSupported(format);
    if (!isFloat_) {
        format.setSampleFormat(QAudioFormat::Int16);
    }
    sink_ = std::make_unique<QAudioSink>(device, format);
    sink_->setBufferSize(format.bytesForDuration(kBufferMilliseconds * 1000));
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SoundOutput::~SoundOutput() { sink_->stop(); }

void SoundOutput::play() {
    isPlaying_ = true;
    ranDry_ = true;
    if (sink_->state() == QAudio::SuspendedState) {
        sink_->resume();
    } else if (sink_->state() == QAudio::StoppedState) {
        sink_->start(this);
    }
}

void SoundOutput::hold() {
    isPlaying_ = false;
    if (sink_->state() == QAudio::ActiveState || sink_->state() == QAudio::IdleState) {
        sink_->suspend();
    }
}

void SoundOutput::setVolume(double volume) {
    sink_->setVolume(QAudio::convertVolume(static_cast<float>(volume), QAudio::LogarithmicVolumeScale,
                                           QAudio::LinearVolumeScale));
}

std::optional<media::MediaTime> SoundOutput::heard() const {
    const auto next = queue_.position();
    if (!isPlaying_ || ranDry_ || !next || sink_->error() == QAudio::FatalError ||
        sink_->error() == QAudio::IOError) {
        return std::nullopt;
    }
    return *next - std::chrono::duration_cast<media::MediaTime>(
                       std::chrono::duration<double>(media::toSeconds(delay()) * rate_));
}

media::MediaTime SoundOutput::delay() const {
    const auto waiting = std::max<qsizetype>(0, sink_->bufferSize() - sink_->bytesFree());
    return std::chrono::duration_cast<media::MediaTime>(
        std::chrono::microseconds(sink_->format().durationForBytes(static_cast<qint32>(waiting))));
}

qint64 SoundOutput::bytesAvailable() const {
    return static_cast<qint64>(kFramesAtMost * kChannels * (isFloat_ ? sizeof(float) : sizeof(qint16)));
}

qint64 SoundOutput::readData(char* data, qint64 size) {
    const auto sampleBytes = isFloat_ ? sizeof(float) : sizeof(qint16);
    const auto frames = std::min(kFramesAtMost, static_cast<std::size_t>(size) / sampleBytes / kChannels);
    samples_.assign(frames * kChannels, 0.0F);
    const auto pulled = isPlaying_ ? queue_.pull(samples_, rate_) : 0;
    ranDry_ = pulled < frames;
    if (isFloat_) {
        std::memcpy(data, samples_.data(), samples_.size() * sizeof(float));
    } else {
        for (std::size_t i = 0; i < samples_.size(); ++i) {
            const auto value =
                static_cast<qint16>(std::lround(std::clamp(samples_[i], -1.0F, 1.0F) * 32767.0F));
            std::memcpy(data + i * sizeof(value), &value, sizeof(value));
        }
    }
    return static_cast<qint64>(samples_.size() * sampleBytes);
}

qint64 SoundOutput::writeData(const char* /*data*/, qint64 /*size*/) { return -1; }

}  // namespace footlight::playback
