#include "core/client/relay_client.h"

#include <utility>

namespace footlight::client {
namespace {

constexpr int kHubPort = 8080;

}  // namespace

RelayClient::RelayClient(const Clock& clock, QObject* parent) : QObject(parent), live_(clock) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &RelayClient::attempt);
    connect(&live_, &LiveSocket::opened, this, [this] {
        backoff_.reset();
        enter(ConnectionState::Online, {});
    });
    connect(&live_, &LiveSocket::closed, this, &RelayClient::lost);
    connect(&live_, &LiveSocket::tokenRefused, this, [this](const QString& message) {
        // Signed out: openLive() goes on as a guest, until somebody signs in again.
        api_.session() ? api_.loseSession(message) : lost(message);
    });
    connect(&api_, &RelayApi::signedIn, this, [this](const wire::Session& session) {
        if (const auto before = std::exchange(speaker_, session.user.id); before && *before != *speaker_) {
            live_.refuseLines();
        }
        openLive();
    });
    connect(&api_, &RelayApi::signedOut, this, [this] {
        live_.refuseLines();
        openLive();
    });
}

void RelayClient::connectTo(const QUrl& hub) {
    disconnectFromRelay();
    const bool isAnother = !api_.address().isEmpty() && api_.address() != hub;
    if (isAnother) {
        live_.forget();
    }
    backoff_.reset();
    api_.setAddress(hub);
    if (isAnother) {
        Q_EMIT relayChanged();
    }
    enter(ConnectionState::Connecting, {});
    attempt();
}

void RelayClient::disconnectFromRelay() {
    retry_.stop();
    relay_.reset();
    live_.close();
    enter(ConnectionState::Offline, {});
}

void RelayClient::attempt() {
    const QUrl asked = api_.address();
    api_.fetchRelay({this, [this, asked](Result<wire::RelayInfo> relay) {
                         if (state_ == ConnectionState::Offline || asked != api_.address()) {
                             return;
                         }
                         if (relay) {
                             discovered(*relay);
                         } else {
                             lost(QString::fromStdString(relay.error().message()));
                         }
                     }});
}

void RelayClient::discovered(const wire::RelayInfo& relay) {
    relay_ = relay;
    openLive();
}

void RelayClient::openLive() {
    if (!relay_ || state_ == ConnectionState::Offline) {
        return;
    }
    retry_.stop();
    const auto& session = api_.session();
    live_.open(QUrl(QString::fromStdString(relay_->socket)),
               session ? std::optional<Secret>(session->token) : std::nullopt);
}

void RelayClient::lost(const QString& message) {
    live_.close();
    enter(ConnectionState::Reconnecting, message);
    retry_.start(backoff_.next());
}

void RelayClient::enter(ConnectionState state, const QString& message) {
    if (state != state_ || message != message_) {
        state_ = state;
        message_ = message;
        Q_EMIT connectionChanged(state_, message_);
    }
}

QUrl hubUrlFromText(const QString& text) {
    const QString trimmed = text.trimmed();
    QUrl url(trimmed.contains(QStringLiteral("://")) ? trimmed : QStringLiteral("http://") + trimmed,
             QUrl::StrictMode);
    const bool isWeb = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return {};
    }
    if (url.port() == -1 && url.scheme() == QStringLiteral("http")) {
        url.setPort(kHubPort);
    }
    url.setPath({});
    url.setQuery(QString());
    url.setFragment({});
    url.setUserInfo({});
    return url;
}

}  // namespace footlight::client
