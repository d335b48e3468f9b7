#pragma once

#include <functional>
#include <string>

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/signal.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Deletes all that the relay has of a person. Lives on the hub's loop.
class AccountData {
public:
    AccountData(Stores stores, net::WorkPool& database);

    /// The account, its channel, which must not be on air, and what both hold; for good.
    /// Returns the name by which what others' data hangs on goes from then on. Conflict for the relay's owner
    /// (account.owns_relay). Nobody reads what they said from then on.
    [[nodiscard]] net::Task<Result<std::string>> erase(accounts::Account account);

    /// Takes what erased people said off the disk; of somebody who said very much, eraseRest() takes the last
    /// of it later.
    [[nodiscard]] net::Task<> eraseLines();

    /// Takes off the disk what is left of erased people, so little at a time that nobody's chat waits for it,
    /// until it is cancelled.
    [[nodiscard]] net::Task<> eraseRest();

    /// Called on the loop whenever an account has gone, with the hash of its channel's slate.
    void onErased(std::function<void(const std::string& slate)> erased) { erased_ = std::move(erased); }

private:
    /// What is left to be done once the rows have gone.
    struct Erased {
        std::string name;   ///< by which what others' data hangs on goes
        std::string slate;  ///< that its channel had; empty: none
    };
    Result<Erased> eraseNow(const accounts::Account& account);
    [[nodiscard]] net::Task<Result<bool>> eraseSome();

    Stores stores_;
    net::WorkPool& database_;
    std::function<void(const std::string&)> erased_;
    Signal left_;
};

}  // namespace footlight::relay::hub
