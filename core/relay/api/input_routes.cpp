#include "core/relay/api/input_routes.h"

#include "core/relay/api/answers.h"

namespace footlight::relay::api {
namespace {

using net::http::Request;
using net::http::Response;

/// One that is not an id is nobody's.
InputId idOf(const Request& request) { return InputId::parse(request.parameter("id")).value_or(InputId{}); }

}  // namespace

InputRoutes::InputRoutes(const OwnerAccess& access, hub::InputService& inputs, Logger logger)
    : access_(access), inputs_(inputs), logger_(std::move(logger)) {}

net::Task<Response> InputRoutes::list(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    auto inputs = co_await inputs_.list(*channel);
    if (!inputs) {
        co_return refusal(inputs.error(), logger_);
    }
    const wire::ChannelInputList list{std::move(*inputs)};
    co_return answer(200, list);
}

net::Task<Response> InputRoutes::add(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto asked = wire::parse<wire::NewChannelInput>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto made = co_await inputs_.add(*channel, *asked);
    co_return made ? answer(201, *made) : refusal(made.error(), logger_);
}

net::Task<Response> InputRoutes::change(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto patch = wire::parse<wire::ChannelInputPatch>(request.body);
    if (!patch) {
        co_return refusal(patch.error());
    }
    const auto changed = co_await inputs_.change(*channel, idOf(request), *patch);
    co_return changed ? answer(200, *changed) : refusal(changed.error(), logger_);
}

net::Task<Response> InputRoutes::remove(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto removed = co_await inputs_.remove(*channel, idOf(request));
    co_return removed ? net::http::emptyResponse(204) : refusal(removed.error(), logger_);
}

}  // namespace footlight::relay::api
