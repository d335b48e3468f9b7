#pragma once

#include <string>

#include "core/accounts/account.h"
#include "core/accounts/login_throttle.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/hub.h"

namespace footlight::relay::hub {

struct SignedIn {
    Secret token;
    UtcTime expiresAt;
    accounts::Account account;
};

/// Sign-up, sign-in and who a token belongs to. Passwords are hashed two at a time on workers of its own,
/// with at most 32 waiting. Lives on the hub's loop.
class AccountService {
public:
    AccountService(Stores stores, net::WorkPool& database, HubOptions options, const Clock& clock);

    /// Invalid (name, password), Conflict (taken), Unavailable (too many at once).
    [[nodiscard]] net::Task<Result<SignedIn>> signUp(std::string name, Secret password);
    /// Denied: the same answer after the same time for an unknown name and a wrong password.
    [[nodiscard]] net::Task<Result<SignedIn>> signIn(std::string name, Secret password, std::string address);
    /// For the one who started the relay. Makes the owner's account the first time.
    [[nodiscard]] net::Task<Result<SignedIn>> signInAsOwner(Secret ownerToken);
    /// Denied where the token is unknown, expired or signed out.
    [[nodiscard]] net::Task<Result<accounts::Account>> authenticate(Secret token);
    [[nodiscard]] net::Task<Result<>> signOut(Secret token);
    [[nodiscard]] net::Task<> removeExpiredSessions();

private:
    [[nodiscard]] net::Task<Result<SignedIn>> openSession(accounts::Account account);
    [[nodiscard]] net::Task<Result<bool>> verify(Secret password, std::string hash);
    [[nodiscard]] net::Task<> refreshHash(accounts::Account account, Secret password, std::string hash);

    Stores stores_;
    net::WorkPool& database_;
    HubOptions options_;
    const Clock& clock_;
    accounts::LoginThrottle throttle_;
    net::WorkPool hashing_{2, 34};
};

}  // namespace footlight::relay::hub
