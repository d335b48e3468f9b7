#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/chat/poll.h"
#include "core/chat/questions.h"
#include "core/chat/reactions.h"

namespace footlight::chat {

/// What a room's audience is on disk.
struct AudienceState {
    std::optional<Poll> poll{};  ///< the newest
    std::map<UserId, std::size_t> votes{};
    std::vector<Question> questions{};  ///< those that wait
};

}  // namespace footlight::chat
