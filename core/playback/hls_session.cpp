#include "core/playback/hls_session.h"

#include "core/playback/fetch_plan.h"

namespace footlight::playback {

HlsSession::HlsSession(RelayClock& clock, MediaBuffer& buffer, Events events)
    : events_(std::move(events)),
      fetcher_(new HttpFetcher(clock, this)),
      follower_(new PlaylistFollower(*fetcher_, this)),
      media_(new MediaFetcher(*fetcher_, buffer, this)),
      buffer_(buffer) {
    connect(follower_, &PlaylistFollower::updated, this, &HlsSession::updated);
    connect(follower_, &PlaylistFollower::refused, this, &HlsSession::refused);
    connect(media_, &MediaFetcher::refused, this, &HlsSession::refused);
    connect(media_, &MediaFetcher::stale, follower_, &PlaylistFollower::hurry);
    connect(follower_, &PlaylistFollower::waiting, this,
            [this](const QString& message) { events_.onWaiting(opening_, message); });
    connect(follower_, &PlaylistFollower::renditionChanged, this,
            [this](const QString& name) { events_.onRendition(opening_, name); });
}

void HlsSession::open(int opening, const QUrl& url, std::optional<media::MediaTime> at) {
    close();
    media_->reset(at);
    opening_ = opening;
    fetcher_->setPolicy(AddressPolicy(url));
    follower_->open(url);
}

void HlsSession::close() {
    follower_->close();
    media_->reset();
    media_->setHeld(false);
    playlist_.reset();
    buffer_.restart();
}

void HlsSession::joinAt(std::optional<media::MediaTime> at) {
    media_->reset(at);
    if (playlist_) {
        media_->update(playlist_, follower_->playlistUrl());
    }
}

void HlsSession::updated(const std::shared_ptr<const hls::MediaPlaylist>& playlist) {
    playlist_ = playlist;
    StreamTerms terms;
    terms.limits = {holdBackOf(*playlist), playlist->targetDuration, playlist->partTarget};
    terms.isLive = !playlist->endList;
    terms.canSeek = playlist->endList || playlist->type != hls::PlaylistType::Live;
    terms.length = lengthOf(*playlist);
    events_.onFollowing(opening_, terms);
    media_->update(playlist, follower_->playlistUrl());
}

void HlsSession::refused(const QString& message) {
    follower_->close();
    media_->reset();
    events_.onRefused(opening_, message);
}

}  // namespace footlight::playback
