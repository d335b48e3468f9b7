#include "core/chat/command.h"

#include <algorithm>
#include <array>

#include "core/chat/command_parts.h"
#include "core/chat/modes.h"
#include "core/chat/roster.h"

namespace footlight::chat {
namespace {

using Parsed = std::optional<Command>;
using Parse = Parsed (*)(std::string_view arguments);

struct Entry {
    std::string_view name;
    Role least;
    std::string_view usage;
    std::string_view example;
    std::string_view does;
    Parse parse;
};

Parsed ban(std::string_view arguments) {
    BanCommand command;
    command.name = takeName(arguments);
    command.reason = arguments;
    return command.name.empty() ? Parsed() : Parsed(std::move(command));
}

Parsed timeout(std::string_view arguments) {
    constexpr std::chrono::minutes kUsual{10};
    TimeoutCommand command;
    command.name = takeName(arguments);
    command.time = kUsual;
    auto rest = arguments;
    if (const auto time = parseDuration(takeWord(rest))) {
        command.time = *time;
        arguments = rest;
    }
    command.reason = arguments;
    const bool isGood = !command.name.empty() && command.time >= std::chrono::seconds{1} &&
                        command.time <= Roster::kLongestTimeout;
    return isGood ? Parsed(std::move(command)) : Parsed();
}

Parsed unban(std::string_view arguments) {
    UnbanCommand command{takeName(arguments)};
    return command.name.empty() || !arguments.empty() ? Parsed() : Parsed(std::move(command));
}

Parsed slow(std::string_view arguments) {
    constexpr std::chrono::seconds kUsual{30};
    if (arguments == "off") {
        return SlowCommand{};
    }
    const auto pause = arguments.empty() ? kUsual : parseDuration(arguments);
    return pause && *pause <= Modes::kSlowest ? Parsed(SlowCommand{*pause}) : Parsed();
}

Parsed followers(std::string_view arguments) {
    if (arguments == "off") {
        return FollowersCommand{};
    }
    const auto least = arguments.empty() ? std::chrono::seconds{0} : parseDuration(arguments);
    if (!least || *least > Modes::kLongestFollowing) {
        return {};
    }
    return FollowersCommand{std::chrono::ceil<std::chrono::minutes>(*least)};
}

Parsed emoteOnly(std::string_view arguments) {
    const bool isKnown = arguments.empty() || arguments == "on" || arguments == "off";
    return isKnown ? Parsed(EmoteOnlyCommand{arguments != "off"}) : Parsed();
}

template <typename Made>
Parsed maybeNamed(std::string_view arguments) {
    Made command{takeName(arguments)};
    return arguments.empty() ? Parsed(std::move(command)) : Parsed();
}

template <Role role, Role from>
Parsed appoint(std::string_view arguments) {
    AppointCommand command{takeName(arguments), role, from};
    return command.name.empty() || !arguments.empty() ? Parsed() : Parsed(std::move(command));
}

/// "[TIME] QUESTION | CHOICE | CHOICE ..."; the right choice of a quiz begins with `*`.
Parsed poll(std::string_view arguments, bool isQuiz) {
    PollRequest request;
    auto rest = arguments;
    const auto first = takeWord(rest);
    // With its unit: a question may begin with a number.
    const bool hasUnit = !first.empty() && first.find_last_of("smhd") == first.size() - 1;
    if (const auto time = hasUnit ? parseDuration(first) : std::nullopt) {
        request.time = *time;
        arguments = rest;
    }
    for (std::size_t part = 0; !arguments.empty(); ++part) {
        const auto bar = std::min(arguments.find('|'), arguments.size());
        auto text = trimmed(arguments.substr(0, bar));
        arguments.remove_prefix(std::min(bar + 1, arguments.size()));
        if (part == 0) {
            request.question = text;
            continue;
        }
        if (isQuiz && text.starts_with('*')) {
            if (request.right) {
                return {};
            }
            request.right = part - 1;
            text = trimmed(text.substr(1));
        }
        request.options.emplace_back(text);
    }
    const bool isGood = request.options.size() >= PollRequest::kLeastOptions &&
                        request.options.size() <= PollRequest::kMostOptions &&
                        request.time >= PollRequest::kShortest && request.time <= PollRequest::kLongest &&
                        isQuiz == request.right.has_value();
    return isGood ? Parsed(PollCommand{std::move(request)}) : Parsed();
}

Parsed startPoll(std::string_view arguments) {
    return arguments == "end" ? Parsed(EndPollCommand{}) : poll(arguments, false);
}

Parsed startQuiz(std::string_view arguments) {
    return arguments == "end" ? Parsed(EndPollCommand{}) : poll(arguments, true);
}

Parsed lowerHand(std::string_view arguments) {
    LowerHandCommand command{takeName(arguments)};
    return command.name.empty() || !arguments.empty() ? Parsed() : Parsed(std::move(command));
}

template <typename Made>
Parsed withText(std::string_view arguments) {
    return arguments.empty() ? Parsed() : Parsed(Made{std::string(arguments)});
}

template <Role role>
Parsed list(std::string_view arguments) {
    return arguments.empty() ? Parsed(ListCommand{role}) : Parsed();
}

Parsed raiseHand(std::string_view arguments) {
    const bool isKnown = arguments.empty() || arguments == "off";
    return isKnown ? Parsed(RaiseHandCommand{arguments.empty()}) : Parsed();
}

Parsed emotesAgain(std::string_view arguments) {
    return arguments.empty() ? Parsed(EmoteOnlyCommand{false}) : Parsed();
}

template <typename Made>
Parsed bare(std::string_view arguments) {
    return arguments.empty() ? Parsed(Made{}) : Parsed();
}

constexpr std::array kCommands{
    Entry{"help", Role::Guest, "/help", "/help", "lists what you may write", &bare<HelpCommand>},
    Entry{"me", Role::Member, "/me TEXT", "/me waves", "says what you do", &withText<MeCommand>},
    Entry{"mods", Role::Member, "/mods", "/mods", "lists the moderators", &list<Role::Moderator>},
    Entry{"vips", Role::Member, "/vips", "/vips", "lists the VIPs", &list<Role::Vip>},
    Entry{"raisehand", Role::Member, "/raisehand [off]", "/raisehand", "asks to be let speak", &raiseHand},
    Entry{"announce", Role::Moderator, "/announce TEXT", "/announce Back in five minutes",
          "says it and pins it", &withText<AnnounceCommand>},
    Entry{"timeout", Role::Moderator, "/timeout NAME [TIME] [REASON]", "/timeout bob 10m spam",
          "keeps somebody from taking part for a while, 14 d at most; hides their last hour", &timeout},
    Entry{"ban", Role::Moderator, "/ban NAME [REASON]", "/ban bob spam",
          "keeps somebody from taking part; hides their last hour", &ban},
    Entry{"unban", Role::Moderator, "/unban NAME", "/unban bob", "lifts a ban or a time-out", &unban},
    Entry{"untimeout", Role::Moderator, "/untimeout NAME", "/untimeout bob", "the same", &unban},
    Entry{"slow", Role::Moderator, "/slow [TIME|off]", "/slow 30s",
          "the pause between a member's messages, 10 min at most", &slow},
    Entry{"slowoff", Role::Moderator, "/slowoff", "/slowoff", "ends that", &bare<SlowCommand>},
    Entry{"followers", Role::Moderator, "/followers [TIME|off]", "/followers 10m",
          "only who has followed for so long may speak, 90 d at most", &followers},
    Entry{"followersoff", Role::Moderator, "/followersoff", "/followersoff", "ends that",
          &bare<FollowersCommand>},
    Entry{"emoteonly", Role::Moderator, "/emoteonly [on|off]", "/emoteonly",
          "only emoji and the channel's emotes", &emoteOnly},
    Entry{"emoteonlyoff", Role::Moderator, "/emoteonlyoff", "/emoteonlyoff", "ends that", &emotesAgain},
    Entry{"clear", Role::Moderator, "/clear [NAME]", "/clear bob",
          "clears the chat but not recordings, or deletes all that somebody has ever said here",
          &maybeNamed<ClearCommand>},
    Entry{"delete", Role::Moderator, "/delete [NAME]", "/delete bob",
          "deletes somebody's newest message, or the one that you reply to", &maybeNamed<DeleteCommand>},
    Entry{"pin", Role::Moderator, "/pin [NAME]", "/pin bob",
          "pins somebody's newest message, or the one that you reply to", &maybeNamed<PinCommand>},
    Entry{"unpin", Role::Moderator, "/unpin", "/unpin", "takes the newest pin away", &bare<UnpinCommand>},
    Entry{"poll", Role::Moderator, "/poll [TIME] QUESTION | CHOICE | CHOICE",
          "/poll 60s Tea or coffee? | Tea | Coffee",
          "asks everybody, 2 to 10 choices, 10 s to 1 d; /poll end closes it", &startPoll},
    Entry{"endpoll", Role::Moderator, "/endpoll", "/endpoll", "the same", &bare<EndPollCommand>},
    Entry{"quiz", Role::Moderator, "/quiz [TIME] QUESTION | CHOICE | *RIGHT CHOICE",
          "/quiz 30s Two and two? | Three | *Four",
          "the same with one choice that is right, which is told at the end", &startQuiz},
    Entry{"lower", Role::Moderator, "/lower NAME", "/lower bob", "takes somebody's raised hand down",
          &lowerHand},
    Entry{"vip", Role::Moderator, "/vip NAME", "/vip bob",
          "frees somebody from slow, followers and emoteonly", &appoint<Role::Vip, Role::Member>},
    Entry{"unvip", Role::Moderator, "/unvip NAME", "/unvip bob", "takes that back",
          &appoint<Role::Member, Role::Vip>},
    Entry{"mod", Role::Owner, "/mod NAME", "/mod bob", "makes somebody a moderator",
          &appoint<Role::Moderator, Role::Member>},
    Entry{"unmod", Role::Owner, "/unmod NAME", "/unmod bob", "takes that back",
          &appoint<Role::Member, Role::Moderator>},
};

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

tl::unexpected<Error> wrong(std::string message) {
    return fail(ErrorCategory::Invalid, "chat.command", std::move(message));
}

tl::unexpected<Error> unknown(std::string_view name) {
    const auto nearest = std::ranges::min_element(
        kCommands, {}, [name](const Entry& entry) { return distance(entry.name, name); });
    std::string message = "There is no command /" + std::string(name) + ".";
    if (distance(nearest->name, name) <= 2) {
        message += " Did you mean /" + std::string(nearest->name) + "?";
    }
    return wrong(message + " /help lists what there is; a message that begins with / is written with //.");
}

}  // namespace

bool isCommand(std::string_view text) { return text.starts_with('/') && !text.starts_with("//"); }

Result<Command> parseCommand(std::string_view text) {
    text.remove_prefix(1);
    auto name = std::string(takeWord(text));
    std::ranges::transform(name, name.begin(), lower);
    const auto found = std::ranges::find(kCommands, name, &Entry::name);
    if (found == kCommands.end()) {
        return unknown(name);
    }
    auto parsed = found->parse(text);
    if (!parsed) {
        return wrong("Write " + std::string(found->usage) + ", for example " + std::string(found->example) +
                     ": " + std::string(found->does) + ".");
    }
    return std::move(*parsed);
}

Role leastFor(const Command& command) {
    const bool isOfMembers = std::holds_alternative<MeCommand>(command) ||
                             std::holds_alternative<ListCommand>(command) ||
                             std::holds_alternative<RaiseHandCommand>(command);
    return isOfMembers                                    ? Role::Member
           : std::holds_alternative<HelpCommand>(command) ? Role::Guest
                                                          : Role::Moderator;
}

std::string commandHelp(Role role) {
    std::string help;
    for (const auto& entry : kCommands) {
        if (role >= entry.least) {
            help += (help.empty() ? "" : "\n") + std::string(entry.usage) + ": " + std::string(entry.does);
        }
    }
    return help;
}

}  // namespace footlight::chat
