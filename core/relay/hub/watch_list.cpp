#include "core/relay/hub/watch_list.h"

#include <algorithm>

namespace footlight::relay::hub {

void WatchList::note(UserId user, ChannelId channel, bool isWatching, UtcTime now) {
    const auto known = watched_.find(user);
    if (isWatching) {
        if (watched_[user].try_emplace(channel, now).second) {
            touch(user);
        }
        return;
    }
    if (known == watched_.end() || known->second.erase(channel) == 0) {
        return;
    }
    if (known->second.empty()) {
        watched_.erase(known);
    }
    touch(user);
}

std::vector<WatchList::Watched> WatchList::of(UserId user) const {
    std::vector<Watched> all;
    if (const auto known = watched_.find(user); known != watched_.end()) {
        for (const auto& [channel, since] : known->second) {
            all.push_back({channel, since});
        }
    }
    std::ranges::sort(all, std::ranges::greater{}, &Watched::since);
    return all;
}

void WatchList::touch(UserId user) {
    if (order_.size() < kChanged && changed_.insert(user).second) {
        order_.push_back(user);
    }
}

std::vector<UserId> WatchList::takeChanged(std::size_t limit) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(limit, order_.size()));
    std::vector<UserId> taken(order_.begin(), order_.begin() + count);
    order_.erase(order_.begin(), order_.begin() + count);
    for (const auto& user : taken) {
        changed_.erase(user);
    }
    return taken;
}

}  // namespace footlight::relay::hub
