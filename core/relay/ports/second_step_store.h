#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight::relay {

/// What a second step of signing in is checked by.
struct SecondStepRecord {
    std::string sealedKey;  ///< by accounts::SecretBox
    bool isOn = false;      ///< false until a first code has proved that the app has the key
    std::int64_t lastStep = 0;
};

/// Second steps on disk. Every call blocks: made on the hub's database worker.
class SecondStepStore {
public:
    virtual ~SecondStepStore() = default;
    virtual Result<std::optional<SecondStepRecord>> find(UserId user) = 0;
    /// Adds it, or replaces what was there.
    virtual Result<> put(UserId user, const SecondStepRecord& record) = 0;
    /// With its recovery codes.
    virtual Result<> remove(UserId user) = 0;
    /// False where `step` or a later one was used before: whoever asks is second.
    virtual Result<bool> useStep(UserId user, std::int64_t step) = 0;
    /// In place of those there were.
    virtual Result<> setRecoveryCodes(UserId user, const std::vector<std::string>& hashes) = 0;
    /// False where there is no such code, or not any more.
    virtual Result<bool> useRecoveryCode(UserId user, const std::string& hash) = 0;
};

}  // namespace footlight::relay
