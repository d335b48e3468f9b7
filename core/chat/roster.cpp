#include "core/chat/roster.h"

#include <algorithm>
#include <utility>

#include "core/chat/modes.h"

namespace footlight::chat {
namespace {

tl::unexpected<Error> notAllowed(std::string message) {
    return fail(ErrorCategory::Denied, "chat.not_allowed", std::move(message));
}

std::string withArticle(Role role) {
    return (role == Role::Owner ? "the " : "a ") + std::string(nameOf(role));
}

}  // namespace

Roster::Roster(std::optional<UserId> owner, const std::vector<Appointment>& roles,
               std::vector<Restriction> restrictions)
    : owner_(owner) {
    for (const auto& appointment : roles) {
        put(appointment);
    }
    for (auto& restriction : restrictions) {
        const auto user = restriction.person.user;
        restrictions_.insert_or_assign(user, std::move(restriction));
    }
}

Role Roster::roleOf(const std::optional<UserId>& user) const {
    if (!user) {
        return Role::Guest;
    }
    if (user == owner_) {
        return Role::Owner;
    }
    const auto found = roles_.find(*user);
    return found == roles_.end() ? Role::Member : found->second.role;
}

std::vector<std::string> Roster::namesOf(Role role) const {
    std::vector<std::string> names;
    for (const auto& [user, appointment] : roles_) {
        if (appointment.role == role) {
            names.push_back(appointment.person.name);
        }
    }
    std::ranges::sort(names);
    return names;
}

Result<> Roster::mayModerate(UserId user, const std::string& doing) const {
    if (!moderates(roleOf(user))) {
        return notAllowed("Only moderators may " + doing + ".");
    }
    return {};
}

Result<> Roster::mayModerate(UserId user, const std::string& doing, const Person& whom) const {
    if (auto allowed = mayModerate(user, doing); !allowed) {
        return allowed;
    }
    const auto theirs = roleOf(whom.user);
    if (theirs >= roleOf(user)) {
        return notAllowed(user == whom.user ? "You cannot do that to yourself."
                                            : whom.name + " is " + withArticle(theirs) +
                                                  " here: only somebody above them may do that.");
    }
    return {};
}

Result<> Roster::appoint(UserId by, const Person& person, Role role) {
    const auto before = roleOf(person.user);
    const bool isAboutModerators = role == Role::Moderator || before == Role::Moderator;
    if (isAboutModerators && roleOf(by) != Role::Owner) {
        return notAllowed("Only the channel's owner makes and unmakes moderators.");
    }
    if (auto allowed = mayModerate(by, "give and take roles", person); !allowed) {
        return allowed;
    }
    if (before == role) {
        return fail(ErrorCategory::Conflict, "chat.no_change",
                    person.name + " is " + withArticle(role) + " already.");
    }
    put(Appointment{person, role});
    return {};
}

void Roster::put(const Appointment& appointment) {
    if (appointment.role == Role::Member) {
        roles_.erase(appointment.person.user);
    } else {
        roles_.insert_or_assign(appointment.person.user, appointment);
    }
}

void Roster::put(Restriction restriction) {
    const auto user = restriction.person.user;
    restrictions_.insert_or_assign(user, std::move(restriction));
}

void Roster::erase(const Person& person) {
    roles_.erase(person.user);
    restrictions_.insert_or_assign(person.user, Restriction{person, std::nullopt, "the account is deleted"});
}

Result<> Roster::restrict(UserId by, Restriction restriction) {
    if (auto allowed = mayModerate(by, "ban and time out", restriction.person); !allowed) {
        return allowed;
    }
    put(std::move(restriction));
    return {};
}

Result<> Roster::lift(UserId by, const Person& person, UtcTime now) {
    if (auto allowed = mayModerate(by, "lift bans"); !allowed) {
        return allowed;
    }
    const bool isRestricted = restrictionOf(person.user, now) != nullptr;
    restrictions_.erase(person.user);
    if (!isRestricted) {
        return fail(ErrorCategory::NotFound, "chat.not_restricted",
                    person.name + " is neither banned nor timed out.");
    }
    return {};
}

const Restriction* Roster::restrictionOf(UserId user, UtcTime now) const {
    const auto found = restrictions_.find(user);
    const bool holds = found != restrictions_.end() && (!found->second.until || now < *found->second.until);
    return holds ? &found->second : nullptr;
}

Result<> Roster::mayTakePart(UserId user, UtcTime now) const {
    const auto* restriction = restrictionOf(user, now);
    if (restriction == nullptr) {
        return {};
    }
    const auto why = restriction->reason.empty() ? "" : " Reason: " + restriction->reason;
    if (!restriction->until) {
        return fail(ErrorCategory::Denied, "chat.banned", "You are banned from this channel's chat." + why);
    }
    const auto left = std::chrono::ceil<std::chrono::seconds>(*restriction->until - now);
    return fail(ErrorCategory::Denied, "chat.timed_out",
                "You are timed out here for another " + spoken(left) + "." + why);
}

}  // namespace footlight::chat
