#pragma once

#include "core/relay/ports/invitation_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table invitations. One thread at a time; owned by Database.
class Invitations final : public relay::InvitationStore {
public:
    explicit Invitations(soci::session& sql) : sql_(sql) {}

    Result<> add(const std::string& codeHash, UserId madeBy, UtcTime expiresAt) override;
    Result<bool> isGood(const std::string& codeHash, UtcTime now) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
