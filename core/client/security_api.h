#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/base/secret.h"
#include "core/client/reply.h"
#include "core/wire/security.h"

namespace footlight::client {

class RelayApi;

/// Where one is signed in, and the second step of signing in. Replies as those of RelayApi, which it asks
/// through and which outlives it. On the window's thread.
class SecurityApi : public QObject {
    Q_OBJECT
public:
    explicit SecurityApi(RelayApi& relay, QObject* parent = nullptr);

    /// The last used first.
    void fetchSessions(Reply<std::vector<wire::SessionInfo>> reply);
    /// NotFound where it has ended by itself meanwhile.
    void endSession(SessionId id, Reply<> reply);
    /// All but this one.
    void endOtherSessions(Reply<> reply);

    /// A new key for an authenticator app; nothing is asked for before confirmSecondStep(). `password` where
    /// the account has one. Conflict "account.second_step_on".
    void startSecondStep(const std::optional<Secret>& password, Reply<wire::SecondStepKey> reply);
    /// On from now; the codes are shown this once. Denied "account.wrong_code".
    void confirmSecondStep(const QString& code, Reply<wire::RecoveryCodes> reply);
    void endSecondStep(const wire::SecondStepOff& proof, Reply<> reply);

private:
    RelayApi& relay_;
};

}  // namespace footlight::client
