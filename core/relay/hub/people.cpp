#include "core/relay/hub/people.h"

#include <algorithm>

#include "core/accounts/name.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {
namespace {

/// A name may be taken, or its account be deleted, meanwhile.
constexpr std::chrono::seconds kLife{30};

}  // namespace

const People::Known* People::known(const std::string& name) const {
    const auto found = known_.find(accounts::foldName(name));
    return found == known_.end() || clock_.steadyNow() - found->second.at >= kLife ? nullptr : &found->second;
}

void People::remember(const std::vector<std::string>& names, const std::vector<chat::Person>& found) {
    const auto now = clock_.steadyNow();
    if (known_.size() + names.size() > kRemembered) {
        std::erase_if(known_, [now](const auto& entry) { return now - entry.second.at >= kLife; });
    }
    if (known_.size() + names.size() > kRemembered) {
        known_.clear();
    }
    for (const auto& name : names) {
        known_[accounts::foldName(name)] = {std::nullopt, now};
    }
    for (const auto& person : found) {
        known_[accounts::foldName(person.name)] = {person, now};
    }
}

void People::forget(const std::string& name) { known_.erase(accounts::foldName(name)); }

net::Task<std::vector<chat::Person>> People::find(std::vector<std::string> names) {
    std::vector<std::string> unknown;
    std::ranges::copy_if(names, std::back_inserter(unknown),
                         [this](const std::string& name) { return known(name) == nullptr; });
    if (!unknown.empty()) {
        auto look = [this, unknown] { return stores_.rooms.people(unknown); };
        const auto found = co_await database_.run(std::move(look));
        if (found) {
            remember(unknown, *found);
        }
    }
    std::vector<chat::Person> people;
    for (const auto& name : names) {
        const auto* one = known(name);
        if (one != nullptr && one->person && std::ranges::find(people, *one->person) == people.end()) {
            people.push_back(*one->person);
        }
    }
    co_return people;
}

net::Task<Result<chat::Person>> People::findOne(std::string name) {
    std::vector<std::string> names{name};
    auto found = co_await find(std::move(names));
    if (found.empty()) {
        co_return fail(ErrorCategory::NotFound, "chat.no_such_person", "Nobody here is called " + name + ".");
    }
    co_return std::move(found.front());
}

}  // namespace footlight::relay::hub
