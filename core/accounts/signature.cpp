#include "core/accounts/signature.h"

#include <sodium.h>

#include <array>

namespace footlight::accounts {

std::string signatureOf(const Secret& key, std::string_view text) {
    const auto bytes = [](std::string_view of) { return reinterpret_cast<const unsigned char*>(of.data()); };
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key.reveal()), key.reveal().size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> code{};
    crypto_auth_hmacsha256_final(&state, code.data());
    std::string hex(2 * code.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), code.data(), code.size());
    hex.pop_back();
    return hex;
}

}  // namespace footlight::accounts
