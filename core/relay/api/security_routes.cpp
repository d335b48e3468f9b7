#include "core/relay/api/security_routes.h"

#include "core/accounts/totp.h"
#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/proven.h"
#include "core/wire/security.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

SecurityRoutes::SecurityRoutes(hub::AccountService& accounts, std::string relayName, Logger logger)
    : accounts_(accounts), relayName_(std::move(relayName)), logger_(std::move(logger)) {}

void SecurityRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    add(Method::Get, "/me/sessions", signedIn.handledBy(*this, &SecurityRoutes::sessions));
    add(Method::Delete, "/me/sessions", signedIn.handledBy(*this, &SecurityRoutes::endOthers));
    add(Method::Delete, "/me/sessions/{id}", signedIn.handledBy(*this, &SecurityRoutes::endSession));
    add(Method::Put, "/me/password", signedIn.handledBy(*this, &SecurityRoutes::changePassword));
    add(Method::Post, "/me/second-step", signedIn.handledBy(*this, &SecurityRoutes::beginSecondStep));
    add(Method::Post, "/me/second-step/confirm",
        signedIn.handledBy(*this, &SecurityRoutes::confirmSecondStep));
    add(Method::Post, "/me/second-step/off", signedIn.handledBy(*this, &SecurityRoutes::endSecondStep));
    add(Method::Post, "/invitations", signedIn.handledForOwner(*this, &SecurityRoutes::invite));
}

net::Task<Response> SecurityRoutes::sessions(accounts::Account account, Request request) {
    const auto found = co_await accounts_.sessions(account);
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    const auto own = sha256Hex(bearerToken(request).reveal());
    wire::SessionList list;
    for (const auto& one : *found) {
        list.items.push_back({one.id, one.device, one.addressHash, one.createdAt, one.lastUsedAt,
                              one.expiresAt, one.tokenHash == own,
                              one.isOwnApp ? std::optional(true) : std::nullopt});
    }
    co_return answer(200, list);
}

net::Task<Response> SecurityRoutes::endSession(accounts::Account account, Request request) {
    const auto id = SessionId::parse(request.parameter("id"));
    if (!id) {
        const Error unknown(ErrorCategory::NotFound, "account.unknown_session", "You have no such session.");
        co_return refusal(unknown, logger_);
    }
    const auto ended = co_await accounts_.endSession(account, *id);
    co_return ended ? net::http::emptyResponse(204) : refusal(ended.error(), logger_);
}

net::Task<Response> SecurityRoutes::endOthers(accounts::Account account, Request request) {
    const auto ended = co_await accounts_.endOtherSessions(account, bearerToken(request));
    co_return ended ? net::http::emptyResponse(204) : refusal(ended.error(), logger_);
}

net::Task<Response> SecurityRoutes::changePassword(accounts::Account account, Request request) {
    auto asked = co_await proven<wire::PasswordChange>(accounts_, account, request, logger_);
    if (!asked) {
        co_return std::move(asked.error());
    }
    const auto changed = co_await accounts_.setPassword(account, asked->newPassword);
    if (!changed) {
        co_return refusal(changed.error(), logger_);
    }
    const auto ended = co_await accounts_.endOtherSessions(account, bearerToken(request));
    co_return ended ? net::http::emptyResponse(204) : refusal(ended.error(), logger_);
}

net::Task<Response> SecurityRoutes::beginSecondStep(accounts::Account account, Request request) {
    auto asked = co_await proven<wire::PasswordProof>(accounts_, account, request, logger_);
    if (!asked) {
        co_return std::move(asked.error());
    }
    const auto key = co_await accounts_.secondStep().begin(account);
    if (!key) {
        co_return refusal(key.error(), logger_);
    }
    const wire::SecondStepKey told{*key, accounts::totpUrl(*key, relayName_, account.name)};
    co_return answer(200, told);
}

net::Task<Response> SecurityRoutes::confirmSecondStep(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::SecondStepCode>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    auto codes = co_await accounts_.secondStep().confirm(account, asked->code);
    if (!codes) {
        co_return refusal(codes.error(), logger_);
    }
    const wire::RecoveryCodes told{std::move(*codes)};
    co_return answer(200, told);
}

net::Task<Response> SecurityRoutes::endSecondStep(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::SecondStepOff>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto proved = co_await accounts_.confirmBoth(account, asked->password.value_or(Secret()),
                                                       asked->code, request.peerAddress);
    if (!proved) {
        co_return refusal(proved.error(), logger_);
    }
    const auto off = co_await accounts_.secondStep().switchOff(account);
    co_return off ? net::http::emptyResponse(204) : refusal(off.error(), logger_);
}

net::Task<Response> SecurityRoutes::invite(accounts::Account account, Request) {
    const auto made = co_await accounts_.invite(account);
    if (!made) {
        co_return refusal(made.error(), logger_);
    }
    const wire::Invitation told{made->code, made->expiresAt};
    co_return answer(201, told);
}

}  // namespace footlight::relay::api
