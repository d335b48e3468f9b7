#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/accounts/login_throttle.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/net/http/address_limit.h"
#include "core/relay/hub/hub.h"
#include "core/relay/hub/known_sessions.h"
#include "core/relay/hub/online.h"
#include "core/relay/hub/second_step.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/session_store.h"

namespace footlight::relay::hub {

struct SignedIn {
    Secret token;
    UtcTime expiresAt;
    accounts::Account account;
};

/// Where somebody signs in.
struct Device {
    std::string name;     ///< as it calls itself; may be empty
    std::string address;  ///< of the network
    bool isOwnApp = false;
};

/// Sign-up, sign-in, sessions, passwords, and who a token belongs to. Passwords are hashed two at a time on
/// workers of its own, with at most 32 waiting; those of new accounts one at a time, with 8 waiting, so that
/// many who sign up keep nobody from signing in. Lives on the hub's loop.
class AccountService {
public:
    AccountService(Stores stores, net::WorkPool& database, const accounts::SecretBox& box, Online& online,
                   HubOptions options, const Clock& clock);

    /// The first account of a relay that was not started by its owner's app owns it, and needs no invitation.
    /// Invalid (name, password), Conflict (taken), Denied (account.sign_up_closed, account.invitation,
    /// account.too_many_sign_ups: of one address), Unavailable (too many at once).
    [[nodiscard]] net::Task<Result<SignedIn>> signUp(std::string name, Secret password, Secret invitation,
                                                     Device device);
    /// Denied: the same answer after the same time for an unknown name and a wrong password; with the right
    /// one account.second_step where a code is needed, and account.wrong_code.
    [[nodiscard]] net::Task<Result<SignedIn>> signIn(std::string name, Secret password, std::string code,
                                                     Device device);
    /// For the one who started the relay. Makes the owner's account the first time.
    [[nodiscard]] net::Task<Result<SignedIn>> signInAsOwner(Secret ownerToken, Device device);
    /// Denied where the token is unknown, expired or signed out.
    [[nodiscard]] net::Task<Result<accounts::Account>> authenticate(Secret token);
    /// The same, with the session.
    [[nodiscard]] net::Task<Result<SessionOwner>> identify(Secret token);
    /// Without waiting, where that was looked up a moment ago.
    [[nodiscard]] std::optional<SessionOwner> known(const Secret& token) const;
    [[nodiscard]] net::Task<Result<Credentials>> credentials(accounts::Account account);
    /// Denied where the account does not own the relay.
    [[nodiscard]] net::Task<Result<>> requireOwner(accounts::Account account);

    [[nodiscard]] net::Task<Result<std::vector<SessionRecord>>> sessions(accounts::Account account);
    // Live sockets of what is ended here are closed.
    [[nodiscard]] net::Task<Result<>> signOut(accounts::Account account, Secret token);
    /// NotFound.
    [[nodiscard]] net::Task<Result<>> endSession(accounts::Account account, SessionId session);
    /// All but the one of `token`; an empty one spares none.
    [[nodiscard]] net::Task<Result<>> endOtherSessions(accounts::Account account, Secret token);
    [[nodiscard]] net::Task<> removeExpiredSessions();

    /// That the person at the keyboard knows the password: before what a stolen token must not do. Nothing is
    /// asked of an account without one. Denied (account.wrong_credentials, account.too_many_tries).
    [[nodiscard]] net::Task<Result<>> confirmPassword(accounts::Account account, Secret password,
                                                      std::string address);
    /// And has the second step too, where it is on. Wrong codes count as wrong passwords do.
    [[nodiscard]] net::Task<Result<>> confirmBoth(accounts::Account account, Secret password,
                                                  std::string code, std::string address);
    /// Without asking for the old one. Invalid for one that is no good.
    [[nodiscard]] net::Task<Result<>> setPassword(accounts::Account account, Secret password);

    /// Lets one person sign up, once, within 24 h.
    struct Invitation {
        Secret code;
        UtcTime expiresAt;
    };
    [[nodiscard]] net::Task<Result<Invitation>> invite(accounts::Account account);

    [[nodiscard]] SecondStep& secondStep() { return secondStep_; }

private:
    /// What `end` does to sessions of the user; connections of those that are no more are closed.
    [[nodiscard]] net::Task<Result<>> ending(UserId user, std::function<Result<>()> end);
    [[nodiscard]] net::Task<Result<SignedIn>> openSession(accounts::Account account, Device device);
    [[nodiscard]] net::Task<Result<>> requirePassword(accounts::Account account, Secret password);
    [[nodiscard]] net::Task<Result<bool>> verify(Secret password, std::string hash);
    [[nodiscard]] net::Task<Result<std::string>> hash(Secret password);
    [[nodiscard]] net::Task<> refreshHash(accounts::Account account, Secret password, std::string hash);
    /// What the throttle knows an address by; empty where it is not counted.
    [[nodiscard]] std::string counted(const std::string& address) const;
    Result<> admitSignUp(const std::string& address);
    Result<> checkSignUp(const std::string& name, const Secret& invitation);
    Result<accounts::Account> createAccount(const std::string& name, const std::string& hash,
                                            const Secret& invitation);

    Stores stores_;
    net::WorkPool& database_;
    const accounts::SecretBox& box_;
    Online& online_;
    HubOptions options_;
    const Clock& clock_;
    UtcTime startedAt_;
    accounts::LoginThrottle throttle_;
    /// Apart from the above, which anybody can use up: by a user's id, for those who are signed in.
    accounts::LoginThrottle confirmations_;
    net::http::AddressLimit signUps_;
    SecondStep secondStep_;
    KnownSessions known_;
    net::WorkPool hashing_{2, 34};
    net::WorkPool signUpHashing_{1, 9};
};

}  // namespace footlight::relay::hub
