#include "core/rtmp/protocol/handshake_digest.h"

#include <sodium.h>

#include <algorithm>
#include <string_view>

namespace footlight::rtmp::digest {

namespace {

constexpr std::size_t kOffsetRange = 728;
constexpr std::size_t kSecondBlock = 772;
constexpr std::size_t kAnswerAt = kPacketSize - kSize;

constexpr std::string_view kClientName = "Genuine Adobe Flash Player 001";
constexpr std::string_view kServerName = "Genuine Adobe Flash Media Server 001";
/// What follows the name in the key that signs an answer.
constexpr std::array<std::uint8_t, 32> kKeyTail = {
    0xf0, 0xee, 0xc2, 0x4a, 0x80, 0x68, 0xbe, 0xe8, 0x2e, 0x00, 0xd0, 0xd1, 0x02, 0x9e, 0x7e, 0x57,
    0x6e, 0xec, 0x5d, 0x2d, 0x29, 0x80, 0x6f, 0xab, 0x93, 0xb8, 0xe6, 0x36, 0xcf, 0xeb, 0x31, 0xae};

std::string_view nameOf(Side side) { return side == Side::Client ? kClientName : kServerName; }

Digest hmac(ByteView key, ByteView before, ByteView after = {}) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    crypto_auth_hmacsha256_update(&state, before.data(), before.size());
    crypto_auth_hmacsha256_update(&state, after.data(), after.size());
    Digest digest{};
    crypto_auth_hmacsha256_final(&state, digest.data());
    return digest;
}

std::size_t placeOf(const Packet& packet, Scheme scheme) {
    const std::size_t told = scheme == Scheme::First ? 8 : kSecondBlock;
    const std::size_t sum =
        std::size_t{packet[told]} + packet[told + 1] + packet[told + 2] + packet[told + 3];
    return told + 4 + sum % kOffsetRange;
}

Digest digestOf(const Packet& packet, std::size_t place, Side side) {
    const ByteView all(packet);
    return hmac(bytesOf(nameOf(side)), all.first(place), all.subspan(place + kSize));
}

Digest answerTo(const Packet& packet, const Digest& answered, Side side) {
    const std::string_view name = nameOf(side);
    Bytes key(name.size() + kKeyTail.size());
    std::copy(kKeyTail.begin(), kKeyTail.end(), std::copy(name.begin(), name.end(), key.begin()));
    return hmac(hmac(key, answered), ByteView(packet).first(kAnswerAt));
}

}  // namespace

std::optional<Found> find(const Packet& packet, Side side) {
    for (const Scheme scheme : {Scheme::First, Scheme::Second}) {
        const std::size_t place = placeOf(packet, scheme);
        const Digest expected = digestOf(packet, place, side);
        if (std::equal(expected.begin(), expected.end(),
                       packet.begin() + static_cast<std::ptrdiff_t>(place))) {
            return Found{scheme, expected};
        }
    }
    return std::nullopt;
}

Digest sign(Packet& packet, Scheme scheme, Side side) {
    const std::size_t place = placeOf(packet, scheme);
    const Digest digest = digestOf(packet, place, side);
    std::copy(digest.begin(), digest.end(), packet.begin() + static_cast<std::ptrdiff_t>(place));
    return digest;
}

void signAnswer(Packet& packet, const Digest& answered, Side side) {
    const Digest digest = answerTo(packet, answered, side);
    std::copy(digest.begin(), digest.end(), packet.begin() + kAnswerAt);
}

bool isAnswer(const Packet& packet, const Digest& answered, Side side) {
    const Digest digest = answerTo(packet, answered, side);
    return std::equal(digest.begin(), digest.end(), packet.begin() + kAnswerAt);
}

}  // namespace footlight::rtmp::digest
