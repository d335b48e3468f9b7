#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/follow.h"

// What json_community.cpp knows about what people are to channels and to one another. Included by it alone.
namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(Followed, (), (channel, title, live, since))
BOOST_DESCRIBE_STRUCT(FollowPage, (), (items, next))

template <>
inline constexpr Bounds kBounds<&FollowPage::items>{0, 100};

}  // namespace footlight::wire
