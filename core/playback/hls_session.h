#pragma once

#include <QObject>
#include <QUrl>
#include <functional>
#include <memory>

#include "core/playback/http_fetcher.h"
#include "core/playback/latency_control.h"
#include "core/playback/media_fetcher.h"
#include "core/playback/playlist_follower.h"

namespace footlight::playback {

/// What a playlist says of the whole stream.
struct StreamTerms {
    LatencyControl::Limits limits;
    bool isLive = true;
    bool canSeek = false;       ///< nothing that is listed is taken off the list again
    media::MediaTime length{};  ///< of what is listed
};

/// The network side of one player: the playlist and the media that it lists. Lives on the network thread; its
/// events are called there, each with the number of the open() that it belongs to.
class HlsSession : public QObject {
    Q_OBJECT
public:
    struct Events {
        std::function<void(int opening, StreamTerms terms)> onFollowing;
        std::function<void(int opening, const QString& message)> onWaiting;
        std::function<void(int opening, const QString& message)> onRefused;
        std::function<void(int opening, const QString& name)> onRendition;
    };

    HlsSession(RelayClock& clock, MediaBuffer& buffer, Events events);

    /// `at` is counted from the start of what is listed; without it where the playlist wants to begin.
    void open(int opening, const QUrl& url, std::optional<media::MediaTime> at);
    void close();
    void rejoin() { joinAt(std::nullopt); }
    void joinAt(std::optional<media::MediaTime> at);
    void setHeld(bool held) { media_->setHeld(held); }
    void pump() { media_->pump(); }

private:
    void updated(const std::shared_ptr<const hls::MediaPlaylist>& playlist);
    void refused(const QString& message);

    Events events_;
    HttpFetcher* fetcher_;
    PlaylistFollower* follower_;
    MediaFetcher* media_;
    MediaBuffer& buffer_;
    std::shared_ptr<const hls::MediaPlaylist> playlist_;
    int opening_ = 0;
};

}  // namespace footlight::playback
