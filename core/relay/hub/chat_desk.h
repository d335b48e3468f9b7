#pragma once

#include <functional>

#include "core/net/http/address_limit.h"
#include "core/relay/hub/people.h"
#include "core/relay/hub/request.h"
#include "core/relay/hub/room_table.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// What members say, and what becomes of it. Everybody in the room sees it at once; who asked is told when it
/// is on disk. On the hub's loop.
class ChatDesk {
public:
    ChatDesk(Stores stores, net::WorkPool& database, People& people, MessageWriter& writer,
             AudienceEvents& events, const Clock& clock, const ChatLimits& limits);

    /// The errors of chat::Room, of the rates, and NotFound for what is answered.
    [[nodiscard]] net::Task<Result<>> say(RoomRequest request, wire::Say say);
    [[nodiscard]] net::Task<Result<>> edit(RoomRequest request, wire::Edit edit);
    [[nodiscard]] net::Task<Result<>> remove(RoomRequest request, MessageId id);
    [[nodiscard]] net::Task<Result<>> pin(RoomRequest request, MessageId id);
    /// The rules and rates of saying hold; the errors of chat::Questions.
    [[nodiscard]] net::Task<Result<>> ask(RoomRequest request, wire::Ask ask);
    Result<> unpin(const RoomRequest& request, MessageId id);

    /// Of the history, or from the disk. NotFound (`chat.unknown_message`).
    [[nodiscard]] net::Task<Result<chat::Message>> find(OpenRoom* room, MessageId id);
    /// How many messages of that user are on the disk.
    [[nodiscard]] net::Task<Result<std::int64_t>> countOf(ChannelId channel, UserId user);

private:
    /// Before anything is looked up: of who may not take part, nothing counts.
    [[nodiscard]] Result<> admit(const RoomRequest& request);
    /// Before anything is changed: whether the room and the disk have a place for one more line. Nothing of
    /// the room's rate is taken for a line that its rules refuse.
    [[nodiscard]] Result<> ready(const OpenRoom& room) const;
    /// Asked of the disk only where the room is for followers and the person is bound by that.
    [[nodiscard]] net::Task<std::optional<UtcTime>> followsSince(OpenRoom* room, UserId user);
    Result<> confirm(const RoomRequest& request, const chat::Outcome& outcome);
    /// Whom a message concerns: tells them, for once it is on disk. Empty where it concerns nobody.
    [[nodiscard]] std::function<void()> newsOf(const OpenRoom& room, const chat::Message& message) const;

    Stores stores_;
    net::WorkPool& database_;
    People& people_;
    MessageWriter& writer_;
    AudienceEvents& events_;
    const Clock& clock_;
    net::http::AddressLimit addresses_;
};

}  // namespace footlight::relay::hub
