#pragma once

#include "core/base/logger.h"
#include "core/relay/gateway/input_url.h"
#include "core/rtmp/session/player.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::relay::gateway {

/// Plays a stream elsewhere by RTMP and publishes it at the origin, again and again until it is cancelled:
/// frames pass through as they are. Lives on its loop.
class RtmpPull {
public:
    /// `url` is one of RTMP. `trust` says whose certificates are taken: of RTMPS, null for plain RTMP.
    /// `origin` names the place at our origin.
    RtmpPull(InputUrl url, std::shared_ptr<const net::TlsClient> trust, rtmp::PublishTarget origin,
             Logger logger);

    net::Task<> run();

private:
    net::Task<Result<>> pull();
    net::Task<Result<>> pass(rtmp::PlayedItem item);
    net::Task<Result<>> publish(media::Packet packet);
    [[nodiscard]] rtmp::PlaySource source() const;
    [[nodiscard]] media::MediaTime fromZero(media::MediaTime time) const { return time - *start_; }

    InputUrl url_;
    std::shared_ptr<const net::TlsClient> trust_;
    rtmp::PublishTarget origin_;
    Logger logger_;
    std::unique_ptr<rtmp::Publisher> publisher_;
    media::Tracks tracks_;
    bool isTold_ = false;
    std::optional<media::MediaTime> start_;
};

}  // namespace footlight::relay::gateway
