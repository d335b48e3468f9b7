#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::accounts {

/// Somebody who may sign in. Everybody with an account owns the channel of the same name.
struct Account {
    UserId id;
    std::string name;

    bool operator==(const Account&) const = default;
};

/// Where broadcasts happen. The command line can make one that nobody owns yet.
struct Channel {
    ChannelId id;
    std::optional<UserId> owner;
    std::string name;
    std::string title;

    bool operator==(const Channel&) const = default;
};

/// The one place that decides who may change a channel, see its health and make its key.
inline bool mayManage(const Account& account, const Channel& channel) { return channel.owner == account.id; }

}  // namespace footlight::accounts
