#pragma once

#include <optional>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/ports/stores.h"
#include "core/wire/notification.h"

namespace footlight::relay::hub {

/// What people were told, and by which ways they want to be; what could not be delivered. Lives on the hub's
/// loop.
class Inbox {
public:
    Inbox(Stores stores, net::WorkPool& database, const Clock& clock);

    /// Newest first, those older than `before`.
    [[nodiscard]] net::Task<Result<wire::NotificationPage>> page(accounts::Account account,
                                                                 std::optional<NotificationId> before,
                                                                 std::size_t limit);
    [[nodiscard]] net::Task<Result<>> markRead(accounts::Account account, std::optional<NotificationId> upTo);
    /// Every kind.
    [[nodiscard]] net::Task<Result<wire::NotificationChoices>> choices(accounts::Account account);
    [[nodiscard]] net::Task<Result<>> choose(accounts::Account account, wire::NotificationChoices choices);
    /// What is older than 90 days.
    [[nodiscard]] net::Task<> forgetOld();

    [[nodiscard]] net::Task<Result<wire::DeadDeliveryList>> dead();
    /// NotFound.
    [[nodiscard]] net::Task<Result<>> revive(std::string id);
    [[nodiscard]] net::Task<Result<>> removeDead(std::string id);

private:
    Stores stores_;
    net::WorkPool& database_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
