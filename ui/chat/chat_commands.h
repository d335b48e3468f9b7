#pragma once

#include <QString>
#include <vector>

#include "core/chat/role.h"

namespace footlight::chatui {

/// A command of the chat as the line to write in offers it; the relay knows what it does.
struct ChatCommand {
    QString name;   ///< "timeout"
    QString usage;  ///< "NAME [TIME] [REASON]", in the words of people
    QString help;
    chat::Role least = chat::Role::Moderator;
};

/// Those that somebody of this role may give.
std::vector<ChatCommand> commandsFor(chat::Role role);

}  // namespace footlight::chatui
