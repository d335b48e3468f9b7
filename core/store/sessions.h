#pragma once

#include "core/relay/ports/session_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table sessions. One thread at a time; owned by Database.
class Sessions final : public relay::SessionStore {
public:
    explicit Sessions(soci::session& sql) : sql_(sql) {}

    Result<> add(const relay::SessionRecord& session) override;
    Result<std::optional<relay::SessionOwner>> find(const std::string& tokenHash, UtcTime now) override;
    Result<std::vector<relay::SessionRecord>> list(UserId user, UtcTime now) override;
    Result<> remove(const std::string& tokenHash) override;
    Result<> end(UserId user, SessionId session) override;
    Result<> endOthers(UserId user, const std::string& tokenHash) override;
    Result<> endOfOwnApp(UserId user, UtcTime before) override;
    Result<> removeExpired(UtcTime now) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
