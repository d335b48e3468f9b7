#include "ui/watch/watch_presence.h"

#include "core/client/relay_client.h"
#include "core/playback/player.h"

namespace footlight::watch {
namespace {

constexpr qsizetype kLongestRendition = 64;

wire::Activity activityOf(playback::Player::State state) {
    using State = playback::Player::State;
    switch (state) {
        case State::Playing:
        case State::Buffering:
        case State::Connecting:
            return wire::Activity::Watching;
        case State::Paused:
            return wire::Activity::Paused;
        case State::Idle:
        case State::Waiting:
        case State::Ended:
        case State::Failed:
            break;
    }
    return wire::Activity::Here;
}

}  // namespace

WatchPresence::WatchPresence(client::RelayClient& relay, playback::Player& player, QObject* parent)
    : QObject(parent), relay_(relay), player_(player) {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::joined, this, [this](const wire::Joined& joined) {
        if (!channel_.isEmpty() && joined.channel == channel_.toStdString()) {
            isJoined_ = true;
            told_.reset();
            tell();
        }
    });
    connect(&live, &client::LiveSocket::closed, this, [this] { isJoined_ = false; });
    connect(&player_, &playback::Player::stateChanged, this, &WatchPresence::tell);
    connect(&player_, &playback::Player::statisticsChanged, this, &WatchPresence::tell);
}

void WatchPresence::setChannel(const QString& channel) {
    channel_ = channel;
    isJoined_ = false;
    told_.reset();
}

void WatchPresence::tell() {
    if (!isJoined_) {
        return;
    }
    wire::Watch now{channel_.toStdString(), activityOf(player_.state())};
    const QString rendition = player_.statistics().rendition.left(kLongestRendition);
    if (!rendition.isEmpty() && now.state != wire::Activity::Here) {
        now.rendition = rendition.toStdString();
    }
    if (told_ != now) {
        relay_.live().tell(now);
        told_ = std::move(now);
    }
}

}  // namespace footlight::watch
