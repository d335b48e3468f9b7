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

/// A word that we do not know comes from a newer program: the safest meaning.
inline accounts::Visibility visibilityFrom(const std::string& text) {
    return text == "public"     ? accounts::Visibility::Public
           : text == "unlisted" ? accounts::Visibility::Unlisted
                                : accounts::Visibility::Protected;
}

inline std::string columnFrom(accounts::Visibility visibility) {
    return visibility == accounts::Visibility::Public     ? "public"
           : visibility == accounts::Visibility::Unlisted ? "unlisted"
                                                          : "protected";
}

/// The columns of channels, in the order of kChannelColumns, as a statement reads them.
struct ChannelRow {
    std::string id;
    std::string owner;
    std::string name;
    std::string title;
    std::string visibility;

    [[nodiscard]] accounts::Channel channel() const {
        return {idFrom<ChannelId>(id), owner.empty() ? std::nullopt : std::optional(idFrom<UserId>(owner)),
                name, title, visibilityFrom(visibility)};
    }
};

inline constexpr auto kChannelColumns =
    "channels.id, COALESCE(channels.owner_id, ''), channels.name, channels.title, channels.visibility";

inline long long columnFrom(UtcTime time) { return toMilliseconds(time); }

}  // namespace footlight::store
