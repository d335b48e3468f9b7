#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight::relay {

enum class MailPurpose : std::uint8_t { VerifyAddress, ResetPassword };

/// What a code that was mailed opens.
struct MailedCode {
    UserId user;
    MailPurpose purpose = MailPurpose::VerifyAddress;
    std::string address;  ///< to which it was sent
};

/// E-mail addresses that were verified, and the codes that are on their way. Every call blocks: made on the
/// hub's database worker.
class AddressStore {
public:
    virtual ~AddressStore() = default;
    virtual Result<std::optional<std::string>> addressOf(UserId user) = 0;
    /// Whose verified address it is; `folded` is the form by which addresses are compared.
    virtual Result<std::optional<UserId>> userOf(const std::string& folded) = 0;
    /// Makes every code of the user worthless. Conflict where it is another's.
    virtual Result<> setAddress(UserId user, const std::string& address, const std::string& folded) = 0;
    virtual Result<> removeAddress(UserId user) = 0;
    /// A new code makes the former one of the user for this purpose and address worthless.
    virtual Result<> addCode(const std::string& codeHash, const MailedCode& code, UtcTime expiresAt) = 0;
    /// Whether one for this address is good for something at `now`.
    virtual Result<bool> hasCode(const MailedCode& code, UtcTime now) = 0;
    /// Nothing where there is none, or not any more. It is worth nothing from now on.
    virtual Result<std::optional<MailedCode>> takeCode(const std::string& codeHash, MailPurpose purpose,
                                                       UtcTime now) = 0;
};

}  // namespace footlight::relay
