#pragma once

#include <optional>

#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/origin_commands.h"
#include "core/wire/hooks.h"

// Between the origin's own structures and those of the hooks.
namespace footlight::relay::origin {

[[nodiscard]] wire::PublishEvent toWire(const BroadcastEvent& event);
[[nodiscard]] ChannelPolicy fromWire(const wire::ChannelPolicy& policy);
/// Nothing where the command lacks what its type needs.
[[nodiscard]] std::optional<OriginCommand> fromWire(const wire::Command& command);

}  // namespace footlight::relay::origin
