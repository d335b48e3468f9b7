#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/base/guarded.h"
#include "core/rtmp/session/play.h"
#include "core/rtmp/session/publish.h"

namespace footlight::rtmp {

/// The smallest relay: what is published under a key is played under the same name; the stream "secret" with
/// the token "right" alone.
class RelayingHandler final : public PublishHandler, public PlayHandler {
public:
    net::Task<Result<std::unique_ptr<PublishSink>>> publish(PublishRequest request) override;
    net::Task<Result<std::shared_ptr<PlayFeed>>> play(PlayRequest request) override;

    /// The feed of a stream, made where there is none yet.
    std::shared_ptr<PlayFeed> feed(const std::string& name, PlayFeedLimits limits = PlayFeedLimits());
    /// Until `count` play it.
    bool waitForPlayers(const std::string& name, std::size_t count);

private:
    Guarded<std::map<std::string, std::shared_ptr<PlayFeed>>> feeds_;
};

}  // namespace footlight::rtmp
