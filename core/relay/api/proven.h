#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "core/base/logger.h"
#include "core/net/http/message.h"
#include "core/relay/api/answers.h"
#include "core/relay/hub/account_service.h"
#include "core/wire/json.h"

namespace footlight::relay::api {

/// The request's body, a structure of core/wire with a `password`, where that is the account's: what a stolen
/// token must not do asks for it. Otherwise the answer that refuses the request. On the hub's loop.
template <typename Message>
net::Task<tl::expected<Message, net::http::Response>> proven(hub::AccountService& accounts,
                                                             accounts::Account account,
                                                             net::http::Request request, Logger logger) {
    auto asked = wire::parse<Message>(request.body);
    if (!asked) {
        co_return tl::unexpected(refusal(asked.error()));
    }
    const auto known = co_await accounts.confirmPassword(
        std::move(account), asked->password.value_or(Secret()), request.peerAddress);
    if (!known) {
        co_return tl::unexpected(refusal(known.error(), logger));
    }
    co_return std::move(*asked);
}

}  // namespace footlight::relay::api
