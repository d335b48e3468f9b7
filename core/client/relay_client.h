#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <optional>

#include "core/base/clock.h"
#include "core/client/backoff.h"
#include "core/client/live_socket.h"
#include "core/client/relay_api.h"

namespace footlight::client {

enum class ConnectionState : std::uint8_t {
    Offline,       ///< nobody asked for a connection
    Connecting,    ///< the first attempt runs
    Online,        ///< discovered, welcomed by the live socket
    Reconnecting,  ///< lost or not reached; tried again by itself, 0.5 to 15 s apart
};

/// The app's connection to one relay: finds its addresses from one, keeps the live socket open and signed in
/// through restarts of either side. `api()` asks, `live()` is told. Made by the app, used on the window's
/// thread. Never gives up by itself.
class RelayClient : public QObject {
    Q_OBJECT
public:
    explicit RelayClient(const Clock& clock, QObject* parent = nullptr);

    /// `http://host:port` of the relay's hub (see hubUrlFromText). Takes the place of another relay, whose
    /// joined channels are forgotten; a relay that comes back at the same address finds them again.
    void connectTo(const QUrl& hub);
    void disconnectFromRelay();

    [[nodiscard]] ConnectionState state() const { return state_; }
    /// Why not Online, for people; empty while all is well.
    [[nodiscard]] const QString& message() const { return message_; }
    /// Where everything is; present once the relay has been reached.
    [[nodiscard]] const std::optional<wire::RelayInfo>& relay() const { return relay_; }

    [[nodiscard]] RelayApi& api() { return api_; }
    [[nodiscard]] LiveSocket& live() { return live_; }

Q_SIGNALS:
    /// Another relay was chosen: what was shown of the one before is not its.
    void relayChanged();
    void connectionChanged(footlight::client::ConnectionState state, const QString& message);

private:
    void attempt();
    void discovered(const wire::RelayInfo& relay);
    void lost(const QString& message);
    void openLive();
    void enter(ConnectionState state, const QString& message);

    RelayApi api_;
    LiveSocket live_;
    Backoff backoff_;
    QTimer retry_;
    ConnectionState state_ = ConnectionState::Offline;
    QString message_;
    std::optional<wire::RelayInfo> relay_;
    std::optional<UserId> speaker_;  ///< who was signed in last
};

/// "host", "host:port" and full URLs to the URL of a hub (port 8080 where none is given); invalid for
/// anything else.
QUrl hubUrlFromText(const QString& text);

}  // namespace footlight::client
