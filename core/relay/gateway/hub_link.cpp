#include "core/relay/gateway/hub_link.h"

#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::relay::gateway {

namespace {

constexpr std::chrono::milliseconds kPublishLimit{400};
constexpr std::chrono::milliseconds kInputsLimit{35'000};

net::http::ClientRequest request(const HubAddress& hub, net::http::Method method, std::string target) {
    net::http::ClientRequest made;
    made.method = method;
    made.host = hub.host;
    made.port = hub.port;
    made.target = std::move(target);
    made.headers = {{"Authorization", "Bearer " + hub.secret.reveal()}};
    return made;
}

}  // namespace

HubLink::HubLink(net::Executor executor, HubAddress hub, Logger logger)
    : hub_(std::move(hub)), client_(std::move(executor), std::move(logger)) {}

net::Task<Result<>> HubLink::mayPublish(Secret key, std::string address) {
    wire::PublishHook hook{std::move(key), std::move(address), "SRT"};
    auto question = request(hub_, net::http::Method::Post, "/hooks/v1/publish");
    question.headers.push_back({"Content-Type", "application/json"});
    question.body = wire::toJson(hook);
    question.timeout = kPublishLimit;
    const auto answer = co_await client_.send(std::move(question));
    if (!answer) {
        co_return fail(answer.error());
    }
    if (answer->status == 200) {
        co_return Result<>{};
    }
    if (answer->status == 403) {
        const auto problem = wire::parse<wire::Problem>(answer->body);
        co_return fail(ErrorCategory::Denied, "gateway.key",
                       problem && !problem->detail.empty() ? problem->detail : "the hub refuses the key");
    }
    co_return fail(ErrorCategory::Unavailable, "gateway.hub",
                   "the hub answers " + std::to_string(answer->status) + " to the publish hook");
}

net::Task<Result<wire::StreamInputs>> HubLink::inputs(std::int64_t after) {
    auto question = request(hub_, net::http::Method::Get, "/hooks/v1/inputs?after=" + std::to_string(after));
    question.timeout = kInputsLimit;
    const auto answer = co_await client_.send(std::move(question));
    if (!answer) {
        co_return fail(answer.error());
    }
    if (answer->status != 200) {
        co_return fail(ErrorCategory::Unavailable, "gateway.hub",
                       "the hub answers " + std::to_string(answer->status) + " to the question for inputs");
    }
    auto inputs = wire::parse<wire::StreamInputs>(answer->body);
    if (!inputs) {
        co_return fail(inputs.error().toError().within("reading the hub's inputs"));
    }
    co_return std::move(*inputs);
}

}  // namespace footlight::relay::gateway
