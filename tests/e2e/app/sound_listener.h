#pragma once

#include <QTimer>
#include <QUrl>
#include <chrono>

#include "core/playback/decode_worker.h"
#include "core/playback/hls_session.h"
#include "core/playback/media_buffer.h"
#include "core/playback/relay_clock.h"
#include "core/playback/sound_queue.h"

namespace footlight::tests {

/// The player's own way from the network to the sound queue, with an ear at its end in place of a sound card,
/// which a test machine does not have: takes sound as fast as a card does, and knows how loud it is. On the
/// window's thread.
class SoundListener final : public QObject {
public:
    explicit SoundListener(const QUrl& playlist);
    ~SoundListener() override;

    /// Of the last tenth of a second, 0 to 1; nothing where there was none to hear.
    [[nodiscard]] std::optional<double> loudness() const { return loudness_; }
    /// Altogether since the first sound: the card asked, and there was none.
    [[nodiscard]] std::chrono::milliseconds missing() const { return missing_; }

private:
    void listen();

    playback::RelayClock clock_;
    playback::SoundQueue sound_;
    playback::MediaBuffer buffer_;
    playback::HlsSession session_;
    std::unique_ptr<playback::DecodeWorker> decoder_;
    QTimer card_;
    SteadyTime heardUntil_{};
    std::optional<double> loudness_;
    std::chrono::milliseconds missing_{};
    bool hasBegun_ = false;
};

}  // namespace footlight::tests
