#include "ui/audience/room_link.h"

namespace footlight::audience {

RoomLink::RoomLink(client::RelayClient& relay, QObject* parent) : QObject(parent), relay_(relay) { wire(); }

void RoomLink::wire() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::joined, this, [this](const wire::Joined& told) {
        if (isHere(told.channel)) {
            role_ = told.role.value_or(self() ? wire::Role::Member : wire::Role::Guest);
            Q_EMIT selfChanged();
            Q_EMIT joined(told);
        }
    });
    connect(&live, &client::LiveSocket::roleChanged, this, [this](const wire::RoleChanged& changed) {
        if (isHere(changed.channel) && self() && self()->id == changed.user.id) {
            setRole(changed.role);
        }
    });
    connect(&live, &client::LiveSocket::requestDone, this,
            [this](const QString& nonce, const QString& text) { finish(nonce, {}, text); });
    connect(&live, &client::LiveSocket::messageAcknowledged, this,
            [this](const QString& nonce) { finish(nonce, {}, {}); });
    const auto refuse = [this](const QString& nonce, const QString& reason) { finish(nonce, reason, {}); };
    connect(&live, &client::LiveSocket::requestRefused, this, refuse);
    connect(&live, &client::LiveSocket::messageRefused, this, refuse);
    connect(&relay_.api(), &client::RelayApi::signedIn, this, &RoomLink::selfChanged);
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { setRole(wire::Role::Guest); });
}

void RoomLink::enter(const QString& channel) {
    answers_.clear();
    channel_ = channel;
    role_ = wire::Role::Guest;
    Q_EMIT entered();
    Q_EMIT selfChanged();
}

bool RoomLink::isHere(const std::string& channel) const {
    return !channel_.isEmpty() && channel == channel_.toStdString();
}

std::optional<wire::User> RoomLink::self() const {
    const auto& session = relay_.api().session();
    return session ? std::optional(session->user) : std::nullopt;
}

bool RoomLink::moderates() const { return role_ == wire::Role::Moderator || role_ == wire::Role::Owner; }

UtcTime RoomLink::relayNow() const {
    return clock_.utcNow() + relay_.live().clockOffset().value_or(std::chrono::milliseconds{0});
}

bool RoomLink::mayAsk(const Answer& answer) const {
    if (self() && !channel_.isEmpty()) {
        return true;
    }
    answer(tr("Sign in to take part."), {});
    return false;
}

void RoomLink::say(const QString& line, Answer answer) {
    if (mayAsk(answer)) {
        answers_.insert(relay_.live().say(channel_, line), std::move(answer));
    }
}

void RoomLink::finish(const QString& nonce, const QString& problem, const QString& text) {
    if (const Answer answer = answers_.take(nonce)) {
        answer(problem, text);
    }
}

void RoomLink::setRole(wire::Role role) {
    role_ = role;
    Q_EMIT selfChanged();
}

}  // namespace footlight::audience
