#include "core/chat/role.h"

namespace footlight::chat {

std::string_view nameOf(Role role) {
    switch (role) {
        case Role::Guest:
            return "guest";
        case Role::Member:
            return "member";
        case Role::Vip:
            return "VIP";
        case Role::Moderator:
            return "moderator";
        case Role::Owner:
            return "owner";
    }
    return "";
}

}  // namespace footlight::chat
