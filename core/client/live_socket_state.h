#pragma once

#include <QTimer>
#include <QWebSocket>
#include <map>

#include "core/client/backoff.h"
#include "core/client/clock_offset.h"
#include "core/client/live_socket.h"
#include "core/client/pending_lines.h"
#include "core/client/pending_requests.h"

namespace footlight::client {

/// What a LiveSocket has heard and waits for. On its thread.
struct LiveSocket::State {
    State(LiveSocket& owner, const Clock& c) : self(owner), clock(c) {}

    static QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

    void connected();
    void received(const QString& json);
    void ended(const QString& why);
    void drop();
    void send(const wire::ClientMessage& message);
    void sendDue(const std::string& channel);
    void joinNext();
    void joinAnswered();
    void refuseJoin(const std::string& channel, const QString& message);
    void delayJoin(const std::string& channel, const QString& message);
    void ping();
    void expireLines();
    void refuse(const PendingLines::Line& line);
    void refuseRequests(std::vector<std::string> nonces, const QString& reason);
    [[nodiscard]] bool isIn(const std::string& channel) const;

    void handle(const wire::Welcome& message);
    void handle(const wire::Joined& message);
    void handle(const wire::Left& message);
    void handle(const wire::ChatMessage& message);
    void handle(const wire::Said& message);
    void handle(const wire::Done& message);
    void handle(const wire::Edited& message) { Q_EMIT self.messageEdited(message.message); }
    void handle(const wire::Deleted& message) { Q_EMIT self.messageDeleted(message); }
    void handle(const wire::Cleared& message) { Q_EMIT self.messagesCleared(message); }
    void handle(const wire::Pinned& message) { Q_EMIT self.pinned(message); }
    void handle(const wire::Unpinned& message) { Q_EMIT self.unpinned(message); }
    void handle(const wire::ModesChanged& message) { Q_EMIT self.modesChanged(message); }
    void handle(const wire::EmotesChanged& message) { Q_EMIT self.emotesChanged(message); }
    void handle(const wire::RoleChanged& message) { Q_EMIT self.roleChanged(message); }
    void handle(const wire::Restricted& message) { Q_EMIT self.restricted(message); }
    /// What no widget shows.
    void handle(const auto&) {}
    void handle(const wire::Presence& message) {
        Q_EMIT self.viewersChanged(text(message.channel), message.viewers);
        Q_EMIT self.presenceChanged(message);
    }
    void handle(const wire::FriendWatching& message) { Q_EMIT self.friendWatching(message); }
    void handle(const wire::Reactions& message) { Q_EMIT self.reactionsReceived(message); }
    void handle(const wire::PollChanged& message) { Q_EMIT self.pollChanged(message); }
    void handle(const wire::HandsChanged& message) { Q_EMIT self.handsChanged(message); }
    void handle(const wire::QuestionAsked& message) { Q_EMIT self.questionAsked(message); }
    void handle(const wire::QuestionVotes& message) { Q_EMIT self.questionVotesChanged(message); }
    void handle(const wire::QuestionClosed& message) { Q_EMIT self.questionClosed(message); }
    void handle(const wire::Live& message) { Q_EMIT self.wentLive(message); }
    void handle(const wire::Ended& message) { Q_EMIT self.ended(text(message.channel)); }
    void handle(const wire::Titled& message) {
        Q_EMIT self.titleChanged(text(message.channel), text(message.title));
    }
    void handle(const wire::Health& message) { Q_EMIT self.healthReceived(message); }
    void handle(const wire::Notification& message) { Q_EMIT self.notificationReceived(message); }
    void handle(const wire::Pong& message);
    void handle(const wire::ErrorMessage& message);

    struct Membership {
        bool watching = false;
        bool own = false;
        bool due = true;  ///< to be asked for
        bool joined = false;
        std::optional<MessageId> lastSeen{};
        Backoff backoff{};
        std::optional<std::string> playback{};
    };
    struct SentPing {
        UtcTime clientTime;
        SteadyTime at;
    };

    LiveSocket& self;
    const Clock& clock;
    QWebSocket* socket = nullptr;
    std::optional<Secret> token;
    /// A guest who comes back is the same viewer.
    const std::string guest = makeNonce().toStdString();
    bool welcomed = false;
    std::map<std::string, Membership> channels;
    /// Asked for one after the other, so that a refusal is known for whose it is.
    std::optional<std::string> joining;
    PendingLines lines;
    PendingRequests requests;
    ClockOffset offset;
    std::optional<SentPing> pinged;
    int pingsLeftInBurst = 0;
    QTimer welcomeTimer;
    QTimer joinTimer;
    QTimer pingTimer;
    QTimer expiryTimer;
};

}  // namespace footlight::client
