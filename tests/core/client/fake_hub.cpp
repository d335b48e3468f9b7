#include "tests/core/client/fake_hub.h"

#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include "core/wire/json.h"
#include "core/wire/relay_info.h"

namespace footlight::tests {
namespace {

const QHostAddress kLoopback(QHostAddress::LocalHost);

/// The first line, the Authorization header and the body, once all of it has arrived.
std::optional<FakeHub::Request> requestIn(const QByteArray& bytes) {
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    FakeHub::Request request;
    qsizetype length = 0;
    const auto lines = bytes.left(end).split('\n');
    const auto first = lines.front().trimmed().split(' ');
    for (const auto& line : lines) {
        const auto colon = line.indexOf(':');
        const auto name = line.left(colon).toLower();
        const auto value = line.mid(colon + 1).trimmed();
        if (name == "content-length") {
            length = value.toLongLong();
        } else if (name == "authorization") {
            request.authorization = value.toStdString();
        }
    }
    if (bytes.size() < end + 4 + length) {
        return std::nullopt;
    }
    request.method = first.value(0).toStdString();
    request.target = first.value(1).toStdString();
    request.body = bytes.mid(end + 4, length).toStdString();
    return request;
}

UtcTime now() { return SystemClock().utcNow(); }

wire::User anna() { return {UserId::make(now()), "anna"}; }

}  // namespace

FakeHub::FakeHub() : webSocket_(QStringLiteral("fake"), QWebSocketServer::NonSecureMode) {
    http_.listen(kLoopback);
    httpPort_ = http_.serverPort();
    webSocket_.listen(kLoopback);
    connect(&http_, &QTcpServer::newConnection, this, [this] {
        auto* connection = http_.nextPendingConnection();
        connect(connection, &QTcpSocket::readyRead, this, [this, connection] { serve(*connection); });
        connect(connection, &QTcpSocket::disconnected, connection, &QObject::deleteLater);
    });
    connect(&webSocket_, &QWebSocketServer::newConnection, this, &FakeHub::accept);
}

FakeHub::~FakeHub() { dropConnections(); }

QUrl FakeHub::address() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(httpPort_)); }

QUrl FakeHub::socketUrl() const {
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/api/v1/socket").arg(webSocket_.serverPort()));
}

void FakeHub::serve(QTcpSocket& connection) {
    const auto request = requestIn(connection.peek(connection.bytesAvailable()));
    if (!request) {
        return;
    }
    connection.readAll();
    requests_.push_back(*request);
    const auto given = answerTo(*request);
    connection.write("HTTP/1.1 " + QByteArray::number(given.status) +
                     " X\r\nContent-Type: application/json\r\n" +
                     "Content-Length: " + QByteArray::number(static_cast<qsizetype>(given.body.size())) +
                     "\r\nConnection: close\r\n\r\n" + QByteArray::fromStdString(given.body));
    connection.disconnectFromHost();
}

FakeHub::Answer FakeHub::answerTo(const Request& request) const {
    const std::string prefix = "/api/v1";
    const auto found = answers_.find(request.method + " " + request.target.substr(prefix.size()));
    if (found != answers_.end()) {
        return found->second;
    }
    if (request.target == "/api/v1/relay") {
        const wire::RelayInfo info{"Fake",
                                   "0",
                                   now(),
                                   "rtmp://127.0.0.1:1/live",
                                   "http://127.0.0.1:2",
                                   address().toString().toStdString() + "/api/v1",
                                   socketUrl().toString().toStdString()};
        return {200, wire::toJson(info)};
    }
    return {404, "nothing here"};
}

void FakeHub::accept() {
    auto* socket = webSocket_.nextPendingConnection();
    sockets_.push_back(socket);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString& json) { hear(*socket, json); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        std::erase(sockets_, socket);
        socket->deleteLater();
    });
}

void FakeHub::hear(QWebSocket& socket, const QString& json) {
    const auto message = wire::parse<wire::ClientMessage>(json.toStdString());
    if (message) {
        heard_.push_back(*message);
        react(socket, *message);
    }
}

void FakeHub::react(QWebSocket& socket, const wire::ClientMessage& message) {
    const auto reply = [&](const wire::ServerMessage& answer) {
        socket.sendTextMessage(QString::fromStdString(wire::toJson(answer)));
    };
    if (const auto* hello = std::get_if<wire::Hello>(&message)) {
        if (hello->token && hello->token->matches(refusedToken_)) {
            socket.close(QWebSocketProtocol::CloseCodePolicyViolated,
                         QStringLiteral("that token has expired"));
        } else if (greets_) {
            reply(wire::Welcome{hello->token ? std::optional(anna()) : std::nullopt, now() + clockAhead});
        }
    } else if (const auto* join = std::get_if<wire::Join>(&message);
               join != nullptr && join->channel == refusedChannel_) {
        reply(wire::ErrorMessage{"channel.unknown", "channel", "There is no such channel.", {}});
    } else if (join != nullptr && busyJoins_ > 0) {
        --busyJoins_;
        reply(wire::ErrorMessage{"relay.busy", {}, "The relay cannot do that just now.", {}});
    } else if (join != nullptr) {
        wire::Joined joined;
        joined.channel = join->channel;
        joined.title = "Title of " + join->channel;
        reply(joined);
    } else if (const auto* say = std::get_if<wire::Say>(&message); say != nullptr && confirmsLines_) {
        const auto id = MessageId::make(now());
        reply(wire::ChatMessage{id, say->channel, anna(), say->text, now()});
        reply(wire::Said{say->nonce, id});
    } else if (const auto* ping = std::get_if<wire::Ping>(&message)) {
        reply(wire::Pong{ping->clientTime, now() + clockAhead});
    }
}

void FakeHub::tell(const wire::ServerMessage& message) { tellText(wire::toJson(message)); }

void FakeHub::tellText(const std::string& json) {
    for (auto* socket : sockets_) {
        socket->sendTextMessage(QString::fromStdString(json));
    }
}

void FakeHub::dropConnections() {
    for (auto* socket : std::vector(sockets_)) {
        socket->abort();
    }
    sockets_.clear();
}

void FakeHub::stopListening() {
    http_.close();
    dropConnections();
}

void FakeHub::listenAgain() { http_.listen(kLoopback, httpPort_); }

bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 5000); }

}  // namespace footlight::tests
