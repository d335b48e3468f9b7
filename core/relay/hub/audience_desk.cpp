#include "core/relay/hub/audience_desk.h"

#include "core/relay/hub/chat_wire.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::seconds kReactionPause{1};
constexpr std::chrono::milliseconds kResultPause{500};

void tellReactions(OpenRoom& room, SteadyTime now) {
    auto& audience = room.audience;
    if (audience.reactions.isEmpty() || now - audience.reactionsToldAt < kReactionPause) {
        return;
    }
    audience.reactionsToldAt = now;
    wire::Reactions told{room.channel.name, {}};
    for (auto& [kind, count] : audience.reactions.take()) {
        told.counts.push_back({kind, count});
    }
    room.tell(told, Priority::Reaction);
}

void tellResults(OpenRoom& room, SteadyTime now) {
    auto& audience = room.audience;
    if (now - audience.resultsToldAt < kResultPause) {
        return;
    }
    bool isTold = std::exchange(audience.hasNewVotes, false);
    if (isTold && audience.polls.current() != nullptr) {
        room.tell(wire::PollChanged{room.channel.name, pollToWire(audience.polls)}, Priority::Presence);
    }
    if (audience.hands.takeChanged()) {
        isTold = true;
        room.tell(wire::HandsChanged{room.channel.name, handsToWire(audience.hands)}, Priority::Normal);
    }
    if (const auto votes = audience.questions.takeChangedVotes(); !votes.empty()) {
        isTold = true;
        wire::QuestionVotes told{room.channel.name, {}};
        for (const auto& [question, count] : votes) {
            told.questions.push_back({question, count});
        }
        room.tell(told, Priority::Presence);
    }
    if (isTold) {
        audience.resultsToldAt = now;
    }
}

}  // namespace

Result<> AudienceDesk::mayTakePart(const RoomRequest& request) const {
    return request.room->chat.roster().mayTakePart(request.person.user, clock_.utcNow());
}

Result<> AudienceDesk::admit(const RoomRequest& request) {
    if (auto free = mayTakePart(request); !free) {
        return free;
    }
    if (!gestures_.admit(request.person.user.text(), clock_.steadyNow())) {
        return fail(ErrorCategory::Denied, "chat.too_fast", "That was too much at once; wait a few seconds.");
    }
    return writer_.ready();
}

Result<> AudienceDesk::react(const RoomRequest& request, const wire::React& react) {
    if (auto free = mayTakePart(request); !free) {
        return free;
    }
    auto& room = *request.room;
    return room.audience.reactions.add(request.person.user, react.kind, react.count, room.chat.emotes());
}

Result<> AudienceDesk::vote(const RoomRequest& request, const wire::Vote& vote) {
    if (auto free = admit(request); !free) {
        return free;
    }
    auto& audience = request.room->audience;
    const auto at = clock_.utcNow();
    if (auto cast = audience.polls.vote(request.person.user, vote.poll, vote.option, at); !cast) {
        return cast;
    }
    audience.hasNewVotes = true;
    const VoteCast cast{vote.poll, request.person.user, static_cast<std::size_t>(vote.option), at};
    RoomRequest::Undo undo = [poll = vote.poll, user = request.person.user](OpenRoom& where) {
        where.audience.polls.takeBack(user, poll);
        where.audience.hasNewVotes = true;
    };
    return writer_.add(cast, request.whenWritten(std::nullopt, std::move(undo)));
}

Result<> AudienceDesk::raiseHand(const RoomRequest& request, bool isRaised) {
    if (auto free = admit(request); !free) {
        return free;
    }
    auto& hands = request.room->audience.hands;
    if (!isRaised) {
        hands.lower(request.person.user);
    } else if (auto raised = hands.raise(request.person); !raised) {
        return raised;
    }
    request.done();
    return {};
}

Result<> AudienceDesk::lowerHand(const RoomRequest& request, const chat::Person& person) {
    const bool wasUp = request.room->audience.hands.lower(person.user);
    request.done(person.name + (wasUp ? "'s hand is down." : "'s hand was not up."));
    return {};
}

Result<> AudienceDesk::upvote(const RoomRequest& request, QuestionId question) {
    if (auto free = admit(request); !free) {
        return free;
    }
    const auto user = request.person.user;
    if (auto voted = request.room->audience.questions.vote(user, question); !voted) {
        return voted;
    }
    RoomRequest::Undo undo = [question, user](OpenRoom& where) {
        where.audience.questions.takeBack(user, question);
    };
    return writer_.add(QuestionVoted{question, user}, request.whenWritten(std::nullopt, std::move(undo)));
}

Result<> AudienceDesk::answer(const RoomRequest& request, QuestionId question) {
    auto& room = *request.room;
    const auto* asked = room.audience.questions.find(question);
    const bool isOwn = asked != nullptr && asked->person.user == request.person.user;
    auto allowed = isOwn ? admit(request)
                         : room.chat.roster().mayModerate(request.person.user, "close others' questions");
    if (allowed) {
        allowed = writer_.ready();
    }
    if (!allowed) {
        return allowed;
    }
    if (const auto removed = room.audience.questions.remove(question); !removed) {
        return fail(removed.error());
    }
    room.tell(wire::QuestionClosed{room.channel.name, question});
    return writer_.add(QuestionAnswered{question, clock_.utcNow()}, request.whenWritten());
}

Result<> AudienceDesk::startPoll(const RoomRequest& request, chat::PollRequest poll) {
    auto& room = *request.room;
    if (auto free = writer_.ready(); !free) {
        return free;
    }
    const auto started = room.audience.polls.start(request.person, std::move(poll), clock_.utcNow());
    if (!started) {
        return fail(started.error());
    }
    room.audience.hasNewVotes = false;
    room.tell(wire::PollChanged{room.channel.name, pollToWire(room.audience.polls)});
    RoomRequest::Undo undo = [id = started->id](OpenRoom& where) {
        auto& polls = where.audience.polls;
        if (polls.current()->id == id && polls.close()) {
            where.tell(wire::PollChanged{where.channel.name, pollToWire(polls)});
        }
    };
    return writer_.add(PollStarted{room.channel.id, *started},
                       request.whenWritten("The poll is open.", std::move(undo)));
}

Result<> AudienceDesk::endPoll(const RoomRequest& request) {
    auto& room = *request.room;
    const auto* poll = room.audience.polls.current();
    if (poll == nullptr || !poll->isOpen) {
        return fail(ErrorCategory::NotFound, "poll.none", "No poll is open.");
    }
    closePoll(room, request.whenWritten("The poll is closed."));
    return {};
}

void AudienceDesk::closePoll(OpenRoom& room, MessageWriter::Done done) {
    const auto closed = room.audience.polls.close();
    if (!closed) {
        return;
    }
    room.audience.hasNewVotes = false;
    room.tell(wire::PollChanged{room.channel.name, pollToWire(room.audience.polls)});
    if (const auto queued = writer_.add(PollClosed{closed->id, clock_.utcNow()}, done); !queued) {
        done(queued);
    }
}

std::vector<QuestionId> AudienceDesk::removeOf(OpenRoom& room, UserId user) {
    room.audience.hands.lower(user);
    auto questions = room.audience.questions.removeOf(user);
    for (const auto question : questions) {
        room.tell(wire::QuestionClosed{room.channel.name, question});
    }
    return questions;
}

void AudienceDesk::tick(OpenRoom& room) {
    const auto now = clock_.steadyNow();
    if (room.audience.polls.isDue(clock_.utcNow())) {
        // What is not on disk yet is closed again by its time when the room is opened next.
        closePoll(room, [](const Result<>&) {});
    }
    tellReactions(room, now);
    tellResults(room, now);
}

}  // namespace footlight::relay::hub
