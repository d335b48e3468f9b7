#include "core/accounts/password.h"

#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "core/accounts/name.h"

namespace footlight::accounts {
namespace {

constexpr std::size_t kShortest = 12;
constexpr std::size_t kLongest = 128;
constexpr HashCost kFloor{std::size_t{19} << 20U, 2};

bool sodiumIsReady() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

}  // namespace

HashCost HashCost::forMemory(std::size_t totalMemory) {
    const HashCost full;
    return totalMemory / 8 >= full.memoryBytes
               ? full
               : HashCost{std::max(totalMemory / 8, kFloor.memoryBytes), kFloor.passes};
}

HashCost HashCost::forThisMachine() {
    const auto pages = sysconf(_SC_PHYS_PAGES);
    const auto pageSize = sysconf(_SC_PAGE_SIZE);
    return pages > 0 && pageSize > 0
               ? forMemory(static_cast<std::size_t>(pages) * static_cast<std::size_t>(pageSize))
               : kFloor;
}

Result<> checkPassword(const Secret& password, std::string_view accountName) {
    const auto& text = password.reveal();
    if (text.size() < kShortest || text.size() > kLongest) {
        return fail(ErrorCategory::Invalid, "account.password", "A password has 12 to 128 bytes.");
    }
    if (std::ranges::all_of(text, [&](char c) { return c == text.front(); })) {
        return fail(ErrorCategory::Invalid, "account.password",
                    "A password of one character repeated is guessed first; take another.");
    }
    if (foldName(text) == foldName(accountName)) {
        return fail(ErrorCategory::Invalid, "account.password",
                    "The password must not be the account's name.");
    }
    return {};
}

Result<std::string> hashPassword(const Secret& password, HashCost cost) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const auto& text = password.reveal();
    if (!sodiumIsReady() || crypto_pwhash_str_alg(hash.data(), text.data(), text.size(), cost.passes,
                                                  cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return fail(ErrorCategory::Unavailable, "account.hash_memory",
                    "The relay is short of memory for signing in; try again in a moment.");
    }
    return std::string(hash.data());
}

bool passwordMatches(const Secret& password, const std::string& hash, HashCost cost) {
    const auto& text = password.reveal();
    if (hash.empty()) {
        // The work is done all the same, so that the answer's time tells nobody whether the account exists.
        static_cast<void>(hashPassword(password, cost));
        return false;
    }
    return sodiumIsReady() && crypto_pwhash_str_verify(hash.c_str(), text.data(), text.size()) == 0;
}

bool needsRehash(const std::string& hash, HashCost cost) {
    return sodiumIsReady() &&
           crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes, cost.memoryBytes) != 0;
}

}  // namespace footlight::accounts
