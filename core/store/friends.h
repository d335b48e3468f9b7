#pragma once

#include "core/relay/ports/friend_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables friendships and privacy_choices. One thread at a time; owned by Database.
class Friends final : public relay::FriendStore {
public:
    explicit Friends(soci::session& sql) : sql_(sql) {}

    Result<relay::Friendship> befriend(UserId user, UserId other, UtcTime at, bool& isNew) override;
    Result<> part(UserId user, UserId other) override;
    Result<std::vector<relay::FriendRecord>> list(UserId user) override;
    Result<std::size_t> ownCount(UserId user) override;
    Result<> forgetUnanswered(UtcTime before) override;
    Result<std::vector<accounts::Account>> shown(UserId user) override;
    Result<relay::FriendAudience> audienceOf(UserId user) override;
    Result<> show(UserId user, bool isShown) override;

private:
    /// `which` is of this source alone, and asks for the user twice.
    std::vector<relay::FriendRecord> read(const std::string& own, const std::string& which);

    soci::session& sql_;
};

}  // namespace footlight::store
