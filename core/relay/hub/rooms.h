#pragma once

#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/audience_desk.h"
#include "core/relay/hub/chat_desk.h"
#include "core/relay/hub/command_desk.h"
#include "core/relay/hub/joined_writer.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/member.h"
#include "core/relay/hub/message_writer.h"
#include "core/relay/hub/people.h"
#include "core/relay/hub/reading_right.h"
#include "core/relay/hub/resume.h"
#include "core/relay/hub/room_table.h"
#include "core/relay/hub/watch_list.h"
#include "core/relay/ports/message_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// Who is in which channel's room, what happens there, and how many watch. What everybody is told is framed
/// once and handed to every member. Lives on the hub's loop.
class Rooms {
public:
    Rooms(net::Executor executor, Stores stores, net::WorkPool& database, Reading reading,
          const LiveChannels& live, MessageWriter& writer, AudienceEvents& events, const ReadingRight& right,
          const Clock& clock, const ChatLimits& limits = {});

    /// Returns the JSON of a wire::Joined. Joining again changes `watching`. NotFound where there is no such
    /// channel, Denied as ReadingRight says.
    [[nodiscard]] net::Task<Result<std::string>> join(std::shared_ptr<Member> member, wire::Join join);
    /// The same without waiting, where the channel's room is open, nothing is to be resumed, and they may.
    [[nodiscard]] std::optional<std::string> joinAtOnce(Member& member, const wire::Join& join);
    /// Whether somebody may read what is said in a channel, with the token of a link to it. Denied as
    /// ReadingRight says.
    [[nodiscard]] net::Task<Result<>> mayRead(accounts::Channel channel,
                                              std::optional<accounts::Account> account, std::string token);
    [[nodiscard]] bool isIn(Member& member, const std::string& channel) const;
    /// Nothing happens where the member is not there.
    void leave(Member& member, const std::string& channel);

    /// What a member asks of a room that it has joined; the answer, or the error, goes to the member. The
    /// member stays in its rooms until this returns.
    [[nodiscard]] net::Task<> take(std::shared_ptr<Member> member, wire::ClientMessage message);

    [[nodiscard]] std::int64_t viewers(ChannelId channel) const;
    /// Who is in a channel's room: people sorted by name, from the one behind `after` on.
    [[nodiscard]] wire::AttendeePage attendees(ChannelId channel, const std::string& after,
                                               std::size_t limit) const;
    struct Watched {
        accounts::Channel channel;
        UtcTime since{};
    };
    /// What somebody watches, the newest first; nothing of their own channel.
    [[nodiscard]] std::vector<Watched> watchedBy(UserId user) const;
    [[nodiscard]] WatchList& watchList() { return watchList_; }
    /// The channel's own pictures are these from now on.
    void setEmotes(ChannelId channel, std::vector<chat::Emote> emotes);

    /// The account is deleted and goes by `name`: nothing of it is left in any room, and its channel's room
    /// is closed.
    void erase(const accounts::Account& account, const std::string& name);

    void announceLive(const LiveChannel& live);
    void announceEnded(ChannelId channel);
    void announceTitle(ChannelId channel, const std::string& title);
    /// Who joins from now on learns where it plays by this. Who may read it no more is put out.
    void setVisibility(ChannelId channel, accounts::Visibility visibility);
    /// To the members who may manage the channel.
    void announceHealth(const LiveChannel& live, UtcTime at);
    /// Tells each room whose number of viewers has changed (a room of over 2,000 less often), and closes
    /// rooms that have been empty for 10 s. Called twice a second.
    void tick();

private:
    [[nodiscard]] Result<> mayJoin(const OpenRoom& room, const Member& member, const wire::Join& join) const;
    void takeIn(OpenRoom& room, Member& member, const wire::Join& join);
    void takeOut(OpenRoom& room, Member& member);
    void putOut(OpenRoom& room, const std::vector<Member*>& members, wire::LeftBecause because);
    /// Those who may not read it.
    void putOutStrangers(OpenRoom& room);
    /// Everybody is told that they have left it.
    void close(OpenRoom& room);
    Result<> watch(OpenRoom& room, const Member& member, const wire::Watch& watched);
    void noteWatching(const OpenRoom& room, const Member& member);
    void announcePresence(OpenRoom& room, SteadyTime now);
    [[nodiscard]] net::Task<Result<>> answer(RoomRequest request, wire::ClientMessage message);
    [[nodiscard]] Result<> answerAudience(const RoomRequest& request, const wire::ClientMessage& message);

    const ReadingRight& right_;
    const Clock& clock_;
    RoomTable table_;
    Resume resume_;
    JoinedWriter joined_;
    MessageWriter& writer_;
    WatchList watchList_;
    People people_;
    ChatDesk chat_;
    AudienceDesk audience_;
    CommandDesk commands_;
};

}  // namespace footlight::relay::hub
