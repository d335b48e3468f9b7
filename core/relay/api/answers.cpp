#include "core/relay/api/answers.h"

#include <string_view>

#include "core/relay/hub/frame.h"

namespace footlight::relay::api {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kProblemJson = "application/problem+json";

unsigned statusOf(const Error& error) {
    if (error.code() == "account.wrong_credentials" || error.code() == "account.sign_in_needed" ||
        error.code() == "account.second_step" || error.code() == "account.wrong_code") {
        return 401;
    }
    if (error.code() == "account.too_many_tries" || error.code() == "account.too_many_sign_ups" ||
        error.code() == "account.too_many_codes" || error.code() == "account.exported_lately") {
        return 429;
    }
    switch (error.category()) {
        case ErrorCategory::Invalid:
            return 400;
        case ErrorCategory::Denied:
            return 403;
        case ErrorCategory::NotFound:
            return 404;
        case ErrorCategory::Conflict:
            return 409;
        default:
            return 503;
    }
}

wire::Problem problemOf(unsigned status, std::string_view code, std::string detail) {
    wire::Problem problem;
    problem.title = net::http::reasonPhrase(status);
    problem.status = status;
    problem.code = code;
    problem.detail = std::move(detail);
    return problem;
}

net::http::Response sealed(unsigned status, std::string_view type, std::string json) {
    return net::http::textResponse(status, type, std::move(json))
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
}

}  // namespace

net::http::Response jsonResponse(unsigned status, std::string json) {
    return sealed(status, kJson, std::move(json));
}

net::http::Response refusal(const wire::Problem& problem) {
    auto response = sealed(static_cast<unsigned>(problem.status), kProblemJson, wire::toJson(problem));
    if (problem.retryAfter) {
        response.with("Retry-After", std::to_string(*problem.retryAfter));
    }
    if (problem.status == 401) {
        response.with("WWW-Authenticate", "Bearer");
    }
    return response;
}

net::http::Response refusal(const wire::ParseFailure& failure) {
    return invalidRequest(failure.field, failure.message);
}

net::http::Response invalidRequest(std::string field, std::string detail) {
    auto problem = problemOf(400, "request.invalid", std::move(detail));
    if (!field.empty()) {
        problem.field = std::move(field);
    }
    return refusal(problem);
}

net::http::Response refusal(const Error& error, const Logger& logger, std::string_view key) {
    const auto told = hub::outward(error);
    auto problem = problemOf(statusOf(told), told.code(), told.message());
    if (told.code() == "channel.protected" && !key.empty()) {
        problem.field = key;
    }
    if (problem.status == 503) {
        logger.warning("answered {}: {}", told.code(), error.text());
        problem.retryAfter = 1;
    }
    return refusal(problem);
}

}  // namespace footlight::relay::api
