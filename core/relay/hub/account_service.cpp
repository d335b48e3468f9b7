#include "core/relay/hub/account_service.h"

#include "core/accounts/credential.h"
#include "core/accounts/name.h"
#include "core/accounts/password.h"
#include "core/relay/ports/invitation_store.h"

namespace footlight::relay::hub {
namespace {

constexpr int kOwnerNames = 100;
constexpr std::chrono::hours kInvitation{24};
/// Enough to tell addresses apart.
constexpr std::size_t kAddressDigits = 16;
constexpr double kSecondsPerHour = 3'600;

tl::unexpected<Error> wrongCredentials() {
    return fail(ErrorCategory::Denied, "account.wrong_credentials", "The name or the password is wrong.");
}

tl::unexpected<Error> needsInvitation() {
    return fail(ErrorCategory::Denied, "account.invitation",
                "This relay takes new accounts by invitation only; ask its owner for a new one.");
}

tl::unexpected<Error> nameTaken(const std::string& name) {
    return fail(ErrorCategory::Conflict, "account.name_taken",
                "The name " + name + " is taken; choose another one.");
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

AccountService::AccountService(Stores stores, net::WorkPool& database, const accounts::SecretBox& box,
                               Online& online, HubOptions options, const Clock& clock)
    : stores_(stores),
      database_(database),
      box_(box),
      online_(online),
      options_(std::move(options)),
      clock_(clock),
      startedAt_(clock.utcNow()),
      signUps_(options_.signUpsPerHour / kSecondsPerHour, options_.signUpsPerHour),
      secondStep_(stores, database, box, clock) {}

std::string AccountService::counted(const std::string& address) const {
    auto peer = net::http::addressKeyOf(address);
    return peer.isLoopback && options_.loopbackExempt ? std::string() : std::move(peer.key);
}

Result<> AccountService::admitSignUp(const std::string& address) {
    if (counted(address).empty() || signUps_.admit(address, clock_.steadyNow())) {
        return {};
    }
    return fail(ErrorCategory::Denied, "account.too_many_sign_ups",
                "Too many accounts were made from your address; try again in an hour.");
}

/// Before the password is hashed, so that nobody makes the relay work who may not come in.
Result<> AccountService::checkSignUp(const std::string& name, const Secret& invitation) {
    const auto taken = stores_.accounts.find(name);
    if (!taken || *taken) {
        return taken ? Result<>(nameTaken(name)) : fail(taken.error());
    }
    const auto isEmpty = stores_.accounts.isEmpty();
    if (!isEmpty) {
        return fail(isEmpty.error());
    }
    if (options_.signUp == SignUpMode::Open || (*isEmpty && !options_.ownerToken)) {
        return {};
    }
    if (options_.signUp == SignUpMode::Closed) {
        return fail(ErrorCategory::Denied, "account.sign_up_closed",
                    "This relay takes no new accounts; its owner can change that.");
    }
    const auto isGood = stores_.invitations.isGood(sha256Hex(invitation.reveal()), clock_.utcNow());
    if (!isGood) {
        return fail(isGood.error());
    }
    return *isGood ? Result<>{} : needsInvitation();
}

Result<accounts::Account> AccountService::createAccount(const std::string& name, const std::string& hash,
                                                        const Secret& invitation) {
    const auto isEmpty = stores_.accounts.isEmpty();
    if (!isEmpty) {
        return fail(isEmpty.error());
    }
    const auto now = clock_.utcNow();
    const bool isOwner = *isEmpty && !options_.ownerToken;
    NewAccount made{name, hash, isOwner ? AccountRole::Owner : AccountRole::Member, now};
    if (options_.signUp == SignUpMode::Invite && !isOwner) {
        made.invitation = sha256Hex(invitation.reveal());
    }
    return stores_.accounts.create(made, UnownedChannel::Refuse);
}

net::Task<Result<SignedIn>> AccountService::signUp(std::string name, Secret password, Secret invitation,
                                                   Device device) {
    if (auto good = accounts::checkName(name); !good) {
        co_return fail(std::move(good.error()));
    }
    if (auto good = accounts::checkPassword(password, name); !good) {
        co_return fail(std::move(good.error()));
    }
    auto check = [this, name, invitation] { return checkSignUp(name, invitation); };
    if (auto mayCome = co_await database_.run(std::move(check)); !mayCome) {
        co_return fail(std::move(mayCome.error()));
    }
    if (auto admitted = admitSignUp(device.address); !admitted) {
        co_return fail(std::move(admitted.error()));
    }
    auto work = [password, cost = options_.hashCost] { return accounts::hashPassword(password, cost); };
    auto made = co_await signUpHashing_.run(std::move(work));
    if (!made) {
        co_return fail(std::move(made.error()));
    }
    auto create = [this, name, hashed = *made, invitation] {
        return createAccount(name, hashed, invitation);
    };
    auto created = co_await database_.run(std::move(create));
    if (!created) {
        co_return fail(std::move(created.error()));
    }
    co_return co_await openSession(std::move(*created), std::move(device));
}

net::Task<Result<std::string>> AccountService::hash(Secret password) {
    auto work = [password, cost = options_.hashCost] { return accounts::hashPassword(password, cost); };
    co_return co_await hashing_.run(std::move(work));
}

net::Task<Result<bool>> AccountService::verify(Secret password, std::string hash) {
    auto work = [password, text = std::move(hash), cost = options_.hashCost]() -> Result<bool> {
        return accounts::passwordMatches(password, text, cost);
    };
    co_return co_await hashing_.run(std::move(work));
}

net::Task<Result<SignedIn>> AccountService::signIn(std::string name, Secret password, std::string code,
                                                   Device device) {
    const auto folded = accounts::foldName(name);
    if (auto admitted = throttle_.admit(folded, counted(device.address), clock_.steadyNow()); !admitted) {
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
    const auto account = (*credentials)->account;
    if (auto second = co_await secondStep_.check(account, code); !second) {
        co_return fail(std::move(second.error()));
    }
    throttle_.succeeded(folded, counted(device.address));
    co_await refreshHash(account, password, hash);
    co_return co_await openSession(account, std::move(device));
}

net::Task<Result<>> AccountService::requirePassword(accounts::Account account, Secret password) {
    const auto found = co_await credentials(std::move(account));
    if (!found) {
        co_return fail(found.error());
    }
    if (found->passwordHash.empty()) {
        co_return Result<>{};
    }
    const auto matches = co_await verify(std::move(password), found->passwordHash);
    if (!matches) {
        co_return fail(matches.error());
    }
    co_return *matches ? Result<>{} : wrongCredentials();
}

net::Task<Result<>> AccountService::confirmPassword(accounts::Account account, Secret password,
                                                    std::string address) {
    const auto user = account.id.text();
    const auto from = counted(address);
    if (auto admitted = confirmations_.admit(user, from, clock_.steadyNow()); !admitted) {
        co_return admitted;
    }
    auto known = co_await requirePassword(std::move(account), std::move(password));
    if (known) {
        confirmations_.succeeded(user, from);
    }
    co_return known;
}

net::Task<Result<>> AccountService::confirmBoth(accounts::Account account, Secret password, std::string code,
                                                std::string address) {
    const auto user = account.id.text();
    const auto from = counted(address);
    if (auto admitted = confirmations_.admit(user, from, clock_.steadyNow()); !admitted) {
        co_return admitted;
    }
    if (auto known = co_await requirePassword(account, std::move(password)); !known) {
        co_return known;
    }
    auto proved = co_await secondStep_.check(std::move(account), std::move(code));
    if (proved) {
        confirmations_.succeeded(user, from);
    }
    co_return proved;
}

net::Task<Result<>> AccountService::setPassword(accounts::Account account, Secret password) {
    if (auto good = accounts::checkPassword(password, account.name); !good) {
        co_return good;
    }
    const auto hashed = co_await hash(password);
    if (!hashed) {
        co_return fail(hashed.error());
    }
    auto store = [this, id = account.id, text = *hashed] {
        return stores_.accounts.setPasswordHash(id, text);
    };
    co_return co_await database_.run(std::move(store));
}

net::Task<Result<AccountService::Invitation>> AccountService::invite(accounts::Account account) {
    Invitation made{accounts::makeInvitation(), clock_.utcNow() + kInvitation};
    auto store = [this, id = account.id, hash = sha256Hex(made.code.reveal()), until = made.expiresAt] {
        return stores_.invitations.add(hash, id, until);
    };
    if (auto stored = co_await database_.run(std::move(store)); !stored) {
        co_return fail(std::move(stored.error()));
    }
    co_return made;
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

net::Task<Result<SignedIn>> AccountService::signInAsOwner(Secret ownerToken, Device device) {
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
    // The token is new with each start: nobody has a session of a former one any more.
    auto end = [this, id = owner->id] { return stores_.sessions.endOfOwnApp(id, startedAt_); };
    if (auto ended = co_await database_.run(std::move(end)); !ended) {
        co_return fail(std::move(ended.error()));
    }
    device.isOwnApp = true;
    co_return co_await openSession(std::move(*owner), std::move(device));
}

net::Task<Result<SignedIn>> AccountService::openSession(accounts::Account account, Device device) {
    const auto now = clock_.utcNow();
    SignedIn signedIn{accounts::makeSessionToken(), now + options_.sessionLifetime, std::move(account)};
    SessionRecord session{SessionId::make(now), signedIn.account.id, sha256Hex(signedIn.token.reveal()), now,
                          signedIn.expiresAt};
    session.device = std::move(device.name);
    session.isOwnApp = device.isOwnApp;
    session.addressHash = box_.sign("address " + device.address).reveal().substr(0, kAddressDigits);
    auto store = [this, record = std::move(session)] { return stores_.sessions.add(record); };
    auto stored = co_await database_.run(std::move(store));
    if (!stored) {
        co_return fail(std::move(stored.error()));
    }
    co_return signedIn;
}

net::Task<Result<accounts::Account>> AccountService::authenticate(Secret token) {
    auto owner = co_await identify(std::move(token));
    if (!owner) {
        co_return fail(std::move(owner.error()));
    }
    co_return std::move(owner->account);
}

std::optional<SessionOwner> AccountService::known(const Secret& token) const {
    auto owner = known_.find(sha256Hex(token.reveal()), clock_.steadyNow());
    return owner && owner->expiresAt > clock_.utcNow() ? std::move(owner) : std::nullopt;
}

net::Task<Result<SessionOwner>> AccountService::identify(Secret token) {
    if (auto owner = known(token)) {
        co_return std::move(*owner);
    }
    const auto hash = sha256Hex(token.reveal());
    auto look = [this, hash, now = clock_.utcNow()] { return stores_.sessions.find(hash, now); };
    auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::Denied, "account.sign_in_needed", "You are signed out; sign in again.");
    }
    known_.add(hash, **found, clock_.steadyNow());
    co_return std::move(**found);
}

net::Task<Result<Credentials>> AccountService::credentials(accounts::Account account) {
    auto look = [this, id = account.id] { return stores_.accounts.find(id); };
    auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::Denied, "account.sign_in_needed", "Your account is gone.");
    }
    co_return std::move(**found);
}

net::Task<Result<>> AccountService::requireOwner(accounts::Account account) {
    const auto found = co_await credentials(std::move(account));
    if (!found) {
        co_return fail(found.error());
    }
    if (found->role != AccountRole::Owner) {
        co_return fail(ErrorCategory::Denied, "relay.not_yours", "Only the relay's owner may do that.");
    }
    co_return Result<>{};
}

net::Task<Result<std::vector<SessionRecord>>> AccountService::sessions(accounts::Account account) {
    auto look = [this, id = account.id, now = clock_.utcNow()] { return stores_.sessions.list(id, now); };
    co_return co_await database_.run(std::move(look));
}

net::Task<Result<>> AccountService::ending(UserId user, std::function<Result<>()> end) {
    auto work = [this, user, end = std::move(end),
                 now = clock_.utcNow()]() -> Result<std::vector<SessionRecord>> {
        if (auto ended = end(); !ended) {
            return fail(std::move(ended.error()));
        }
        return stores_.sessions.list(user, now);
    };
    const auto left = co_await database_.run(std::move(work));
    // What was looked up before is told before this: nothing that has ended is known from here on.
    known_.forget(user);
    if (!left) {
        co_return fail(left.error());
    }
    std::vector<SessionId> sessions;
    for (const auto& record : *left) {
        sessions.push_back(record.id);
    }
    online_.keepOnly(user, sessions);
    co_return Result<>{};
}

net::Task<Result<>> AccountService::signOut(accounts::Account account, Secret token) {
    std::function<Result<>()> end = [this, hash = sha256Hex(token.reveal())] {
        return stores_.sessions.remove(hash);
    };
    co_return co_await ending(account.id, std::move(end));
}

net::Task<Result<>> AccountService::endSession(accounts::Account account, SessionId session) {
    std::function<Result<>()> end = [this, id = account.id, session] {
        return stores_.sessions.end(id, session);
    };
    co_return co_await ending(account.id, std::move(end));
}

net::Task<Result<>> AccountService::endOtherSessions(accounts::Account account, Secret token) {
    std::function<Result<>()> end = [this, id = account.id,
                                     hash = token.isEmpty() ? "" : sha256Hex(token.reveal())] {
        return stores_.sessions.endOthers(id, hash);
    };
    co_return co_await ending(account.id, std::move(end));
}

net::Task<> AccountService::removeExpiredSessions() {
    auto work = [this, now = clock_.utcNow()] { return stores_.sessions.removeExpired(now); };
    // Expired ones are refused whether or not they are removed.
    static_cast<void>(co_await database_.run(std::move(work)));
}

}  // namespace footlight::relay::hub
