#include "ui/chat/chat_commands.h"

#include <QCoreApplication>

namespace footlight::chatui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(footlight::chatui::ChatCommand)
};

using chat::Role;

std::vector<ChatCommand> people() {
    return {
        {QStringLiteral("timeout"), Texts::tr("NAME [TIME] [REASON]"),
         Texts::tr("Keep somebody from taking part for a while"), Role::Moderator},
        {QStringLiteral("ban"), Texts::tr("NAME [REASON]"), Texts::tr("Keep somebody from taking part"),
         Role::Moderator},
        {QStringLiteral("unban"), Texts::tr("NAME"), Texts::tr("Lift a ban or a time-out"), Role::Moderator},
        {QStringLiteral("vip"), Texts::tr("NAME"), Texts::tr("Free somebody from slow mode and the like"),
         Role::Moderator},
        {QStringLiteral("unvip"), Texts::tr("NAME"), Texts::tr("Take that back"), Role::Moderator},
        {QStringLiteral("mod"), Texts::tr("NAME"), Texts::tr("Make somebody a moderator"), Role::Owner},
        {QStringLiteral("unmod"), Texts::tr("NAME"), Texts::tr("Take that back"), Role::Owner},
        {QStringLiteral("lower"), Texts::tr("NAME"), Texts::tr("Lower a raised hand"), Role::Moderator},
    };
}

std::vector<ChatCommand> room() {
    return {
        {QStringLiteral("slow"), Texts::tr("[TIME|off]"), Texts::tr("A pause between a member's messages"),
         Role::Moderator},
        {QStringLiteral("followers"), Texts::tr("[TIME|off]"), Texts::tr("Only followers may write"),
         Role::Moderator},
        {QStringLiteral("emoteonly"), Texts::tr("[on|off]"), Texts::tr("Only emoji and emotes"),
         Role::Moderator},
        {QStringLiteral("clear"), Texts::tr("[NAME]"), Texts::tr("Delete everything, or all of somebody"),
         Role::Moderator},
        {QStringLiteral("delete"), Texts::tr("[NAME]"), Texts::tr("Delete somebody's newest message"),
         Role::Moderator},
        {QStringLiteral("pin"), Texts::tr("[NAME]"), Texts::tr("Pin somebody's newest message"),
         Role::Moderator},
        {QStringLiteral("unpin"), QString(), Texts::tr("Take the newest pin away"), Role::Moderator},
        {QStringLiteral("poll"), Texts::tr("[TIME] QUESTION | CHOICE | CHOICE"),
         Texts::tr("Ask everybody; “/poll end” ends it"), Role::Moderator},
        {QStringLiteral("quiz"), Texts::tr("[TIME] QUESTION | CHOICE | *RIGHT CHOICE"),
         Texts::tr("A poll with a right answer"), Role::Moderator},
        {QStringLiteral("announce"), Texts::tr("TEXT"), Texts::tr("Say it and pin it"), Role::Moderator},
    };
}

std::vector<ChatCommand> everybody() {
    return {
        {QStringLiteral("me"), Texts::tr("TEXT"), Texts::tr("Say what you do"), Role::Member},
        {QStringLiteral("mods"), QString(), Texts::tr("List the moderators"), Role::Member},
        {QStringLiteral("vips"), QString(), Texts::tr("List the VIPs"), Role::Member},
        {QStringLiteral("raisehand"), Texts::tr("[off]"), Texts::tr("Ask to speak"), Role::Member},
        {QStringLiteral("help"), QString(), Texts::tr("List what you may write"), Role::Guest},
    };
}

}  // namespace

std::vector<ChatCommand> commandsFor(chat::Role role) {
    std::vector<ChatCommand> all = people();
    for (auto* more : {&room, &everybody}) {
        for (ChatCommand& command : more()) {
            all.push_back(std::move(command));
        }
    }
    std::erase_if(all, [role](const ChatCommand& command) { return command.least > role; });
    return all;
}

}  // namespace footlight::chatui
