#pragma once

#include <cstdint>
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

/// Who finds and plays what a channel shows.
enum class Visibility : std::uint8_t {
    Public,
    Unlisted,   ///< as public, but in no list
    Protected,  ///< played with a signed token only, and in no list
};

/// Where broadcasts happen. The command line can make one that nobody owns yet.
struct Channel {
    ChannelId id;
    std::optional<UserId> owner;
    std::string name;
    std::string title;
    Visibility visibility = Visibility::Public;

    bool operator==(const Channel&) const = default;
};

/// The one place that decides who may change a channel, see its health and make its key.
inline bool mayManage(const Account& account, const Channel& channel) { return channel.owner == account.id; }

}  // namespace footlight::accounts
