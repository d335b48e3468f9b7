#pragma once

#include <string>

#include "core/base/result.h"

/// Shared by the parts of ServerPeer.
namespace footlight::rtmp {

/// What came cannot come in this state; the connection ends.
tl::unexpected<Error> outOfOrder(std::string message);

}  // namespace footlight::rtmp
