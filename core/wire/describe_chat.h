#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/chat.h"
#include "core/wire/socket.h"

// What json.cpp knows about chat, on the socket and over REST. Included by describe.h alone.
namespace footlight::chat {
BOOST_DESCRIBE_ENUM(Role, Guest, Member, Vip, Moderator, Owner)
BOOST_DESCRIBE_ENUM(Activity, Here, Paused, Watching)
}  // namespace footlight::chat

namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(User, (), (id, name))
BOOST_DESCRIBE_STRUCT(Quote, (), (id, user, text))
BOOST_DESCRIBE_STRUCT(Emote, (), (name, hash))
BOOST_DESCRIBE_STRUCT(ChatMessage, (),
                      (id, channel, user, text, at, role, replyTo, mentions, emotes, editedAt))
BOOST_DESCRIBE_STRUCT(MessagePage, (), (items, next))
BOOST_DESCRIBE_STRUCT(RecordedChat, (), (startedAt, items, next))
BOOST_DESCRIBE_STRUCT(Pin, (), (message, by, at))
BOOST_DESCRIBE_STRUCT(Modes, (), (slow, followersFor, emoteOnly))
BOOST_DESCRIBE_STRUCT(Restriction, (), (until, reason))
BOOST_DESCRIBE_STRUCT(Join, (), (channel, watching, after, playback))
BOOST_DESCRIBE_STRUCT(Say, (), (channel, text, nonce, replyTo))
BOOST_DESCRIBE_STRUCT(Edit, (), (channel, id, text, nonce))
BOOST_DESCRIBE_STRUCT(Delete, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(PinMessage, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(UnpinMessage, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(Joined, (),
                      (channel, title, live, viewers, startedAt, playback, history, role, modes, pins,
                       restriction, poll, voted, hands, questions, emotes, resumed, edited, deleted, missed))
BOOST_DESCRIBE_STRUCT(React, (), (channel, kind, count))
BOOST_DESCRIBE_STRUCT(Vote, (), (channel, poll, option, nonce))
BOOST_DESCRIBE_STRUCT(RaiseHand, (), (channel, raised, nonce))
BOOST_DESCRIBE_STRUCT(Ask, (), (channel, text, nonce))
BOOST_DESCRIBE_STRUCT(Upvote, (), (channel, question, nonce))
BOOST_DESCRIBE_STRUCT(CloseQuestion, (), (channel, question, nonce))
BOOST_DESCRIBE_STRUCT(Watch, (), (channel, state, rendition))
BOOST_DESCRIBE_STRUCT(ReactionCount, (), (kind, count))
BOOST_DESCRIBE_STRUCT(Reactions, (), (channel, counts))
BOOST_DESCRIBE_STRUCT(PollOption, (), (text, votes))
BOOST_DESCRIBE_STRUCT(Poll, (), (id, by, question, options, at, endsAt, open, isQuiz, right))
BOOST_DESCRIBE_STRUCT(PollChanged, (), (channel, poll))
BOOST_DESCRIBE_STRUCT(HandsChanged, (), (channel, hands))
BOOST_DESCRIBE_STRUCT(Question, (), (id, user, text, at, votes))
BOOST_DESCRIBE_STRUCT(QuestionAsked, (), (channel, question))
BOOST_DESCRIBE_STRUCT(QuestionVote, (), (id, votes))
BOOST_DESCRIBE_STRUCT(QuestionVotes, (), (channel, questions))
BOOST_DESCRIBE_STRUCT(QuestionClosed, (), (channel, id))
BOOST_DESCRIBE_STRUCT(Attendee, (), (user, state, rendition, role))
BOOST_DESCRIBE_STRUCT(AttendeePage, (), (items, viewers, guests, next))
BOOST_DESCRIBE_STRUCT(EmotesChanged, (), (channel, emotes))
BOOST_DESCRIBE_STRUCT(EmoteList, (), (items))
BOOST_DESCRIBE_STRUCT(Said, (), (nonce, id))
BOOST_DESCRIBE_STRUCT(Done, (), (nonce, text))
BOOST_DESCRIBE_STRUCT(Edited, (), (message))
BOOST_DESCRIBE_STRUCT(Deleted, (), (channel, id, by))
BOOST_DESCRIBE_STRUCT(Cleared, (), (channel, user, by))
BOOST_DESCRIBE_STRUCT(Pinned, (), (channel, pin))
BOOST_DESCRIBE_STRUCT(Unpinned, (), (channel, id))
BOOST_DESCRIBE_STRUCT(ModesChanged, (), (channel, modes))
BOOST_DESCRIBE_STRUCT(RoleChanged, (), (channel, user, role))
BOOST_DESCRIBE_STRUCT(Restricted, (), (channel, restriction))

template <>
inline constexpr Bounds kBounds<&Join::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Join::playback>{1, 256};
template <>
inline constexpr Bounds kBounds<&Say::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Edit::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Delete::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&PinMessage::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&UnpinMessage::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Say::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&Edit::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&Delete::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&PinMessage::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&UnpinMessage::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&Say::text>{1, 500};
template <>
inline constexpr Bounds kBounds<&Edit::text>{1, 500};
template <>
inline constexpr Bounds kBounds<&Joined::history>{0, 200};
template <>
inline constexpr Bounds kBounds<&Joined::edited>{0, 200};
template <>
inline constexpr Bounds kBounds<&Joined::deleted>{0, 200};
template <>
inline constexpr Bounds kBounds<&Joined::pins>{0, 5};
template <>
inline constexpr Bounds kBounds<&ChatMessage::mentions>{0, 10};
template <>
inline constexpr Bounds kBounds<&ChatMessage::emotes>{0, 20};
template <>
inline constexpr Bounds kBounds<&MessagePage::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&RecordedChat::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&Done::text>{0, 4096};

template <>
inline constexpr bool kIsLeftOutWhenEmpty<&ChatMessage::mentions> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&ChatMessage::emotes> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::pins> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::edited> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::deleted> = true;

template <>
inline constexpr std::string_view kType<Join> = "join";
template <>
inline constexpr std::string_view kType<Say> = "say";
template <>
inline constexpr std::string_view kType<Edit> = "edit";
template <>
inline constexpr std::string_view kType<Delete> = "delete";
template <>
inline constexpr std::string_view kType<PinMessage> = "pin";
template <>
inline constexpr std::string_view kType<UnpinMessage> = "unpin";
template <>
inline constexpr std::string_view kType<Joined> = "joined";
template <>
inline constexpr std::string_view kType<ChatMessage> = "message";
template <>
inline constexpr std::string_view kType<Said> = "said";
template <>
inline constexpr std::string_view kType<Done> = "done";
template <>
inline constexpr std::string_view kType<Edited> = "edited";
template <>
inline constexpr std::string_view kType<Deleted> = "deleted";
template <>
inline constexpr std::string_view kType<Cleared> = "cleared";
template <>
inline constexpr std::string_view kType<Pinned> = "pinned";
template <>
inline constexpr std::string_view kType<Unpinned> = "unpinned";
template <>
inline constexpr std::string_view kType<ModesChanged> = "modes";
template <>
inline constexpr std::string_view kType<RoleChanged> = "role";
template <>
inline constexpr std::string_view kType<Restricted> = "restricted";
template <>
inline constexpr Bounds kBounds<&React::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Vote::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&RaiseHand::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Ask::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Upvote::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&CloseQuestion::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Watch::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Vote::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&RaiseHand::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&Ask::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&Upvote::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&CloseQuestion::nonce>{1, 64};
template <>
inline constexpr Bounds kBounds<&React::kind>{1, 32};
template <>
inline constexpr Bounds kBounds<&Ask::text>{1, 200};
template <>
inline constexpr Bounds kBounds<&Watch::rendition>{1, 64};
template <>
inline constexpr Bounds kBounds<&Hello::guest>{8, 64};
template <>
inline constexpr Bounds kBounds<&Reactions::counts>{0, 20};
template <>
inline constexpr Bounds kBounds<&Poll::options>{0, 10};
template <>
inline constexpr Bounds kBounds<&HandsChanged::hands>{0, 100};
template <>
inline constexpr Bounds kBounds<&QuestionVotes::questions>{0, 100};
template <>
inline constexpr Bounds kBounds<&Joined::hands>{0, 100};
template <>
inline constexpr Bounds kBounds<&Joined::questions>{0, 100};
template <>
inline constexpr Bounds kBounds<&Joined::emotes>{0, 100};
template <>
inline constexpr Bounds kBounds<&AttendeePage::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&EmotesChanged::emotes>{0, 100};
template <>
inline constexpr Bounds kBounds<&EmoteList::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&Presence::changed>{0, 50};
template <>
inline constexpr Bounds kBounds<&Presence::left>{0, 50};
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::hands> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::questions> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Joined::emotes> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Presence::changed> = true;
template <>
inline constexpr bool kIsLeftOutWhenEmpty<&Presence::left> = true;
template <>
inline constexpr std::string_view kType<React> = "react";
template <>
inline constexpr std::string_view kType<Vote> = "vote";
template <>
inline constexpr std::string_view kType<RaiseHand> = "raiseHand";
template <>
inline constexpr std::string_view kType<Ask> = "ask";
template <>
inline constexpr std::string_view kType<Upvote> = "upvote";
template <>
inline constexpr std::string_view kType<CloseQuestion> = "closeQuestion";
template <>
inline constexpr std::string_view kType<Watch> = "watch";
template <>
inline constexpr std::string_view kType<Reactions> = "reactions";
template <>
inline constexpr std::string_view kType<PollChanged> = "poll";
template <>
inline constexpr std::string_view kType<HandsChanged> = "hands";
template <>
inline constexpr std::string_view kType<QuestionAsked> = "question";
template <>
inline constexpr std::string_view kType<QuestionVotes> = "questionVotes";
template <>
inline constexpr std::string_view kType<QuestionClosed> = "questionClosed";
template <>
inline constexpr std::string_view kType<EmotesChanged> = "emotes";

}  // namespace footlight::wire
