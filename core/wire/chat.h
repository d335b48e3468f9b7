#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/wire/account.h"

namespace footlight::wire {

/// One line of chat: type "message" on the socket, and an item of a MessagePage.
struct ChatMessage {
    MessageId id;  ///< sorts by time
    std::string channel;
    User user;
    std::string text;  ///< plain text, never markup
    UtcTime at;

    bool operator==(const ChatMessage&) const = default;
};

/// GET /api/v1/channels/{name}/messages: newest last. `next` is the `before` of the request for older ones.
struct MessagePage {
    std::vector<ChatMessage> items;
    std::optional<std::string> next;

    bool operator==(const MessagePage&) const = default;
};

}  // namespace footlight::wire
