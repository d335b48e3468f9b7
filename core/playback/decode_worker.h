#pragma once

#include <QString>
#include <atomic>
#include <deque>
#include <functional>
#include <optional>
#include <thread>

#include "core/media/ffmpeg/decoder.h"
#include "core/playback/media_buffer.h"
#include "core/playback/sound_queue.h"
#include "core/playback/timeline.h"

namespace footlight::playback {

/// What the decoder tells about itself. Any thread.
struct DecodeCounters {
    std::atomic<quint64> skippedPictures{0};  ///< decoded too late to be worth a copy
    std::atomic<double> bitrateKbps{0};
    std::atomic<int> heightPixels{0};
};

/// The decode thread: takes chunks out of the buffer, lays them on the time line and decodes them into
/// pictures and sound, no further ahead than the queues hold. Runs from construction to destruction.
class DecodeWorker {
public:
    struct Events {
        /// Media up to `end` was complete at `arrivedAt`; `isBreak` after a discontinuity.
        std::function<void(SteadyTime arrivedAt, media::MediaTime end, bool isBreak)> onArrived;
        /// The stream cannot be played; a sentence for people. Called on the decode thread.
        std::function<void(const QString& message)> onUnplayable;
    };

    /// Without `sound` (no device to play it) audio is not decoded.
    DecodeWorker(MediaBuffer& buffer, SoundQueue* sound, Events events);
    ~DecodeWorker();
    DecodeWorker(const DecodeWorker&) = delete;
    DecodeWorker& operator=(const DecodeWorker&) = delete;

    [[nodiscard]] const DecodeCounters& counters() const { return counters_; }

private:
    void loop();
    void beginRun();
    void readChunk();
    void takeTracks(const media::Tracks& tracks, bool isBreak);
    void queueFrames(std::vector<media::ffmpeg::CodedFrame> frames, bool followsHole);
    void measureBitrate(media::MediaTime duration, qsizetype bytes);
    void decodePicture();
    void dropBeforeKeyFrame(media::MediaTime moment);
    void receivePictures();
    void present(const media::ffmpeg::Picture& picture);
    [[nodiscard]] bool isWorthShowing(media::MediaTime pts);
    void decodeSound();
    void drain();
    void damaged();
    [[nodiscard]] bool wantsChunk() const;

    MediaBuffer& buffer_;
    SoundQueue* sound_;
    Events events_;
    DecodeCounters counters_;

    std::uint64_t run_ = 0;
    Timeline timeline_;
    std::optional<media::VideoTrack> videoTrack_;
    std::optional<media::AudioTrack> audioTrack_;
    /// A coded frame, or the place where the decoder changes to another track.
    struct CodedVideo {
        std::optional<media::VideoTrack> track;
        media::ffmpeg::CodedFrame frame;
    };
    struct CodedAudio {
        std::optional<media::AudioTrack> track;
        media::ffmpeg::CodedFrame frame;
    };
    std::deque<CodedVideo> video_;
    std::deque<CodedAudio> audio_;
    std::optional<media::ffmpeg::VideoDecoder> videoDecoder_;
    std::optional<media::ffmpeg::AudioDecoder> audioDecoder_;
    bool needsKeyFrame_ = true;
    bool hasPreview_ = false;
    int damagedInARow_ = 0;
    SteadyTime lastShown_{};
    struct Measured {
        media::MediaTime duration;
        qsizetype bytes;
    };
    std::deque<Measured> measured_;

    std::thread thread_;
};

}  // namespace footlight::playback
