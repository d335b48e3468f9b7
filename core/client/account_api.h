#pragma once

#include <QObject>
#include <QString>
#include <QUrl>
#include <optional>

#include "core/base/secret.h"
#include "core/client/reply.h"
#include "core/wire/account.h"
#include "core/wire/notification.h"
#include "core/wire/security.h"

namespace footlight::client {

class RelayApi;

/// One's own account: what it is, its password and e-mail address, its data and its end. Replies as those of
/// RelayApi, which it asks through and which outlives it. On the window's thread.
class AccountApi : public QObject {
    Q_OBJECT
public:
    explicit AccountApi(RelayApi& relay, QObject* parent = nullptr);

    void fetchMe(Reply<wire::Me> reply);
    /// Ends all other sessions. Denied "account.wrong_credentials", Invalid "account.password".
    void changePassword(const wire::PasswordChange& change, Reply<> reply);
    /// A code goes to that address if it is one that counts; the relay does not say whether.
    void askForReset(const QString& email, Reply<> reply);
    /// Ends every session. Denied "account.wrong_code".
    void resetPassword(const wire::PasswordReset& reset, Reply<> reply);

    void fetchEmail(Reply<std::optional<QString>> reply);
    /// A code goes there; the former address counts until it comes back. Conflict "relay.no_mail".
    void setEmail(const wire::EmailRequest& request, Reply<> reply);
    void verifyEmail(const Secret& code, Reply<> reply);
    /// Denied "account.wrong_credentials".
    void removeEmail(const wire::PasswordProof& proof, Reply<> reply);

    /// For the relay's owner: lets one person sign up within a day.
    void invite(Reply<wire::Invitation> reply);
    /// Where all that the relay has of us is, as JSON; with the session's token (see Transfer).
    [[nodiscard]] QUrl dataAddress() const;
    /// Conflict "account.on_air" or "account.owns_relay". The session is worth nothing afterwards.
    void deleteAccount(const wire::AccountDeletion& proof, Reply<> reply);

private:
    RelayApi& relay_;
};

}  // namespace footlight::client
