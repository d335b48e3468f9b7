#include "core/store/addresses.h"

#include "core/store/row.h"

namespace footlight::store {
namespace {

std::string nameOf(relay::MailPurpose purpose) {
    return purpose == relay::MailPurpose::VerifyAddress ? "verify" : "reset";
}

}  // namespace

Result<std::optional<std::string>> Addresses::addressOf(UserId user) {
    const auto id = user.text();
    return attempt("looking up an address", [&]() -> Result<std::optional<std::string>> {
        std::string address;
        sql_ << "SELECT address FROM addresses WHERE user_id = :id", soci::use(id), soci::into(address);
        return sql_.got_data() ? std::optional(address) : std::nullopt;
    });
}

Result<std::optional<UserId>> Addresses::userOf(const std::string& folded) {
    return attempt("looking up an address", [&]() -> Result<std::optional<UserId>> {
        std::string user;
        sql_ << "SELECT user_id FROM addresses WHERE folded = :folded", soci::use(folded), soci::into(user);
        return sql_.got_data() ? std::optional(idFrom<UserId>(user)) : std::nullopt;
    });
}

Result<> Addresses::setAddress(UserId user, const std::string& address, const std::string& folded) {
    const auto id = user.text();
    auto stored = transact(sql_, "storing an address", [&]() -> Result<> {
        sql_ << "INSERT INTO addresses (user_id, address, folded) VALUES (:id, :address, :folded) "
                "ON CONFLICT (user_id) DO UPDATE SET address = excluded.address, folded = excluded.folded",
            soci::use(id), soci::use(address), soci::use(folded);
        // What went to the former address must not open the account any more.
        sql_ << "DELETE FROM mailed_codes WHERE user_id = :id", soci::use(id);
        return {};
    });
    if (!stored && stored.error().category() == ErrorCategory::Conflict) {
        return fail(ErrorCategory::Conflict, "account.email_taken",
                    "Another account has this e-mail address; sign in there, or use another one.");
    }
    return stored;
}

Result<> Addresses::removeAddress(UserId user) {
    const auto id = user.text();
    return transact(sql_, "removing an address", [&]() -> Result<> {
        sql_ << "DELETE FROM addresses WHERE user_id = :id", soci::use(id);
        sql_ << "DELETE FROM mailed_codes WHERE user_id = :id", soci::use(id);
        return {};
    });
}

Result<> Addresses::addCode(const std::string& codeHash, const relay::MailedCode& code, UtcTime expiresAt) {
    const auto user = code.user.text();
    const auto purpose = nameOf(code.purpose);
    const auto expires = columnFrom(expiresAt);
    return transact(sql_, "storing a code", [&]() -> Result<> {
        sql_ << "DELETE FROM mailed_codes WHERE user_id = :user AND purpose = :purpose "
                "AND address = :address",
            soci::use(user), soci::use(purpose), soci::use(code.address);
        sql_ << "INSERT INTO mailed_codes (code_hash, user_id, purpose, address, expires_at) "
                "VALUES (:hash, :user, :purpose, :address, :expires)",
            soci::use(codeHash), soci::use(user), soci::use(purpose), soci::use(code.address),
            soci::use(expires);
        return {};
    });
}

Result<bool> Addresses::hasCode(const relay::MailedCode& code, UtcTime now) {
    const auto user = code.user.text();
    const auto purpose = nameOf(code.purpose);
    const auto time = columnFrom(now);
    return attempt("looking up a code", [&]() -> Result<bool> {
        int count = 0;
        sql_ << "SELECT COUNT(*) FROM mailed_codes WHERE user_id = :user AND purpose = :purpose "
                "AND address = :address AND expires_at > :now",
            soci::use(user), soci::use(purpose), soci::use(code.address), soci::use(time), soci::into(count);
        return count > 0;
    });
}

Result<std::optional<relay::MailedCode>> Addresses::takeCode(const std::string& codeHash,
                                                             relay::MailPurpose purpose, UtcTime now) {
    const auto name = nameOf(purpose);
    const auto time = columnFrom(now);
    return transact(sql_, "taking a code", [&]() -> Result<std::optional<relay::MailedCode>> {
        std::string user;
        relay::MailedCode code;
        code.purpose = purpose;
        sql_ << "SELECT user_id, address FROM mailed_codes WHERE code_hash = :hash AND purpose = :purpose "
                "AND expires_at > :now",
            soci::use(codeHash), soci::use(name), soci::use(time), soci::into(user), soci::into(code.address);
        if (!sql_.got_data()) {
            return std::nullopt;
        }
        code.user = idFrom<UserId>(user);
        sql_ << "DELETE FROM mailed_codes WHERE code_hash = :hash OR expires_at <= :now", soci::use(codeHash),
            soci::use(time);
        return code;
    });
}

}  // namespace footlight::store
