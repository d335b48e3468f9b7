#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/wire/socket.h"

namespace footlight::wire {

/// Why a text was not taken: the member at fault ("text", "user.name", empty for the whole) and a sentence
/// that names it and says what would be right: "`text` must be a string of 1 to 500 characters".
struct ParseFailure {
    std::string field;
    std::string message;

    [[nodiscard]] Error toError() const { return {ErrorCategory::Invalid, "wire.invalid", message}; }
};

/// The longest text that parse() reads, and how deep it may nest.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{1} << 20U;
inline constexpr std::size_t kMaxJsonDepth = 32;

/// The JSON form of any structure of this folder, or of a ClientMessage or ServerMessage with its `type`.
template <typename Message>
std::string toJson(const Message& message);

/// Reads what toJson() writes. Unknown members are ignored; a missing, misshapen or oversized one is named.
template <typename Message>
tl::expected<Message, ParseFailure> parse(std::string_view json);

/// What the relay says in one text of the socket: a message, or an array of them in their order. Those of a
/// newer relay that we do not know are left out; empty where the text is no JSON at all.
std::vector<ServerMessage> parseServerText(std::string_view json);

}  // namespace footlight::wire
