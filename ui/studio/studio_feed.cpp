#include "ui/studio/studio_feed.h"

#include <algorithm>

#include "core/client/relay_client.h"
#include "ui/chat/chat_controller.h"

namespace footlight::studio {

StudioFeed::StudioFeed(client::RelayClient& relay, chatui::ChatController& chat, QObject* parent)
    : QObject(parent),
      relay_(relay),
      channelApi_(relay.api()),
      routes_(relay.api()),
      chat_(chat),
      audience_(relay) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { follow(QString::fromStdString(session.channel)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { follow({}); });
    wireRoom();
    wireHealth();
    if (const auto& session = relay_.api().session()) {
        follow(QString::fromStdString(session->channel));
    }
}

void StudioFeed::wireRoom() {
    client::LiveSocket& live = relay_.live();
    const auto mine = [this](const std::string& channel) { return channel == channel_.toStdString(); };
    connect(&live, &client::LiveSocket::joined, this, [this, mine](const wire::Joined& joined) {
        if (mine(joined.channel)) {
            setViewers(joined.viewers);
            Q_EMIT titleTold(QString::fromStdString(joined.title));
        }
    });
    connect(&live, &client::LiveSocket::viewersChanged, this, [this](const QString& channel, qint64 viewers) {
        if (channel == channel_) {
            setViewers(viewers);
        }
    });
    connect(&live, &client::LiveSocket::closed, this, [this] { setViewers(std::nullopt); });
}

void StudioFeed::wireHealth() {
    client::LiveSocket& live = relay_.live();
    connect(&live, &client::LiveSocket::healthReceived, this, [this](const wire::Health& health) {
        if (health.channel == channel_.toStdString()) {
            learnTargets(health.targets);
            Q_EMIT healthChanged(health);
        }
    });
    connect(&live, &client::LiveSocket::ended, this, [this](const QString& channel) {
        if (channel == channel_) {
            Q_EMIT healthChanged(std::nullopt);
        }
    });
    connect(&live, &client::LiveSocket::closed, this, [this] { Q_EMIT healthChanged(std::nullopt); });
}

/// The names of targets come from the list, which is asked for when one is heard of that is not on it.
void StudioFeed::learnTargets(const std::vector<wire::TargetStatus>& statuses) {
    const bool allKnown = std::all_of(statuses.begin(), statuses.end(), [this](const auto& status) {
        return !targetName(status.id).isEmpty();
    });
    if (allKnown || asksForTargets_) {
        return;
    }
    asksForTargets_ = true;
    routes_.fetchTargets(channel_, {this, [this](Result<std::vector<wire::Target>> targets) {
                                        asksForTargets_ = false;
                                        if (targets) {
                                            targets_ = std::move(*targets);
                                        }
                                    }});
}

QString StudioFeed::targetName(TargetId id) const {
    const auto found =
        std::find_if(targets_.begin(), targets_.end(), [id](const auto& target) { return target.id == id; });
    return found == targets_.end() ? QString() : QString::fromStdString(found->name);
}

void StudioFeed::switchInput(wire::IngestSlot slot) {
    channelApi_.chooseInput(channel_, slot,
                            {this, [this](const Result<>& chosen) {
                                 if (!chosen) {
                                     Q_EMIT refused(QString::fromStdString(chosen.error().message()));
                                 }
                             }});
}

void StudioFeed::switchTarget(TargetId id, bool isOn) {
    wire::TargetPatch patch;
    patch.enabled = isOn;
    routes_.changeTarget(channel_, id, patch,
                         {this, [this](const Result<wire::Target>& changed) {
                              if (!changed) {
                                  Q_EMIT refused(QString::fromStdString(changed.error().message()));
                              }
                          }});
}

void StudioFeed::follow(const QString& channel) {
    if (channel == channel_) {
        return;
    }
    if (!channel_.isEmpty()) {
        relay_.live().leave(channel_, false);
    }
    channel_ = channel;
    targets_.clear();
    Q_EMIT healthChanged(std::nullopt);
    chat_.setChannel(channel_);
    audience_.link.enter(channel_);
    setViewers(std::nullopt);
    if (!channel_.isEmpty()) {
        relay_.live().join(channel_, false);
    }
    Q_EMIT channelChanged(channel_);
}

void StudioFeed::saveTitle(const QString& title) {
    if (channel_.isEmpty()) {
        return;
    }
    relay_.api().setTitle(
        channel_, title, client::Reply<wire::Channel>(this, [this](const Result<wire::Channel>& saved) {
            Q_EMIT titleSaved(saved ? QString() : QString::fromStdString(saved.error().message()));
        }));
}

void StudioFeed::setViewers(std::optional<qint64> viewers) {
    if (viewers != viewers_) {
        viewers_ = viewers;
        Q_EMIT viewersChanged(viewers);
    }
}

}  // namespace footlight::studio
