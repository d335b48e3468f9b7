#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight::relay {

/// Invitations on disk, which AccountStore::create uses up. Every call blocks: made on the hub's database
/// worker.
class InvitationStore {
public:
    virtual ~InvitationStore() = default;
    virtual Result<> add(const std::string& codeHash, UserId madeBy, UtcTime expiresAt) = 0;
    /// False where there is no such invitation, or it was used, or has expired at `now`.
    virtual Result<bool> isGood(const std::string& codeHash, UtcTime now) = 0;
};

}  // namespace footlight::relay
