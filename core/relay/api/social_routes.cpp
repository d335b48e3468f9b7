#include "core/relay/api/social_routes.h"

#include <algorithm>

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/directory_place.h"
#include "core/relay/api/page_limit.h"
#include "core/relay/hub/calendar.h"
#include "core/relay/hub/friend_service.h"
#include "core/relay/hub/page_service.h"
#include "core/relay/hub/schedule_service.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"

namespace footlight::relay::api {
namespace {

using net::http::Method;
using net::http::Request;
using net::http::Response;

constexpr std::size_t kLongestQuestion = 140;

wire::ScheduleEntry toWire(const ScheduleEntry& entry) {
    return {entry.id, entry.startsAt, entry.endsAt, entry.title, entry.category};
}

std::string question(const Request& request, std::string_view name) {
    return std::string(request.queryParameter(name).value_or("")).substr(0, kLongestQuestion);
}

Error unknownEntry() {
    return {ErrorCategory::NotFound, "schedule.unknown", "The schedule has no such entry."};
}

}  // namespace

SocialRoutes::SocialRoutes(hub::Community& community, hub::ChannelService& channels,
                           const OwnerAccess& access, hub::FriendWatch& friendWatch,
                           const Addresses& addresses, const Clock& clock, Logger logger)
    : community_(community),
      channels_(channels),
      access_(access),
      friendWatch_(friendWatch),
      addresses_(addresses),
      clock_(clock),
      logger_(std::move(logger)) {}

void SocialRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    const std::string channel = "/channels/{name}";
    add(Method::Get, "/me/friends", signedIn.handledBy(*this, &SocialRoutes::friends));
    add(Method::Get, "/me/friends/watching", signedIn.handledBy(*this, &SocialRoutes::friendsWatching));
    add(Method::Get, "/me/privacy", signedIn.handledBy(*this, &SocialRoutes::privacy));
    add(Method::Put, "/me/privacy", signedIn.handledBy(*this, &SocialRoutes::setPrivacy));
    add(Method::Put, "/me/friends/{name}", signedIn.handledBy(*this, &SocialRoutes::befriend));
    add(Method::Delete, "/me/friends/{name}", signedIn.handledBy(*this, &SocialRoutes::part));
    add(Method::Get, "/directory", handledBy(*this, &SocialRoutes::directory));
    add(Method::Get, channel + "/page", handledBy(*this, &SocialRoutes::page));
    add(Method::Put, channel + "/page", handledBy(*this, &SocialRoutes::changePage));
    add(Method::Get, channel + "/schedule", handledBy(*this, &SocialRoutes::schedule));
    add(Method::Get, channel + "/schedule.ics", handledBy(*this, &SocialRoutes::calendar));
    add(Method::Post, channel + "/schedule", handledBy(*this, &SocialRoutes::addEntry));
    add(Method::Put, channel + "/schedule/{id}", handledBy(*this, &SocialRoutes::changeEntry));
    add(Method::Delete, channel + "/schedule/{id}", handledBy(*this, &SocialRoutes::removeEntry));
}

net::Task<Response> SocialRoutes::friends(accounts::Account account, Request) {
    const auto list = co_await community_.friends().list(account);
    co_return list ? answer(200, *list) : refusal(list.error(), logger_);
}

net::Task<Response> SocialRoutes::befriend(accounts::Account account, Request request) {
    const auto done = co_await community_.friends().befriend(account, std::string(request.parameter("name")));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SocialRoutes::part(accounts::Account account, Request request) {
    const auto done = co_await community_.friends().part(account, std::string(request.parameter("name")));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SocialRoutes::friendsWatching(accounts::Account account, Request) {
    const auto list = co_await friendWatch_.list(account);
    co_return list ? answer(200, *list) : refusal(list.error(), logger_);
}

net::Task<Response> SocialRoutes::privacy(accounts::Account account, Request) {
    const auto privacy = co_await friendWatch_.privacy(account);
    co_return privacy ? answer(200, *privacy) : refusal(privacy.error(), logger_);
}

net::Task<Response> SocialRoutes::setPrivacy(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::Privacy>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto privacy = co_await friendWatch_.setPrivacy(account, *asked);
    co_return privacy ? answer(200, *privacy) : refusal(privacy.error(), logger_);
}

net::Task<Response> SocialRoutes::page(Request request) {
    const auto about = co_await community_.pages().find(std::string(request.parameter("name")));
    co_return about ? answer(200, *about) : refusal(about.error(), logger_);
}

net::Task<Response> SocialRoutes::changePage(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto asked = wire::parse<wire::ChannelAbout>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto changed = co_await community_.pages().change(*channel, *asked);
    co_return changed ? answer(200, *changed) : refusal(changed.error(), logger_);
}

net::Task<Response> SocialRoutes::directory(Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    const auto live = request.queryParameter("live");
    if (live && *live != "true" && *live != "false") {
        co_return invalidRequest("live", "`live` must be true or false");
    }
    std::optional<DirectoryPlace> after;
    if (const auto text = request.queryParameter("page")) {
        after = DirectoryPlace::parse(*text);
        if (!after) {
            co_return invalidRequest("page", "`page` must be the `next` of the page before");
        }
    }
    DirectoryQuestion asked;
    asked.category = question(request, "category");
    asked.tag = question(request, "tag");
    asked.search = question(request, "search");
    asked.live = channels_.liveIds();
    asked.isLiveOnly = live == "true";
    const auto found = co_await community_.pages().search(std::move(asked));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    wire::Directory directory;
    for (const auto& entry : *found) {
        const auto seen = channels_.view(entry.channel);
        const bool isLive = seen.startedAt.has_value();
        if (isLive || live != "true") {
            directory.items.push_back({entry.channel.name, entry.channel.title, entry.category, entry.tags,
                                       entry.followers, isLive, seen.viewers,
                                       entry.avatar.empty() ? std::nullopt : std::optional(entry.avatar)});
        }
    }
    std::ranges::sort(directory.items, {}, DirectoryPlace::of);
    if (after) {
        const auto behind = std::ranges::upper_bound(directory.items, *after, {}, DirectoryPlace::of);
        directory.items.erase(directory.items.begin(), behind);
    }
    if (directory.items.size() > *limit) {
        directory.items.resize(*limit);
        directory.next = DirectoryPlace::of(directory.items.back()).text();
    }
    co_return answer(200, directory);
}

net::Task<Response> SocialRoutes::schedule(Request request) {
    const auto listed = co_await community_.schedule().list(std::string(request.parameter("name")));
    if (!listed) {
        co_return refusal(listed.error(), logger_);
    }
    wire::ScheduleList list;
    std::ranges::transform(listed->entries, std::back_inserter(list.items), toWire);
    co_return answer(200, list);
}

net::Task<Response> SocialRoutes::calendar(Request request) {
    const auto listed = co_await community_.schedule().list(std::string(request.parameter("name")));
    if (!listed) {
        co_return refusal(listed.error(), logger_);
    }
    auto text =
        hub::calendarOf(listed->channel, listed->entries, addresses_.hostFor(request), clock_.utcNow());
    co_return net::http::textResponse(200, "text/calendar; charset=utf-8", std::move(text))
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff");
}

net::Task<Response> SocialRoutes::addEntry(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto asked = wire::parse<wire::NewScheduleEntry>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto entry = co_await community_.schedule().add(*channel, *asked);
    co_return entry ? answer(201, toWire(*entry)) : refusal(entry.error(), logger_);
}

net::Task<Response> SocialRoutes::changeEntry(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto id = ScheduleEntryId::parse(request.parameter("id"));
    if (!id) {
        co_return refusal(unknownEntry(), logger_);
    }
    const auto asked = wire::parse<wire::NewScheduleEntry>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto entry = co_await community_.schedule().change(*channel, *id, *asked);
    co_return entry ? answer(200, toWire(*entry)) : refusal(entry.error(), logger_);
}

net::Task<Response> SocialRoutes::removeEntry(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto id = ScheduleEntryId::parse(request.parameter("id"));
    if (!id) {
        co_return refusal(unknownEntry(), logger_);
    }
    const auto done = co_await community_.schedule().remove(*channel, *id);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

}  // namespace footlight::relay::api
