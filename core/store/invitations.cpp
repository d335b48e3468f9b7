#include "core/store/invitations.h"

#include "core/store/row.h"

namespace footlight::store {

Result<> Invitations::add(const std::string& codeHash, UserId madeBy, UtcTime expiresAt) {
    const auto user = madeBy.text();
    const auto expires = columnFrom(expiresAt);
    return attempt("storing an invitation", [&]() -> Result<> {
        sql_ << "INSERT INTO invitations (code_hash, made_by, expires_at) VALUES (:hash, :user, :expires)",
            soci::use(codeHash), soci::use(user), soci::use(expires);
        return {};
    });
}

Result<bool> Invitations::isGood(const std::string& codeHash, UtcTime now) {
    const auto time = columnFrom(now);
    return attempt("looking up an invitation", [&]() -> Result<bool> {
        int count = 0;
        sql_ << "SELECT COUNT(*) FROM invitations WHERE code_hash = :hash AND expires_at > :now",
            soci::use(codeHash), soci::use(time), soci::into(count);
        return count == 1;
    });
}

}  // namespace footlight::store
