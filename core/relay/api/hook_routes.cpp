#include "core/relay/api/hook_routes.h"

#include <charconv>
#include <optional>
#include <string>

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/wire/hooks.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

namespace {

/// The query's `after`, or 0 without one; nothing where it is no number.
std::optional<std::int64_t> afterOf(const Request& request) {
    const auto text = request.queryParameter("after").value_or("0");
    std::int64_t after = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(after) : std::nullopt;
}

Response badAfter() { return invalidRequest("after", "`after` must be a whole number"); }

}  // namespace

HookRoutes::HookRoutes(Hub hub, Secret hookSecret, std::chrono::milliseconds longPoll, Logger logger)
    : hub_(hub), hookSecret_(std::move(hookSecret)), longPoll_(longPoll), logger_(std::move(logger)) {}

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
    const auto grant = co_await hub_.grants.authorize(hook->streamKey);
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
        const auto applied = co_await hub_.broadcasts.apply(event);
        if (!applied && applied.error().category() != ErrorCategory::NotFound) {
            co_return refusal(applied.error(), logger_);
        }
    }
    co_return net::http::emptyResponse(204);
}

net::Task<Response> HookRoutes::commands(Request request) {
    if (!isTrusted(request)) {
        co_return distrust();
    }
    const auto after = afterOf(request);
    if (!after) {
        co_return badAfter();
    }
    const auto commands = co_await hub_.commands.poll(*after, longPoll_);
    co_return commands ? answer(200, *commands) : refusal(commands.error(), logger_);
}

net::Task<Response> HookRoutes::inputs(Request request) {
    if (!isTrusted(request)) {
        co_return distrust();
    }
    const auto after = afterOf(request);
    if (!after) {
        co_return badAfter();
    }
    const auto inputs = co_await hub_.inputs.poll(*after, longPoll_);
    co_return inputs ? answer(200, *inputs) : refusal(inputs.error(), logger_);
}

}  // namespace footlight::relay::api
