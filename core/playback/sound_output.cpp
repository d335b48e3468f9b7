#include "core/playback/sound_output.h"

#include <QAudio>
#include <QAudioFormat>
#include <QAudioSink>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace footlight::playback {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

constexpr int kBufferMicroseconds = 80'000;
constexpr std::size_t kChannels = media::ffmpeg::kPcmChannels;
constexpr std::size_t kFramesAtMost = SoundQueue::kSampleRate / 10;
/// Sound that would come this much too early waits; a difference that no eye sees against its picture.
constexpr MediaTime kInStep = 15ms;
/// A device that has not asked for so long does not play.
constexpr auto kSilentDevice = 500ms;

}  // namespace

SoundOutput::SoundOutput(SoundQueue& queue, QAudioDevice device) : queue_(queue), device_(std::move(device)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

SoundOutput::~SoundOutput() {
    if (sink_) {
        sink_->stop();
    }
}

void SoundOutput::warmUp() {
    if (!sink_) {
        QAudioFormat format;
        format.setSampleRate(SoundQueue::kSampleRate);
        format.setChannelCount(static_cast<int>(kChannels));
        format.setSampleFormat(QAudioFormat::Float);
        isFloat_ = device_.isFormatSupported(format);
        if (!isFloat_) {
            format.setSampleFormat(QAudioFormat::Int16);
        }
        sink_ = std::make_unique<QAudioSink>(device_, format);
        sink_->setBufferSize(format.bytesForDuration(kBufferMicroseconds));
        setVolume(volume_);
    }
    if (sink_->state() == QAudio::SuspendedState) {
        sink_->resume();
    } else if (sink_->state() == QAudio::StoppedState) {
        sink_->start(this);
    }
}

void SoundOutput::play() {
    warmUp();
    needsMatch_ = true;
    isPlaying_ = true;
}

void SoundOutput::hold() {
    isPlaying_ = false;
    *anchor_.lock() = std::nullopt;
}

void SoundOutput::rest() {
    hold();
    if (sink_ && (sink_->state() == QAudio::ActiveState || sink_->state() == QAudio::IdleState)) {
        sink_->suspend();
    }
}

void SoundOutput::setVolume(double volume) {
    volume_ = volume;
    if (sink_) {
        sink_->setVolume(QAudio::convertVolume(static_cast<float>(volume), QAudio::LogarithmicVolumeScale,
                                               QAudio::LinearVolumeScale));
    }
}

std::optional<MediaTime> SoundOutput::heard(SteadyTime now) const {
    const auto anchor = anchor_.copy();
    if (!anchor || now - anchor->heardAt > kSilentDevice) {
        return std::nullopt;
    }
    return anchor->media +
           std::chrono::duration_cast<MediaTime>((now - anchor->heardAt) * clock_.copy().rate());
}

SteadyTime::duration SoundOutput::delay() const {
    const auto waiting = std::max<qsizetype>(0, sink_->bufferSize() - sink_->bytesFree());
    return std::chrono::microseconds(sink_->format().durationForBytes(static_cast<qint32>(waiting)));
}

qint64 SoundOutput::bytesAvailable() const {
    return static_cast<qint64>(kFramesAtMost * kChannels * (isFloat_ ? sizeof(float) : sizeof(qint16)));
}

/// Drops what should have been heard already; false where the next sample's moment is still to come.
bool SoundOutput::isInStep(const PlayClock& clock, SteadyTime heardAt) {
    if (needsMatch_) {
        const auto moment = clock.at(heardAt);
        queue_.skipTo(moment);
        const auto next = queue_.position();
        if (!next || *next > moment + kInStep) {
            return false;
        }
        needsMatch_ = false;
    }
    return true;
}

void SoundOutput::pull(std::size_t frames) {
    samples_.assign(frames * kChannels, 0.0F);
    const auto clock = clock_.copy();
    const auto heardAt = std::chrono::steady_clock::now() + delay();
    if (!isPlaying_ || !isInStep(clock, heardAt)) {
        *anchor_.lock() = std::nullopt;
        return;
    }
    const auto media = queue_.position();
    const auto pulled = queue_.pull(samples_, clock.rate());
    const bool isWhole = media && pulled == frames;
    *anchor_.lock() = isWhole ? std::optional(Anchor{*media, heardAt}) : std::nullopt;
    // What was silence here would put all that follows behind by as much.
    needsMatch_ = !isWhole;
}

qint64 SoundOutput::readData(char* data, qint64 size) {
    const auto sampleBytes = isFloat_ ? sizeof(float) : sizeof(qint16);
    pull(std::min(kFramesAtMost, static_cast<std::size_t>(size) / sampleBytes / kChannels));
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
