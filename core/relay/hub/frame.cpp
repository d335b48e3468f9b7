#include "core/relay/hub/frame.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/wire/json.h"

namespace footlight::relay::hub {

SharedFrame frame(const wire::ServerMessage& message) {
    return net::websocket::shareText(wire::toJson(message));
}

std::string withHistory(const wire::Joined& joined, std::string_view history) {
    // Nothing before it looks like that: in a text of somebody's every quote is escaped.
    constexpr std::string_view kEmpty = R"("history":[])";
    constexpr std::size_t kBrackets = 2;
    auto json = wire::toJson(wire::ServerMessage(joined));
    json.replace(json.find(kEmpty) + kEmpty.size() - kBrackets, kBrackets, history);
    return json;
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

namespace {

/// The member of the client's message that an error is about.
std::optional<std::string> fieldOf(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kFields{{
        {"channel.protected", "playback"},
        {"channel.unknown", "channel"},
        {"chat.command", "text"},
        {"chat.emote_only", "text"},
        {"chat.no_such_person", "text"},
        {"chat.not_pinned", "id"},
        {"chat.not_restricted", "text"},
        {"chat.pinned", "id"},
        {"chat.repeated", "text"},
        {"chat.text", "text"},
        {"chat.too_many_pins", "id"},
        {"chat.unknown_message", "id"},
        {"chat.unknown_reply", "replyTo"},
        {"chat.option", "text"},
        {"chat.question", "text"},
        {"hand.too_many", "raised"},
        {"poll.none", "text"},
        {"poll.open", "text"},
        {"poll.option", "option"},
        {"poll.over", "poll"},
        {"poll.unknown", "poll"},
        {"poll.voted", "poll"},
        {"question.too_many", "text"},
        {"question.unknown", "question"},
        {"question.voted", "question"},
        {"reaction.count", "count"},
        {"reaction.kind", "kind"},
        {"socket.not_joined", "channel"},
        {"socket.too_many_rooms", "channel"},
        {"watch.rendition", "rendition"},
    }};
    const auto found =
        std::ranges::find(kFields, code, &std::pair<std::string_view, std::string_view>::first);
    return found == kFields.end() ? std::nullopt : std::optional(std::string(found->second));
}

}  // namespace

wire::ErrorMessage errorMessage(const Error& error, std::optional<std::string> nonce) {
    const auto told = outward(error);
    return {std::string(told.code()), fieldOf(told.code()), told.message(), std::move(nonce)};
}

}  // namespace footlight::relay::hub
