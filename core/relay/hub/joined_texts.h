#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/id.h"
#include "core/chat/role.h"

namespace footlight::relay::hub {

/// The JSON of wire::Joined for all who are told the same by a room, kept until something that it tells
/// changes. Only the number of viewers is written for each. Owned by its room.
class JoinedTexts {
public:
    static constexpr std::size_t kMost = 16;

    /// What differs between two who join a room, where nothing is about themselves.
    struct Key {
        std::optional<BroadcastId> live;
        chat::Role role = chat::Role::Guest;
        std::string playback;

        auto operator<=>(const Key&) const = default;
    };

    /// A text in two halves, the number of viewers left out.
    struct Halves {
        std::string before;
        std::string behind;

        [[nodiscard]] std::string with(std::int64_t viewers) const;
    };

    [[nodiscard]] const Halves* find(const Key& key) const;
    /// Nothing happens where it keeps kMost already.
    void add(Key key, std::string_view json);
    void clear() { texts_.clear(); }

private:
    std::map<Key, Halves> texts_;
};

}  // namespace footlight::relay::hub
