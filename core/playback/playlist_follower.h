#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <memory>

#include "core/hls/playlist.h"
#include "core/playback/http_fetcher.h"

namespace footlight::playback {

/// Keeps the media playlist of one stream current: takes the first variant of a multivariant playlist,
/// reloads by blocking requests and delta updates where the server offers them (RFC 8216bis 6.2.5), polls
/// elsewhere, and goes on asking while the channel is not live or its relay does not answer. Lives on the
/// network thread.
class PlaylistFollower : public QObject {
    Q_OBJECT
public:
    PlaylistFollower(HttpFetcher& fetcher, QObject* parent);

    void open(const QUrl& url);
    void close();
    /// Asks again at once: something listed could not be fetched.
    void hurry();

    [[nodiscard]] const QUrl& playlistUrl() const { return mediaUrl_; }

Q_SIGNALS:
    void updated(std::shared_ptr<const footlight::hls::MediaPlaylist> playlist);
    void renditionChanged(const QString& name);
    /// It will be tried again by itself. A sentence for people.
    void waiting(const QString& message);
    /// It cannot be played. A sentence for people.
    void refused(const QString& message);

private:
    void loadTop();
    void loadMedia();
    void loadBlocking();
    void request(const QUrl& url, std::chrono::milliseconds timeout,
                 void (PlaylistFollower::*done)(Result<Fetched>));
    void topLoaded(Result<Fetched> result);
    void mediaLoaded(Result<Fetched> result);
    void blockingLoaded(Result<Fetched> result);
    void chooseVariant(const hls::MultivariantPlaylist& playlist, const QUrl& base);
    void take(hls::MediaPlaylist playlist);
    void schedule(bool hasChanged);
    void failed(const Error& error);
    void later(std::chrono::milliseconds delay, void (PlaylistFollower::*what)());
    [[nodiscard]] QUrl blockingUrl() const;
    [[nodiscard]] bool mayAskForDelta() const;

    HttpFetcher& fetcher_;
    QPointer<Fetch> fetch_;
    QTimer timer_;
    void (PlaylistFollower::*onTimer_)() = nullptr;
    QUrl topUrl_;
    QUrl mediaUrl_;
    std::shared_ptr<const hls::MediaPlaylist> playlist_;
    SteadyTime takenAt_{};
    int failures_ = 0;          ///< in a row
    int blockingFailures_ = 0;  ///< in a row; past a few, plain polling does
    bool deltaIsBroken_ = false;
};

}  // namespace footlight::playback

Q_DECLARE_METATYPE(std::shared_ptr<const footlight::hls::MediaPlaylist>)
