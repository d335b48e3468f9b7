#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::chat {

/// Before every id of this millisecond, and behind those of all before: an id begins with its time (RFC 9562
/// 5.7).
MessageId firstIdAt(UtcTime time);

}  // namespace footlight::chat
