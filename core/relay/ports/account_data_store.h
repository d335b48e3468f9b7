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

/// What somebody did as one of an audience, and what was done about them there; for their own eyes.
struct OwnAudience {
    struct Vote {
        std::string channel;
        std::string question;
        std::string option;
        UtcTime at{};
    };
    struct Question {
        std::string channel;
        std::string text;
        UtcTime at{};
        std::optional<UtcTime> answeredAt{};
    };
    /// A question of another's that they want answered too; `at` is when it was asked.
    struct Upvote {
        std::string channel;
        std::string text;
        UtcTime at{};
    };
    struct Role {
        std::string channel;
        std::string role;  ///< "moderator", "vip"
        UtcTime since{};
    };
    struct Restriction {
        std::string channel;
        std::string reason;
        UtcTime since{};
        std::optional<UtcTime> until{};  ///< absent: banned
    };
    bool showsWatching = true;  ///< friends are shown what they watch
    std::vector<Vote> votes;
    std::vector<Question> questions;
    std::vector<Upvote> upvotes;
    std::vector<Role> roles;
    std::vector<Restriction> restrictions;
};

/// All that is kept of a person, as one. Every call blocks: made on the hub's database worker.
class AccountDataStore {
public:
    virtual ~AccountDataStore() = default;
    /// Oldest first, those behind `after`.
    virtual Result<std::vector<OwnMessage>> messages(UserId user, std::optional<MessageId> after,
                                                     std::size_t limit) = 0;
    /// Each list oldest first, at most 100,000 of it.
    virtual Result<OwnAudience> audience(UserId user) = 0;
    /// Takes the person and their channel off the disk, but for what others' data hangs on, which goes by
    /// `name` from then on and belongs to nobody: nobody reads what they said from then on, their recordings
    /// wait for the origin to take them away. All or nothing.
    virtual Result<> erase(UserId user, const std::string& name) = 0;
    /// Takes off the disk what erased people have said and where others speak of them, at most so many rows
    /// at a time. True where there may be more.
    virtual Result<bool> eraseSome(std::size_t rows) = 0;
};

}  // namespace footlight::relay
