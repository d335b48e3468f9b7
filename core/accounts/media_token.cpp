#include "core/accounts/media_token.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace footlight::accounts {
namespace {

static_assert(crypto_auth_hmacsha256_KEYBYTES == 32);

constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kCode = crypto_auth_hmacsha256_BYTES;
constexpr std::size_t kLongest = 512;
constexpr char kPlay = 'p';
constexpr char kUpload = 'u';

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// "p1700000000000 subject".
Result<MediaClaim> parsePayload(std::string_view payload) {
    const auto blank = payload.find(' ');
    std::int64_t expiry = 0;
    const char* const begin = payload.data() + 1;
    if (blank == std::string_view::npos || blank < 2 || (payload[0] != kPlay && payload[0] != kUpload) ||
        std::from_chars(begin, payload.data() + blank, expiry).ptr != payload.data() + blank) {
        return fail(ErrorCategory::Corrupt, "token.payload", "The token's payload is no claim.");
    }
    return MediaClaim{payload[0] == kPlay ? MediaPurpose::Play : MediaPurpose::Upload,
                      std::string(payload.substr(blank + 1)), utcFromMilliseconds(expiry)};
}

}  // namespace

std::string fillSubject(std::string_view broadcast, UtcTime from, UtcTime to) {
    return std::string(broadcast) + "/" + std::to_string(toMilliseconds(from)) + "-" +
           std::to_string(toMilliseconds(to));
}

MediaTokens::MediaTokens(const Secret& key) {
    [[maybe_unused]] const int ready = sodium_init();
    crypto_generichash(key_.data(), key_.size(), bytesOf(key.reveal()), key.reveal().size(),
                       bytesOf("footlight media token"), sizeof("footlight media token") - 1);
}

MediaTokens::~MediaTokens() { sodium_memzero(key_.data(), key_.size()); }

std::string MediaTokens::make(const MediaClaim& claim) const {
    const std::string payload = std::string(1, claim.purpose == MediaPurpose::Play ? kPlay : kUpload) +
                                std::to_string(toMilliseconds(claim.expiresAt)) + " " + claim.subject;
    std::string bytes(kCode, '\0');
    crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(bytes.data()), bytesOf(payload), payload.size(),
                           key_.data());
    bytes += payload;
    std::string token(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
    sodium_bin2base64(token.data(), token.size(), bytesOf(bytes), bytes.size(), kBase64);
    token.resize(token.find('\0'));
    return token;
}

Result<OpenedPath> MediaTokens::open(std::string_view path, UtcTime now) const {
    constexpr std::string_view kPrefix = "/t/";
    if (!path.starts_with(kPrefix)) {
        return OpenedPath{std::string(path), std::nullopt};
    }
    path.remove_prefix(kPrefix.size());
    const auto end = std::min(path.find('/'), path.size());
    auto claim = read(path.substr(0, end), now);
    if (!claim) {
        return fail(std::move(claim.error()));
    }
    return OpenedPath{std::string(path.substr(end)), std::move(*claim)};
}

Result<MediaClaim> MediaTokens::read(std::string_view token, UtcTime now) const {
    std::array<unsigned char, kLongest> bytes{};
    std::size_t size = 0;
    const bool isBase64 = sodium_base642bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr,
                                            &size, nullptr, kBase64) == 0;
    const bool isOurs =
        isBase64 && size > kCode &&
        crypto_auth_hmacsha256_verify(bytes.data(), bytes.data() + kCode, size - kCode, key_.data()) == 0;
    if (!isOurs) {
        return fail(ErrorCategory::Denied, "token.foreign",
                    "The address holds a token that this relay has not made; ask for a new link.");
    }
    auto claim = parsePayload({reinterpret_cast<const char*>(bytes.data()) + kCode, size - kCode});
    if (claim && claim->expiresAt <= now) {
        return fail(ErrorCategory::Denied, "token.expired", "The link has expired; ask for a new one.");
    }
    return claim;
}

}  // namespace footlight::accounts
