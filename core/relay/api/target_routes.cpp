#include "core/relay/api/target_routes.h"

#include "core/relay/api/answers.h"

namespace footlight::relay::api {
namespace {

using net::http::Request;
using net::http::Response;

/// One that is not an id is nobody's.
TargetId idOf(const Request& request) {
    return TargetId::parse(request.parameter("id")).value_or(TargetId{});
}

}  // namespace

TargetRoutes::TargetRoutes(const OwnerAccess& access, hub::TargetService& targets, Logger logger)
    : access_(access), targets_(targets), logger_(std::move(logger)) {}

net::Task<Response> TargetRoutes::list(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    auto targets = co_await targets_.list(*channel);
    if (!targets) {
        co_return refusal(targets.error(), logger_);
    }
    const wire::TargetList list{std::move(*targets)};
    co_return answer(200, list);
}

net::Task<Response> TargetRoutes::add(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto asked = wire::parse<wire::NewTarget>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto made = co_await targets_.add(*channel, *asked);
    co_return made ? answer(201, *made) : refusal(made.error(), logger_);
}

net::Task<Response> TargetRoutes::change(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto patch = wire::parse<wire::TargetPatch>(request.body);
    if (!patch) {
        co_return refusal(patch.error());
    }
    const auto changed = co_await targets_.change(*channel, idOf(request), *patch);
    co_return changed ? answer(200, *changed) : refusal(changed.error(), logger_);
}

net::Task<Response> TargetRoutes::remove(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto removed = co_await targets_.remove(*channel, idOf(request));
    co_return removed ? net::http::emptyResponse(204) : refusal(removed.error(), logger_);
}

}  // namespace footlight::relay::api
