#include "core/relay/api/follow_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/page_limit.h"
#include "core/wire/follow.h"
#include "core/wire/follower.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

FollowRoutes::FollowRoutes(hub::FollowService& follows, hub::ChannelService& channels, Logger logger)
    : follows_(follows), channels_(channels), logger_(std::move(logger)) {}

void FollowRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    add(Method::Put, "/channels/{name}/follow", signedIn.handledBy(*this, &FollowRoutes::follow));
    add(Method::Delete, "/channels/{name}/follow", signedIn.handledBy(*this, &FollowRoutes::unfollow));
    add(Method::Get, "/channels/{name}/followers/{user}", signedIn.handledBy(*this, &FollowRoutes::follower));
    add(Method::Get, "/me/follows", signedIn.handledBy(*this, &FollowRoutes::list));
}

net::Task<Response> FollowRoutes::follow(accounts::Account account, Request request) {
    const auto done = co_await follows_.follow(account, std::string(request.parameter("name")));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> FollowRoutes::unfollow(accounts::Account account, Request request) {
    const auto done = co_await follows_.unfollow(account, std::string(request.parameter("name")));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> FollowRoutes::follower(accounts::Account account, Request request) {
    const auto found = co_await follows_.follower(account, std::string(request.parameter("name")),
                                                  std::string(request.parameter("user")));
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const wire::Follower follower{{found->account.id, found->account.name}, found->since};
    co_return answer(200, follower);
}

net::Task<Response> FollowRoutes::list(accounts::Account account, Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    std::string after(request.queryParameter("page").value_or(""));
    // One more than asked tells whether there is another page.
    const auto followed = co_await follows_.page(account, std::move(after), *limit + 1);
    if (!followed) {
        co_return refusal(followed.error(), logger_);
    }
    wire::FollowPage page;
    for (const auto& one : *followed) {
        if (page.items.size() == *limit) {
            page.next = page.items.back().channel;
            break;
        }
        const auto seen = channels_.view(one.channel);
        page.items.push_back({one.channel.name, one.channel.title, seen.startedAt.has_value(), one.since});
    }
    co_return answer(200, page);
}

}  // namespace footlight::relay::api
