#pragma once

#include <string>
#include <string_view>

#include "core/base/error.h"
#include "core/base/logger.h"
#include "core/net/http/message.h"
#include "core/wire/json.h"
#include "core/wire/problem.h"

namespace footlight::relay::api {

/// A structure of core/wire as an answer. Never cached: some hold tokens, all are of the moment.
net::http::Response jsonResponse(unsigned status, std::string json);

template <typename Message>
net::http::Response answer(unsigned status, const Message& message) {
    return jsonResponse(status, wire::toJson(message));
}

net::http::Response refusal(const wire::Problem& problem);
/// The request's body was wrong: 400 with the member's name.
net::http::Response refusal(const wire::ParseFailure& failure);
/// The status that fits the error. What went wrong inside is logged, and told as 503. `key` is the parameter
/// that would open a protected channel.
net::http::Response refusal(const Error& error, const Logger& logger, std::string_view key = {});
/// 400 `request.invalid` for a part of the request that is not its body.
net::http::Response invalidRequest(std::string field, std::string detail);

}  // namespace footlight::relay::api
