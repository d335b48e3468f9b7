#include "core/relay/hub/frame.h"

#include "core/wire/json.h"

namespace footlight::relay::hub {

SharedFrame frame(const wire::ServerMessage& message) {
    return net::websocket::shareText(wire::toJson(message));
}

Error outward(const Error& error) {
    if (error.code() == "store.disk_full") {
        return {
            ErrorCategory::Unavailable, "relay.disk_full",
            "The relay's disk is full, so this was not kept. Whoever runs the relay must make room on it."};
    }
    if (error.code().starts_with("store.") || error.category() == ErrorCategory::Unavailable ||
        error.category() == ErrorCategory::Timeout) {
        return {ErrorCategory::Unavailable, "relay.busy",
                "The relay cannot do that just now; try again in a moment."};
    }
    return error;
}

wire::ErrorMessage errorMessage(const Error& error, std::optional<std::string> nonce) {
    const auto told = outward(error);
    return {std::string(told.code()), std::nullopt, told.message(), std::move(nonce)};
}

}  // namespace footlight::relay::hub
