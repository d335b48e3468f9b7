#include "core/store/second_steps.h"

#include "core/store/row.h"

namespace footlight::store {

Result<std::optional<relay::SecondStepRecord>> SecondSteps::find(UserId user) {
    const auto id = user.text();
    return attempt("reading a second step", [&]() -> Result<std::optional<relay::SecondStepRecord>> {
        relay::SecondStepRecord record;
        int isOn = 0;
        long long step = 0;
        sql_ << "SELECT sealed_key, is_on, last_step FROM second_steps WHERE user_id = :id", soci::use(id),
            soci::into(record.sealedKey), soci::into(isOn), soci::into(step);
        if (!sql_.got_data()) {
            return std::nullopt;
        }
        record.isOn = isOn != 0;
        record.lastStep = step;
        return record;
    });
}

Result<> SecondSteps::put(UserId user, const relay::SecondStepRecord& record) {
    const auto id = user.text();
    const int isOn = record.isOn ? 1 : 0;
    const auto step = static_cast<long long>(record.lastStep);
    return attempt("storing a second step", [&]() -> Result<> {
        sql_ << "INSERT INTO second_steps (user_id, sealed_key, is_on, last_step) "
                "VALUES (:id, :key, :on, :step) ON CONFLICT (user_id) DO UPDATE SET "
                "sealed_key = excluded.sealed_key, is_on = excluded.is_on, last_step = excluded.last_step",
            soci::use(id), soci::use(record.sealedKey), soci::use(isOn), soci::use(step);
        return {};
    });
}

Result<> SecondSteps::remove(UserId user) {
    const auto id = user.text();
    return transact(sql_, "removing a second step", [&]() -> Result<> {
        sql_ << "DELETE FROM recovery_codes WHERE user_id = :id", soci::use(id);
        sql_ << "DELETE FROM second_steps WHERE user_id = :id", soci::use(id);
        return {};
    });
}

Result<bool> SecondSteps::useStep(UserId user, std::int64_t step) {
    const auto id = user.text();
    const auto used = static_cast<long long>(step);
    return attempt("using a code", [&]() -> Result<bool> {
        soci::statement update =
            (sql_.prepare
                 << "UPDATE second_steps SET last_step = :step WHERE user_id = :id AND last_step < :same",
             soci::use(used), soci::use(id), soci::use(used));
        update.execute(true);
        return update.get_affected_rows() == 1;
    });
}

Result<> SecondSteps::setRecoveryCodes(UserId user, const std::vector<std::string>& hashes) {
    const auto id = user.text();
    return transact(sql_, "storing recovery codes", [&]() -> Result<> {
        sql_ << "DELETE FROM recovery_codes WHERE user_id = :id", soci::use(id);
        for (const auto& hash : hashes) {
            sql_ << "INSERT INTO recovery_codes (user_id, code_hash) VALUES (:id, :hash)", soci::use(id),
                soci::use(hash);
        }
        return {};
    });
}

Result<bool> SecondSteps::useRecoveryCode(UserId user, const std::string& hash) {
    const auto id = user.text();
    return attempt("using a recovery code", [&]() -> Result<bool> {
        soci::statement removal =
            (sql_.prepare << "DELETE FROM recovery_codes WHERE user_id = :id AND code_hash = :hash",
             soci::use(id), soci::use(hash));
        removal.execute(true);
        return removal.get_affected_rows() == 1;
    });
}

}  // namespace footlight::store
