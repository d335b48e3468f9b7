#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/guarded.h"
#include "core/relay/ports/packet_tap.h"
#include "core/rtmp/session/play.h"

namespace footlight::accounts {
class MediaTokens;
}

namespace footlight::relay::origin {

/// Lets people play the broadcasts over RTMP, by the channel's name: `rtmp://<this relay>/live/<channel>`,
/// protected ones with `?token=`. Taps every broadcast for it. Any thread.
class PlayDesk final : public rtmp::PlayHandler, public PacketTaps {
public:
    /// Without tokens nobody plays a protected channel.
    PlayDesk(const Clock& clock, const accounts::MediaTokens* tokens);
    ~PlayDesk() override;

    net::Task<Result<std::shared_ptr<rtmp::PlayFeed>>> play(rtmp::PlayRequest request) override;
    std::unique_ptr<PacketTap> open(const std::string& channel, BroadcastId broadcast,
                                    const ChannelPolicy& policy) override;

private:
    class Tap;
    struct Channel {
        std::shared_ptr<rtmp::PlayFeed> feed;
        Visibility visibility = Visibility::Public;
    };
    using Channels = Guarded<std::map<std::string, Channel>>;

    [[nodiscard]] bool isGranted(const rtmp::PlayRequest& request) const;

    const Clock& clock_;
    const accounts::MediaTokens* tokens_;
    std::shared_ptr<Channels> channels_ = std::make_shared<Channels>();
};

}  // namespace footlight::relay::origin
