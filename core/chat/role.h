#pragma once

#include <cstdint>
#include <string_view>

namespace footlight::chat {

/// What somebody is in one channel; each may do what those before it may.
enum class Role : std::uint8_t { Guest, Member, Vip, Moderator, Owner };

/// "moderator"
std::string_view nameOf(Role role);

/// Whether the role keeps order: deletes others' messages, bans, pins, sets modes, makes polls.
inline bool moderates(Role role) { return role >= Role::Moderator; }

}  // namespace footlight::chat
