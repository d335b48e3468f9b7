#include "core/playback/decode_worker.h"

#include <algorithm>

#include "core/playback/picture_frame.h"

namespace footlight::playback {
namespace {

using media::MediaKind;
using media::MediaTime;
using media::ffmpeg::CodedFrame;
using namespace std::chrono_literals;

/// Coded media held ahead of the play head; beyond it chunks wait in their queue and the network stops
/// fetching.
constexpr MediaTime kAhead = 20s;
/// Pictures that come too late are still shown this often, so that a slow machine sees something.
constexpr auto kAtLeastEvery = 100ms;
constexpr MediaTime kLate = 50ms;
/// So many damaged pieces one after the other are no accident.
constexpr int kDamagedAtMost = 8;
constexpr MediaTime kBitrateSpan = 4s;
constexpr int kSliceThreads = 2;

ByteView viewOf(const QByteArray& bytes) {
    return bytesOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QString sentence(const Error& error) { return QString::fromStdString(error.message()); }

}  // namespace

DecodeWorker::DecodeWorker(MediaBuffer& buffer, SoundQueue* sound, Events events)
    : buffer_(buffer), sound_(sound), events_(std::move(events)), thread_([this] { loop(); }) {}

DecodeWorker::~DecodeWorker() {
    buffer_.stop();
    thread_.join();
}

void DecodeWorker::loop() {
    using Task = MediaBuffer::Task;
    for (;;) {
        const bool soundHasRoom = sound_ != nullptr && sound_->hasRoom();
        const MediaBuffer::Wants wants{wantsChunk(), !video_.empty(), !audio_.empty() && soundHasRoom};
        switch (buffer_.nextTask(wants, video_.empty() && audio_.empty())) {
            case Task::Stop:
                return;
            case Task::Restart:
                beginRun();
                break;
            case Task::Chunk:
                readChunk();
                break;
            case Task::Picture:
                decodePicture();
                break;
            case Task::Sound:
                decodeSound();
                break;
            case Task::Drain:
                drain();
                break;
            case Task::Again:
                break;
        }
    }
}

bool DecodeWorker::wantsChunk() const {
    return (video_.empty() && audio_.empty()) || timeline_.end() - buffer_.playHead() < kAhead;
}

void DecodeWorker::beginRun() {
    run_ = buffer_.run();
    timeline_.breakHere();
    video_.clear();
    audio_.clear();
    videoDecoder_.reset();
    audioDecoder_.reset();
    videoTrack_.reset();
    audioTrack_.reset();
    needsKeyFrame_ = true;
    hasPreview_ = false;
    damagedInARow_ = 0;
    measured_.clear();
    if (sound_ != nullptr) {
        sound_->clear();
    }
}

void DecodeWorker::readChunk() {
    auto chunk = buffer_.takeChunk();
    if (!chunk) {
        return;
    }
    auto demuxed = media::ffmpeg::demux(viewOf(chunk->initSegment), viewOf(chunk->data));
    if (!demuxed) {
        if (demuxed.error().category() == ErrorCategory::Unsupported) {
            events_.onUnplayable(sentence(demuxed.error()));
        } else {
            damaged();
        }
        return;
    }
    const auto placed = timeline_.place(demuxed->frames, chunk->era, chunk->startsAt);
    if (!placed) {
        return;
    }
    damagedInARow_ = 0;
    measureBitrate(placed->end - placed->start, chunk->data.size());
    takeTracks(demuxed->tracks, placed->isBreak);
    queueFrames(std::move(demuxed->frames), chunk->followsHole);
    events_.onArrived(chunk->arrivedAt, timeline_.end(), placed->isBreak && !chunk->lead);
    if (chunk->lead) {
        buffer_.setStart(run_, placed->start + *chunk->lead, chunk->listedAt);
    }
    buffer_.setRange(run_, timeline_.end(), demuxed->tracks.video.has_value());
}

/// Other tracks, or another time base, mean other decoders from here on.
void DecodeWorker::takeTracks(const media::Tracks& tracks, bool isBreak) {
    const bool sameVideo = videoTrack_ && tracks.video && tracks.video->codec == videoTrack_->codec &&
                           tracks.video->configuration == videoTrack_->configuration;
    if (tracks.video && (isBreak || !sameVideo)) {
        videoTrack_ = tracks.video;
        video_.push_back({videoTrack_, {}});
    }
    if (sound_ != nullptr && tracks.audio && (isBreak || tracks.audio != audioTrack_)) {
        audioTrack_ = tracks.audio;
        audio_.push_back({audioTrack_, {}});
    }
}

void DecodeWorker::queueFrames(std::vector<CodedFrame> frames, bool followsHole) {
    needsKeyFrame_ = needsKeyFrame_ || followsHole;
    for (auto& frame : frames) {
        if (frame.kind == MediaKind::Audio) {
            if (sound_ != nullptr) {
                audio_.push_back({std::nullopt, std::move(frame)});
            }
            continue;
        }
        needsKeyFrame_ = needsKeyFrame_ && !frame.isKeyFrame;
        if (!needsKeyFrame_) {
            video_.push_back({std::nullopt, std::move(frame)});
        }
    }
}

void DecodeWorker::measureBitrate(MediaTime duration, qsizetype bytes) {
    measured_.push_back({duration, bytes});
    MediaTime span{};
    qsizetype sum = 0;
    for (const auto& one : measured_) {
        span += one.duration;
        sum += one.bytes;
    }
    if (span > MediaTime{}) {
        counters_.bitrateKbps = static_cast<double>(sum) * 8 / 1000 / media::toSeconds(span);
    }
    while (measured_.size() > 1 && span > kBitrateSpan) {
        span -= measured_.front().duration;
        measured_.pop_front();
    }
}

void DecodeWorker::decodePicture() {
    const auto playFrom = buffer_.level().playFrom;
    if (video_.front().frame.pts < playFrom && !video_.front().track && hasPreview_) {
        dropBeforeKeyFrame(playFrom);
    }
    auto coded = std::move(video_.front());
    video_.pop_front();
    if (coded.track) {
        if (videoDecoder_) {
            videoDecoder_->drain();
            receivePictures();
        }
        auto decoder = media::ffmpeg::VideoDecoder::create(*coded.track, kSliceThreads);
        if (!decoder) {
            events_.onUnplayable(sentence(decoder.error()));
            videoDecoder_.reset();
            return;
        }
        videoDecoder_ = std::move(*decoder);
        return;
    }
    if (!videoDecoder_) {
        return;
    }
    if (const auto sent = videoDecoder_->send(coded.frame); !sent) {
        damaged();
    }
    receivePictures();
}

/// What lies before the last key frame at or before `moment` need not be decoded to show `moment`.
void DecodeWorker::dropBeforeKeyFrame(MediaTime moment) {
    std::size_t last = 0;
    for (std::size_t i = 1; i < video_.size() && !video_[i].track && video_[i].frame.pts <= moment; ++i) {
        last = video_[i].frame.isKeyFrame ? i : last;
    }
    video_.erase(video_.begin(), video_.begin() + static_cast<std::ptrdiff_t>(last));
}

void DecodeWorker::receivePictures() {
    while (auto picture = videoDecoder_->receive()) {
        damagedInARow_ = 0;
        present(*picture);
    }
}

void DecodeWorker::present(const media::ffmpeg::Picture& picture) {
    const auto pts = picture.pts();
    const bool isEarly = pts < buffer_.level().playFrom;
    if ((isEarly && hasPreview_) || (!isEarly && !isWorthShowing(pts))) {
        return;
    }
    hasPreview_ = true;
    counters_.heightPixels = picture.height();
    buffer_.push(run_,
                 {toVideoFrame(picture), pts, timeline_.capturedAt(pts), stripTimeOf(picture), isEarly});
}

bool DecodeWorker::isWorthShowing(MediaTime pts) {
    const auto now = std::chrono::steady_clock::now();
    if (pts < buffer_.playHead() - kLate && now - lastShown_ < kAtLeastEvery) {
        ++counters_.skippedPictures;
        return false;
    }
    lastShown_ = now;
    return true;
}

void DecodeWorker::decodeSound() {
    auto coded = std::move(audio_.front());
    audio_.pop_front();
    if (coded.track) {
        auto decoder = media::ffmpeg::AudioDecoder::create(*coded.track, SoundQueue::kSampleRate);
        if (decoder) {
            audioDecoder_ = std::move(*decoder);
        } else {
            audioDecoder_.reset();
        }
        return;
    }
    if (!audioDecoder_) {
        return;
    }
    if (const auto sent = audioDecoder_->send(coded.frame); !sent) {
        damaged();
    }
    const auto playFrom = buffer_.level().playFrom;
    while (auto block = audioDecoder_->receive()) {
        const auto length =
            MediaTime(static_cast<std::int64_t>(block->samples.size()) / media::ffmpeg::kPcmChannels *
                      MediaTime::period::den / SoundQueue::kSampleRate);
        if (block->pts + length > playFrom) {
            sound_->push(*block);
        }
    }
}

void DecodeWorker::drain() {
    if (videoDecoder_) {
        videoDecoder_->drain();
        receivePictures();
    }
    buffer_.setDrained(run_);
}

void DecodeWorker::damaged() {
    if (++damagedInARow_ == kDamagedAtMost) {
        events_.onUnplayable(QStringLiteral("The stream is damaged: nothing of it can be decoded."));
    }
}

}  // namespace footlight::playback
