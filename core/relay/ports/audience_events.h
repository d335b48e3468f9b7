#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/id.h"

namespace footlight::relay {

/// Something that somebody said in a channel's room.
struct SpokenLine {
    accounts::Channel channel;
    MessageId message;
    accounts::Account from;
    std::string text;
    UtcTime at{};
};

/// A broadcast of a channel, or what was kept of it.
struct ChannelBroadcast {
    accounts::Channel channel;
    BroadcastId broadcast;
    std::string title;
    UtcTime at{};
};

/// Hears of what people may want to be notified of. Each event is to be told once it is on disk; telling the
/// same one twice notifies nobody twice. Never waits. On the hub's loop.
class AudienceEvents {
public:
    virtual ~AudienceEvents() = default;
    /// So much waits to be stored that what somebody asks for, and others would hear of, is better refused.
    [[nodiscard]] virtual bool isBehind() const = 0;
    virtual void channelWentLive(const ChannelBroadcast& broadcast) = 0;
    virtual void newRecording(const ChannelBroadcast& recording) = 0;
    /// `names` as they stand behind the @; those of nobody are passed over. At most ten are heard.
    virtual void mentioned(const SpokenLine& line, const std::vector<std::string>& names) = 0;
    virtual void replied(const SpokenLine& line, UserId to) = 0;
    virtual void followed(const accounts::Account& follower, const accounts::Channel& channel,
                          UtcTime at) = 0;
};

}  // namespace footlight::relay
