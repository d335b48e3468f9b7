#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct SessionRecord {
    SessionId id;
    UserId user;
    std::string tokenHash;
    UtcTime createdAt;
    UtcTime expiresAt;
    std::string device{};       ///< as it calls itself
    std::string addressHash{};  ///< a keyed hash: tells whether two sessions came from one address
    UtcTime lastUsedAt{};       ///< to five minutes
    bool isOwnApp = false;      ///< opened by the token of the app that started the relay
};

/// Whose a token is, and which of their sessions.
struct SessionOwner {
    accounts::Account account;
    SessionId session;
    UtcTime expiresAt{};
};

/// Who is signed in. Every call blocks: made on the hub's database worker.
class SessionStore {
public:
    virtual ~SessionStore() = default;
    virtual Result<> add(const SessionRecord& session) = 0;
    /// Nobody where the token is unknown or expired. Notes that it was used.
    virtual Result<std::optional<SessionOwner>> find(const std::string& tokenHash, UtcTime now) = 0;
    /// Those that have not expired, the last used first.
    virtual Result<std::vector<SessionRecord>> list(UserId user, UtcTime now) = 0;
    virtual Result<> remove(const std::string& tokenHash) = 0;
    /// NotFound where the user has no such session.
    virtual Result<> end(UserId user, SessionId session) = 0;
    /// All of a user's but the one with this token; an empty text spares none.
    virtual Result<> endOthers(UserId user, const std::string& tokenHash) = 0;
    /// A user's of the relay's own app that were opened before `before`.
    virtual Result<> endOfOwnApp(UserId user, UtcTime before) = 0;
    virtual Result<> removeExpired(UtcTime now) = 0;
};

}  // namespace footlight::relay
