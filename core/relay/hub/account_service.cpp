#include "core/relay/hub/account_service.h"

#include "core/accounts/credential.h"
#include "core/accounts/name.h"
#include "core/accounts/password.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/session_store.h"

namespace footlight::relay::hub {
namespace {

constexpr int kOwnerNames = 100;

tl::unexpected<Error> wrongCredentials() {
    return fail(ErrorCategory::Denied, "account.wrong_credentials", "The name or the password is wrong.");
}

/// The owner's account under the first free name of `name`, `name-2`, `name-3` ...
Result<accounts::Account> makeOwner(AccountStore& store, const std::string& name, UtcTime now) {
    for (int i = 1;; ++i) {
        const auto suffix = i == 1 ? "" : "-" + std::to_string(i);
        auto made =
            store.create({name.substr(0, 20) + suffix, "", AccountRole::Owner, now}, UnownedChannel::Refuse);
        if (made || made.error().category() != ErrorCategory::Conflict || i == kOwnerNames) {
            return made;
        }
    }
}

}  // namespace

AccountService::AccountService(Stores stores, net::WorkPool& database, HubOptions options, const Clock& clock)
    : stores_(stores), database_(database), options_(std::move(options)), clock_(clock) {}

net::Task<Result<SignedIn>> AccountService::signUp(std::string name, Secret password) {
    if (auto good = accounts::checkName(name); !good) {
        co_return fail(std::move(good.error()));
    }
    if (auto good = accounts::checkPassword(password, name); !good) {
        co_return fail(std::move(good.error()));
    }
    auto work = [password, cost = options_.hashCost] { return accounts::hashPassword(password, cost); };
    auto hash = co_await hashing_.run(std::move(work));
    if (!hash) {
        co_return fail(std::move(hash.error()));
    }
    NewAccount account{std::move(name), std::move(*hash), AccountRole::Member, clock_.utcNow()};
    auto create = [this, made = std::move(account)] {
        return stores_.accounts.create(made, UnownedChannel::Refuse);
    };
    auto created = co_await database_.run(std::move(create));
    if (!created) {
        co_return fail(std::move(created.error()));
    }
    co_return co_await openSession(std::move(*created));
}

net::Task<Result<bool>> AccountService::verify(Secret password, std::string hash) {
    auto work = [password, text = std::move(hash), cost = options_.hashCost]() -> Result<bool> {
        return accounts::passwordMatches(password, text, cost);
    };
    co_return co_await hashing_.run(std::move(work));
}

net::Task<Result<SignedIn>> AccountService::signIn(std::string name, Secret password, std::string address) {
    const auto folded = accounts::foldName(name);
    if (auto admitted = throttle_.admit(folded, address, clock_.steadyNow()); !admitted) {
        co_return fail(std::move(admitted.error()));
    }
    auto look = [this, name] { return stores_.accounts.find(name); };
    auto credentials = co_await database_.run(std::move(look));
    if (!credentials) {
        co_return fail(std::move(credentials.error()));
    }
    const std::string hash = *credentials ? (*credentials)->passwordHash : "";
    const auto matches = co_await verify(password, hash);
    if (!matches) {
        co_return fail(matches.error());
    }
    if (!*matches) {
        co_return wrongCredentials();
    }
    throttle_.succeeded(folded, address);
    co_await refreshHash((*credentials)->account, password, hash);
    co_return co_await openSession((*credentials)->account);
}

net::Task<> AccountService::refreshHash(accounts::Account account, Secret password, std::string hash) {
    if (!accounts::needsRehash(hash, options_.hashCost)) {
        co_return;
    }
    auto work = [password, cost = options_.hashCost] { return accounts::hashPassword(password, cost); };
    const auto renewed = co_await hashing_.run(std::move(work));
    if (renewed) {
        auto store = [this, id = account.id, text = *renewed] {
            return stores_.accounts.setPasswordHash(id, text);
        };
        // The old hash still works: the next sign-in tries again.
        static_cast<void>(co_await database_.run(std::move(store)));
    }
}

net::Task<Result<SignedIn>> AccountService::signInAsOwner(Secret ownerToken) {
    if (!options_.ownerToken || !options_.ownerToken->matches(ownerToken.reveal())) {
        co_return fail(ErrorCategory::Denied, "account.wrong_credentials",
                       "This is not the token of the relay's owner.");
    }
    auto work = [this]() -> Result<accounts::Account> {
        auto owner = stores_.accounts.findOwner();
        if (!owner) {
            return fail(std::move(owner.error()));
        }
        return *owner ? Result<accounts::Account>(**owner)
                      : makeOwner(stores_.accounts, accounts::nameFrom(options_.ownerName), clock_.utcNow());
    };
    auto owner = co_await database_.run(std::move(work));
    if (!owner) {
        co_return fail(std::move(owner.error()));
    }
    co_return co_await openSession(std::move(*owner));
}

net::Task<Result<SignedIn>> AccountService::openSession(accounts::Account account) {
    const auto now = clock_.utcNow();
    SignedIn signedIn{accounts::makeSessionToken(), now + options_.sessionLifetime, std::move(account)};
    SessionRecord session{SessionId::make(now), signedIn.account.id, sha256Hex(signedIn.token.reveal()), now,
                          signedIn.expiresAt};
    auto store = [this, record = std::move(session)] { return stores_.sessions.add(record); };
    auto stored = co_await database_.run(std::move(store));
    if (!stored) {
        co_return fail(std::move(stored.error()));
    }
    co_return signedIn;
}

net::Task<Result<accounts::Account>> AccountService::authenticate(Secret token) {
    auto look = [this, hash = sha256Hex(token.reveal()), now = clock_.utcNow()] {
        return stores_.sessions.find(hash, now);
    };
    auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::Denied, "account.sign_in_needed", "You are signed out; sign in again.");
    }
    co_return **found;
}

net::Task<Result<>> AccountService::signOut(Secret token) {
    auto work = [this, hash = sha256Hex(token.reveal())] { return stores_.sessions.remove(hash); };
    co_return co_await database_.run(std::move(work));
}

net::Task<> AccountService::removeExpiredSessions() {
    auto work = [this, now = clock_.utcNow()] { return stores_.sessions.removeExpired(now); };
    // Expired ones are refused whether or not they are removed.
    static_cast<void>(co_await database_.run(std::move(work)));
}

}  // namespace footlight::relay::hub
