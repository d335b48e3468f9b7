#pragma once

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <vector>

namespace footlight::tests {

/// The way between an encoder and its relay, which a test can take away: passes on what it gets in both
/// directions, until it is cut; then connections break and new ones are refused. Runs in the window's loop.
class WayToTheRelay final : public QObject {
    Q_OBJECT
public:
    explicit WayToTheRelay(quint16 to);

    [[nodiscard]] quint16 port() const { return port_; }
    void cut();
    void mend();

private:
    void connected();
    static void pass(QTcpSocket& from, QTcpSocket& to);

    quint16 to_;
    quint16 port_ = 0;
    QTcpServer server_;
    std::vector<QPointer<QTcpSocket>> ends_;
};

}  // namespace footlight::tests
