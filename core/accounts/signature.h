#pragma once

#include <string>
#include <string_view>

#include "core/base/secret.h"

namespace footlight::accounts {

/// HMAC-SHA256 (RFC 2104) as 64 hexadecimal digits: by it a receiver knows that a text is ours. Any thread.
std::string signatureOf(const Secret& key, std::string_view text);

}  // namespace footlight::accounts
