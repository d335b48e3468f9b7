#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/rtmp/protocol/message.h"

namespace footlight::rtmp {

/// The messages inside an aggregate message (RTMP 1.0 7.1.6), in order, with absolute timestamps. Corrupt
/// where one is cut or is an aggregate itself.
Result<std::vector<Message>> splitAggregate(const Message& aggregate);

}  // namespace footlight::rtmp
