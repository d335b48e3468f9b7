#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <memory>

#include "core/playback/statistics.h"

class QUrl;
class QVideoSink;

namespace footlight::playback {

/// Plays one HLS stream: low-latency live, plain live or a recording; pictures go to a QVideoSink, sound to
/// the default audio output where there is one. It fetches, decodes and presents on threads of its own; every
/// function here is for the thread that owns the player (the GUI's), none of them blocks, and every signal
/// comes on that thread.
class Player : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,        ///< nothing is open
        Connecting,  ///< asking for the playlist
        Waiting,    ///< not live or no answer: message() says which; tries again by itself and starts when it
                    ///< can
        Buffering,  ///< media is on its way; also after a stall
        Playing,
        Paused,
        Ended,   ///< the broadcast or the recording is over; a live channel is still watched and starts again
                 ///< by itself
        Failed,  ///< cannot be played: message() says why; open() tries anew
    };
    Q_ENUM(State)

    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Opens an http or https address of a playlist (RFC 8216), closing what was open, and plays as soon as
    /// it can. What goes wrong comes as Waiting or Failed.
    void open(const QUrl& url);
    /// The same, from a place on: seconds from the start of what the playlist lists.
    void openAt(const QUrl& url, double seconds);
    void close();

    void play();
    /// Holds the picture. play() goes on from it as long as the playlist still lists that place, else at the
    /// edge.
    void pause();
    void jumpToLive();
    /// Plays on from another place, seconds from the start of what the playlist lists, at most the live edge.
    /// Does nothing where Statistics::canSeek is false.
    void seek(double seconds);

    /// 0 to 1 as a person hears it: half sounds half as loud.
    void setVolume(double volume);
    void setMuted(bool muted);

    /// Where pictures go, or null; not owned, may go at any time. Frames are set on the player's own thread.
    void setVideoSink(QVideoSink* sink);

    [[nodiscard]] State state() const;
    /// A sentence for people on Waiting, Ended and Failed; empty otherwise. Plain text.
    [[nodiscard]] QString message() const;
    [[nodiscard]] Statistics statistics() const;

Q_SIGNALS:
    void stateChanged(footlight::playback::Player::State state);
    /// message() changed, with the state or within Waiting.
    void messageChanged(const QString& message);
    /// Once a second while something is open.
    void statisticsChanged(const footlight::playback::Statistics& statistics);
    /// Went to Failed; the same sentence as message().
    void failed(const QString& message);
    void pictureSizeChanged(QSize pixels);

private:
    class Pipeline;
    std::unique_ptr<Pipeline> pipeline_;
    double volume_ = 1;
    bool isMuted_ = false;
};

}  // namespace footlight::playback
