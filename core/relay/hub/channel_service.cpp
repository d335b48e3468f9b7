#include "core/relay/hub/channel_service.h"

#include "core/accounts/credential.h"
#include "core/chat/text.h"
#include "core/relay/hub/rooms.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {

ChannelService::ChannelService(Stores stores, net::WorkPool& database, Reading reading, LiveChannels& live,
                               Rooms& rooms, const Clock& clock)
    : stores_(stores), database_(database), reading_(reading), live_(live), rooms_(rooms), clock_(clock) {}

ChannelView ChannelService::view(accounts::Channel channel) const {
    const auto* live = live_.find(channel.id);
    const auto viewers = rooms_.viewers(channel.id);
    return {std::move(channel), live != nullptr ? std::optional(live->broadcast.startedAt) : std::nullopt,
            viewers};
}

net::Task<Result<accounts::Channel>> ChannelService::lookUp(std::string name) {
    auto look = [this, name] { return stores_.channels.find(name); };
    auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + name + ".");
    }
    co_return std::move(**found);
}

net::Task<Result<accounts::Channel>> ChannelService::findOwn(accounts::Account account, std::string name) {
    auto channel = co_await lookUp(std::move(name));
    if (channel && !mayManage(account, *channel)) {
        co_return fail(ErrorCategory::Denied, "channel.not_yours",
                       channel->name + " is another's channel; only its owner may change it.");
    }
    co_return channel;
}

net::Task<Result<ChannelView>> ChannelService::find(std::string name) {
    auto channel = co_await lookUp(std::move(name));
    if (!channel) {
        co_return fail(std::move(channel.error()));
    }
    co_return view(std::move(*channel));
}

net::Task<Result<std::vector<ChannelView>>> ChannelService::page(std::string after, std::size_t limit) {
    auto read = [this, after = std::move(after), limit] { return stores_.channels.page(after, limit); };
    auto channels = co_await database_.run(std::move(read));
    if (!channels) {
        co_return fail(std::move(channels.error()));
    }
    std::vector<ChannelView> views;
    for (auto& channel : *channels) {
        views.push_back(view(std::move(channel)));
    }
    co_return views;
}

std::vector<ChannelView> ChannelService::livePage(const std::string& after, std::size_t limit) const {
    std::vector<ChannelView> views;
    auto from = after;
    for (;;) {
        const auto page = live_.page(from, limit);
        for (const auto& live : page) {
            if (live.channel.visibility == accounts::Visibility::Public && views.size() < limit) {
                views.push_back(view(live.channel));
            }
        }
        if (page.size() < limit || views.size() == limit) {
            return views;
        }
        from = page.back().channel.name;
    }
}

net::Task<Result<ChannelView>> ChannelService::setTitle(accounts::Account account, std::string name,
                                                        std::string title) {
    if (auto good = chat::checkTitle(title); !good) {
        co_return fail(std::move(good.error()));
    }
    auto channel = co_await findOwn(std::move(account), std::move(name));
    if (!channel) {
        co_return fail(std::move(channel.error()));
    }
    auto write = [this, id = channel->id, title] { return stores_.channels.setTitle(id, title); };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    channel->title = title;
    live_.retitle(channel->id, title);
    rooms_.announceTitle(channel->id, title);
    co_return view(std::move(*channel));
}

net::Task<Result<Secret>> ChannelService::makeKey(accounts::Account account, std::string name) {
    const auto channel = co_await findOwn(std::move(account), std::move(name));
    if (!channel) {
        co_return fail(channel.error());
    }
    const auto key = accounts::makeStreamKey();
    const StreamKeyRecord record{sha256Hex(key.reveal()), clock_.utcNow()};
    auto write = [this, id = channel->id, record] { return stores_.channels.setKey(id, record); };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    co_return key;
}

Result<std::vector<chat::Message>> ChannelService::search(ChannelId channel, MessageSearch search,
                                                          const std::string& from) {
    if (!from.empty()) {
        const auto people = reading_.stores.rooms.people({from});
        if (!people) {
            return fail(people.error());
        }
        if (people->empty()) {
            return fail(ErrorCategory::NotFound, "chat.no_such_person",
                        "Nobody here is called " + from + ".");
        }
        search.of = people->front().user;
    }
    return reading_.stores.messages.search(channel, search);
}

net::Task<Result<std::vector<chat::Message>>> ChannelService::messages(accounts::Channel channel,
                                                                       MessageSearch search,
                                                                       std::string from) {
    auto read = [this, id = channel.id, asked = std::move(search), from = std::move(from)] {
        return this->search(id, asked, from);
    };
    co_return co_await reading_.pool.run(std::move(read));
}

}  // namespace footlight::relay::hub
