#include "core/relay/api/credentials.h"

#include <string_view>

namespace footlight::relay::api {

Secret bearerToken(const net::http::Request& request) {
    constexpr std::string_view kScheme = "Bearer ";
    const auto value = request.header("Authorization");
    if (value.size() <= kScheme.size() ||
        !net::http::equalsIgnoringCase(value.substr(0, kScheme.size()), kScheme)) {
        return {};
    }
    return Secret(std::string(value.substr(kScheme.size())));
}

hub::Device deviceOf(const net::http::Request& request, const std::optional<std::string>& name) {
    constexpr std::size_t kLongest = 80;
    std::string told(request.header("User-Agent").substr(0, kLongest));
    // Header values may hold bytes that are no UTF-8.
    std::erase_if(told, [](char c) { return c < ' ' || c > '~'; });
    return {name.value_or(told), request.peerAddress};
}

net::Task<Result<accounts::Account>> requireAccount(hub::AccountService& accounts, Secret token) {
    if (token.isEmpty()) {
        co_return fail(ErrorCategory::Denied, "account.sign_in_needed",
                       "Sign in and send the token as `Authorization: Bearer TOKEN`.");
    }
    co_return co_await accounts.authenticate(std::move(token));
}

net::Task<std::optional<accounts::Account>> askerOf(hub::AccountService& accounts, Secret token) {
    if (token.isEmpty()) {
        co_return std::nullopt;
    }
    auto account = co_await accounts.authenticate(std::move(token));
    co_return account ? std::optional(std::move(*account)) : std::nullopt;
}

}  // namespace footlight::relay::api
