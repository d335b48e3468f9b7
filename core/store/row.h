#pragma once

#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/store/attempt.h"

namespace footlight::store {

/// Ids in our own tables are well-formed; one that is not tells of a damaged file.
template <typename SomeId>
SomeId idFrom(const std::string& text) {
    const auto id = SomeId::parse(text);
    if (!id) {
        throw soci::soci_error("the id \"" + text + "\" is damaged");
    }
    return *id;
}

/// The columns of channels, in the order of kChannelColumns, as a statement reads them.
struct ChannelRow {
    std::string id;
    std::string owner;
    std::string name;
    std::string title;

    [[nodiscard]] accounts::Channel channel() const {
        return {idFrom<ChannelId>(id), owner.empty() ? std::nullopt : std::optional(idFrom<UserId>(owner)),
                name, title};
    }
};

inline constexpr auto kChannelColumns =
    "channels.id, COALESCE(channels.owner_id, ''), channels.name, channels.title";

inline long long columnFrom(UtcTime time) { return toMilliseconds(time); }

}  // namespace footlight::store
