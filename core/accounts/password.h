#pragma once

#include <cstddef>
#include <string>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::accounts {

/// What one argon2id hash may cost (RELIABILITY L19).
struct HashCost {
    std::size_t memoryBytes = std::size_t{64} << 20U;
    unsigned passes = 3;

    /// 64 MiB and 3 passes, or less on a small machine: memory at most an eighth of `totalMemory` bytes,
    /// never below 19 MiB with 2 passes.
    static HashCost forMemory(std::size_t totalMemory);
    static HashCost forThisMachine();
};

/// 12 to 128 bytes, not the account's own name and not one character repeated. Invalid says which.
Result<> checkPassword(const Secret& password, std::string_view accountName);

/// The argon2id hash as text with its salt and cost. Takes about 80 ms and the memory of `cost`: call it on a
/// worker. Unavailable where the memory cannot be had.
Result<std::string> hashPassword(const Secret& password, HashCost cost);

/// As slow as the hash was. An empty hash (an account without a password) matches nothing and takes as long.
bool passwordMatches(const Secret& password, const std::string& hash, HashCost cost);

/// True where `hash` was made with another cost than `cost`.
bool needsRehash(const std::string& hash, HashCost cost);

}  // namespace footlight::accounts
