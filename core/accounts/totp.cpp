#include "core/accounts/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <cctype>

namespace footlight::accounts {
namespace {

constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/// Without the letters and digits that people take for one another.
constexpr std::string_view kTyped = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr std::size_t kKeyBytes = 20;
constexpr std::int64_t kStepMilliseconds = 30'000;
constexpr std::uint32_t kSixDigits = 1'000'000;
constexpr std::size_t kCodes = 10;
constexpr std::size_t kHalf = 5;
constexpr unsigned kBase32Bits = 5;

std::string encodeBase32(const std::array<unsigned char, kKeyBytes>& bytes) {
    std::string text;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const auto byte : bytes) {
        bits = bits << 8U | byte;
        for (count += 8; count >= kBase32Bits; count -= kBase32Bits) {
            text += kBase32[bits >> (count - kBase32Bits) & 31U];
        }
    }
    return text;
}

/// Empty where a character does not belong there.
std::string decodeBase32(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const auto value = kBase32.find(c);
        if (value == std::string_view::npos) {
            return {};
        }
        bits = bits << kBase32Bits | static_cast<std::uint32_t>(value);
        count += kBase32Bits;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFFU);
        }
    }
    return bytes;
}

std::string percentEncoded(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
            encoded += c;
        } else {
            encoded += '%';
            encoded += kHex[byte >> 4U];
            encoded += kHex[byte & 15U];
        }
    }
    return encoded;
}

}  // namespace

Secret makeTotpKey() {
    [[maybe_unused]] const int ready = sodium_init();
    std::array<unsigned char, kKeyBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return Secret(encodeBase32(bytes));
}

std::string totpCode(const Secret& key, TotpStep step) {
    const auto bytes = decodeBase32(key.reveal());
    if (bytes.empty()) {
        return {};
    }
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i) {
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * (7 - i)));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    HMAC(EVP_sha1(), bytes.data(), static_cast<int>(bytes.size()), counter.data(), counter.size(), mac.data(),
         &size);
    // Dynamic truncation, RFC 4226 5.3.
    const std::size_t at = mac[size - 1] & 15U;
    const std::uint32_t number = (mac[at] & 0x7FU) << 24U | static_cast<std::uint32_t>(mac[at + 1]) << 16U |
                                 mac[at + 2] << 8U | mac[at + 3];
    auto digits = std::to_string(number % kSixDigits);
    return std::string(6 - digits.size(), '0') + digits;
}

std::optional<TotpStep> matchTotp(const Secret& key, std::string_view code, UtcTime now, TotpStep lastStep) {
    const auto present = toMilliseconds(now) / kStepMilliseconds;
    std::optional<TotpStep> matched;
    for (const auto step : {present - 1, present, present + 1}) {
        const Secret right(totpCode(key, step));
        if (!right.isEmpty() && right.matches(code) && step > lastStep) {
            matched = step;
        }
    }
    return matched;
}

Secret totpUrl(const Secret& key, const std::string& relayName, const std::string& accountName) {
    const auto issuer = percentEncoded(relayName);
    return Secret("otpauth://totp/" + issuer + ":" + percentEncoded(accountName) + "?secret=" + key.reveal() +
                  "&issuer=" + issuer);
}

std::vector<Secret> makeRecoveryCodes() {
    [[maybe_unused]] const int ready = sodium_init();
    std::vector<Secret> codes;
    for (std::size_t i = 0; i < kCodes; ++i) {
        std::string code;
        for (std::size_t j = 0; j < 2 * kHalf; ++j) {
            code += kTyped[randombytes_uniform(static_cast<std::uint32_t>(kTyped.size()))];
            if (j + 1 == kHalf) {
                code += '-';
            }
        }
        codes.emplace_back(std::move(code));
    }
    return codes;
}

std::string recoveryCodeHash(std::string_view code) {
    std::string plain;
    for (const char c : code) {
        if (c != '-' && c != ' ') {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return sha256Hex(plain);
}

}  // namespace footlight::accounts
