#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/media/types/packet.h"
#include "core/net/async/task.h"

namespace footlight::rtmp {

enum class PublishEnd : std::uint8_t {
    Clean,  ///< the encoder said that it ends (FCUnpublish, deleteStream, closeStream)
    Lost,   ///< the connection went, was silent too long, broke the protocol, or was closed by us
};

/// Takes what one publisher sends. Made by the PublishHandler, owned by the connection, called on the
/// connection's loop alone and never after ended().
class PublishSink {
public:
    virtual ~PublishSink() = default;
    /// A new or changed sequence header; never called twice with the same content. Both tracks known so far
    /// are in it: a stream with picture and sound is told of in two calls, in either order.
    virtual void tracks(media::Tracks tracks) = 0;
    /// In the order of arrival, after the tracks() that describes it. Times go on past 2^32 ms; they may jump
    /// or go back where the encoder does so.
    virtual void packet(media::Packet packet) = 0;
    /// What was captured at media time `at` was captured at `utc` of the relay's clock.
    virtual void captureClock(media::MediaTime at, UtcTime utc) = 0;
    /// What the encoder says of the time between its key frames; advisory, before the first packet or later.
    virtual void keyFrameInterval(media::MediaTime interval) = 0;
    /// Network packets that were lost in all on a way before RTMP (MPEG-TS, SRT), as the gateway tells.
    virtual void networkLoss(std::int64_t total) = 0;
    /// Last call; the sink is destroyed after it.
    virtual void ended(PublishEnd end) = 0;
};

struct PublishRequest {
    std::string app;          ///< 1-128 of [A-Za-z0-9_-]
    Secret streamKey;         ///< likewise
    std::string peerAddress;  ///< IP address without port
    std::string encoder;      ///< flashVer as sent, printable ASCII, at most 64 characters; may be empty
    /// Ends the connection; the encoder is told `reason`. Any thread, any time; does nothing once it is gone.
    std::function<void(std::string reason)> requestClose;
    /// Asks the encoder to connect again, at `url` or, where that is empty, at the same place; it publishes
    /// on until it has. Empty where the encoder does not understand that (Enhanced RTMP v2). Any thread, any
    /// time.
    std::function<void(std::string url)> requestReconnect{};
    bool isSecure = false;  ///< it came over TLS
};

/// Decides who may publish; implemented by the relay. Called on the connection's loop.
class PublishHandler {
public:
    virtual ~PublishHandler() = default;
    /// Denied (wrong key) and Conflict (the channel is live already) are told to the encoder in the error's
    /// words and end its connection; anything else too. Denied ones count towards a ban of the address;
    /// Unavailable and Timeout ask the encoder to come back later.
    virtual net::Task<Result<std::unique_ptr<PublishSink>>> publish(PublishRequest request) = 0;
};

}  // namespace footlight::rtmp
