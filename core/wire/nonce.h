#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace footlight::wire {

/// The nonce of a client's message that parse() does not take, so that its sender knows which one is
/// refused; nothing where there is none of 1 to 64 characters.
std::optional<std::string> nonceIn(std::string_view json);

}  // namespace footlight::wire
