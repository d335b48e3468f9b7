#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/describe.h"
#include "core/wire/follow.h"
#include "core/wire/follower.h"
#include "core/wire/friend.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"

// What json_community.cpp knows about what people are to channels and to one another. Included by it, and
// by describe_security.h.
namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(Followed, (), (channel, title, live, since))
BOOST_DESCRIBE_STRUCT(Follower, (), (user, since))
BOOST_DESCRIBE_STRUCT(FollowPage, (), (items, next))
BOOST_DESCRIBE_ENUM(Friendship, Friends, Asked, WasAsked)
BOOST_DESCRIBE_STRUCT(Friend, (), (user, how, since, online))
BOOST_DESCRIBE_STRUCT(FriendList, (), (items))
BOOST_DESCRIBE_STRUCT(FriendsWatching, (), (items))
BOOST_DESCRIBE_STRUCT(Privacy, (), (showWatching))
BOOST_DESCRIBE_STRUCT(ChannelPicture, (), (hash))
BOOST_DESCRIBE_STRUCT(ScheduleEntry, (), (id, startsAt, endsAt, title, category))
BOOST_DESCRIBE_STRUCT(ScheduleList, (), (items))
BOOST_DESCRIBE_STRUCT(NewScheduleEntry, (), (startsAt, endsAt, title, category))
BOOST_DESCRIBE_STRUCT(PageLink, (), (name, url))
BOOST_DESCRIBE_STRUCT(ChannelAbout, (), (description, links, category, tags))
BOOST_DESCRIBE_STRUCT(DirectoryItem, (), (channel, title, category, tags, followers, live, viewers, avatar))
BOOST_DESCRIBE_STRUCT(Directory, (), (items, next))

template <>
inline constexpr Bounds kBounds<&FollowPage::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&FriendList::items>{0, 1'000};
template <>
inline constexpr Bounds kBounds<&FriendsWatching::items>{0, 20'000};
template <>
inline constexpr Bounds kBounds<&ScheduleList::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&NewScheduleEntry::title>{1, 140};
template <>
inline constexpr Bounds kBounds<&NewScheduleEntry::category>{0, 40};
template <>
inline constexpr Bounds kBounds<&PageLink::name>{1, 40};
template <>
inline constexpr Bounds kBounds<&PageLink::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&ChannelAbout::description>{0, 2'000};
template <>
inline constexpr Bounds kBounds<&ChannelAbout::links>{0, 10};
template <>
inline constexpr Bounds kBounds<&ChannelAbout::category>{0, 40};
template <>
inline constexpr Bounds kBounds<&ChannelAbout::tags>{0, 10};
template <>
inline constexpr Bounds kBounds<&DirectoryItem::tags>{0, 10};
template <>
inline constexpr Bounds kBounds<&Directory::items>{0, 100};

}  // namespace footlight::wire
