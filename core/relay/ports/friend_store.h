#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

/// How two people stand, as one of them sees it.
enum class Friendship : std::uint8_t {
    Friends,
    Asked,    ///< one has asked and waits
    WasAsked  ///< the other waits
};

struct FriendRecord {
    accounts::Account account;
    Friendship how = Friendship::Friends;
    UtcTime since{};
};

/// Whom it concerns what somebody watches.
struct FriendAudience {
    std::string name;     ///< of who watches
    bool isShown = true;  ///< they let it be seen
    std::vector<UserId> friends;
};

/// Who is whose friend. Every call blocks: made on the hub's database worker.
class FriendStore {
public:
    virtual ~FriendStore() = default;
    /// Asks, or says yes where the other has asked; asking again changes nothing. The answer is how they
    /// stand now. `isNew` is set where that was not so before.
    virtual Result<Friendship> befriend(UserId user, UserId other, UtcTime at, bool& isNew) = 0;
    /// Friends no more; also takes back or turns down what was asked.
    virtual Result<> part(UserId user, UserId other) = 0;
    /// Sorted by name: at most 900 friends and whom the user has asked, and of those who ask the 100 who did
    /// so last, so that strangers take nobody's place.
    virtual Result<std::vector<FriendRecord>> list(UserId user) = 0;
    /// How many friends the user has and has asked for.
    virtual Result<std::size_t> ownCount(UserId user) = 0;
    /// Forgets what was asked before `before` and never answered.
    virtual Result<> forgetUnanswered(UtcTime before) = 0;

    /// Friends who let it be seen what they watch, sorted by name.
    virtual Result<std::vector<accounts::Account>> shown(UserId user) = 0;
    virtual Result<FriendAudience> audienceOf(UserId user) = 0;
    /// Whether friends see what the user watches.
    virtual Result<> show(UserId user, bool isShown) = 0;
};

}  // namespace footlight::relay
