#include "core/store/users.h"

#include "core/accounts/name.h"
#include "core/store/row.h"

namespace footlight::store {
namespace {

const std::string& roleName(relay::AccountRole role) {
    static const std::string kMember = "member";
    static const std::string kOwner = "owner";
    return role == relay::AccountRole::Owner ? kOwner : kMember;
}

tl::unexpected<Error> nameTaken(const std::string& name) {
    return fail(ErrorCategory::Conflict, "account.name_taken",
                "The name " + name + " is taken; choose another one.");
}

/// True where an unowned channel of the name was there and now belongs to `owner`.
bool adoptChannel(soci::session& sql, const std::string& owner, const std::string& folded) {
    soci::statement update =
        (sql.prepare
             << "UPDATE channels SET owner_id = :owner WHERE name_folded = :folded AND owner_id IS NULL",
         soci::use(owner), soci::use(folded));
    update.execute(true);
    return update.get_affected_rows() == 1;
}

/// False where nobody may come in by it. Those that have expired go with it.
bool useInvitation(soci::session& sql, const std::string& codeHash, long long now) {
    sql << "DELETE FROM invitations WHERE expires_at <= :now", soci::use(now);
    soci::statement removal =
        (sql.prepare << "DELETE FROM invitations WHERE code_hash = :hash", soci::use(codeHash));
    removal.execute(true);
    return removal.get_affected_rows() == 1;
}

}  // namespace

Result<accounts::Account> Users::create(const relay::NewAccount& account, relay::UnownedChannel unowned) {
    const accounts::Account made{UserId::make(account.at), account.name};
    const auto id = made.id.text();
    const auto folded = accounts::foldName(account.name);
    const auto channelId = ChannelId::make(account.at).text();
    const auto at = columnFrom(account.at);
    auto created = transact(sql_, "making an account", [&]() -> Result<accounts::Account> {
        if (account.invitation && !useInvitation(sql_, *account.invitation, at)) {
            return fail(ErrorCategory::Denied, "account.invitation",
                        "This relay takes new accounts by invitation only; ask its owner for a new one.");
        }
        sql_ << "INSERT INTO users (id, name, name_folded, password_hash, role, created_at) "
                "VALUES (:id, :name, :folded, :hash, :role, :at)",
            soci::use(id), soci::use(account.name), soci::use(folded), soci::use(account.passwordHash),
            soci::use(roleName(account.role)), soci::use(at);
        if (unowned == relay::UnownedChannel::Adopt && adoptChannel(sql_, id, folded)) {
            return made;
        }
        sql_ << "INSERT INTO channels (id, owner_id, name, name_folded, title, created_at) "
                "VALUES (:id, :owner, :name, :folded, '', :at)",
            soci::use(channelId), soci::use(id), soci::use(account.name), soci::use(folded), soci::use(at);
        return made;
    });
    if (!created && created.error().category() == ErrorCategory::Conflict) {
        return nameTaken(account.name);
    }
    return created;
}

Result<std::optional<relay::Credentials>> Users::findBy(const std::string& column, const std::string& value) {
    return attempt("looking up an account", [&]() -> Result<std::optional<relay::Credentials>> {
        std::string id;
        std::string role;
        relay::Credentials credentials;
        sql_ << "SELECT id, name, password_hash, role FROM users WHERE " << column << " = :value",
            soci::use(value), soci::into(id), soci::into(credentials.account.name),
            soci::into(credentials.passwordHash), soci::into(role);
        if (!sql_.got_data()) {
            return std::nullopt;
        }
        credentials.account.id = idFrom<UserId>(id);
        credentials.role = role == "owner" ? relay::AccountRole::Owner : relay::AccountRole::Member;
        return credentials;
    });
}

Result<std::optional<relay::Credentials>> Users::find(const std::string& name) {
    return findBy("name_folded", accounts::foldName(name));
}

Result<std::optional<relay::Credentials>> Users::find(UserId user) { return findBy("id", user.text()); }

Result<bool> Users::isEmpty() {
    return attempt("counting accounts", [&]() -> Result<bool> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM users", soci::into(count);
        return count == 0;
    });
}

Result<std::optional<accounts::Account>> Users::findOwner() {
    return attempt("looking up the owner", [&]() -> Result<std::optional<accounts::Account>> {
        std::string id;
        std::string name;
        sql_ << "SELECT id, name FROM users WHERE role = 'owner' ORDER BY id LIMIT 1", soci::into(id),
            soci::into(name);
        return sql_.got_data() ? std::optional(accounts::Account{idFrom<UserId>(id), name}) : std::nullopt;
    });
}

Result<> Users::setPasswordHash(UserId user, const std::string& hash) {
    const auto id = user.text();
    return transact(sql_, "storing a password", [&]() -> Result<> {
        sql_ << "UPDATE users SET password_hash = :hash WHERE id = :id", soci::use(hash), soci::use(id);
        sql_ << "DELETE FROM mailed_codes WHERE user_id = :id AND purpose = 'reset'", soci::use(id);
        return {};
    });
}

}  // namespace footlight::store
