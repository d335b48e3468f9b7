#pragma once

#include "core/relay/ports/address_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables addresses and mailed_codes. One thread at a time; owned by Database.
class Addresses final : public relay::AddressStore {
public:
    explicit Addresses(soci::session& sql) : sql_(sql) {}

    Result<std::optional<std::string>> addressOf(UserId user) override;
    Result<std::optional<UserId>> userOf(const std::string& folded) override;
    Result<> setAddress(UserId user, const std::string& address, const std::string& folded) override;
    Result<> removeAddress(UserId user) override;
    Result<> addCode(const std::string& codeHash, const relay::MailedCode& code, UtcTime expiresAt) override;
    Result<bool> hasCode(const relay::MailedCode& code, UtcTime now) override;
    Result<std::optional<relay::MailedCode>> takeCode(const std::string& codeHash, relay::MailPurpose purpose,
                                                      UtcTime now) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
