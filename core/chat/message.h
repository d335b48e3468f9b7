#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/chat/role.h"

namespace footlight::chat {

/// Somebody, as others see them.
struct Person {
    UserId user;
    std::string name;

    bool operator==(const Person&) const = default;
};

/// What a message answers.
struct Quote {
    MessageId id;
    Person person;
    std::string text;  ///< its first 100 characters; empty once it is deleted

    static constexpr std::size_t kCharacters = 100;

    bool operator==(const Quote&) const = default;
};

/// A channel's own picture, written `:name:`.
struct Emote {
    std::string name;
    std::string hash;  ///< SHA-256 of its file

    bool operator==(const Emote&) const = default;
};

/// One line of chat, as a room keeps it and as it is stored.
struct Message {
    MessageId id;
    ChannelId channel;
    UserId user;
    std::string userName;
    std::string text;
    UtcTime at;
    Role role = Role::Member;  ///< of who said it
    std::optional<Quote> replyTo{};
    std::vector<Person> mentions{};  ///< those named in the text who exist
    std::vector<Emote> emotes{};     ///< those of the channel in the text
    std::optional<UtcTime> editedAt{};

    bool operator==(const Message&) const = default;
};

}  // namespace footlight::chat
