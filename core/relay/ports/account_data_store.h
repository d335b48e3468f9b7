#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

/// Something that somebody said, for their own eyes.
struct OwnMessage {
    MessageId id;
    std::string channel;
    std::string text;
    UtcTime at{};
};

/// All that is kept of a person, as one. Every call blocks: made on the hub's database worker.
class AccountDataStore {
public:
    virtual ~AccountDataStore() = default;
    /// Oldest first, those behind `after`.
    virtual Result<std::vector<OwnMessage>> messages(UserId user, std::optional<MessageId> after,
                                                     std::size_t limit) = 0;
    /// Takes the person and their channel off the disk, but for what others' data hangs on, which goes by
    /// `name` from then on and belongs to nobody: their texts are emptied, their recordings wait for the
    /// origin to take them away. All or nothing.
    virtual Result<> erase(UserId user, const std::string& name) = 0;
};

}  // namespace footlight::relay
