#include "core/chat/crowd.h"

#include <algorithm>
#include <utility>

namespace footlight::chat {

void Crowd::enter(std::uint64_t connection, Attendance attendance) {
    leave(connection);
    if (!attendance.isCounted) {
        return;
    }
    const auto key = attendance.key;
    auto& attendee = attendees_[key];
    if (attendee.connections.empty()) {
        attendee.person = attendance.person;
        if (attendee.person) {
            names_[attendee.person->name] = key;
        } else {
            ++guests_;
        }
    }
    attendee.connections.insert_or_assign(connection, std::move(attendance));
    keys_[connection] = key;
    update(key, attendee);
}

void Crowd::leave(std::uint64_t connection) {
    const auto known = keys_.find(connection);
    if (known == keys_.end()) {
        return;
    }
    const auto key = std::move(known->second);
    keys_.erase(known);
    auto& attendee = attendees_.at(key);
    attendee.connections.erase(connection);
    update(key, attendee);
    if (!attendee.connections.empty()) {
        return;
    }
    if (attendee.person) {
        names_.erase(attendee.person->name);
    } else {
        --guests_;
    }
    attendees_.erase(key);
}

void Crowd::change(std::uint64_t connection, Activity activity, std::string rendition) {
    const auto known = keys_.find(connection);
    if (known == keys_.end()) {
        return;
    }
    auto& attendee = attendees_.at(known->second);
    auto& attendance = attendee.connections.at(connection);
    if (attendance.activity == activity && attendance.rendition == rendition) {
        return;
    }
    attendance.activity = activity;
    attendance.rendition = std::move(rendition);
    update(known->second, attendee);
}

/// Of several connections the one that watches most tells what the person does.
Presence Crowd::presenceOf(const Attendee& attendee) {
    const auto most = std::ranges::max_element(attendee.connections, {},
                                               [](const auto& entry) { return entry.second.activity; });
    return {attendee.person.value_or(Person{}), most->second.activity, most->second.rendition};
}

void Crowd::update(const std::string& key, Attendee& attendee) {
    const bool watches = std::ranges::any_of(
        attendee.connections, [](const auto& entry) { return entry.second.activity == Activity::Watching; });
    if (std::exchange(attendee.isViewer, watches) != watches) {
        viewers_ += watches ? 1 : -1;
    }
    if (!attendee.person || changedTooMuch_) {
        return;
    }
    changed_[attendee.person->user] = key;
    if (changed_.size() > kToldAtOnce) {
        changedTooMuch_ = true;
        changed_.clear();
    }
}

std::vector<Presence> Crowd::page(const std::string& after, std::size_t limit) const {
    std::vector<Presence> page;
    for (auto it = names_.upper_bound(after); it != names_.end() && page.size() < limit; ++it) {
        page.push_back(presenceOf(attendees_.at(it->second)));
    }
    return page;
}

Crowd::Changes Crowd::takeChanges() {
    Changes changes;
    changes.isWhole = !std::exchange(changedTooMuch_, false);
    for (const auto& [user, key] : std::exchange(changed_, {})) {
        const auto found = attendees_.find(key);
        if (found == attendees_.end()) {
            changes.left.push_back(user);
        } else {
            changes.came.push_back(presenceOf(found->second));
        }
    }
    return changes;
}

}  // namespace footlight::chat
