#pragma once

#include <memory>

#include "core/net/async/event_loops.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::relay::transcoder {

/// The publication of one stream at the origin, made again when it breaks. One thread, which waits until the
/// origin has taken what it is given; while the origin is away, frames are dropped, and it goes on with a key
/// frame.
class OriginLink {
public:
    OriginLink(rtmp::PublishTarget origin, Logger logger);
    ~OriginLink();
    OriginLink(const OriginLink&) = delete;
    OriginLink& operator=(const OriginLink&) = delete;

    /// Denied or Unsupported where the origin will never take it; it says so in its own words. What passes
    /// (Conflict, Closed, Unavailable, Timeout) is tried again once a second.
    Result<> send(const media::Tracks& tracks, const media::Packet& packet, std::int64_t lost);

private:
    Result<> connect();
    Result<> deliver(const media::Tracks& tracks, const media::Packet& packet, std::int64_t lost);
    net::Task<Result<>> sendAll(media::Tracks tracks, media::Packet packet, std::int64_t lost);
    net::Task<> drop();

    rtmp::PublishTarget origin_;
    Logger logger_;
    std::unique_ptr<rtmp::Publisher> publisher_;
    media::Tracks told_;
    std::int64_t lostTold_ = 0;
    SteadyTime lossAt_{};
    SteadyTime nextTry_{};
    bool isDown_ = false;
    net::EventLoops loops_{1};
};

}  // namespace footlight::relay::transcoder
