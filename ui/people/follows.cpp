#include "ui/people/follows.h"

#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"

namespace footlight::people {
namespace {

auto isChannel(const QString& channel) {
    return [name = channel.toStdString()](const wire::Followed& each) { return each.channel == name; };
}

}  // namespace

Follows::Follows(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this, [this] {
        forget();
        refresh();
    });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, &Follows::forget);
    connect(&relay_.live(), &client::LiveSocket::opened, this, &Follows::refresh);
    refresh();
}

void Follows::forget() {
    ++run_;
    all_.clear();
    isKnown_ = false;
    Q_EMIT failed({});
    Q_EMIT changed();
}

bool Follows::has(const QString& channel) const {
    return std::any_of(all_.begin(), all_.end(), isChannel(channel));
}

std::optional<bool> Follows::known(const QString& channel) const {
    if (has(channel)) {
        return true;
    }
    const bool isAll = isKnown_ && all_.size() < client::CommunityApi::kMostFollows;
    return isAll ? std::optional(false) : std::nullopt;
}

bool Follows::canFollow(const QString& channel) const {
    const auto& session = relay_.api().session();
    return session && !channel.isEmpty() && session->channel != channel.toStdString();
}

void Follows::refresh() {
    if (!relay_.api().session()) {
        return;
    }
    api_.fetchFollows({this, [this, run = run_](Result<std::vector<wire::Followed>> follows) {
                           if (!follows || run != run_) {
                               return;
                           }
                           const bool wasKnown = std::exchange(isKnown_, true);
                           if (!wasKnown || all_ != *follows) {
                               all_ = std::move(*follows);
                               Q_EMIT changed();
                           }
                       }});
}

void Follows::follow(const QString& channel) {
    if (has(channel)) {
        return;
    }
    ++run_;
    wire::Followed fresh;
    fresh.channel = channel.toStdString();
    all_.insert(std::find_if(all_.begin(), all_.end(),
                             [&](const wire::Followed& each) { return each.channel > fresh.channel; }),
                fresh);
    Q_EMIT changed();
    api_.follow(channel, settling());
}

void Follows::unfollow(const QString& channel) {
    ++run_;
    std::erase_if(all_, isChannel(channel));
    Q_EMIT changed();
    api_.unfollow(channel, settling());
}

client::Reply<> Follows::settling() {
    return {this, [this](const Result<>& done) {
                Q_EMIT failed(done ? QString() : QString::fromStdString(done.error().message()));
                refresh();
            }};
}

}  // namespace footlight::people
