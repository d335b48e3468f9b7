#pragma once

#include "core/relay/ports/second_step_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables second_steps and recovery_codes. One thread at a time; owned by Database.
class SecondSteps final : public relay::SecondStepStore {
public:
    explicit SecondSteps(soci::session& sql) : sql_(sql) {}

    Result<std::optional<relay::SecondStepRecord>> find(UserId user) override;
    Result<> put(UserId user, const relay::SecondStepRecord& record) override;
    Result<> remove(UserId user) override;
    Result<bool> useStep(UserId user, std::int64_t step) override;
    Result<> setRecoveryCodes(UserId user, const std::vector<std::string>& hashes) override;
    Result<bool> useRecoveryCode(UserId user, const std::string& hash) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
