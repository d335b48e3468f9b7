#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// A code of an authenticator app beside the password (TOTP, RFC 6238), and the recovery codes for the day
/// when the app is lost. Lives on the hub's loop.
class SecondStep {
public:
    SecondStep(Stores stores, net::WorkPool& database, const accounts::SecretBox& box, const Clock& clock);

    /// A new key for the app; it asks for nothing until confirm(). Conflict where the step is on.
    [[nodiscard]] net::Task<Result<Secret>> begin(accounts::Account account);
    /// Switches the step on, by a first code; returns the recovery codes. Conflict where it is on or was not
    /// begun, Denied for a wrong code.
    [[nodiscard]] net::Task<Result<std::vector<Secret>>> confirm(accounts::Account account, std::string code);
    [[nodiscard]] net::Task<Result<>> switchOff(accounts::Account account);
    [[nodiscard]] net::Task<Result<bool>> isOn(accounts::Account account);

    /// Nothing to do where the step is off. Denied without a code (account.second_step), and for one that is
    /// wrong or was used (account.wrong_code).
    [[nodiscard]] net::Task<Result<>> check(accounts::Account account, std::string code);

private:
    Result<> checkNow(UserId user, const std::string& code);

    Stores stores_;
    net::WorkPool& database_;
    const accounts::SecretBox& box_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
