#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/room.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/message_writer.h"
#include "core/relay/ports/stores.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// Who is in which channel's room, what is said there, and how many watch. A message is framed once and
/// handed to every member. Lives on the hub's loop.
class Rooms {
public:
    Rooms(net::Executor executor, Stores stores, net::WorkPool& database, const LiveChannels& live,
          MessageWriter& writer, const Clock& clock);
    ~Rooms();

    /// Joining again changes `watching`. NotFound where there is no such channel.
    [[nodiscard]] net::Task<Result<wire::Joined>> join(std::shared_ptr<Member> member, std::string channel,
                                                       bool watching);
    /// Nothing happens where the member is not there.
    void leave(Member& member, const std::string& channel);

    /// Everybody in the room sees the message at once; the member gets Said when it is on disk. The error is
    /// for the member: not joined, not signed in, or what chat::Room refuses.
    Result<> say(const std::shared_ptr<Member>& member, wire::Say say);

    [[nodiscard]] std::int64_t viewers(ChannelId channel) const;

    void announceLive(const LiveChannel& live);
    void announceEnded(ChannelId channel);
    void announceTitle(ChannelId channel, const std::string& title);
    /// Who joins from now on learns where it plays by this.
    void setVisibility(ChannelId channel, accounts::Visibility visibility);
    /// To the members who may manage the channel.
    void announceHealth(const LiveChannel& live, UtcTime at);
    /// Tells each room whose number of viewers has changed (a room of over 2,000 less often), and closes
    /// rooms that have been empty for 10 s. Called twice a second.
    void tick();

private:
    struct Open;

    Open* find(const std::string& channel) const;
    Open* find(ChannelId channel) const;
    [[nodiscard]] net::Task<Result<Open*>> open(std::string channel);
    [[nodiscard]] wire::Joined describe(const Open& room, const Member& member) const;
    void takeOut(Open& room, Member& member);
    void confirm(const std::shared_ptr<Member>& member, const wire::Say& say, const chat::Outcome& outcome);

    net::Executor executor_;
    Stores stores_;
    net::WorkPool& database_;
    const LiveChannels& live_;
    MessageWriter& writer_;
    const Clock& clock_;
    std::map<std::string, std::unique_ptr<Open>, std::less<>> byName_;
    std::map<ChannelId, Open*> byId_;
};

}  // namespace footlight::relay::hub
