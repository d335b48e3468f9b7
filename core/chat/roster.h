#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight::chat {

/// Somebody who may read a channel's chat and not take part in it.
struct Restriction {
    Person person;
    std::optional<UtcTime> until{};  ///< a time-out; absent: banned until somebody lifts it
    std::string reason;

    bool operator==(const Restriction&) const = default;
};

struct Appointment {
    Person person;
    Role role = Role::Member;

    bool operator==(const Appointment&) const = default;
};

/// Who is what in one channel, and who may not take part. Everybody else with an account is a member.
class Roster {
public:
    static constexpr std::chrono::hours kLongestTimeout{24 * 14};

    Roster(std::optional<UserId> owner, const std::vector<Appointment>& roles,
           std::vector<Restriction> restrictions);

    [[nodiscard]] Role roleOf(const std::optional<UserId>& user) const;

    /// The names of those who are that, in the order of their names; not the owner's.
    [[nodiscard]] std::vector<std::string> namesOf(Role role) const;

    /// Owners make moderators, moderators make VIPs, of those who are less than themselves. Denied
    /// (`chat.not_allowed`) otherwise, Conflict (`chat.no_change`) where the person is that already.
    Result<> appoint(UserId by, const Person& person, Role role);
    /// Denied where `by` is not above the person.
    Result<> restrict(UserId by, Restriction restriction);
    /// NotFound (`chat.not_restricted`) where the person is free.
    Result<> lift(UserId by, const Person& person, UtcTime now);

    /// The account is deleted: whoever is still here by it is nothing any more, and takes no part.
    void erase(const Person& person);
    /// Whoever asks for it: what `appoint` or `lift` has changed and could not be kept is as before again.
    void put(const Appointment& appointment);
    void put(Restriction restriction);

    /// Denied (`chat.banned`, `chat.timed_out`) with the time that is left.
    [[nodiscard]] Result<> mayTakePart(UserId user, UtcTime now) const;
    [[nodiscard]] const Restriction* restrictionOf(UserId user, UtcTime now) const;
    /// Denied (`chat.not_allowed`): `doing` completes "Only moderators may".
    [[nodiscard]] Result<> mayModerate(UserId user, const std::string& doing) const;
    /// The same, and above the one whom it meets.
    [[nodiscard]] Result<> mayModerate(UserId user, const std::string& doing, const Person& whom) const;

private:
    std::optional<UserId> owner_;
    std::map<UserId, Appointment> roles_;
    std::map<UserId, Restriction> restrictions_;
};

}  // namespace footlight::chat
