#pragma once

#include "core/chat/command.h"
#include "core/net/http/address_limit.h"
#include "core/relay/hub/request.h"

namespace footlight::relay::hub {

/// What an audience does beside speaking: reactions, polls, hands, questions. On the hub's loop.
class AudienceDesk {
public:
    /// What one person does beside speaking, in all rooms together.
    static constexpr double kPerSecond = 2;
    static constexpr double kBurst = 20;

    AudienceDesk(MessageWriter& writer, const Clock& clock) : writer_(writer), clock_(clock) {}

    /// The errors of chat::Reactions, PollBox, Hands and Questions; Denied for who may not take part.
    Result<> react(const RoomRequest& request, const wire::React& react);
    Result<> vote(const RoomRequest& request, const wire::Vote& vote);
    Result<> raiseHand(const RoomRequest& request, bool isRaised);
    Result<> upvote(const RoomRequest& request, QuestionId question);
    /// By moderators, or by who asked.
    Result<> answer(const RoomRequest& request, QuestionId question);

    /// By moderators, who were asked for it.
    Result<> startPoll(const RoomRequest& request, chat::PollRequest poll);
    Result<> endPoll(const RoomRequest& request);
    Result<> lowerHand(const RoomRequest& request, const chat::Person& person);

    /// Nothing of a person who may take no part any more is left to be answered. Their questions that were
    /// open are returned: to be closed on disk.
    [[nodiscard]] static std::vector<QuestionId> removeOf(OpenRoom& room, UserId user);

    /// Tells what gathered: reactions once a second, live results, hands and votes twice a second; closes the
    /// poll whose time is over.
    void tick(OpenRoom& room);

private:
    [[nodiscard]] Result<> mayTakePart(const RoomRequest& request) const;
    /// Also whether it is not too much of it.
    [[nodiscard]] Result<> admit(const RoomRequest& request);
    void closePoll(OpenRoom& room, MessageWriter::Done done);

    MessageWriter& writer_;
    const Clock& clock_;
    net::http::AddressLimit gestures_{kPerSecond, kBurst};  ///< by account
};

}  // namespace footlight::relay::hub
