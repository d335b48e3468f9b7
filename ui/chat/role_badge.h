#pragma once

#include <QString>

#include "core/chat/role.h"
#include "ui/theme/icon.h"

namespace footlight::chatui {

/// The drawing that stands for a role, told apart by shape; empty for members and guests.
inline QString badgeOf(chat::Role role) {
    switch (role) {
        case chat::Role::Owner:
            return QStringLiteral("badge-owner");
        case chat::Role::Moderator:
            return QStringLiteral("badge-moderator");
        case chat::Role::Vip:
            return QStringLiteral("badge-vip");
        case chat::Role::Member:
        case chat::Role::Guest:
            break;
    }
    return {};
}

inline theme::IconTone toneOf(chat::Role role) {
    return role == chat::Role::Owner       ? theme::IconTone::Care
           : role == chat::Role::Moderator ? theme::IconTone::Good
                                           : theme::IconTone::Strong;
}

}  // namespace footlight::chatui
