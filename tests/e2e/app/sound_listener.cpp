#include "tests/e2e/app/sound_listener.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;
using playback::SoundQueue;

constexpr std::size_t kChannels = media::ffmpeg::kPcmChannels;
constexpr auto kBlock = 100ms;
constexpr std::size_t kBlockFrames = SoundQueue::kSampleRate / 10;
/// A late timer asks for what it missed, but for no more than this at once.
constexpr int kBlocksAtOnce = 5;

playback::HlsSession::Events silentEvents() {
    playback::HlsSession::Events events;
    events.onFollowing = [](int, const playback::StreamTerms&) {};
    events.onWaiting = [](int, const QString&) {};
    events.onRefused = [](int, const QString&) {};
    events.onRendition = [](int, const QString&) {};
    return events;
}

}  // namespace

SoundListener::SoundListener(const QUrl& playlist)
    : buffer_([] {},
              [this] {
                  QMetaObject::invokeMethod(
                      this, [this] { session_.pump(); }, Qt::QueuedConnection);
              }),
      session_(clock_, buffer_, silentEvents()) {
    playback::DecodeWorker::Events events;
    events.onArrived = [](SteadyTime, media::MediaTime, bool) {};
    events.onUnplayable = [](const QString&) {};
    decoder_ = std::make_unique<playback::DecodeWorker>(buffer_, &sound_, events);
    session_.open(1, playlist, std::nullopt);
    connect(&card_, &QTimer::timeout, this, &SoundListener::listen);
    card_.start(20ms);
}

SoundListener::~SoundListener() {
    card_.stop();
    session_.close();
}

void SoundListener::listen() {
    // Pictures are not what this is about: they go as the sound passes them.
    const auto head = sound_.position().value_or(buffer_.level().end);
    buffer_.setPlayHead(head);
    while (const auto next = buffer_.nextPicture()) {
        if (*next > head) {
            break;
        }
        buffer_.takePicture();
    }
    const auto now = std::chrono::steady_clock::now();
    if (!hasBegun_) {
        hasBegun_ = sound_.position().has_value();
        heardUntil_ = now;
        return;
    }
    for (int i = 0; i < kBlocksAtOnce && now - heardUntil_ >= kBlock; ++i) {
        heardUntil_ += kBlock;
        std::vector<float> samples(kBlockFrames * kChannels);
        const std::size_t frames = sound_.pull(samples, 1);
        missing_ += std::chrono::milliseconds((kBlockFrames - frames) * 1000 / SoundQueue::kSampleRate);
        const double energy = std::inner_product(samples.begin(), samples.end(), samples.begin(), 0.0);
        loudness_ = frames == 0 ? std::nullopt
                                : std::optional(std::sqrt(energy / static_cast<double>(frames * kChannels)));
    }
    buffer_.wakeDecoder();
}

}  // namespace footlight::tests
