#include "core/relay/api/hook_routes.h"

#include <string>

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/wire/hooks.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

HookRoutes::HookRoutes(hub::Broadcasts& broadcasts, Secret hookSecret, Logger logger)
    : broadcasts_(broadcasts), hookSecret_(std::move(hookSecret)), logger_(std::move(logger)) {}

bool HookRoutes::isTrusted(const Request& request) const {
    return !hookSecret_.isEmpty() && hookSecret_.matches(bearerToken(request).reveal());
}

Response HookRoutes::distrust() const {
    const Error denied(ErrorCategory::Denied, "account.sign_in_needed",
                       "Send the hook secret of this relay as `Authorization: Bearer SECRET`.");
    return refusal(denied, logger_);
}

net::Task<Response> HookRoutes::publish(Request request) {
    if (!isTrusted(request)) {
        co_return distrust();
    }
    const auto hook = wire::parse<wire::PublishHook>(request.body);
    if (!hook) {
        co_return refusal(hook.error());
    }
    const auto grant = co_await broadcasts_.authorize(hook->streamKey);
    if (!grant) {
        logger_.info("refused a publisher at {}", hook->address);
        co_return refusal(grant.error(), logger_);
    }
    logger_.info("{} publishes from {} with {}", grant->channel, hook->address, hook->encoder);
    co_return answer(200, *grant);
}

net::Task<Response> HookRoutes::events(Request request) {
    if (!isTrusted(request)) {
        co_return distrust();
    }
    const auto told = wire::parse<wire::PublishEvents>(request.body);
    if (!told) {
        co_return refusal(told.error());
    }
    for (const auto& event : told->events) {
        const auto applied = co_await broadcasts_.apply(event);
        if (!applied && applied.error().category() != ErrorCategory::NotFound) {
            co_return refusal(applied.error(), logger_);
        }
    }
    co_return net::http::emptyResponse(204);
}

}  // namespace footlight::relay::api
