#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/media/types/packet.h"
#include "core/net/async/task.h"
#include "core/rtmp/session/stream_metadata.h"

namespace footlight::rtmp {

class PlayListener;

/// Bounds of one feed.
struct PlayFeedLimits {
    std::size_t groupBytes = 2 * 1024 * 1024;  ///< of the newest group of pictures, kept for who joins
    std::size_t queueBytes =
        4 * 1024 * 1024;  ///< that one player may leave unread before frames are left out
    /// Sound waits so long for a picture to go along with: one send to each player instead of two. Streams
    /// without pictures go at once.
    std::chrono::milliseconds gather{10};
};

/// One stream on its way to everybody who plays it over RTMP. Each frame is cut into chunks once, for all
/// players on all loops; without players nothing is cut. Shared by its feeder and its players. Feeding: one
/// thread at a time. The rest: any thread.
class PlayFeed {
public:
    explicit PlayFeed(PlayFeedLimits limits = PlayFeedLimits());
    /// As ended().
    ~PlayFeed();
    PlayFeed(const PlayFeed&) = delete;
    PlayFeed& operator=(const PlayFeed&) = delete;

    /// Feeding. Never waits: a player that does not keep up loses frames up to the next key frame.
    void tracks(const media::Tracks& tracks);
    void metadata(const StreamMetadata& metadata);
    void packet(const media::Packet& packet);
    /// The last of the feeder: players are told that the stream is over.
    void ended();

    [[nodiscard]] std::size_t players() const;

    /// From here on `listener` is given the stream on `loop`'s thread, which calls this: first the newest
    /// group of pictures, then what comes. It calls leave() there before it goes.
    void join(net::Executor loop, PlayListener& listener);
    void leave(PlayListener& listener);
    [[nodiscard]] const PlayFeedLimits& limits() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

/// Somebody wants to watch over RTMP.
struct PlayRequest {
    std::string app;          ///< 1-128 of [A-Za-z0-9_-]
    std::string stream;       ///< likewise; a channel's name
    Secret token;             ///< "token" of the stream's query; empty where there is none
    std::string peerAddress;  ///< IP address without port
    std::string player;       ///< flashVer as sent, printable ASCII, at most 64 characters; may be empty
    bool isSecure = false;    ///< it came over TLS
};

/// Decides who may play what; implemented by the relay. Called on the connection's loop.
class PlayHandler {
public:
    virtual ~PlayHandler() = default;
    /// Any error is told to the player in its own words: NotFound as NetStream.Play.StreamNotFound, others as
    /// NetStream.Play.Failed.
    virtual net::Task<Result<std::shared_ptr<PlayFeed>>> play(PlayRequest request) = 0;
};

}  // namespace footlight::rtmp
