#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight::chat {

/// What a room's members threw in since the last second: one number a kind. Owned by its room.
class Reactions {
public:
    static constexpr std::int64_t kPerSecond = 10;  ///< of one user (RELIABILITY L18)
    static constexpr std::size_t kKinds = 20;       ///< in one second; of more kinds no one is told
    static constexpr std::size_t kUsers = 100'000;

    /// `kind` is an emoji, or `:name:` of one of the channel's emotes. Invalid (`reaction.kind`,
    /// `reaction.count`), Denied (`reaction.too_fast`).
    Result<> add(UserId user, const std::string& kind, std::int64_t count, const std::vector<Emote>& emotes);
    /// The counts since the last call; called once a second.
    std::map<std::string, std::int64_t> take();
    [[nodiscard]] bool isEmpty() const { return byUser_.empty(); }

private:
    std::map<std::string, std::int64_t> counts_;
    std::map<UserId, std::int64_t> byUser_;
};

}  // namespace footlight::chat
