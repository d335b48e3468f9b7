#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/secret.h"

namespace footlight::accounts {

/// What signs a request: 256 random bits. Stored as SHA-256 (RELIABILITY L21).
Secret makeSessionToken();

/// What lets a publisher in: 160 random bits as 27 of A-Z a-z 0-9 _ -. Stored as SHA-256 (RELIABILITY L22).
Secret makeStreamKey();

/// What lets one person sign up: 128 random bits, stored as SHA-256 (RELIABILITY L21).
Secret makeInvitation();

/// What can be told of a stored key without knowing it: the first 8 digits of its SHA-256.
std::string fingerprint(std::string_view keyHash);

}  // namespace footlight::accounts
