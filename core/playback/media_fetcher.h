#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <deque>
#include <memory>
#include <optional>

#include "core/playback/fetch_plan.h"
#include "core/playback/http_fetcher.h"
#include "core/playback/media_buffer.h"

namespace footlight::playback {

/// Fetches what a playlist lists, several pieces at a time, and pushes them into the buffer in order; asks
/// for the part that will come next before it is listed (EXT-X-PRELOAD-HINT). What cannot be had is asked for
/// again, then as a whole segment, then left out. Lives on the network thread.
class MediaFetcher : public QObject {
    Q_OBJECT
public:
    MediaFetcher(HttpFetcher& fetcher, MediaBuffer& buffer, QObject* parent);

    /// Forgets the place in the stream; the next update joins anew: at `at` from the start of what is listed,
    /// or where the playlist wants players to begin.
    void reset(std::optional<media::MediaTime> at = std::nullopt);
    void update(std::shared_ptr<const hls::MediaPlaylist> playlist, const QUrl& base);
    /// While held, a place that the playlist no longer lists is not given up for the live edge.
    void setHeld(bool held) { isHeld_ = held; }
    /// Starts what the buffer now has room for.
    void pump();

Q_SIGNALS:
    /// Something listed is not there: the playlist should be asked for again.
    void stale();
    void refused(const QString& message);

private:
    struct Pending {
        MediaItem item;
        bool isHint = false;
        bool isReplacement = false;  ///< a whole segment for a part that could not be had
        bool followsHole = false;
        int attempts = 0;
        QPointer<Fetch> fetch;
        std::optional<QByteArray> body;
        SteadyTime arrivedAt{};

        Pending() = default;
        ~Pending() { delete fetch.data(); }
        Pending(const Pending&) = delete;
        Pending& operator=(const Pending&) = delete;
    };
    struct InitSegment {
        hls::Map map;
        QPointer<Fetch> fetch;
        std::optional<QByteArray> body;
        int attempts = 0;
    };

    bool join();
    void adoptHint(std::vector<MediaItem>& items);
    void addHint();
    void append(MediaItem item, bool isHint);
    void start(Pending& pending);
    void arrived(Pending& pending, Result<Fetched> result);
    void failed(Pending& pending, const Error& error);
    void giveUp(const MediaItem& item, bool isReplacement);
    InitSegment& initSegmentFor(const hls::Map& map);
    void startInit(InitSegment& init);
    void deliver();
    void pushChunk(Pending& pending, const QByteArray& initSegment);
    void forget(const Pending& pending);

    HttpFetcher& fetcher_;
    MediaBuffer& buffer_;
    std::shared_ptr<const hls::MediaPlaylist> playlist_;
    QUrl base_;
    std::optional<Cursor> cursor_;
    std::optional<media::MediaTime> wanted_;  ///< where to join
    std::optional<JoinPoint> joined_;         ///< until its first chunk is on its way
    std::deque<std::unique_ptr<Pending>> pending_;
    std::deque<std::unique_ptr<InitSegment>> inits_;
    std::optional<hls::Map> lastMap_;
    std::uint64_t lastEra_ = 0;
    std::string deliveredHint_;
    QTimer retry_;
    int lostReloads_ = 0;
    bool followsHole_ = false;
    bool isFinished_ = false;
    bool isHeld_ = false;
};

}  // namespace footlight::playback
