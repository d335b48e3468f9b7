#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/chat/crowd.h"
#include "core/chat/poll.h"
#include "core/chat/questions.h"
#include "core/wire/account.h"
#include "core/wire/chat.h"

// What an audience does beside speaking, on the socket. README.md beside this file is the specification.
namespace footlight::wire {

using chat::Activity;

// From the client.

/// Not answered: it is counted.
struct React {
    std::string channel;
    std::string kind;        ///< an emoji, or `:name:` of an emote of the channel
    std::int64_t count = 1;  ///< 1 to 10

    bool operator==(const React&) const = default;
};

struct Vote {
    std::string channel;
    PollId poll;
    std::int64_t option = 0;  ///< the first is 0
    std::optional<std::string> nonce{};

    bool operator==(const Vote&) const = default;
};

struct RaiseHand {
    std::string channel;
    bool raised = true;
    std::optional<std::string> nonce{};

    bool operator==(const RaiseHand&) const = default;
};

struct Ask {
    std::string channel;
    std::string text;
    std::string nonce;

    bool operator==(const Ask&) const = default;
};

struct Upvote {
    std::string channel;
    QuestionId question;
    std::optional<std::string> nonce{};

    bool operator==(const Upvote&) const = default;
};

/// The question is answered, or taken back: by moderators, or by who asked.
struct CloseQuestion {
    std::string channel;
    QuestionId question;
    std::optional<std::string> nonce{};

    bool operator==(const CloseQuestion&) const = default;
};

/// What this connection does from now on. Not answered.
struct Watch {
    std::string channel;
    Activity state = Activity::Watching;
    std::optional<std::string> rendition{};

    bool operator==(const Watch&) const = default;
};

// From the relay.

struct ReactionCount {
    std::string kind;
    std::int64_t count = 0;

    bool operator==(const ReactionCount&) const = default;
};

/// What was thrown in since the last second.
struct Reactions {
    std::string channel;
    std::vector<ReactionCount> counts;

    bool operator==(const Reactions&) const = default;
};

struct PollOption {
    std::string text;
    std::int64_t votes = 0;

    bool operator==(const PollOption&) const = default;
};

struct Poll {
    PollId id;
    User by;
    std::string question;
    std::vector<PollOption> options;
    UtcTime at;
    UtcTime endsAt;
    bool open = true;
    bool isQuiz = false;
    std::optional<std::int64_t> right{};  ///< of a quiz that is over

    bool operator==(const Poll&) const = default;
};

/// A poll began, has other results, or is over.
struct PollChanged {
    std::string channel;
    Poll poll;

    bool operator==(const PollChanged&) const = default;
};

struct HandsChanged {
    std::string channel;
    std::vector<User> hands;  ///< in the order of their raising

    bool operator==(const HandsChanged&) const = default;
};

struct Question {
    QuestionId id;
    User user;
    std::string text;
    UtcTime at;
    std::int64_t votes = 0;

    bool operator==(const Question&) const = default;
};

struct QuestionAsked {
    std::string channel;
    Question question;

    bool operator==(const QuestionAsked&) const = default;
};

struct QuestionVote {
    QuestionId id;
    std::int64_t votes = 0;

    bool operator==(const QuestionVote&) const = default;
};

struct QuestionVotes {
    std::string channel;
    std::vector<QuestionVote> questions;  ///< those whose votes changed

    bool operator==(const QuestionVotes&) const = default;
};

struct QuestionClosed {
    std::string channel;
    QuestionId id;

    bool operator==(const QuestionClosed&) const = default;
};

/// Somebody with an account, in a room.
struct Attendee {
    User user;
    Activity state = Activity::Here;
    std::optional<std::string> rendition{};  ///< what they watch, where it is known
    std::optional<Role> role{};              ///< absent for a member

    bool operator==(const Attendee&) const = default;
};

/// GET /api/v1/channels/{name}/viewers: sorted by name.
struct AttendeePage {
    std::vector<Attendee> items;
    std::int64_t viewers = 0;  ///< who watch, guests as well
    std::int64_t guests = 0;
    std::optional<std::string> next{};

    bool operator==(const AttendeePage&) const = default;
};

/// The channel's own pictures are these from now on.
struct EmotesChanged {
    std::string channel;
    std::vector<Emote> emotes;

    bool operator==(const EmotesChanged&) const = default;
};

/// GET /api/v1/channels/{name}/emotes.
struct EmoteList {
    std::vector<Emote> items;

    bool operator==(const EmoteList&) const = default;
};

}  // namespace footlight::wire
