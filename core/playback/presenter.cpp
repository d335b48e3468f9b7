#include "core/playback/presenter.h"

#include <algorithm>
#include <utility>

#include "core/playback/sound_output.h"
#include "core/playback/sound_queue.h"

namespace footlight::playback {
namespace {

using media::MediaTime;
using namespace std::chrono_literals;

/// A picture may be shown this much before its moment: half of what the timer misses by.
constexpr MediaTime kEarly = 2ms;
constexpr auto kSteerEvery = 100ms;
/// The head runs this far beyond the last picture before it counts as running dry.
constexpr MediaTime kGrace = 80ms;
constexpr auto kLongestNap = 40ms;
constexpr auto kIdleNap = 100ms;
/// Sound that is further behind than this is of no use any more.
constexpr MediaTime kStaleSound = 500ms;
/// Sound may stray this far from the pictures (ITU-R BT.1359 notices +45 and -125 ms).
constexpr MediaTime kFarOff = 60ms;
constexpr auto kMatchEvery = 1s;
/// Longer pauses mean that the person wants to go on from there, not to catch up.
constexpr auto kDeliberatePause = 2s;
constexpr MediaTime kEndTolerance = 60ms;

}  // namespace

Presenter::Presenter(MediaBuffer& buffer, SoundQueue* sound, SoundOutput* output, Events events)
    : buffer_(buffer), sound_(sound), output_(output), events_(std::move(events)), timer_(this) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Presenter::tick);
}

Presenter::~Presenter() = default;

void Presenter::setTerms(LatencyControl::Limits limits, bool isLive) {
    limits_ = limits;
    isLive_ = isLive;
    control_.setLimits(limits);
}

void Presenter::arrived(SteadyTime at, MediaTime end, bool isBreak) {
    if (isBreak) {
        control_.forgetEdge();
        wasOutage_ = starvedAt_.has_value();
    }
    control_.arrived(at, end);
}

void Presenter::reset() {
    stopClock(Phase::Empty, std::chrono::steady_clock::now());
    control_ = LatencyControl();
    followsLive_ = true;
    isAway_ = false;
    pausedAt_.reset();
    starvedAt_.reset();
    stalls_ = 0;
    dropped_ = 0;
}

void Presenter::play() {
    if (!pausedAt_) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    followsLive_ = followsLive_ && now - *pausedAt_ < kDeliberatePause;
    pausedAt_.reset();
    setPhase(Phase::Buffering);
    tick();
}

void Presenter::pause() {
    if (phase_ == Phase::Ended || pausedAt_) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    pausedAt_ = now;
    starvedAt_.reset();
    stopClock(Phase::Paused, now);
}

void Presenter::jumpToLive() {
    const auto now = std::chrono::steady_clock::now();
    followsLive_ = true;
    pausedAt_.reset();
    const auto edge = control_.edge(now);
    const auto moment = edge ? *edge - control_.target() : MediaTime{};
    if (!std::exchange(isAway_, false) && edge && moment < buffer_.level().end) {
        if (moment > clock_.at(now)) {
            skipTo(moment, now);
        }
        setPhase(Phase::Buffering);
        tick();
        return;
    }
    stopClock(Phase::Buffering, now);
    events_.onRejoinWanted();
}

void Presenter::leave() {
    followsLive_ = false;
    isAway_ = true;
    pausedAt_.reset();
    stopClock(Phase::Buffering, std::chrono::steady_clock::now());
}

void Presenter::wake() {
    if (!wakePending_.exchange(true)) {
        QMetaObject::invokeMethod(this, &Presenter::tick, Qt::QueuedConnection);
    }
}

void Presenter::tick() {
    wakePending_ = false;
    const auto now = std::chrono::steady_clock::now();
    const auto level = buffer_.level();
    if (level.run != run_) {
        beginRun(level.run);
    }
    showPreview();
    if (phase_ == Phase::Buffering) {
        tryStart(level, now);
    }
    if (phase_ == Phase::Playing) {
        advance(level, now);
    }
    if (now - reportedAt_ >= kSteerEvery) {
        report(now);
    }
    scheduleNext(now);
}

void Presenter::beginRun(std::uint64_t run) {
    run_ = run;
    control_.forgetEdge();
    starvedAt_.reset();
    if (output_ != nullptr && !pausedAt_) {
        QMetaObject::invokeMethod(output_, &SoundOutput::warmUp);
    }
    stopClock(pausedAt_ ? Phase::Paused : Phase::Buffering, std::chrono::steady_clock::now());
}

void Presenter::showPreview() {
    if (buffer_.nextIsPreview()) {
        if (auto picture = buffer_.takePicture()) {
            events_.onPicture(std::move(*picture));
        }
    }
}

/// The earliest moment that can be presented: of a picture, or of sound where there are no pictures.
std::optional<MediaTime> Presenter::firstMoment(const BufferLevel& level) const {
    if (level.hasVideo) {
        return buffer_.nextPicture();
    }
    if (sound_ != nullptr) {
        return sound_->position();
    }
    return level.hasStarted
               ? std::optional(std::max(level.playFrom, clock_.at(std::chrono::steady_clock::now())))
               : std::nullopt;
}

void Presenter::tryStart(const BufferLevel& level, SteadyTime now) {
    const auto first = firstMoment(level);
    if (!level.hasStarted || !first) {
        if (level.isDrained) {
            setPhase(Phase::Ended);
        }
        return;
    }
    // After running dry two parts are waited for, or the next hiccup would be the next stall.
    const auto enough = starvedAt_ ? std::min(control_.target(), 2 * limits_.partTarget) : MediaTime{};
    if (level.end - *first < enough && !level.isDrained) {
        return;
    }
    if (starvedAt_) {
        // A publisher that was away is no evidence about the network.
        if (!std::exchange(wasOutage_, false)) {
            control_.stalled(now, now - *starvedAt_);
        }
        starvedAt_.reset();
    }
    startAt(*first, now);
}

void Presenter::startAt(MediaTime moment, SteadyTime now) {
    clock_.setRate(now, 1);
    clock_.start(now, moment);
    buffer_.setPlayHead(moment);
    if (output_ != nullptr) {
        output_->setClock(clock_);
        QMetaObject::invokeMethod(output_, &SoundOutput::play);
    }
    setPhase(Phase::Playing);
}

void Presenter::advance(const BufferLevel& level, SteadyTime now) {
    followSound(now);
    buffer_.setPlayHead(clock_.at(now));
    showDue(now);
    if (isLive_ && now - steeredAt_ >= kSteerEvery) {
        steeredAt_ = now;
        steer(level, now);
    }
    if (phase_ == Phase::Playing) {
        checkSupply(level, now);
    }
}

void Presenter::showDue(SteadyTime now) {
    const auto head = clock_.at(now) + kEarly;
    std::optional<ReadyPicture> due;
    for (auto next = buffer_.nextPicture(); next && *next <= head; next = buffer_.nextPicture()) {
        dropped_ += due ? 1 : 0;
        due = buffer_.takePicture();
    }
    if (due) {
        events_.onPicture(std::move(*due));
    }
}

/// Small differences move the clock, as the ear is the better judge; large ones move the sound.
void Presenter::followSound(SteadyTime now) {
    if (output_ == nullptr) {
        return;
    }
    if (const auto heard = output_->heard(now)) {
        if (std::chrono::abs(*heard - clock_.at(now)) < kFarOff) {
            clock_.follow(now, *heard);
        } else if (now - matchedAt_ > kMatchEvery) {
            matchedAt_ = now;
            output_->matchAgain();
        }
    } else {
        sound_->skipTo(clock_.at(now) - kStaleSound);
    }
    output_->setClock(clock_);
    buffer_.wakeDecoder();
}

void Presenter::steer(const BufferLevel& level, SteadyTime now) {
    if (!followsLive_) {
        return;
    }
    const auto position = clock_.at(now);
    const auto decision = control_.decide(now, position, level.end - position);
    if (decision.jump) {
        const auto edge = control_.edge(now).value_or(level.end);
        skipTo(std::min(edge - control_.target(), level.end - limits_.partTarget), now);
        return;
    }
    if (decision.rate != clock_.rate()) {
        clock_.setRate(now, decision.rate);
        if (output_ != nullptr) {
            output_->setClock(clock_);
        }
    }
}

void Presenter::skipTo(MediaTime moment, SteadyTime now) {
    buffer_.skipTo(moment);
    if (sound_ != nullptr) {
        sound_->skipTo(moment);
    }
    stopClock(Phase::Buffering, now);
}

/// Has the stream ended, or has playback run dry?
void Presenter::checkSupply(const BufferLevel& level, SteadyTime now) {
    const auto head = clock_.at(now);
    const bool hasPicture = buffer_.nextPicture().has_value();
    if (level.isDrained && !hasPicture && head > level.end - kEndTolerance) {
        stopClock(Phase::Ended, now);
        return;
    }
    const auto last = level.hasVideo ? level.lastPicture : level.end;
    if (!hasPicture && !level.isDrained && head > last + kGrace) {
        ++stalls_;
        starvedAt_ = now;
        stopClock(Phase::Buffering, now);
    }
}

void Presenter::stopClock(Phase phase, SteadyTime now) {
    clock_.stop(now);
    if (output_ != nullptr) {
        const auto what = phase == Phase::Buffering ? &SoundOutput::hold : &SoundOutput::rest;
        QMetaObject::invokeMethod(output_, [output = output_, what] { (output->*what)(); });
    }
    setPhase(phase);
}

void Presenter::setPhase(Phase phase) {
    if (phase_ == phase) {
        return;
    }
    phase_ = phase;
    report(std::chrono::steady_clock::now());
}

void Presenter::report(SteadyTime now) {
    reportedAt_ = now;
    const auto level = buffer_.level();
    PresenterReport report;
    report.phase = phase_;
    report.stalls = stalls_;
    report.droppedPictures = dropped_;
    report.position = clock_.at(now);
    report.listedAt = report.position + level.listedOffset;
    report.buffered = level.hasStarted ? std::max(MediaTime{}, level.end - report.position) : MediaTime{};
    report.target = isLive_ ? control_.target() : MediaTime{};
    report.rate = clock_.rate();
    events_.onReport(report);
}

void Presenter::scheduleNext(SteadyTime now) {
    if (phase_ == Phase::Empty || phase_ == Phase::Ended) {
        timer_.stop();
        return;
    }
    auto nap = std::chrono::nanoseconds(phase_ == Phase::Playing ? kLongestNap : kIdleNap);
    const auto next = buffer_.nextPicture();
    if (next && phase_ == Phase::Playing) {
        nap = std::clamp<std::chrono::nanoseconds>(clock_.until(now, *next), 1ms, nap);
    }
    timer_.start(std::chrono::ceil<std::chrono::milliseconds>(nap - 500us));
}

}  // namespace footlight::playback
