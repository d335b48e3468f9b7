#include "core/relay/hub/frame.h"

#include "core/wire/json.h"

namespace footlight::relay::hub {

SharedText frame(const wire::ServerMessage& message) {
    return std::make_shared<const std::string>(wire::toJson(message));
}

wire::ErrorMessage errorMessage(const Error& error, std::optional<std::string> nonce) {
    // What went wrong inside (a disk, a database) is for the log, not for the other side.
    const bool isOurs = error.category() == ErrorCategory::Unavailable || error.code().starts_with("store.");
    if (isOurs) {
        return {"relay.busy", std::nullopt, "The relay cannot do that just now; try again in a moment.",
                std::move(nonce)};
    }
    return {std::string(error.code()), std::nullopt, error.message(), std::move(nonce)};
}

}  // namespace footlight::relay::hub
