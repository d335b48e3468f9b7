#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUrl>
#include <QVideoSink>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "core/playback/decode_worker.h"
#include "core/playback/hls_session.h"
#include "core/playback/media_buffer.h"
#include "core/playback/player.h"
#include "core/playback/presenter.h"
#include "core/playback/relay_clock.h"
#include "core/playback/sound_output.h"
#include "core/playback/sound_queue.h"

namespace footlight::playback {

/// What stands behind a Player: its threads, and the state that they add up to. Lives on the player's thread.
class Player::Pipeline : public QObject {
public:
    explicit Pipeline(Player& player);
    ~Pipeline() override;

    void open(const QUrl& url, std::optional<media::MediaTime> at);
    void seek(media::MediaTime at);
    void close();
    void play();
    void pause();
    void jumpToLive();
    void setVolume(double volume);
    void setVideoSink(QVideoSink* sink) { sink_ = sink; }

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] QString message() const { return message_; }
    [[nodiscard]] Statistics statistics() const;

private:
    /// Where the network side stands.
    enum class Link { Closed, Connecting, Following, Waiting, Refused };

    HlsSession::Events sessionEvents();
    Presenter::Events presenterEvents();
    DecodeWorker::Events decodeEvents();
    template <typename Function>
    void here(Function function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    }
    template <typename Target, typename Function>
    static void there(Target& target, Function function) {
        QMetaObject::invokeMethod(&target, std::move(function), Qt::QueuedConnection);
    }

    void setLink(int opening, Link link, const QString& message);
    void offer(ReadyPicture picture);
    void show();
    void measure(const ReadyPicture& picture);
    void update();

    Player& player_;
    RelayClock relayClock_;
    SoundQueue soundQueue_;
    QThread networkThread_;
    QThread presenterThread_;
    QThread soundThread_;
    MediaBuffer buffer_;
    std::unique_ptr<HlsSession> session_;
    std::unique_ptr<SoundOutput> soundOutput_;  ///< null where no device can play it
    std::unique_ptr<Presenter> presenter_;
    std::unique_ptr<DecodeWorker> decoder_;

    QPointer<QVideoSink> sink_;
    QTimer statisticsTimer_;
    std::mutex offeredMutex_;
    std::optional<ReadyPicture>
        offered_;  ///< one at most: a newer picture takes the place of one not shown yet
    std::atomic<quint64> overwritten_{0};

    int opening_ = 0;
    bool hasFollowed_ = false;  ///< in this opening; pictures and reports from before it are of the last one
    Link link_ = Link::Closed;
    QString linkMessage_;
    PresenterReport report_;
    StreamTerms terms_;
    State state_ = State::Idle;
    QString message_;
    QString rendition_;
    QSize pictureSize_;
    SteadyTime openedAt_{};
    quint64 skippedBefore_ = 0;
    std::optional<double> joinMs_;
    std::optional<UtcTime> capturedAt_;
    std::optional<double> latencyMs_;
    std::optional<double> glassLatencyMs_;
    std::deque<SteadyTime> shownAt_;
};

}  // namespace footlight::playback
