#include "core/wire/describe_community.h"
#include "core/wire/json_messages.h"

namespace footlight::wire {

FOOTLIGHT_WIRE_MESSAGE(FollowPage);

}  // namespace footlight::wire
