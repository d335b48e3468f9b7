#include "core/wire/describe_community.h"
#include "core/wire/json_messages.h"

namespace footlight::wire {

FOOTLIGHT_WIRE_MESSAGE(Follower);
FOOTLIGHT_WIRE_MESSAGE(FollowPage);
FOOTLIGHT_WIRE_MESSAGE(FriendList);
FOOTLIGHT_WIRE_MESSAGE(FriendsWatching);
FOOTLIGHT_WIRE_MESSAGE(Privacy);
FOOTLIGHT_WIRE_MESSAGE(ChannelPicture);
FOOTLIGHT_WIRE_MESSAGE(ScheduleEntry);
FOOTLIGHT_WIRE_MESSAGE(ScheduleList);
FOOTLIGHT_WIRE_MESSAGE(NewScheduleEntry);
FOOTLIGHT_WIRE_MESSAGE(ChannelAbout);
FOOTLIGHT_WIRE_MESSAGE(Directory);

}  // namespace footlight::wire
