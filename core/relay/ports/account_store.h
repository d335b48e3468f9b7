#pragma once

#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

enum class AccountRole : std::uint8_t { Member, Owner };

/// What sign-up does where a channel of the name exists that nobody owns.
enum class UnownedChannel : std::uint8_t { Refuse, Adopt };

struct NewAccount {
    std::string name;
    std::string passwordHash;  ///< empty: nobody signs in by password
    AccountRole role = AccountRole::Member;
    UtcTime at;
    std::optional<std::string> invitation{};  ///< the hash of the code that lets them in, used up by it
};

struct Credentials {
    accounts::Account account;
    std::string passwordHash;
    AccountRole role = AccountRole::Member;
};

/// What the hub needs of the accounts on disk. Every call blocks: made on the hub's database worker.
class AccountStore {
public:
    virtual ~AccountStore() = default;
    /// The account and its channel, and the invitation gone, or nothing of it. Conflict where the name is
    /// taken; Denied (account.invitation) where there is no such invitation, or it was used or has expired.
    virtual Result<accounts::Account> create(const NewAccount& account, UnownedChannel unowned) = 0;
    virtual Result<std::optional<Credentials>> find(const std::string& name) = 0;
    virtual Result<std::optional<Credentials>> find(UserId user) = 0;
    /// True until the first account is made.
    virtual Result<bool> isEmpty() = 0;
    /// The account of the relay's owner, once it has been made.
    virtual Result<std::optional<accounts::Account>> findOwner() = 0;
    /// Codes that were mailed for the former password are worth nothing from now on.
    virtual Result<> setPasswordHash(UserId user, const std::string& hash) = 0;
};

}  // namespace footlight::relay
