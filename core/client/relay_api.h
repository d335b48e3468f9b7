#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>
#include <vector>

#include "core/base/secret.h"
#include "core/client/reply.h"
#include "core/wire/account.h"
#include "core/wire/channel.h"
#include "core/wire/chat.h"
#include "core/wire/relay_info.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace footlight::client {

/// A request of one part of the interface: `path` is below /api/v1.
struct ApiRequest {
    QByteArray method;
    QString path;
    QByteArray body{};
    QByteArray contentType = QByteArrayLiteral("application/json");
    std::chrono::milliseconds deadline{10'000};
    qint64 answerAtMost = 1 << 20;  ///< bytes
    std::optional<Secret> token{};  ///< in place of the session's
};

/// A request that is on its way. cancel() ends it: its reply says Timeout, unless it has come by then.
class PendingRequest {
public:
    PendingRequest() = default;
    explicit PendingRequest(QNetworkReply* answer);

    void cancel();

private:
    QPointer<QNetworkReply> answer_;
};

/// A relay's REST interface. Every request has its reply within 10 s, in the caller's thread (the window's);
/// an error's message is meant for people and has the relay's own words where it gave any. At most 32
/// requests wait at a time; more are refused as Unavailable. Owned by the RelayClient.
class RelayApi : public QObject {
    Q_OBJECT
public:
    explicit RelayApi(QObject* parent = nullptr);
    ~RelayApi() override;

    /// `http://host:port` of the relay's hub. Whoever was signed in at another address is no more.
    void setAddress(const QUrl& address);
    [[nodiscard]] QUrl address() const { return address_; }

    void fetchRelay(Reply<wire::RelayInfo> reply);

    /// Denied where name and password do not match; with the code "account.second_step" where `code` is
    /// asked for too.
    void signIn(wire::SignInRequest request, Reply<wire::Session> reply);
    void signIn(const QString& name, const Secret& password, Reply<wire::Session> reply);
    /// Goes on with a session of before, whose token was kept. Denied "account.sign_in_needed" where it
    /// ended.
    void resume(const Secret& token, Reply<wire::Session> reply);
    /// For the app that started the relay itself (FOOTLIGHT_OWNER_TOKEN).
    void signInAsOwner(const Secret& ownerToken, Reply<wire::Session> reply);
    /// Makes the account and a channel of the same name. Conflict where the name is taken.
    void signUp(wire::SignUpRequest request, Reply<wire::Session> reply);
    void signUp(const QString& name, const Secret& password, Reply<wire::Session> reply);
    /// Forgets the session here at once, and tells the relay.
    void signOut();
    /// Forgets the session here alone: signedOut follows.
    void forgetSession();
    /// The relay does not take our token any more, `message` says why, for people: signedOut and sessionLost
    /// follow.
    void loseSession(const QString& message);
    [[nodiscard]] const std::optional<wire::Session>& session() const { return session_; }

    /// All channels, or those on air; at most 500.
    void fetchChannels(bool liveOnly, Reply<std::vector<wire::Channel>> reply);
    void setTitle(const QString& channel, const QString& title, Reply<wire::Channel> reply);
    /// A new stream key; the old one stops working. Shown this once: keep it in the SecretStore.
    void rotateKey(const QString& channel, Reply<Secret> reply);

    /// For the other parts of the interface (ChannelApi, AccountApi, ...), with the session's token.
    PendingRequest request(ApiRequest request, Reply<QByteArray> reply);

Q_SIGNALS:
    /// Also after signUp, with the token that the live socket needs.
    void signedIn(const footlight::wire::Session& session);
    void signedOut();
    /// The relay ended the session; after signedOut.
    void sessionLost(const QString& message);

private:
    void finished(QNetworkReply& answer, const std::optional<Secret>& token, Reply<QByteArray>& reply);
    void openSession(const QString& path, const QByteArray& body, Reply<wire::Session> reply);
    /// A reply that remembers the session, unless another relay is asked by then.
    Reply<wire::Session> remembering(Reply<wire::Session> reply);
    void fetchChannelPage(bool liveOnly, const QString& page, std::vector<wire::Channel> soFar,
                          Reply<std::vector<wire::Channel>> reply);

    QNetworkAccessManager* network_;
    QUrl address_;
    std::optional<wire::Session> session_;
    int waiting_ = 0;
};

}  // namespace footlight::client
