#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace footlight::chat {

/// One line of chat, as a room keeps it and as it is stored.
struct Message {
    MessageId id;
    ChannelId channel;
    UserId user;
    std::string userName;
    std::string text;
    UtcTime at;

    bool operator==(const Message&) const = default;
};

}  // namespace footlight::chat
