#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/relay/hub/member.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// The message as it goes over the wire, to be shared by all who receive it.
SharedFrame frame(const wire::ServerMessage& message);

/// The JSON of a Joined whose history is empty, with this one, a JSON array, in its place.
std::string withHistory(const wire::Joined& joined, std::string_view history);

/// What the other side is told of an error: what went wrong inside (a database, a queue) is for the log, and
/// they learn only whether to try again (`relay.busy`) or to tell the operator (`relay.disk_full`).
Error outward(const Error& error);

/// What the client reads about an error of ours, with the nonce of what was refused.
wire::ErrorMessage errorMessage(const Error& error, std::optional<std::string> nonce = std::nullopt);

}  // namespace footlight::relay::hub
