#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/wire/socket.h"

class QTcpSocket;
class QWebSocket;

namespace footlight::tests {

/// A hub that speaks the wire's messages on the loopback and does what a test tells it to. It remembers what
/// it was asked. Lives on the test's thread and needs its event loop.
class FakeHub : public QObject {
public:
    struct Request {
        std::string method;
        std::string target;
        std::string authorization;
        std::string body;
    };
    struct Answer {
        int status = 200;
        std::string body;
    };

    FakeHub();
    ~FakeHub() override;

    [[nodiscard]] QUrl address() const;
    [[nodiscard]] QUrl socketUrl() const;

    /// The answer to "GET /channels" and the like, below /api/v1.
    void answer(const std::string& request, Answer answer) { answers_[request] = std::move(answer); }
    [[nodiscard]] const std::vector<Request>& requests() const { return requests_; }

    /// What arrived over the socket, oldest first, over all connections.
    [[nodiscard]] const std::vector<wire::ClientMessage>& heard() const { return heard_; }
    template <typename Message>
    [[nodiscard]] std::vector<Message> heardOf() const {
        std::vector<Message> found;
        for (const auto& message : heard_) {
            if (const auto* wanted = std::get_if<Message>(&message)) {
                found.push_back(*wanted);
            }
        }
        return found;
    }
    void tell(const wire::ServerMessage& message);
    void tellText(const std::string& json);
    void dropConnections();
    void refuseToken(const std::string& token) { refusedToken_ = token; }
    /// There is no such channel, as the relay says it.
    void refuseJoins(const std::string& channel) { refusedChannel_ = channel; }
    /// The next joins are answered as by a relay whose disk has too much to do.
    void beBusyForJoins(int count) { busyJoins_ = count; }
    void confirmLines(bool confirm) { confirmsLines_ = confirm; }
    void greet(bool greets) { greets_ = greets; }
    void stopListening();
    void listenAgain();
    [[nodiscard]] std::size_t connections() const { return sockets_.size(); }

    std::chrono::milliseconds clockAhead{0};

private:
    void serve(QTcpSocket& connection);
    Answer answerTo(const Request& request) const;
    void accept();
    void hear(QWebSocket& socket, const QString& json);
    void react(QWebSocket& socket, const wire::ClientMessage& message);

    QTcpServer http_;
    QWebSocketServer webSocket_;
    quint16 httpPort_ = 0;
    std::map<std::string, Answer> answers_;
    std::vector<Request> requests_;
    std::vector<wire::ClientMessage> heard_;
    std::vector<QWebSocket*> sockets_;
    std::string refusedToken_;
    std::string refusedChannel_;
    int busyJoins_ = 0;
    bool confirmsLines_ = true;
    bool greets_ = true;
};

/// Runs the event loop until `condition` holds; false after five seconds.
bool eventually(const std::function<bool()>& condition);

}  // namespace footlight::tests
