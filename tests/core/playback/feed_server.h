#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>
#include <functional>
#include <vector>

class QTcpSocket;

namespace footlight::tests {

/// What a test's web server was asked for.
struct FeedRequest {
    QString path;
    QUrlQuery query;
    QByteArray range;
};

struct FeedAnswer {
    int status = 200;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
};

/// A small HTTP/1.1 server on the loopback. The handler answers by calling `reply`, at once or later; answers
/// go out in the order of the requests of their connection. Lives on the test's thread and needs its event
/// loop.
class FeedServer : public QObject {
public:
    using Reply = std::function<void(FeedAnswer)>;
    using Handler = std::function<void(const FeedRequest&, Reply)>;

    explicit FeedServer(Handler handler);

    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] int count(const QString& pathStart) const;
    /// Milliseconds of UTC to put into Footlight-Time; none by default.
    std::function<std::optional<qint64>()> relayTime = [] { return std::nullopt; };

private:
    void accept();
    void read(QTcpSocket& socket);
    void write(QTcpSocket& socket, const FeedAnswer& answer) const;

    Handler handler_;
    QHash<QTcpSocket*, QByteArray> incoming_;
    std::vector<QString> asked_;
    QTcpServer server_;  ///< goes first: its connections still speak of the rest
};

/// Runs the event loop until `condition` holds; false after `limit`.
bool eventually(const std::function<bool()>& condition,
                std::chrono::milliseconds limit = std::chrono::seconds(10));
/// Runs the event loop for as long as the test's subject needs to show that nothing happens.
void runFor(std::chrono::milliseconds time);

}  // namespace footlight::tests
