#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/secret.h"

namespace footlight::accounts {

/// One of the 30-second steps of RFC 6238, counted from 1970.
using TotpStep = std::int64_t;

/// 160 random bits in base32 (RFC 4226 4, R6), as authenticator apps take them.
Secret makeTotpKey();

/// The six digits of a step (HMAC-SHA1, RFC 6238); empty where the key is no base32.
std::string totpCode(const Secret& key, TotpStep step);

/// The step that a code is good for: the present one or a neighbour of it, later than `lastStep`, so that no
/// code is taken twice.
std::optional<TotpStep> matchTotp(const Secret& key, std::string_view code, UtcTime now, TotpStep lastStep);

/// otpauth:// for a QR code.
Secret totpUrl(const Secret& key, const std::string& relayName, const std::string& accountName);

/// Ten codes of 49 bits, "k3xq5-9mzt2": each lets in once in place of a TOTP code.
std::vector<Secret> makeRecoveryCodes();

/// SHA-256 of a recovery code as somebody typed it: capitals, spaces and hyphens do not count.
std::string recoveryCodeHash(std::string_view code);

}  // namespace footlight::accounts
