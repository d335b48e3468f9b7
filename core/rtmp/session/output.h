#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/clock.h"
#include "core/net/stream/stream.h"
#include "core/rtmp/session/output_queue.h"
#include "core/rtmp/session/play.h"
#include "core/rtmp/session/play_listener.h"

namespace footlight::rtmp {

/// Everything that one connection of the server sends: what its peer has to say, and between that the frames
/// of the feed that it plays. Writes at once what the kernel takes, and waits where it takes no more. Shared
/// by its connection and what waits for the socket; on the connection's loop.
class Output final : public PlayListener, public std::enable_shared_from_this<Output> {
public:
    /// `onEnded` is called when the feed is over, behind its last frame.
    Output(net::Stream& stream, std::atomic<std::uint64_t>& bytesSent, std::function<void()> onEnded);
    ~Output() override;

    void say(Bytes bytes);
    void play(std::shared_ptr<PlayFeed> feed, std::uint32_t streamId);
    /// Pausing takes frames back that are not begun; going on is at the newest key frame.
    void pause(bool isPaused);
    /// Nothing more comes of this feed.
    void stop();
    /// Since when the client has taken nothing, where bytes wait for it.
    [[nodiscard]] std::optional<SteadyTime> blockedSince() const { return blockedSince_; }
    [[nodiscard]] std::uint64_t leftOut() const { return queue_.leftOut(); }

    void frames(const PlayFrames& frames) override;
    void ended() override;

private:
    void write();
    void waitFor(net::Stream::Next next);

    net::Stream& stream_;
    std::atomic<std::uint64_t>& bytesSent_;
    std::function<void()> onEnded_;
    std::shared_ptr<PlayFeed> feed_;
    bool hasJoined_ = false;
    OutputQueue queue_;
    std::uint32_t streamId_ = 0;
    std::optional<SteadyTime> blockedSince_;
};

}  // namespace footlight::rtmp
