#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/chat/role.h"
#include "core/wire/account.h"

namespace footlight::wire {

using chat::Role;

/// What a message answers.
struct Quote {
    MessageId id;
    User user;
    std::string text;  ///< its first 100 characters; empty once it is deleted

    bool operator==(const Quote&) const = default;
};

/// A channel's own picture, written `:name:` and shown from GET /api/v1/emotes/{hash}.
struct Emote {
    std::string name;
    std::string hash;

    bool operator==(const Emote&) const = default;
};

/// One line of chat: type "message" on the socket, and an item of a MessagePage.
struct ChatMessage {
    MessageId id;  ///< sorts by time
    std::string channel;
    User user;
    std::string text;  ///< plain text, never markup
    UtcTime at;
    std::optional<Role> role{};  ///< of who said it; absent for a member
    std::optional<Quote> replyTo{};
    std::vector<User> mentions{};  ///< those behind an `@` in the text who exist, with their true names
    std::vector<Emote> emotes{};   ///< those in the text
    std::optional<UtcTime> editedAt{};

    bool operator==(const ChatMessage&) const = default;
};

/// A message that is kept in sight.
struct Pin {
    ChatMessage message;
    User by;
    UtcTime at;

    bool operator==(const Pin&) const = default;
};

/// Who may speak at present. VIPs, moderators and the owner are free of it.
struct Modes {
    std::int64_t slow = 0;                       ///< seconds between two messages of a member; 0: any
    std::optional<std::int64_t> followersFor{};  ///< minutes; absent: everybody, not followers alone
    bool emoteOnly = false;

    bool operator==(const Modes&) const = default;
};

/// Why somebody may read and not take part.
struct Restriction {
    std::optional<UtcTime> until{};  ///< of a time-out; absent: banned
    std::string reason;

    bool operator==(const Restriction&) const = default;
};

/// GET /api/v1/channels/{name}/messages: newest last. `next` is the `before` of the request for older ones.
struct MessagePage {
    std::vector<ChatMessage> items;
    std::optional<std::string> next;

    bool operator==(const MessagePage&) const = default;
};

/// GET /api/v1/recordings/{id}/chat: what was said while the broadcast was on air, oldest first. A message
/// stands at `at - startedAt` of the broadcast. `next` is the `page` of the following request.
struct RecordedChat {
    UtcTime startedAt;
    std::vector<ChatMessage> items;
    std::optional<std::string> next{};

    bool operator==(const RecordedChat&) const = default;
};

}  // namespace footlight::wire
