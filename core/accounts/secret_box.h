#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::accounts {

/// Seals secrets that must be read again (stream keys of other services), so that whoever has the database
/// without the key file has nothing. XSalsa20-Poly1305 (libsodium's secretbox). Any thread.
class SecretBox {
public:
    /// Both keys are derived from `key`, of whatever length; an empty one seals as well, but for nobody's
    /// good.
    explicit SecretBox(const Secret& key);
    ~SecretBox();
    SecretBox(const SecretBox&) = default;
    SecretBox& operator=(const SecretBox&) = default;

    /// URL-safe base64; another text each time.
    [[nodiscard]] std::string seal(const Secret& secret) const;
    /// Corrupt where it was sealed with another key, or changed.
    [[nodiscard]] Result<Secret> open(const std::string& sealed) const;
    /// A code that only this key makes of `text`: 64 hexadecimal digits.
    [[nodiscard]] Secret sign(std::string_view text) const;

private:
    std::array<unsigned char, 32> sealing_{};
    std::array<unsigned char, 32> signing_{};
};

}  // namespace footlight::accounts
