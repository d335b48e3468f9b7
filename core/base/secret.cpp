#include "core/base/secret.h"

#include <sodium.h>

#include <array>
#include <vector>

namespace footlight {

Secret::~Secret() {
    if (!text_.empty()) {
        sodium_memzero(text_.data(), text_.size());
    }
}

bool Secret::matches(std::string_view other) const {
    return text_.size() == other.size() && sodium_memcmp(text_.data(), other.data(), text_.size()) == 0;
}

Secret Secret::random(unsigned bits) {
    std::vector<unsigned char> bytes((bits + 7) / 8);
    randombytes_buf(bytes.data(), bytes.size());
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.resize(text.find('\0'));
    return Secret(std::move(text));
}

std::string sha256Hex(std::string_view text) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

}  // namespace footlight
