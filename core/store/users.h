#pragma once

#include "core/relay/ports/account_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table users. An account and its channel are made in one transaction. One thread at a time; owned by
/// Database.
class Users final : public relay::AccountStore {
public:
    explicit Users(soci::session& sql) : sql_(sql) {}

    Result<accounts::Account> create(const relay::NewAccount& account,
                                     relay::UnownedChannel unowned) override;
    Result<std::optional<relay::Credentials>> find(const std::string& name) override;
    Result<std::optional<relay::Credentials>> find(UserId user) override;
    Result<bool> isEmpty() override;
    Result<std::optional<accounts::Account>> findOwner() override;
    Result<> setPasswordHash(UserId user, const std::string& hash) override;

private:
    Result<std::optional<relay::Credentials>> findBy(const std::string& column, const std::string& value);

    soci::session& sql_;
};

}  // namespace footlight::store
