#include "core/store/sessions.h"

#include "core/store/row.h"

namespace footlight::store {
namespace {

/// The moment of use is kept to this.
constexpr std::chrono::minutes kUse{5};

}  // namespace

Result<> Sessions::add(const relay::SessionRecord& session) {
    const auto id = session.id.text();
    const auto user = session.user.text();
    const auto created = columnFrom(session.createdAt);
    const auto expires = columnFrom(session.expiresAt);
    const int ownApp = session.isOwnApp ? 1 : 0;
    return attempt("signing in", [&]() -> Result<> {
        sql_
            << "INSERT INTO sessions (id, user_id, token_hash, created_at, expires_at, device, address_hash, "
               "last_used_at, own_app) "
               "VALUES (:id, :user, :hash, :created, :expires, :device, :address, :used, :own)",
            soci::use(id), soci::use(user), soci::use(session.tokenHash), soci::use(created),
            soci::use(expires), soci::use(session.device), soci::use(session.addressHash), soci::use(created),
            soci::use(ownApp);
        return {};
    });
}

Result<std::optional<relay::SessionOwner>> Sessions::find(const std::string& tokenHash, UtcTime now) {
    const auto time = columnFrom(now);
    const auto stale = columnFrom(now - kUse);
    return attempt("looking up a session", [&]() -> Result<std::optional<relay::SessionOwner>> {
        std::string id;
        std::string session;
        std::string name;
        long long used = 0;
        long long expires = 0;
        sql_ << "SELECT users.id, users.name, sessions.id, sessions.last_used_at, sessions.expires_at FROM "
                "sessions "
                "JOIN users ON users.id = sessions.user_id "
                "WHERE sessions.token_hash = :hash AND sessions.expires_at > :now",
            soci::use(tokenHash), soci::use(time), soci::into(id), soci::into(name), soci::into(session),
            soci::into(used), soci::into(expires);
        if (!sql_.got_data()) {
            return std::nullopt;
        }
        if (used < stale) {
            sql_ << "UPDATE sessions SET last_used_at = :now WHERE token_hash = :hash", soci::use(time),
                soci::use(tokenHash);
        }
        return relay::SessionOwner{
            {idFrom<UserId>(id), name}, idFrom<SessionId>(session), utcFromMilliseconds(expires)};
    });
}

Result<std::vector<relay::SessionRecord>> Sessions::list(UserId user, UtcTime now) {
    const auto owner = user.text();
    const auto time = columnFrom(now);
    return attempt("listing sessions", [&]() -> Result<std::vector<relay::SessionRecord>> {
        std::string id;
        relay::SessionRecord read;
        long long created = 0;
        long long expires = 0;
        long long used = 0;
        int ownApp = 0;
        soci::statement select =
            (sql_.prepare << "SELECT id, token_hash, created_at, expires_at, device, address_hash, "
                             "last_used_at, own_app "
                             "FROM sessions WHERE user_id = :user AND expires_at > :now "
                             "ORDER BY last_used_at DESC, id DESC",
             soci::use(owner), soci::use(time), soci::into(id), soci::into(read.tokenHash),
             soci::into(created), soci::into(expires), soci::into(read.device), soci::into(read.addressHash),
             soci::into(used), soci::into(ownApp));
        std::vector<relay::SessionRecord> sessions;
        select.execute();
        while (select.fetch()) {
            auto& session = sessions.emplace_back(read);
            session.id = idFrom<SessionId>(id);
            session.user = user;
            session.createdAt = utcFromMilliseconds(created);
            session.expiresAt = utcFromMilliseconds(expires);
            session.lastUsedAt = utcFromMilliseconds(used);
            session.isOwnApp = ownApp != 0;
        }
        return sessions;
    });
}

Result<> Sessions::remove(const std::string& tokenHash) {
    return attempt("signing out", [&]() -> Result<> {
        sql_ << "DELETE FROM sessions WHERE token_hash = :hash", soci::use(tokenHash);
        return {};
    });
}

Result<> Sessions::end(UserId user, SessionId session) {
    const auto owner = user.text();
    const auto id = session.text();
    return attempt("ending a session", [&]() -> Result<> {
        soci::statement removal = (sql_.prepare << "DELETE FROM sessions WHERE user_id = :user AND id = :id",
                                   soci::use(owner), soci::use(id));
        removal.execute(true);
        if (removal.get_affected_rows() == 0) {
            return fail(ErrorCategory::NotFound, "account.unknown_session", "You have no such session.");
        }
        return {};
    });
}

Result<> Sessions::endOthers(UserId user, const std::string& tokenHash) {
    const auto owner = user.text();
    return attempt("ending sessions", [&]() -> Result<> {
        sql_ << "DELETE FROM sessions WHERE user_id = :user AND token_hash <> :hash", soci::use(owner),
            soci::use(tokenHash);
        return {};
    });
}

Result<> Sessions::endOfOwnApp(UserId user, UtcTime before) {
    const auto owner = user.text();
    const auto time = columnFrom(before);
    return attempt("ending former sessions", [&]() -> Result<> {
        sql_ << "DELETE FROM sessions WHERE user_id = :user AND own_app = 1 AND created_at < :before",
            soci::use(owner), soci::use(time);
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
