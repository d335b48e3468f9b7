#include "core/client/account_api.h"

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::client {

AccountApi::AccountApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void AccountApi::fetchMe(Reply<wire::Me> reply) {
    relay_.request({"GET", QStringLiteral("/me")}, parsing(this, std::move(reply)));
}

void AccountApi::changePassword(const wire::PasswordChange& change, Reply<> reply) {
    relay_.request({"PUT", QStringLiteral("/me/password"), bytesOf(wire::toJson(change))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::askForReset(const QString& email, Reply<> reply) {
    const wire::ForgottenPassword request{email.toStdString()};
    relay_.request({"POST", QStringLiteral("/password/forgotten"), bytesOf(wire::toJson(request))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::resetPassword(const wire::PasswordReset& reset, Reply<> reply) {
    relay_.request({"POST", QStringLiteral("/password/reset"), bytesOf(wire::toJson(reset))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::fetchEmail(Reply<std::optional<QString>> reply) {
    Reply<wire::EmailAddress> unwrap(
        this, [reply = std::move(reply)](const Result<wire::EmailAddress>& address) mutable {
            reply(address.map([](const wire::EmailAddress& known) {
                return known.email ? std::optional(QString::fromStdString(*known.email)) : std::nullopt;
            }));
        });
    relay_.request({"GET", QStringLiteral("/me/email")}, parsing(this, std::move(unwrap)));
}

void AccountApi::setEmail(const wire::EmailRequest& request, Reply<> reply) {
    relay_.request({"PUT", QStringLiteral("/me/email"), bytesOf(wire::toJson(request))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::verifyEmail(const Secret& code, Reply<> reply) {
    const wire::EmailCode sent{code};
    relay_.request({"POST", QStringLiteral("/email/verify"), bytesOf(wire::toJson(sent))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::removeEmail(const wire::PasswordProof& proof, Reply<> reply) {
    relay_.request({"DELETE", QStringLiteral("/me/email"), bytesOf(wire::toJson(proof))},
                   ignoring(this, std::move(reply)));
}

void AccountApi::invite(Reply<wire::Invitation> reply) {
    relay_.request({"POST", QStringLiteral("/invitations")}, parsing(this, std::move(reply)));
}

QUrl AccountApi::dataAddress() const {
    return QUrl(relay_.address().toString(QUrl::StripTrailingSlash) + QStringLiteral("/api/v1/me/data"));
}

void AccountApi::deleteAccount(const wire::AccountDeletion& proof, Reply<> reply) {
    relay_.request({"POST", QStringLiteral("/me/delete"), bytesOf(wire::toJson(proof))},
                   ignoring(this, std::move(reply)));
}

}  // namespace footlight::client
