#include "core/client/live_socket_state.h"

#include <utility>

#include "core/wire/json.h"

namespace footlight::client {
namespace {

constexpr std::chrono::seconds kPingEvery{10};
constexpr int kFirstPings = 5;
/// An answer that does not come holds back the next join for so long.
constexpr std::chrono::seconds kJoinWithin{10};

bool isSameChannel(const std::string& one, const std::string& other) {
    return QString::fromStdString(one).compare(QString::fromStdString(other), Qt::CaseInsensitive) == 0;
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
