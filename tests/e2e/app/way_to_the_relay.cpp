#include "tests/e2e/app/way_to_the_relay.h"

namespace footlight::tests {

WayToTheRelay::WayToTheRelay(quint16 to) : to_(to) {
    connect(&server_, &QTcpServer::newConnection, this, &WayToTheRelay::connected);
    mend();
    port_ = server_.serverPort();
}

void WayToTheRelay::cut() {
    server_.close();
    for (const auto& end : ends_) {
        if (end) {
            end->abort();
            end->deleteLater();
        }
    }
    ends_.clear();
}

void WayToTheRelay::mend() { server_.listen(QHostAddress::LocalHost, port_); }

void WayToTheRelay::connected() {
    while (QTcpSocket* near = server_.nextPendingConnection()) {
        auto* far = new QTcpSocket(near);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), to_);
        pass(*near, *far);
        pass(*far, *near);
        ends_.emplace_back(near);
    }
}

void WayToTheRelay::pass(QTcpSocket& from, QTcpSocket& to) {
    connect(&from, &QTcpSocket::readyRead, &to, [&from, &to] { to.write(from.readAll()); });
    connect(&from, &QTcpSocket::disconnected, &to, &QTcpSocket::disconnectFromHost);
}

}  // namespace footlight::tests
