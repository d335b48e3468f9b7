#include "core/client/live_socket.h"

#include <QTimer>
#include <QUuid>
#include <QWebSocket>
#include <map>
#include <utility>

#include "core/client/backoff.h"
#include "core/client/clock_offset.h"
#include "core/client/pending_lines.h"
#include "core/client/pending_requests.h"
#include "core/wire/json.h"

namespace footlight::client {
namespace {

constexpr std::chrono::seconds kWelcomeWithin{10};
constexpr std::chrono::seconds kPingEvery{10};
constexpr int kFirstPings = 5;
constexpr std::size_t kMostChannels = 20;
/// An answer that does not come holds back the next join for so long.
constexpr std::chrono::seconds kJoinWithin{10};

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isSameChannel(const std::string& one, const std::string& other) {
    return text(one).compare(text(other), Qt::CaseInsensitive) == 0;
}

QString protectedText(const QString& channel) {
    return LiveSocket::tr(
               "The chat of %1 is for those who have a link. Ask for one, and open it under Watch.")
        .arg(channel);
}

/// Whether it can be the answer to a join: those name no channel, and no nonce.
bool answersJoin(const wire::ErrorMessage& error) { return error.code.starts_with("channel."); }

/// The same, where the relay is busy or we were too quick: what it refuses now it may do in a moment.
bool isForNow(const wire::ErrorMessage& error) {
    return error.code.starts_with("relay.") || error.code == "socket.too_many_rooms";
}

}  // namespace

struct LiveSocket::State {
    State(LiveSocket& owner, const Clock& c) : self(owner), clock(c) {}

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

LiveSocket::LiveSocket(const Clock& clock, QObject* parent)
    : QObject(parent), state_(std::make_unique<State>(*this, clock)) {
    state_->welcomeTimer.setSingleShot(true);
    connect(&state_->welcomeTimer, &QTimer::timeout, this,
            [this] { state_->ended(tr("The relay took the connection and then said nothing.")); });
    state_->joinTimer.setSingleShot(true);
    connect(&state_->joinTimer, &QTimer::timeout, this, [this] {
        state_->joinAnswered();
        state_->joinNext();
    });
    connect(&state_->pingTimer, &QTimer::timeout, this, [this] { state_->ping(); });
    connect(&state_->expiryTimer, &QTimer::timeout, this, [this] { state_->expireLines(); });
}

LiveSocket::~LiveSocket() { state_->drop(); }

void LiveSocket::open(const QUrl& url, std::optional<Secret> token) {
    state_->drop();
    state_->token = std::move(token);
    auto* socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    state_->socket = socket;
    socket->setMaxAllowedIncomingMessageSize(wire::kMaxJsonBytes);
    connect(socket, &QWebSocket::connected, this, [this] { state_->connected(); });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString& json) { state_->received(json); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        if (socket->closeCode() == QWebSocketProtocol::CloseCodePolicyViolated && state_->token) {
            const QString reason = socket->closeReason();
            state_->drop();
            Q_EMIT tokenRefused(reason.isEmpty() ? tr("The relay does not know this sign-in any more.")
                                                 : reason);
        } else {
            state_->ended(tr("The connection to the relay was lost."));
        }
    });
    state_->welcomeTimer.start(kWelcomeWithin);
    socket->open(url);
}

void LiveSocket::close() { state_->drop(); }

void LiveSocket::forget() {
    state_->drop();
    state_->channels.clear();
    state_->offset.reset();
    refuseLines();
}

void LiveSocket::refuseLines() {
    for (const auto& line : state_->lines.takeAll()) {
        state_->refuse(line);
    }
}

bool LiveSocket::isOpen() const { return state_->welcomed; }

void LiveSocket::join(const QString& channel, bool watching, const QString& playback) {
    const auto name = channel.toStdString();
    if (!state_->channels.contains(name) && state_->channels.size() >= kMostChannels) {
        // Later, as a relay's refusal comes.
        QTimer::singleShot(0, this, [this, channel] {
            Q_EMIT joinRefused(channel,
                               tr("You are in %1 channels already. Leave one first.").arg(kMostChannels));
        });
        return;
    }
    auto& member = state_->channels[name];
    (watching ? member.watching : member.own) = true;
    if (!playback.isEmpty()) {
        member.playback = playback.toStdString();
    }
    member.due = true;
    state_->joinNext();
}

QString LiveSocket::playback(const QString& channel) const {
    const auto member = state_->channels.find(channel.toStdString());
    return member == state_->channels.end() ? QString() : text(member->second.playback.value_or(""));
}

void LiveSocket::leave(const QString& channel, bool watching) {
    const auto name = channel.toStdString();
    const auto member = state_->channels.find(name);
    if (member == state_->channels.end()) {
        return;
    }
    (watching ? member->second.watching : member->second.own) = false;
    if (member->second.watching || member->second.own) {
        member->second.due = member->second.due || watching;
        state_->joinNext();
        return;
    }
    state_->channels.erase(member);
    if (state_->welcomed) {
        state_->send(wire::Leave{name});
    }
}

QString LiveSocket::makeNonce() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

QString LiveSocket::say(const QString& channel, const QString& line,
                        const std::optional<MessageId>& replyTo) {
    const QString nonce = makeNonce();
    const wire::Say say{channel.toStdString(), line.toStdString(), nonce.toStdString(), replyTo};
    if (!state_->lines.add(say, state_->clock.steadyNow())) {
        // Later, so that the caller knows the nonce when it hears of it.
        QTimer::singleShot(0, this, [this, nonce] {
            Q_EMIT messageRefused(nonce, tr("Too many lines wait for the relay. Try again in a moment."), {});
        });
        return nonce;
    }
    state_->expiryTimer.start(std::chrono::seconds{1});
    if (state_->isIn(say.channel)) {
        state_->sendDue(say.channel);
    }
    return nonce;
}

QString LiveSocket::edit(const QString& channel, const MessageId& id, const QString& text) {
    return request(wire::Edit{channel.toStdString(), id, text.toStdString()});
}

QString LiveSocket::remove(const QString& channel, const MessageId& id) {
    return request(wire::Delete{channel.toStdString(), id});
}

QString LiveSocket::pin(const QString& channel, const MessageId& id) {
    return request(wire::PinMessage{channel.toStdString(), id});
}

QString LiveSocket::unpin(const QString& channel, const MessageId& id) {
    return request(wire::UnpinMessage{channel.toStdString(), id});
}

void LiveSocket::submit(const std::string& channel, const wire::ClientMessage& message) {
    if (state_->isIn(channel)) {
        state_->send(message);
    }
}

void LiveSocket::submit(const std::string& channel, const wire::ClientMessage& message,
                        const QString& nonce) {
    if (!state_->isIn(channel)) {
        state_->refuseRequests({nonce.toStdString()},
                               tr("Not done: there is no connection to the relay at present."));
    } else if (!state_->requests.add(nonce.toStdString(), state_->clock.steadyNow())) {
        state_->refuseRequests({nonce.toStdString()},
                               tr("Too much waits for the relay. Try again in a moment."));
    } else {
        state_->expiryTimer.start(std::chrono::seconds{1});
        state_->send(message);
    }
}

std::optional<std::chrono::milliseconds> LiveSocket::clockOffset() const { return state_->offset.value(); }

void LiveSocket::State::connected() {
    wire::Hello hello{token};
    if (!token) {
        hello.guest = guest;
    }
    send(hello);
}

void LiveSocket::State::received(const QString& json) {
    const auto utf8 = json.toUtf8();
    const auto* const heard = socket;
    for (const auto& message :
         wire::parseServerText({utf8.constData(), static_cast<std::size_t>(utf8.size())})) {
        std::visit([this](const auto& known) { handle(known); }, message);
        if (socket != heard) {
            return;  // whoever was told has closed this connection
        }
    }
}

void LiveSocket::State::ended(const QString& why) {
    drop();
    Q_EMIT self.closed(why);
}

void LiveSocket::State::drop() {
    welcomeTimer.stop();
    pingTimer.stop();
    pinged.reset();
    welcomed = false;
    joinAnswered();
    lines.connectionLost();
    refuseRequests(
        requests.takeAll(),
        LiveSocket::tr("The connection was lost before the relay answered; look whether it was done."));
    for (auto& [name, member] : channels) {
        member.joined = false;
        member.due = true;
    }
    if (socket != nullptr) {
        socket->disconnect(&self);
        // Not close(): its handshake needs an event loop that may not run any more when the app ends.
        socket->flush();
        socket->abort();
        socket->deleteLater();
        socket = nullptr;
    }
}

void LiveSocket::State::send(const wire::ClientMessage& message) {
    socket->sendTextMessage(text(wire::toJson(message)));
}

void LiveSocket::State::sendDue(const std::string& channel) {
    for (const auto& say : lines.due(channel)) {
        send(say);
    }
}

void LiveSocket::State::ping() {
    if (pinged) {
        ended(LiveSocket::tr("The relay has gone quiet."));
        return;
    }
    pinged = SentPing{clock.utcNow(), clock.steadyNow()};
    send(wire::Ping{pinged->clientTime});
}

void LiveSocket::State::expireLines() {
    for (const auto& line : lines.expire(clock.steadyNow())) {
        refuse(line);
    }
    refuseRequests(requests.expire(clock.steadyNow()), LiveSocket::tr("The relay did not answer."));
    if (lines.empty() && requests.empty()) {
        expiryTimer.stop();
    }
}

void LiveSocket::State::refuse(const PendingLines::Line& line) {
    Q_EMIT self.messageRefused(
        text(line.say.nonce),
        line.sent == 0 ? LiveSocket::tr("Not sent: there was no connection to the relay.")
                       : LiveSocket::tr("The relay did not confirm this line; it may not have arrived."),
        {});
}

/// Later, so that who asked knows the nonce when it hears of it, and nobody hears it from a destructor.
void LiveSocket::State::refuseRequests(std::vector<std::string> nonces, const QString& reason) {
    if (nonces.empty()) {
        return;
    }
    QTimer::singleShot(0, &self, [this, refused = std::move(nonces), reason] {
        for (const auto& nonce : refused) {
            Q_EMIT self.requestRefused(text(nonce), reason, {});
        }
    });
}

bool LiveSocket::State::isIn(const std::string& channel) const {
    const auto member = channels.find(channel);
    return member != channels.end() && member->second.joined;
}

void LiveSocket::State::handle(const wire::Welcome& message) {
    welcomeTimer.stop();
    welcomed = true;
    joinNext();
    pingsLeftInBurst = kFirstPings;
    pingTimer.start(kPingEvery);
    ping();
    Q_EMIT self.opened(message.user);
}

void LiveSocket::State::joinNext() {
    if (!welcomed || joining) {
        return;
    }
    for (auto& [name, member] : channels) {
        if (std::exchange(member.due, false)) {
            joining = name;
            joinTimer.start(kJoinWithin);
            // One that is joined already asks for all of it: whoever joined just now knows nothing.
            const auto after = member.joined ? std::nullopt : member.lastSeen;
            send(wire::Join{name, member.watching, after, member.playback});
            return;
        }
    }
}

void LiveSocket::State::joinAnswered() {
    joining.reset();
    joinTimer.stop();
}

void LiveSocket::State::refuseJoin(const std::string& channel, const QString& message) {
    joinAnswered();
    channels.erase(channel);
    joinNext();
    Q_EMIT self.joinRefused(text(channel), message);
}

void LiveSocket::State::delayJoin(const std::string& channel, const QString& message) {
    joinAnswered();
    joinNext();
    const auto member = channels.find(channel);
    if (member == channels.end()) {
        return;
    }
    QTimer::singleShot(member->second.backoff.next(), &self, [this, channel] {
        const auto found = channels.find(channel);
        if (found != channels.end() && !found->second.joined && joining != channel) {
            found->second.due = true;
            joinNext();
        }
    });
    Q_EMIT self.joinDelayed(text(channel), message);
}

void LiveSocket::State::handle(const wire::Joined& message) {
    if (joining && isSameChannel(*joining, message.channel)) {
        joinAnswered();
        joinNext();
    }
    const auto member = channels.find(message.channel);
    if (member == channels.end()) {
        return;
    }
    member->second.joined = true;
    member->second.backoff.reset();
    if (!message.history.empty()) {
        member->second.lastSeen = message.history.back().id;
    }
    Q_EMIT self.joined(message);
    sendDue(message.channel);
}

/// The answer to our own Leave comes when we know nothing of the channel any more, or join it anew.
void LiveSocket::State::handle(const wire::Left& message) {
    const auto member = channels.find(message.channel);
    if (!message.because || member == channels.end() || !member->second.joined) {
        return;
    }
    channels.erase(member);
    const QString channel = text(message.channel);
    Q_EMIT self.putOut(
        channel, message.because == wire::LeftBecause::Protected
                     ? protectedText(channel)
                     : LiveSocket::tr("The channel %1 is no more: its owner has deleted it.").arg(channel));
}

void LiveSocket::State::handle(const wire::ChatMessage& message) {
    const auto member = channels.find(message.channel);
    if (member != channels.end() && (!member->second.lastSeen || *member->second.lastSeen < message.id)) {
        member->second.lastSeen = message.id;
    }
    Q_EMIT self.messageReceived(message);
}

void LiveSocket::State::handle(const wire::Said& message) {
    if (lines.take(message.nonce)) {
        Q_EMIT self.messageAcknowledged(text(message.nonce), message.id);
    }
}

/// Of a request, or of a line that was a command.
void LiveSocket::State::handle(const wire::Done& message) {
    const bool wasLine = lines.take(message.nonce).has_value();
    if (wasLine || requests.take(message.nonce)) {
        Q_EMIT self.requestDone(text(message.nonce), text(message.text.value_or(std::string())));
    }
    if (wasLine) {
        Q_EMIT self.messageAcknowledged(text(message.nonce), std::nullopt);
    }
}

void LiveSocket::State::handle(const wire::Pong& message) {
    if (!pinged || pinged->clientTime != message.clientTime) {
        return;
    }
    const auto roundTrip =
        std::chrono::duration_cast<std::chrono::milliseconds>(clock.steadyNow() - pinged->at);
    offset.add(pinged->clientTime, roundTrip, message.serverTime);
    pinged.reset();
    Q_EMIT self.clockOffsetChanged(*offset.value());
    if (--pingsLeftInBurst > 0) {
        ping();
    }
}

void LiveSocket::State::handle(const wire::ErrorMessage& message) {
    if (!message.nonce && joining && isForNow(message)) {
        delayJoin(std::string(*joining), text(message.message));
    } else if (!message.nonce && joining && answersJoin(message)) {
        refuseJoin(std::string(*joining), message.code == "channel.protected" ? protectedText(text(*joining))
                                                                              : text(message.message));
    } else if (!message.nonce) {
        Q_EMIT self.refused(text(message.message), text(message.code));
    } else if (lines.take(*message.nonce)) {
        Q_EMIT self.messageRefused(text(*message.nonce), text(message.message), text(message.code));
    } else if (requests.take(*message.nonce)) {
        Q_EMIT self.requestRefused(text(*message.nonce), text(message.message), text(message.code));
    }
}

}  // namespace footlight::client
