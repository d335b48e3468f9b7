#include "core/store/sessions.h"

#include "core/store/row.h"

namespace footlight::store {

Result<> Sessions::add(const relay::SessionRecord& session) {
    const auto id = session.id.text();
    const auto user = session.user.text();
    const auto created = columnFrom(session.createdAt);
    const auto expires = columnFrom(session.expiresAt);
    return attempt("signing in", [&]() -> Result<> {
        sql_ << "INSERT INTO sessions (id, user_id, token_hash, created_at, expires_at) "
                "VALUES (:id, :user, :hash, :created, :expires)",
            soci::use(id), soci::use(user), soci::use(session.tokenHash), soci::use(created),
            soci::use(expires);
        return {};
    });
}

Result<std::optional<accounts::Account>> Sessions::find(const std::string& tokenHash, UtcTime now) {
    const auto time = columnFrom(now);
    return attempt("looking up a session", [&]() -> Result<std::optional<accounts::Account>> {
        std::string id;
        std::string name;
        sql_ << "SELECT users.id, users.name FROM sessions JOIN users ON users.id = sessions.user_id "
                "WHERE sessions.token_hash = :hash AND sessions.expires_at > :now",
            soci::use(tokenHash), soci::use(time), soci::into(id), soci::into(name);
        return sql_.got_data() ? std::optional(accounts::Account{idFrom<UserId>(id), name}) : std::nullopt;
    });
}

Result<> Sessions::remove(const std::string& tokenHash) {
    return attempt("signing out", [&]() -> Result<> {
        sql_ << "DELETE FROM sessions WHERE token_hash = :hash", soci::use(tokenHash);
        return {};
    });
}

Result<> Sessions::removeExpired(UtcTime now) {
    const auto time = columnFrom(now);
    return attempt("removing old sessions", [&]() -> Result<> {
        sql_ << "DELETE FROM sessions WHERE expires_at <= :now", soci::use(time);
        return {};
    });
}

}  // namespace footlight::store
