#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/relay/ports/schedule_store.h"

namespace footlight::relay::hub {

/// A channel's schedule as a calendar that others subscribe to (RFC 5545). `host` makes its ids unlike those
/// of other relays.
std::string calendarOf(const std::string& channel, const std::vector<ScheduleEntry>& entries,
                       const std::string& host, UtcTime now);

}  // namespace footlight::relay::hub
