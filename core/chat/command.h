#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/chat/poll.h"
#include "core/chat/role.h"

namespace footlight::chat {

// What a line that begins with `/` asks for. Names are as they were written, without `@`.

struct BanCommand {
    std::string name;
    std::string reason;
};
struct TimeoutCommand {
    std::string name;
    std::chrono::seconds time{0};
    std::string reason;
};
struct UnbanCommand {
    std::string name;
};
struct SlowCommand {
    std::chrono::seconds pause{0};  ///< 0: off
};
struct FollowersCommand {
    std::optional<std::chrono::minutes> least;  ///< absent: off
};
struct EmoteOnlyCommand {
    bool isOn = true;
};
struct ClearCommand {
    std::string name;  ///< empty: everybody's
};
/// The newest message of `name`, or the one that the line answers.
struct DeleteCommand {
    std::string name;
};
struct PinCommand {
    std::string name;  ///< as in DeleteCommand
};
struct UnpinCommand {};
struct AppointCommand {
    std::string name;
    Role role = Role::Member;
    Role from = Role::Member;  ///< what /unmod and /unvip take away
};
struct PollCommand {
    PollRequest poll;
};
struct EndPollCommand {};
struct LowerHandCommand {
    std::string name;
};
struct HelpCommand {};
/// Said as what somebody does.
struct MeCommand {
    std::string text;
};
/// Said, and pinned.
struct AnnounceCommand {
    std::string text;
};
/// Who has that role here.
struct ListCommand {
    Role role = Role::Moderator;
};
struct RaiseHandCommand {
    bool isRaised = true;
};

using Command = std::variant<BanCommand, TimeoutCommand, UnbanCommand, SlowCommand, FollowersCommand,
                             EmoteOnlyCommand, ClearCommand, DeleteCommand, PinCommand, UnpinCommand,
                             AppointCommand, PollCommand, EndPollCommand, LowerHandCommand, HelpCommand,
                             MeCommand, AnnounceCommand, ListCommand, RaiseHandCommand>;

/// Whether a line is a command and not to be said: it begins with `/`, and not with `//`, which stands for
/// one
/// `/` that is said.
bool isCommand(std::string_view text);

/// Whatever the case of its name. Invalid (`chat.command`): what would be right, with an example, or the name
/// that is nearest.
Result<Command> parseCommand(std::string_view text);

/// What somebody must be at least to give it.
Role leastFor(const Command& command);

/// What somebody of this role may write, a line each.
std::string commandHelp(Role role);

}  // namespace footlight::chat
