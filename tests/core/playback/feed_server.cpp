#include "tests/core/playback/feed_server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

namespace footlight::tests {

FeedServer::FeedServer(Handler handler) : handler_(std::move(handler)) {
    server_.listen(QHostAddress::LocalHost);
    connect(&server_, &QTcpServer::newConnection, this, &FeedServer::accept);
}

QUrl FeedServer::url(const QString& path) const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(server_.serverPort()).arg(path));
}

int FeedServer::count(const QString& pathStart) const {
    return static_cast<int>(std::count_if(asked_.begin(), asked_.end(),
                                          [&](const auto& path) { return path.startsWith(pathStart); }));
}

void FeedServer::accept() {
    while (auto* socket = server_.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            incoming_.remove(socket);
            socket->deleteLater();
        });
    }
}

void FeedServer::read(QTcpSocket& socket) {
    auto& incoming = incoming_[&socket];
    incoming += socket.readAll();
    for (auto end = incoming.indexOf("\r\n\r\n"); end >= 0; end = incoming.indexOf("\r\n\r\n")) {
        const auto head = incoming.left(end);
        incoming.remove(0, end + 4);
        FeedRequest request;
        const QUrl target = QUrl::fromEncoded(head.split(' ').value(1));
        request.path = target.path();
        request.query = QUrlQuery(target);
        const auto range = head.toLower().indexOf("\r\nrange: ");
        if (range >= 0) {
            request.range = head.mid(range + 9, head.indexOf("\r\n", range + 9) - range - 9);
        }
        asked_.push_back(request.path);
        handler_(request, [this, socket = QPointer<QTcpSocket>(&socket)](const FeedAnswer& answer) {
            if (socket) {
                write(*socket, answer);
            }
        });
    }
}

void FeedServer::write(QTcpSocket& socket, const FeedAnswer& answer) const {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) +
                      " X\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (const auto now = relayTime()) {
        head += "Footlight-Time: " + QByteArray::number(*now) + "\r\n";
    }
    for (const auto& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    socket.write(head + "\r\n" + answer.body);
}

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit.count()) {
            return false;
        }
        QEventLoop loop;
        QTimer::singleShot(2, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

void runFor(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace footlight::tests
