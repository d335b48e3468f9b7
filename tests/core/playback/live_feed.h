#pragma once

#include <QTimer>
#include <optional>
#include <set>
#include <vector>

#include "core/hls/playlist.h"
#include "tests/core/playback/clip.h"
#include "tests/core/playback/feed_server.h"

namespace footlight::tests {

/// A live channel served from a clip: parts are released in real time or by hand, playlists follow the rules
/// of RFC 8216bis with blocking reloads and preload hints. /live/index.m3u8 leads to /live/media.m3u8.
class LiveFeed {
public:
    struct Options {
        bool lowLatency = true;
        bool deltaUpdates = false;
        int partsPerSegment = 5;
        /// Parts after which the time base begins anew, as after a publisher's return; 0: never.
        int discontinuityAfter = 0;
        /// The window of complete segments that is listed.
        std::size_t window = 12;
        /// EXT-X-PLAYLIST-TYPE:EVENT, as a playlist that can be rewound has it.
        bool isEvent = false;
    };

    LiveFeed(const Clip& clip, Options options);

    [[nodiscard]] QUrl url() const { return server_.url(QStringLiteral("/live/index.m3u8")); }
    FeedServer& server() { return server_; }

    void release(int parts);
    /// Releases a part as often as its duration.
    void run();
    void halt() { timer_.stop(); }
    void end();
    /// A new broadcast in the same playlist, behind a discontinuity.
    void goLiveAgain();
    void setLive(bool live) { isLive_ = live; }
    /// This part (counted from the start) answers 404.
    void lose(int part) { lost_.insert(part); }
    /// Parts are answered this much later.
    void delayParts(std::chrono::milliseconds delay) { delay_ = delay; }
    /// The relay's clock: the capture time of what is released this moment.
    [[nodiscard]] UtcTime now() const;
    [[nodiscard]] int released() const { return released_; }
    [[nodiscard]] int deltasServed() const { return deltasServed_; }

private:
    struct Waiting {
        QString path;
        QUrlQuery query;
        FeedServer::Reply reply;
    };

    void handle(const FeedRequest& request, FeedServer::Reply reply);
    bool answer(const QString& path, const QUrlQuery& query, const FeedServer::Reply& reply);
    bool answerPlaylist(const QUrlQuery& query, const FeedServer::Reply& reply);
    void answerPart(int part, const FeedServer::Reply& reply);
    void answerWaiting();
    [[nodiscard]] std::string playlist(bool delta) const;
    [[nodiscard]] hls::Segment segment(int first, int count) const;
    [[nodiscard]] const ClipPart& part(int index) const;
    [[nodiscard]] QString partName(int index) const;

    const Clip& clip_;
    Options options_;
    int released_ = 0;
    int deltasServed_ = 0;
    bool isLive_ = true;
    bool ended_ = false;
    std::set<int> lost_;
    std::chrono::milliseconds delay_{0};
    std::optional<SteadyTime> lastRelease_;
    std::vector<Waiting> waiting_;
    QTimer timer_;
    FeedServer server_;
};

}  // namespace footlight::tests
