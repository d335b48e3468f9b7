#include "core/playback/player.h"

#include <QUrl>
#include <QVideoSink>
#include <algorithm>

#include "core/playback/pipeline.h"

namespace footlight::playback {
namespace {

media::MediaTime toMediaTime(double seconds) {
    return std::chrono::duration_cast<media::MediaTime>(
        std::chrono::duration<double>(std::max(seconds, 0.0)));
}

}  // namespace

Player::Player(QObject* parent) : QObject(parent), pipeline_(std::make_unique<Pipeline>(*this)) {
    qRegisterMetaType<Statistics>();
}

Player::~Player() = default;

void Player::open(const QUrl& url) { pipeline_->open(url, std::nullopt); }

void Player::openAt(const QUrl& url, double seconds) { pipeline_->open(url, toMediaTime(seconds)); }

void Player::close() { pipeline_->close(); }

void Player::play() { pipeline_->play(); }

void Player::pause() { pipeline_->pause(); }

void Player::jumpToLive() { pipeline_->jumpToLive(); }

void Player::seek(double seconds) { pipeline_->seek(toMediaTime(seconds)); }

void Player::setVolume(double volume) {
    volume_ = std::clamp(volume, 0.0, 1.0);
    pipeline_->setVolume(isMuted_ ? 0 : volume_);
}

void Player::setMuted(bool muted) {
    isMuted_ = muted;
    pipeline_->setVolume(isMuted_ ? 0 : volume_);
}

void Player::setVideoSink(QVideoSink* sink) { pipeline_->setVideoSink(sink); }

Player::State Player::state() const { return pipeline_->state(); }

QString Player::message() const { return pipeline_->message(); }

Statistics Player::statistics() const { return pipeline_->statistics(); }

}  // namespace footlight::playback
