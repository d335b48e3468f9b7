#include "core/accounts/secret_box.h"

#include <sodium.h>

#include <span>
#include <vector>

namespace footlight::accounts {
namespace {

static_assert(crypto_secretbox_KEYBYTES == 32 && crypto_auth_KEYBYTES == 32);

constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void derive(std::array<unsigned char, 32>& key, const Secret& from, std::string_view purpose) {
    crypto_generichash(key.data(), key.size(), bytesOf(from.reveal()), from.reveal().size(), bytesOf(purpose),
                       purpose.size());
}

}  // namespace

SecretBox::SecretBox(const Secret& key) {
    // crypto_generichash's own key has 16 to 64 bytes: the purposes are as long.
    [[maybe_unused]] const int ready = sodium_init();
    derive(sealing_, key, "footlight secret box sealing");
    derive(signing_, key, "footlight secret box signing");
}

SecretBox::~SecretBox() {
    sodium_memzero(sealing_.data(), sealing_.size());
    sodium_memzero(signing_.data(), signing_.size());
}

std::string SecretBox::seal(const Secret& secret) const {
    const auto& text = secret.reveal();
    std::vector<unsigned char> sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(sealed.data() + crypto_secretbox_NONCEBYTES, bytesOf(text), text.size(),
                          sealed.data(), sealing_.data());
    std::string encoded(sodium_base64_encoded_len(sealed.size(), kBase64), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), sealed.data(), sealed.size(), kBase64);
    encoded.resize(encoded.find('\0'));
    return encoded;
}

Result<Secret> SecretBox::open(const std::string& sealed) const {
    std::vector<unsigned char> bytes(sealed.size());
    std::size_t size = 0;
    constexpr std::size_t kOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const bool isBase64 = sodium_base642bin(bytes.data(), bytes.size(), sealed.data(), sealed.size(), nullptr,
                                            &size, nullptr, kBase64) == 0;
    std::string text(isBase64 && size >= kOverhead ? size - kOverhead : 0, '\0');
    const bool isOurs =
        isBase64 && size >= kOverhead &&
        crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(text.data()),
                                   bytes.data() + crypto_secretbox_NONCEBYTES,
                                   size - crypto_secretbox_NONCEBYTES, bytes.data(), sealing_.data()) == 0;
    if (!isOurs) {
        return fail(ErrorCategory::Corrupt, "secret.sealed_elsewhere",
                    "The secret was sealed with another key file; enter it anew.");
    }
    return Secret(std::move(text));
}

Secret SecretBox::sign(std::string_view text) const {
    std::array<unsigned char, crypto_auth_BYTES> code{};
    crypto_auth(code.data(), bytesOf(text), text.size(), signing_.data());
    std::string hex(2 * code.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), code.data(), code.size());
    hex.pop_back();
    return Secret(std::move(hex));
}

}  // namespace footlight::accounts
