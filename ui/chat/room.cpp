#include "ui/chat/room.h"

#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"
#include "ui/chat/line_wording.h"

namespace footlight::chatui {
namespace {

constexpr qsizetype kMostRoles = 2000;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace

Room::Room(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), community_(relay.api()), pages_(relay.api()) {
    wire();
    wireRoles();
    wirePins();
}

bool Room::isHere(const std::string& channel) const {
    return !channel_.isEmpty() && channel == channel_.toStdString();
}

void Room::wire() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::joined, this, [this](const wire::Joined& joined) {
        if (isHere(joined.channel)) {
            this->joined(joined);
        }
    });
    const auto shut = [this](const QString& channel, const QString& message) {
        if (isHere(channel.toStdString())) {
            isConnected_ = false;
            shut_ = message;
            Q_EMIT changed();
        }
    };
    connect(&live, &client::LiveSocket::joinRefused, this, shut);
    connect(&live, &client::LiveSocket::joinDelayed, this, shut);
    connect(&live, &client::LiveSocket::putOut, this, shut);
    connect(&live, &client::LiveSocket::closed, this, [this] {
        isConnected_ = false;
        Q_EMIT changed();
    });
    connect(&live, &client::LiveSocket::modesChanged, this, [this](const wire::ModesChanged& change) {
        if (isHere(change.channel)) {
            setModes(change.modes);
            const QString now = modesText(modes_);
            Q_EMIT told(now.isEmpty() ? tr("Everybody may write again.") : now + QLatin1Char('.'));
            Q_EMIT changed();
        }
    });
    connect(&live, &client::LiveSocket::emotesChanged, this, [this](const wire::EmotesChanged& change) {
        if (isHere(change.channel)) {
            setEmotes(change.emotes);
        }
    });
    connect(&live, &client::LiveSocket::restricted, this, [this](const wire::Restricted& restricted) {
        if (isHere(restricted.channel)) {
            restriction_ = restricted.restriction;
            Q_EMIT changed();
        }
    });
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { setOwnName(text(session.user.name)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] {
        ownName_.clear();
        Q_EMIT changed();
    });
    if (const auto& session = relay_.api().session()) {
        setOwnName(text(session->user.name));
    }
}

/// What the relay told another person of themselves does not hold for this one, who is told on joining.
void Room::setOwnName(const QString& name) {
    ownName_ = name;
    const QString before = std::exchange(lastName_, name);
    if (!before.isEmpty() && before.compare(name, Qt::CaseInsensitive) != 0) {
        ownRole_ = chat::Role::Guest;
        restriction_.reset();
        follows_.reset();
        saidAt_ = {};
        Q_EMIT entered();
    }
    Q_EMIT changed();
}

void Room::wireRoles() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::messageReceived, this, [this](const wire::ChatMessage& message) {
        if (isHere(message.channel)) {
            setRole(text(message.user.name), message.role.value_or(chat::Role::Member));
        }
    });
    connect(&live, &client::LiveSocket::roleChanged, this, [this](const wire::RoleChanged& change) {
        if (!isHere(change.channel)) {
            return;
        }
        const QString name = text(change.user.name);
        setRole(name, change.role);
        if (name.compare(ownName(), Qt::CaseInsensitive) == 0) {
            ownRole_ = change.role;
        }
        const QString role = roleText(change.role);
        Q_EMIT told(role.isEmpty() ? tr("%1 has no special role any more.").arg(name)
                                   : tr("%1 has a new role: %2.").arg(name, role));
        Q_EMIT changed();
    });
}

void Room::wirePins() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::pinned, this, [this](const wire::Pinned& pinned) {
        if (isHere(pinned.channel)) {
            pins_.insert(pins_.begin(), pinned.pin);
            Q_EMIT pinsChanged();
        }
    });
    const auto drop = [this](const auto& matches) {
        if (std::erase_if(pins_, matches) > 0) {
            Q_EMIT pinsChanged();
        }
    };
    connect(&live, &client::LiveSocket::unpinned, this, [this, drop](const wire::Unpinned& unpinned) {
        if (isHere(unpinned.channel)) {
            drop([&](const wire::Pin& pin) { return pin.message.id == unpinned.id; });
        }
    });
    connect(&live, &client::LiveSocket::messageDeleted, this, [this, drop](const wire::Deleted& deleted) {
        if (isHere(deleted.channel)) {
            drop([&](const wire::Pin& pin) { return pin.message.id == deleted.id; });
        }
    });
    connect(&live, &client::LiveSocket::messagesCleared, this, [this, drop](const wire::Cleared& cleared) {
        if (isHere(cleared.channel)) {
            drop([&](const wire::Pin& pin) {
                return !cleared.user || pin.message.user.id == cleared.user->id;
            });
        }
    });
    connect(&live, &client::LiveSocket::messageEdited, this, [this](const wire::ChatMessage& message) {
        const auto pin = std::find_if(pins_.begin(), pins_.end(),
                                      [&](const wire::Pin& each) { return each.message.id == message.id; });
        if (isHere(message.channel) && pin != pins_.end()) {
            pin->message = message;
            Q_EMIT pinsChanged();
        }
    });
}

void Room::enter(const QString& channel) {
    channel_ = channel;
    shut_.clear();
    isRecording_ = false;
    isConnected_ = false;
    ownRole_ = chat::Role::Guest;
    roles_.clear();
    modes_ = {};
    pins_.clear();
    emotes_.clear();
    restriction_.reset();
    follows_.reset();
    saidAt_ = {};
    Q_EMIT entered();
    Q_EMIT pinsChanged();
    Q_EMIT changed();
}

void Room::enterRecording() {
    enter({});
    isRecording_ = true;
    Q_EMIT changed();
}

void Room::joined(const wire::Joined& joined) {
    isConnected_ = true;
    shut_.clear();
    ownRole_ = joined.role.value_or(chat::Role::Member);
    restriction_ = joined.restriction;
    setEmotes(joined.emotes);
    pins_.assign(joined.pins.rbegin(), joined.pins.rend());
    for (const auto& message : joined.history) {
        setRole(text(message.user.name), message.role.value_or(chat::Role::Member));
    }
    setModes(joined.modes);
    Q_EMIT pinsChanged();
    Q_EMIT changed();
}

void Room::setEmotes(const std::vector<wire::Emote>& emotes) {
    emotes_.clear();
    for (const auto& emote : emotes) {
        emotes_.push_back({text(emote.name), text(emote.hash)});
    }
}

void Room::setModes(const wire::Modes& modes) {
    modes_ = modes;
    if (modes_.followersFor && !follows_) {
        askWhetherWeFollow();
    }
}

void Room::askWhetherWeFollow() {
    if (ownName().isEmpty() || ownRole_ != chat::Role::Member) {
        return;
    }
    pages_.fetchChannel(
        channel_, {this, [this, channel = channel_, name = ownName_](const Result<wire::Channel>& known) {
                       if (known && channel == channel_ && name == ownName_) {
                           follows_ = known->following;
                           Q_EMIT changed();
                       }
                   }});
}

void Room::follow() {
    community_.follow(channel_, {this, [this, channel = channel_, name = ownName_](const Result<>& done) {
                                     if (channel != channel_ || name != ownName_) {
                                         return;
                                     }
                                     if (done) {
                                         follows_ = true;
                                         Q_EMIT changed();
                                         Q_EMIT followed();
                                     } else {
                                         Q_EMIT told(text(done.error().message()));
                                     }
                                 }});
}

void Room::noteFollows(bool follows) {
    if (follows_ != follows) {
        follows_ = follows;
        Q_EMIT changed();
    }
}

void Room::setRole(const QString& name, chat::Role role) {
    if (role == chat::Role::Member || role == chat::Role::Guest) {
        roles_.remove(name.toLower());
    } else if (roles_.size() < kMostRoles) {
        roles_.insert(name.toLower(), role);
    }
}

chat::Role Room::ownRole() const { return ownName().isEmpty() ? chat::Role::Guest : ownRole_; }

chat::Role Room::roleOf(const QString& name) const {
    // A channel has the name of its owner.
    return name.compare(channel_, Qt::CaseInsensitive) == 0
               ? chat::Role::Owner
               : roles_.value(name.toLower(), chat::Role::Member);
}

bool Room::mayRestrict(const QString& name) const {
    return moderates() && name.compare(ownName(), Qt::CaseInsensitive) != 0 && roleOf(name) < ownRole();
}

void Room::noteSaid(const QDateTime& now) {
    saidAt_ = now;
    if (modes_.slow > 0) {
        Q_EMIT changed();
    }
}

Writing Room::writing(const QDateTime& now) const {
    if (channel_.isEmpty()) {
        return {false, isRecording_ ? tr("This is a recording: its chat is replayed")
                                    : tr("No chat for this address")};
    }
    if (!shut_.isEmpty()) {
        return {false, shut_};
    }
    if (ownName().isEmpty()) {
        return {false, tr("You are watching as a guest."), Writing::Mend::SignIn};
    }
    if (restriction_) {
        const QString why =
            restriction_->reason.empty() ? QString() : tr(" Reason: %1").arg(text(restriction_->reason));
        if (!restriction_->until) {
            return {false, tr("You are banned from this chat.") + why};
        }
        const auto offset = relay_.live().clockOffset().value_or(std::chrono::milliseconds{0});
        const qint64 left = toMilliseconds(*restriction_->until) - now.toMSecsSinceEpoch() - offset.count();
        if (left > 0) {
            const qint64 seconds = (left + 999) / 1000;
            return {false, tr("You may write again in %1.").arg(clockTime(seconds)) + why,
                    Writing::Mend::None, seconds};
        }
    }
    if (ownRole_ >= chat::Role::Vip) {
        return {};
    }
    if (modes_.followersFor && follows_ == false) {
        return {false, tr("Only followers may write here."), Writing::Mend::Follow};
    }
    const qint64 pause = saidAt_.isValid() ? modes_.slow - saidAt_.secsTo(now) : 0;
    if (modes_.slow > 0 && pause > 0) {
        return {false, tr("Slow mode: you may write again in %1.").arg(clockTime(pause)), Writing::Mend::None,
                pause, true};
    }
    return {};
}

}  // namespace footlight::chatui
