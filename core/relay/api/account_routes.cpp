#include "core/relay/api/account_routes.h"

#include "core/relay/api/addresses.h"
#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/wire/account.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

AccountRoutes::AccountRoutes(hub::AccountService& accounts, Logger logger)
    : accounts_(accounts), logger_(std::move(logger)) {}

Response AccountRoutes::answerSession(unsigned status, const Result<hub::SignedIn>& signedIn) const {
    if (!signedIn) {
        return refusal(signedIn.error(), logger_);
    }
    const auto& account = signedIn->account;
    const wire::Session session{
        signedIn->token, signedIn->expiresAt, {account.id, account.name}, account.name};
    return answer(status, session);
}

net::Task<Response> AccountRoutes::signUp(Request request) {
    const auto asked = wire::parse<wire::SignUpRequest>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto signedIn = co_await accounts_.signUp(
        asked->name, asked->password, asked->invitation.value_or(Secret()), deviceOf(request, asked->device));
    co_return answerSession(201, signedIn);
}

net::Task<Response> AccountRoutes::signIn(Request request) {
    const auto asked = wire::parse<wire::SignInRequest>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    if (asked->ownerToken) {
        if (!isLoopback(request.peerAddress)) {
            const Error denied(ErrorCategory::Denied, "account.owner_from_elsewhere",
                               "The owner's token is taken from the relay's own machine only.");
            co_return refusal(denied, logger_);
        }
        const auto owner =
            co_await accounts_.signInAsOwner(*asked->ownerToken, deviceOf(request, asked->device));
        co_return answerSession(200, owner);
    }
    if (!asked->name || !asked->password) {
        co_return invalidRequest(asked->name ? "password" : "name",
                                 "Send `name` and `password`, or `ownerToken`.");
    }
    const auto signedIn = co_await accounts_.signIn(*asked->name, *asked->password, asked->code.value_or(""),
                                                    deviceOf(request, asked->device));
    co_return answerSession(200, signedIn);
}

net::Task<Response> AccountRoutes::signOut(accounts::Account account, Request request) {
    const auto done = co_await accounts_.signOut(account, bearerToken(request));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> AccountRoutes::me(accounts::Account account, Request) {
    const auto credentials = co_await accounts_.credentials(account);
    if (!credentials) {
        co_return refusal(credentials.error(), logger_);
    }
    const auto hasStep = co_await accounts_.secondStep().isOn(account);
    if (!hasStep) {
        co_return refusal(hasStep.error(), logger_);
    }
    wire::Me me{{account.id, account.name}, account.name};
    me.ownsRelay = credentials->role == AccountRole::Owner;
    me.hasPassword = !credentials->passwordHash.empty();
    me.secondStep = *hasStep;
    co_return answer(200, me);
}

}  // namespace footlight::relay::api
