#include "core/relay/hub/live_channels.h"

#include "core/accounts/name.h"

namespace footlight::relay::hub {

const LiveChannel* LiveChannels::find(ChannelId channel) const {
    const auto found = channels_.find(channel);
    return found == channels_.end() ? nullptr : &found->second;
}

LiveChannel* LiveChannels::find(ChannelId channel) {
    const auto found = channels_.find(channel);
    return found == channels_.end() ? nullptr : &found->second;
}

LiveChannel* LiveChannels::find(BroadcastId broadcast) {
    const auto found = byBroadcast_.find(broadcast);
    return found == byBroadcast_.end() ? nullptr : find(found->second);
}

void LiveChannels::put(LiveChannel live) {
    const auto id = live.channel.id;
    remove(id);
    byBroadcast_[live.broadcast.id] = id;
    byName_[accounts::foldName(live.channel.name)] = id;
    channels_.emplace(id, std::move(live));
}

void LiveChannels::remove(ChannelId channel) {
    const auto found = channels_.find(channel);
    if (found == channels_.end()) {
        return;
    }
    byBroadcast_.erase(found->second.broadcast.id);
    byName_.erase(accounts::foldName(found->second.channel.name));
    channels_.erase(found);
}

void LiveChannels::retitle(ChannelId channel, const std::string& title) {
    if (auto* live = find(channel)) {
        live->channel.title = title;
        live->broadcast.title = title;
    }
}

std::vector<ChannelId> LiveChannels::ids() const {
    std::vector<ChannelId> ids;
    for (const auto& [id, live] : channels_) {
        ids.push_back(id);
    }
    return ids;
}

std::vector<LiveChannel> LiveChannels::page(const std::string& after, std::size_t limit) const {
    std::vector<LiveChannel> page;
    for (auto it = byName_.upper_bound(accounts::foldName(after)); it != byName_.end() && page.size() < limit;
         ++it) {
        page.push_back(channels_.at(it->second));
    }
    return page;
}

std::vector<LiveChannel> LiveChannels::silentSince(SteadyTime before) const {
    std::vector<LiveChannel> silent;
    for (const auto& [id, live] : channels_) {
        if (live.lastEvent + live.grace < before) {
            silent.push_back(live);
        }
    }
    return silent;
}

}  // namespace footlight::relay::hub
