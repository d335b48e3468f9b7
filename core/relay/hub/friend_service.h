#pragma once

#include <string>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/news_desk.h"
#include "core/relay/hub/online.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/friend.h"

namespace footlight::relay::hub {

/// Who is whose friend. Lives on the hub's loop.
class FriendService {
public:
    FriendService(Stores stores, net::WorkPool& database, const Online& online, NewsDesk& audience,
                  const Clock& clock);

    /// Asks, or says yes where the other has asked. NotFound (account.unknown), Invalid (friend.yourself),
    /// Conflict (friend.too_many).
    [[nodiscard]] net::Task<Result<>> befriend(accounts::Account account, std::string other);
    /// Friends no more, or what was asked is taken back or turned down. NotFound (account.unknown).
    [[nodiscard]] net::Task<Result<>> part(accounts::Account account, std::string other);
    [[nodiscard]] net::Task<Result<wire::FriendList>> list(accounts::Account account);
    /// What was asked and never answered is forgotten after 30 days.
    [[nodiscard]] net::Task<> forgetUnanswered();

private:
    Stores stores_;
    net::WorkPool& database_;
    const Online& online_;
    NewsDesk& audience_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
