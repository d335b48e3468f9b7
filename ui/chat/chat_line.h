#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/chat/role.h"

namespace footlight::chatui {

/// One line of a chat as it stands in the model: what somebody said, or what the room itself tells.
struct ChatLine {
    enum class Kind : std::uint8_t { Said, Notice };
    enum class State : std::uint8_t {
        Shown,
        Waiting,  ///< our own, which the relay has not confirmed yet
        Refused,  ///< our own, with `problem`
        Deleted,  ///< by `deletedBy`
    };
    /// What a message answers; its text is empty once that is deleted.
    struct Quote {
        MessageId id;
        QString author;
        QString text;
    };
    /// A picture of the channel, written `:name:`.
    struct Emote {
        QString name;
        QString hash;
    };

    Kind kind = Kind::Said;
    State state = State::Shown;
    bool isEdited = false;
    bool isOwn = false;
    bool isCommand = false;  ///< our own, which leaves no message
    bool mentionsUs = false;
    bool isFirstUnread = false;
    chat::Role role = chat::Role::Member;  ///< of who said it, when it was said
    MessageId id{};                        ///< of what the relay has
    QString nonce{};                       ///< of our own line until its message has come
    QString author{};
    QString text{};
    QDateTime at{};
    std::optional<Quote> quote{};
    QStringList mentions{};  ///< true names of those behind an `@`
    std::vector<Emote> emotes{};
    QString problem{};
    QString deletedBy{};
};

}  // namespace footlight::chatui
