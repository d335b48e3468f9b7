#include "ui/people/friends.h"

#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"

namespace footlight::people {
namespace {

/// Who is online changes without a message of the socket.
constexpr std::chrono::seconds kBetween{15};

auto isNamed(const QString& name) {
    return [text = name.toStdString()](const wire::Friend& each) { return each.user.name == text; };
}

}  // namespace

Friends::Friends(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()) {
    pulse_.setInterval(kBetween);
    connect(&pulse_, &QTimer::timeout, this, &Friends::refresh);
    connect(&relay_.api(), &client::RelayApi::signedIn, this, &Friends::refresh);
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] {
        ++run_;
        removal_.reset();
        all_.clear();
        Q_EMIT changed();
    });
    connect(&relay_.live(), &client::LiveSocket::notificationReceived, this,
            [this](const wire::Notification& told) {
                if (told.kind == wire::NotificationKind::FriendRequest ||
                    told.kind == wire::NotificationKind::FriendAccepted) {
                    refresh();
                }
            });
}

bool Friends::isSignedIn() const { return relay_.api().session().has_value(); }

void Friends::setShown(bool isShown) {
    if (isShown) {
        pulse_.start();
        refresh();
    } else {
        pulse_.stop();
    }
}

void Friends::refresh() {
    if (!isSignedIn()) {
        return;
    }
    api_.fetchFriends({this, [this, run = ++run_](Result<std::vector<wire::Friend>> all) {
                           if (all && run == run_) {
                               show(std::move(*all));
                           }
                       }});
}

void Friends::show(std::vector<wire::Friend> all) {
    all_ = std::move(all);
    if (removal_) {
        std::erase_if(all_, isNamed(QString::fromStdString(removal_->user.name)));
    }
    Q_EMIT changed();
}

client::Reply<> Friends::settling() {
    return {this, [this](const Result<>& done) {
                if (!done && done.error().category() != ErrorCategory::NotFound) {
                    Q_EMIT failed(QString::fromStdString(done.error().message()));
                }
                refresh();
            }};
}

void Friends::ask(const QString& name, client::Reply<> reply) {
    client::Reply<> passedOn(this, [this, reply = std::move(reply)](Result<> done) mutable {
        reply(std::move(done));
        refresh();
    });
    api_.befriend(name, std::move(passedOn));
}

void Friends::accept(const QString& name) { api_.befriend(name, settling()); }

void Friends::decline(const QString& name) { api_.unfriend(name, settling()); }

void Friends::remove(const QString& name) {
    finishRemoval();
    const auto found = std::find_if(all_.begin(), all_.end(), isNamed(name));
    if (found == all_.end()) {
        return;
    }
    removal_ = *found;
    all_.erase(found);
    Q_EMIT changed();
    Q_EMIT removed(name);
}

void Friends::undoRemoval() {
    if (std::exchange(removal_, std::nullopt)) {
        refresh();
    }
}

void Friends::finishRemoval() {
    if (const auto removal = std::exchange(removal_, std::nullopt)) {
        api_.unfriend(QString::fromStdString(removal->user.name), settling());
    }
}

}  // namespace footlight::people
