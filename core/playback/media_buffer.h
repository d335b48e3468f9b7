#pragma once

#include <QByteArray>
#include <QVideoFrame>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::playback {

/// Bytes of a part or a segment as they came, with what the playlist said of them.
struct MediaChunk {
    QByteArray initSegment;
    QByteArray data;
    std::uint64_t era = 0;
    std::optional<UtcTime> startsAt;  ///< capture time of its first frame
    std::optional<media::MediaTime>
        lead;  ///< on the first chunk after a restart: from its start to the moment to show first
    media::MediaTime listedAt{};  ///< of that moment, from the start of what the playlist lists
    bool followsHole = false;     ///< something before it is missing: pictures need a key frame
    SteadyTime arrivedAt{};
};

/// A picture that waits for its moment.
struct ReadyPicture {
    QVideoFrame frame;
    media::MediaTime pts{};
    std::optional<UtcTime> capturedAt;
    std::optional<UtcTime> stripTime;  ///< read off the picture itself
    bool isPreview =
        false;  ///< before the moment to start at: shown at once, until the play head has its own
};

/// What is known of the media at hand, on the time line.
struct BufferLevel {
    media::MediaTime playFrom{};      ///< pictures before it are not shown
    media::MediaTime end{};           ///< of the media that came in
    media::MediaTime lastPicture{};   ///< the latest that was decoded
    media::MediaTime listedOffset{};  ///< place in the playlist less line time, since the run began
    bool hasVideo = false;
    bool hasStarted = false;  ///< media of this run was read
    bool isDrained = false;   ///< the stream is over and all of it was decoded
    std::uint64_t run = 0;
};

/// The meeting place of the three threads: the network pushes chunks, the decoder takes them and pushes
/// pictures, the presenter takes those. Each queue is bounded; who pushes asks for room first. A restart()
/// voids all that came before it (a "run"). Any thread.
class MediaBuffer {
public:
    enum class Task : std::uint8_t { Stop, Restart, Chunk, Picture, Sound, Drain, Again };
    /// What the decoder could do if the queues let it.
    struct Wants {
        bool chunk = false;
        bool picture = false;
        bool sound = false;
    };

    /// `onPictures` is called when there is something new to present, `onRoom` when a chunk was taken; on the
    /// decoder's thread.
    MediaBuffer(std::function<void()> onPictures, std::function<void()> onRoom);

    // The network's side.
    void restart();
    [[nodiscard]] bool hasRoomForChunks() const;
    void push(MediaChunk chunk);
    /// No chunk follows in this run.
    void finish();

    // The decoder's side.
    /// Waits a little where there is nothing to do, then says Again: wants may have changed.
    Task nextTask(const Wants& wants, bool isEmpty);
    [[nodiscard]] std::optional<MediaChunk> takeChunk();
    /// Media was placed on the line.
    void setRange(std::uint64_t run, media::MediaTime end, bool hasVideo);
    /// Before the first setRange() of a run: the line time to show first, and its place in the playlist.
    void setStart(std::uint64_t run, media::MediaTime playFrom, media::MediaTime listedAt);
    void push(std::uint64_t run, ReadyPicture picture);
    void setDrained(std::uint64_t run);
    [[nodiscard]] std::uint64_t run() const;

    // The presenter's side.
    [[nodiscard]] BufferLevel level() const;
    [[nodiscard]] std::optional<media::MediaTime> nextPicture() const;
    [[nodiscard]] bool nextIsPreview() const;
    std::optional<ReadyPicture> takePicture();
    void setPlayHead(media::MediaTime at);
    [[nodiscard]] media::MediaTime playHead() const;
    /// Drops what is before `moment`, decoded or not.
    void skipTo(media::MediaTime moment);
    /// Sound was taken: there may be room.
    void wakeDecoder() { changed_.notify_all(); }

    void stop();

private:
    [[nodiscard]] bool hasRoomForPictures() const;

    const std::function<void()> onPictures_;
    const std::function<void()> onRoom_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<MediaChunk> chunks_;
    std::deque<ReadyPicture> pictures_;
    BufferLevel level_;
    media::MediaTime playHead_{};
    bool restartPending_ = false;
    bool finished_ = false;
    bool stopping_ = false;
};

}  // namespace footlight::playback
