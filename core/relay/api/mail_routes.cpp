#include "core/relay/api/mail_routes.h"

#include "core/accounts/password.h"
#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/proven.h"
#include "core/wire/notification.h"
#include "core/wire/security.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

MailRoutes::MailRoutes(hub::MailDesk& mail, hub::AccountService& accounts, Logger logger)
    : mail_(mail), accounts_(accounts), logger_(std::move(logger)) {}

void MailRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    add(Method::Get, "/me/email", signedIn.handledBy(*this, &MailRoutes::show));
    add(Method::Put, "/me/email", signedIn.handledBy(*this, &MailRoutes::change));
    add(Method::Delete, "/me/email", signedIn.handledBy(*this, &MailRoutes::remove));
    add(Method::Post, "/email/verify", handledBy(*this, &MailRoutes::verify));
    add(Method::Post, "/password/forgotten", handledBy(*this, &MailRoutes::forgotten));
    add(Method::Post, "/password/reset", handledBy(*this, &MailRoutes::reset));
}

net::Task<Response> MailRoutes::show(accounts::Account account, Request) {
    const auto address = co_await mail_.addressOf(account);
    if (!address) {
        co_return refusal(address.error(), logger_);
    }
    const wire::EmailAddress told{*address};
    co_return answer(200, told);
}

net::Task<Response> MailRoutes::change(accounts::Account account, Request request) {
    // Whoever has the address gets into the account.
    auto asked = co_await proven<wire::EmailRequest>(accounts_, account, request, logger_);
    if (!asked) {
        co_return std::move(asked.error());
    }
    const auto done = co_await mail_.changeAddress(account, asked->email);
    co_return done ? net::http::emptyResponse(202) : refusal(done.error(), logger_);
}

net::Task<Response> MailRoutes::remove(accounts::Account account, Request request) {
    // Without it, whoever has stolen a session could keep a forgotten password from being replaced.
    auto asked = co_await proven<wire::PasswordProof>(accounts_, account, request, logger_);
    if (!asked) {
        co_return std::move(asked.error());
    }
    const auto done = co_await mail_.removeAddress(account);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> MailRoutes::verify(Request request) {
    const auto asked = wire::parse<wire::EmailCode>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = co_await mail_.verify(asked->code);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> MailRoutes::forgotten(Request request) {
    const auto asked = wire::parse<wire::ForgottenPassword>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto done = mail_.forgotten(asked->email);
    co_return done ? net::http::emptyResponse(202) : refusal(done.error(), logger_);
}

net::Task<Response> MailRoutes::reset(Request request) {
    const auto asked = wire::parse<wire::PasswordReset>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    // Before the code is used up.
    if (const auto good = accounts::checkPassword(asked->newPassword, ""); !good) {
        co_return refusal(good.error(), logger_);
    }
    const auto account = co_await mail_.redeem(asked->code);
    if (!account) {
        co_return refusal(account.error(), logger_);
    }
    const auto changed = co_await accounts_.setPassword(*account, asked->newPassword);
    if (!changed) {
        co_return refusal(changed.error(), logger_);
    }
    Secret none;
    const auto ended = co_await accounts_.endOtherSessions(*account, std::move(none));
    co_return ended ? net::http::emptyResponse(204) : refusal(ended.error(), logger_);
}

}  // namespace footlight::relay::api
