#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/chat.h"
#include "core/wire/socket.h"

// What json.cpp knows about chat, on the socket and over REST. Included by describe.h alone.
namespace footlight::chat {
BOOST_DESCRIBE_ENUM(Role, Guest, Member, Vip, Moderator, Owner)
}

namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(User, (), (id, name))
BOOST_DESCRIBE_STRUCT(Quote, (), (id, user, text))
BOOST_DESCRIBE_STRUCT(Emote, (), (name, hash))
BOOST_DESCRIBE_STRUCT(ChatMessage, (),
                      (id, channel, user, text, at, role, replyTo, mentions, emotes, editedAt))
BOOST_DESCRIBE_STRUCT(MessagePage, (), (items, next))
BOOST_DESCRIBE_STRUCT(Pin, (), (message, by, at))
BOOST_DESCRIBE_STRUCT(Modes, (), (slow, followersFor, emoteOnly))
BOOST_DESCRIBE_STRUCT(Restriction, (), (until, reason))
BOOST_DESCRIBE_STRUCT(Join, (), (channel, watching, after))
BOOST_DESCRIBE_STRUCT(Say, (), (channel, text, nonce, replyTo))
BOOST_DESCRIBE_STRUCT(Edit, (), (channel, id, text, nonce))
BOOST_DESCRIBE_STRUCT(Delete, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(PinMessage, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(UnpinMessage, (), (channel, id, nonce))
BOOST_DESCRIBE_STRUCT(Joined, (),
                      (channel, title, live, viewers, startedAt, playback, history, role, modes, pins,
                       restriction, resumed, edited, deleted))
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

}  // namespace footlight::wire
