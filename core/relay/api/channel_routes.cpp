#include "core/relay/api/channel_routes.h"

#include <optional>

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/page_limit.h"

namespace footlight::relay::api {
namespace {

using net::http::Request;
using net::http::Response;

}  // namespace

ChannelRoutes::ChannelRoutes(hub::ChannelService& channels, hub::FollowService& follows,
                             hub::PictureService& pictures, hub::AccountService& accounts,
                             const Addresses& addresses, const PlaybackUrls& urls, Logger logger)
    : channels_(channels),
      follows_(follows),
      pictures_(pictures),
      accounts_(accounts),
      addresses_(addresses),
      urls_(urls),
      logger_(std::move(logger)) {}

wire::Channel ChannelRoutes::toWire(const hub::ChannelView& view, const std::string& host,
                                    const std::optional<accounts::Account>& asker) const {
    return {view.channel.id,
            view.channel.name,
            view.channel.title,
            view.startedAt.has_value(),
            view.viewers,
            view.startedAt,
            urls_.live(host, view.channel, asker),
            view.channel.visibility};
}

net::Task<Response> ChannelRoutes::list(Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    const auto live = request.queryParameter("live");
    if (live && *live != "true" && *live != "false") {
        co_return invalidRequest("live", "`live` must be true or false");
    }
    const std::string after(request.queryParameter("page").value_or(""));
    // One more than asked tells whether there is another page.
    Result<std::vector<hub::ChannelView>> views;
    if (live && *live == "true") {
        views = channels_.livePage(after, *limit + 1);
    } else {
        views = co_await channels_.page(after, *limit + 1);
    }
    if (!views) {
        co_return refusal(views.error(), logger_);
    }
    wire::ChannelPage page;
    const auto host = addresses_.hostFor(request);
    for (const auto& view : *views) {
        if (page.items.size() == *limit) {
            page.next = page.items.back().name;
            break;
        }
        page.items.push_back(toWire(view, host, std::nullopt));
    }
    co_return answer(200, page);
}

net::Task<Response> ChannelRoutes::show(Request request) {
    const auto view = co_await channels_.find(std::string(request.parameter("name")));
    if (!view) {
        co_return refusal(view.error(), logger_);
    }
    const auto asker = co_await askerOf(accounts_, bearerToken(request));
    const auto standing = co_await follows_.standing(view->channel.id, asker);
    if (!standing) {
        co_return refusal(standing.error(), logger_);
    }
    auto channel = toWire(*view, addresses_.hostFor(request), asker);
    const auto pictures = co_await pictures_.of(view->channel.id);
    if (!pictures) {
        co_return refusal(pictures.error(), logger_);
    }
    channel.avatar = pictures->avatar.empty() ? std::nullopt : std::optional(pictures->avatar);
    channel.banner = pictures->banner.empty() ? std::nullopt : std::optional(pictures->banner);
    channel.followers = standing->followers;
    channel.following = standing->isFollowing;
    co_return answer(200, channel);
}

net::Task<Response> ChannelRoutes::change(accounts::Account account, Request request) {
    const auto patch = wire::parse<wire::ChannelPatch>(request.body);
    if (!patch) {
        co_return refusal(patch.error());
    }
    if (!patch->title) {
        co_return co_await show(std::move(request));
    }
    const auto view =
        co_await channels_.setTitle(account, std::string(request.parameter("name")), *patch->title);
    co_return view ? answer(200, toWire(*view, addresses_.hostFor(request), account))
                   : refusal(view.error(), logger_);
}

net::Task<Response> ChannelRoutes::makeKey(accounts::Account account, Request request) {
    const auto key = co_await channels_.makeKey(account, std::string(request.parameter("name")));
    if (!key) {
        co_return refusal(key.error(), logger_);
    }
    const wire::StreamKey streamKey{*key};
    co_return answer(200, streamKey);
}

}  // namespace footlight::relay::api
