#include "core/playback/pipeline.h"

#include <QMediaDevices>

namespace footlight::playback {
namespace {

using namespace std::chrono_literals;

/// Bound on the pictures that the rate shown is counted over.
constexpr std::size_t kShownTimes = 240;

double toMilliseconds(SteadyTime::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

}  // namespace

Player::Pipeline::Pipeline(Player& player)
    : player_(player),
      buffer_([this] { presenter_->wake(); }, [this] { there(*session_, [this] { session_->pump(); }); }) {
    const auto device = QMediaDevices::defaultAudioOutput();
    auto* sound = device.isNull() ? nullptr : &soundQueue_;
    if (sound != nullptr) {
        soundOutput_ = std::make_unique<SoundOutput>(soundQueue_, device);
        soundThread_.setObjectName(QStringLiteral("player-sound"));
        soundOutput_->moveToThread(&soundThread_);
        soundThread_.start(QThread::TimeCriticalPriority);
    }
    session_ = std::make_unique<HlsSession>(relayClock_, buffer_, sessionEvents());
    presenter_ = std::make_unique<Presenter>(buffer_, sound, soundOutput_.get(), presenterEvents());
    networkThread_.setObjectName(QStringLiteral("player-network"));
    presenterThread_.setObjectName(QStringLiteral("player-present"));
    session_->moveToThread(&networkThread_);
    presenter_->moveToThread(&presenterThread_);
    networkThread_.start();
    presenterThread_.start(QThread::HighPriority);
    decoder_ = std::make_unique<DecodeWorker>(buffer_, sound, decodeEvents());
    connect(&statisticsTimer_, &QTimer::timeout, this,
            [this] { Q_EMIT player_.statisticsChanged(statistics()); });
    statisticsTimer_.setInterval(1s);
}

Player::Pipeline::~Pipeline() {
    decoder_.reset();
    // Objects die on the threads that they live on.
    there(*session_, [this] {
        session_.reset();
        networkThread_.quit();
    });
    there(*presenter_, [this] {
        presenter_.reset();
        presenterThread_.quit();
    });
    networkThread_.wait();
    presenterThread_.wait();
    if (soundOutput_) {
        there(*soundOutput_, [this] {
            soundOutput_.reset();
            soundThread_.quit();
        });
        soundThread_.wait();
    }
}

HlsSession::Events Player::Pipeline::sessionEvents() {
    HlsSession::Events events;
    events.onFollowing = [this](int opening, StreamTerms terms) {
        there(*presenter_, [this, terms] { presenter_->setTerms(terms.limits, terms.isLive); });
        here([this, opening, terms] {
            terms_ = opening == opening_ ? terms : terms_;
            setLink(opening, Link::Following, {});
        });
    };
    events.onWaiting = [this](int opening, const QString& message) {
        here([this, opening, message] { setLink(opening, Link::Waiting, message); });
    };
    events.onRefused = [this](int opening, const QString& message) {
        here([this, opening, message] { setLink(opening, Link::Refused, message); });
    };
    events.onRendition = [this](int opening, const QString& name) {
        here([this, opening, name] { rendition_ = opening == opening_ ? name : rendition_; });
    };
    return events;
}

Presenter::Events Player::Pipeline::presenterEvents() {
    Presenter::Events events;
    events.onPicture = [this](ReadyPicture picture) { offer(std::move(picture)); };
    events.onReport = [this](const PresenterReport& report) {
        here([this, report] {
            if (!hasFollowed_ && report.phase == Phase::Playing) {
                return;
            }
            report_ = report;
            update();
        });
    };
    events.onRejoinWanted = [this] { there(*session_, [this] { session_->rejoin(); }); };
    return events;
}

DecodeWorker::Events Player::Pipeline::decodeEvents() {
    DecodeWorker::Events events;
    events.onArrived = [this](SteadyTime at, media::MediaTime end, bool isBreak) {
        there(*presenter_, [this, at, end, isBreak] { presenter_->arrived(at, end, isBreak); });
    };
    events.onUnplayable = [this](const QString& message) {
        there(*session_, [this] { session_->close(); });
        here([this, message] { setLink(opening_, Link::Refused, message); });
    };
    return events;
}

void Player::Pipeline::open(const QUrl& url, std::optional<media::MediaTime> at) {
    close();
    openedAt_ = std::chrono::steady_clock::now();
    relayClock_.reset();
    there(*session_, [this, url, at, opening = opening_] { session_->open(opening, url, at); });
    if (at) {
        there(*presenter_, [this] { presenter_->leave(); });
    }
    statisticsTimer_.start();
    setLink(opening_, Link::Connecting, {});
}

void Player::Pipeline::close() {
    ++opening_;
    there(*session_, [this] { session_->close(); });
    there(*presenter_, [this] { presenter_->reset(); });
    statisticsTimer_.stop();
    skippedBefore_ = decoder_->counters().skippedPictures + overwritten_;
    hasFollowed_ = false;
    joinMs_.reset();
    capturedAt_.reset();
    latencyMs_.reset();
    glassLatencyMs_.reset();
    shownAt_.clear();
    rendition_.clear();
    pictureSize_ = {};
    report_ = {};
    terms_ = {};
    setLink(opening_, Link::Closed, {});
}

void Player::Pipeline::play() {
    there(*session_, [this] { session_->setHeld(false); });
    there(*presenter_, [this] { presenter_->play(); });
}

void Player::Pipeline::pause() {
    there(*session_, [this] { session_->setHeld(true); });
    there(*presenter_, [this] { presenter_->pause(); });
}

void Player::Pipeline::jumpToLive() {
    there(*session_, [this] { session_->setHeld(false); });
    there(*presenter_, [this] { presenter_->jumpToLive(); });
}

void Player::Pipeline::seek(media::MediaTime at) {
    if (!terms_.canSeek) {
        return;
    }
    there(*presenter_, [this] { presenter_->leave(); });
    there(*session_, [this, at] {
        session_->setHeld(false);
        session_->joinAt(at);
    });
}

void Player::Pipeline::setVolume(double volume) {
    if (soundOutput_) {
        there(*soundOutput_, [this, volume] { soundOutput_->setVolume(volume); });
    }
}

void Player::Pipeline::setLink(int opening, Link link, const QString& message) {
    if (opening != opening_) {
        return;
    }
    // A player that waited counts its join from the moment that there was something to join.
    if (link_ == Link::Waiting && link == Link::Following && !joinMs_) {
        openedAt_ = std::chrono::steady_clock::now();
    }
    hasFollowed_ = hasFollowed_ || link == Link::Following;
    link_ = link;
    linkMessage_ = message;
    update();
}

/// On the presenter's thread.
void Player::Pipeline::offer(ReadyPicture picture) {
    bool isFirst = false;
    {
        const std::lock_guard lock(offeredMutex_);
        isFirst = !offered_;
        overwritten_ += isFirst ? 0 : 1;
        offered_ = std::move(picture);
    }
    if (isFirst) {
        here([this] { show(); });
    }
}

void Player::Pipeline::show() {
    std::optional<ReadyPicture> picture;
    {
        const std::lock_guard lock(offeredMutex_);
        picture = std::exchange(offered_, std::nullopt);
    }
    if (!picture || !hasFollowed_) {
        return;
    }
    if (sink_) {
        sink_->setVideoFrame(picture->frame);
    }
    measure(*picture);
    if (picture->frame.size() != pictureSize_) {
        pictureSize_ = picture->frame.size();
        Q_EMIT player_.pictureSizeChanged(pictureSize_);
    }
}

void Player::Pipeline::measure(const ReadyPicture& picture) {
    const auto now = std::chrono::steady_clock::now();
    const auto relayNow = relayClock_.now();
    if (!joinMs_) {
        joinMs_ = toMilliseconds(now - openedAt_);
    }
    shownAt_.push_back(now);
    while (shownAt_.size() > kShownTimes || now - shownAt_.front() > 1s) {
        shownAt_.pop_front();
    }
    if (picture.isPreview) {
        return;
    }
    const auto since = [relayNow](const std::optional<UtcTime>& then) {
        return then ? std::optional(static_cast<double>((relayNow - *then).count())) : std::nullopt;
    };
    capturedAt_ = picture.capturedAt;
    latencyMs_ = since(picture.capturedAt);
    glassLatencyMs_ = since(picture.stripTime);
}

/// The state follows from where the network and the presenter stand.
void Player::Pipeline::update() {
    State state = State::Buffering;
    QString message;
    if (link_ == Link::Closed) {
        state = State::Idle;
    } else if (link_ == Link::Refused) {
        state = State::Failed;
        message = linkMessage_;
    } else if (report_.phase == Phase::Paused) {
        state = State::Paused;
    } else if (report_.phase == Phase::Playing) {
        state = State::Playing;
    } else if (report_.phase == Phase::Ended) {
        state = State::Ended;
        message = Player::tr("This broadcast is over.");
    } else if (link_ == Link::Waiting) {
        state = State::Waiting;
        message = linkMessage_;
    } else if (link_ == Link::Connecting) {
        state = State::Connecting;
    }
    const bool hasNewState = std::exchange(state_, state) != state;
    const bool hasNewMessage = std::exchange(message_, message) != message;
    if (hasNewMessage) {
        Q_EMIT player_.messageChanged(message_);
    }
    if (hasNewState) {
        Q_EMIT player_.stateChanged(state_);
    }
    if (hasNewState && state_ == State::Failed) {
        Q_EMIT player_.failed(message_);
    }
}

Statistics Player::Pipeline::statistics() const {
    Statistics statistics;
    const auto now = std::chrono::steady_clock::now();
    const auto& counters = decoder_->counters();
    statistics.bitrateKbps = link_ == Link::Closed ? 0 : counters.bitrateKbps.load();
    statistics.fps = static_cast<double>(
        std::count_if(shownAt_.begin(), shownAt_.end(), [now](const auto& at) { return now - at <= 1s; }));
    statistics.droppedFrames =
        report_.droppedPictures + counters.skippedPictures + overwritten_ - skippedBefore_;
    statistics.latencyMs = latencyMs_;
    statistics.capturedAt = capturedAt_;
    statistics.glassLatencyMs = glassLatencyMs_;
    statistics.stalls = report_.stalls;
    statistics.position = media::toSeconds(report_.position);
    statistics.isLive = terms_.isLive;
    statistics.canSeek = terms_.canSeek;
    statistics.listedSeconds = media::toSeconds(terms_.length);
    statistics.listedAt = std::max(0.0, media::toSeconds(report_.listedAt));
    statistics.bufferSeconds = media::toSeconds(report_.buffered);
    statistics.targetLatencySeconds = media::toSeconds(report_.target);
    statistics.rendition = rendition_;
    statistics.rate = report_.rate;
    statistics.joinMs = joinMs_;
    return statistics;
}

}  // namespace footlight::playback
