#pragma once

#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct SessionRecord {
    SessionId id;
    UserId user;
    std::string tokenHash;
    UtcTime createdAt;
    UtcTime expiresAt;
};

/// Who is signed in. Every call blocks: made on the hub's database worker.
class SessionStore {
public:
    virtual ~SessionStore() = default;
    virtual Result<> add(const SessionRecord& session) = 0;
    /// Nobody where the token is unknown or expired.
    virtual Result<std::optional<accounts::Account>> find(const std::string& tokenHash, UtcTime now) = 0;
    virtual Result<> remove(const std::string& tokenHash) = 0;
    virtual Result<> removeExpired(UtcTime now) = 0;
};

}  // namespace footlight::relay
