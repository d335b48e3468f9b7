#include "core/chat/crowd.h"

#include <algorithm>
#include <utility>

namespace footlight::chat {

void Crowd::enter(std::uint64_t connection, Attendance attendance) {
    leave(connection);
    if (!attendance.isListed) {
        return;
    }
    const auto [place, isNew] = attendees_.try_emplace(std::move(attendance.key));
    auto* entry = &*place;
    auto& attendee = entry->second;
    if (isNew) {
        attendee.person = std::move(attendance.person);
        attendee.isCounted = attendance.isCounted;
        if (attendee.person) {
            byName_[attendee.person->name] = entry;
        } else {
            ++guests_;
        }
    }
    attendee.connections.push_back({connection, attendance.activity, std::move(attendance.rendition)});
    byConnection_[connection] = entry;
    update(*entry);
}

void Crowd::leave(std::uint64_t connection) {
    const auto known = byConnection_.find(connection);
    if (known == byConnection_.end()) {
        return;
    }
    auto* entry = known->second;
    byConnection_.erase(known);
    auto& attendee = entry->second;
    std::erase_if(attendee.connections, [connection](const Connection& one) { return one.id == connection; });
    update(*entry);
    if (!attendee.connections.empty()) {
        return;
    }
    if (attendee.person) {
        byName_.erase(attendee.person->name);
    } else {
        --guests_;
    }
    attendees_.erase(attendees_.find(entry->first));
}

void Crowd::change(std::uint64_t connection, Activity activity, std::string rendition) {
    const auto known = byConnection_.find(connection);
    if (known == byConnection_.end()) {
        return;
    }
    auto& attendee = known->second->second;
    auto& one = *std::ranges::find(attendee.connections, connection, &Connection::id);
    if (one.activity == activity && one.rendition == rendition) {
        return;
    }
    one.activity = activity;
    one.rendition = std::move(rendition);
    update(*known->second);
}

bool Crowd::isWatching(const std::string& key) const {
    const auto found = attendees_.find(key);
    return found != attendees_.end() && found->second.isViewer;
}

/// Of several connections the one that watches most tells what the person does.
Presence Crowd::presenceOf(const Attendee& attendee) {
    const auto most = std::ranges::max_element(attendee.connections, {}, &Connection::activity);
    return {attendee.person.value_or(Person{}), most->activity, most->rendition};
}

void Crowd::update(Entry& entry) {
    auto& attendee = entry.second;
    const auto watching = [](const Connection& one) { return one.activity == Activity::Watching; };
    const bool watches = attendee.isCounted && std::ranges::any_of(attendee.connections, watching);
    if (std::exchange(attendee.isViewer, watches) != watches) {
        viewers_ += watches ? 1 : -1;
    }
    if (!attendee.person || changedTooMuch_) {
        return;
    }
    changed_[attendee.person->user] = entry.first;
    if (changed_.size() > kToldAtOnce) {
        changedTooMuch_ = true;
        changed_.clear();
    }
}

std::vector<Presence> Crowd::page(const std::string& after, std::size_t limit) const {
    std::vector<Presence> page;
    for (auto it = byName_.upper_bound(after); it != byName_.end() && page.size() < limit; ++it) {
        page.push_back(presenceOf(it->second->second));
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
