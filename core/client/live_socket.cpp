#include "core/client/live_socket.h"

#include <QUuid>

#include "core/client/live_socket_state.h"
#include "core/wire/json.h"

namespace footlight::client {
namespace {

constexpr std::chrono::seconds kWelcomeWithin{10};
constexpr std::size_t kMostChannels = 20;

}  // namespace

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
    return member == state_->channels.end() ? QString() : State::text(member->second.playback.value_or(""));
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

}  // namespace footlight::client
