#pragma once

#include <QObject>
#include <optional>

#include "core/client/channel_api.h"
#include "core/client/routes_api.h"
#include "core/wire/socket.h"
#include "ui/audience/audience.h"

namespace footlight::client {
class RelayClient;
}
namespace footlight::chatui {
class ChatController;
}

namespace footlight::studio {

/// One's own channel as the relay tells of it: its chat, its viewers, its title, and how its broadcast
/// arrives and where it goes. Follows whoever is signed in. Lives on the window's thread.
class StudioFeed final : public QObject {
    Q_OBJECT
public:
    StudioFeed(client::RelayClient& relay, chatui::ChatController& chat, QObject* parent = nullptr);

    void saveTitle(const QString& title);
    /// Shows the other publisher from its next key frame on; refused follows where that cannot be.
    void switchInput(wire::IngestSlot slot);
    /// Starts or stops sending on to a service.
    void switchTarget(TargetId id, bool isOn);
    /// Empty until the relay has told it.
    [[nodiscard]] QString targetName(TargetId id) const;
    [[nodiscard]] std::optional<qint64> viewers() const { return viewers_; }
    [[nodiscard]] QString channel() const { return channel_; }
    [[nodiscard]] audience::Audience& audience() { return audience_; }

Q_SIGNALS:
    /// Empty after signing out.
    void channelChanged(const QString& channel);
    void viewersChanged(std::optional<qint64> viewers);
    void titleTold(const QString& title);
    /// An empty `problem` is success.
    void titleSaved(const QString& problem);
    /// Each second while something of ours is on air; nothing once it is over or nobody can tell.
    void healthChanged(const std::optional<footlight::wire::Health>& health);
    /// What was asked of the relay was not done; for people.
    void refused(const QString& message);

private:
    void wireRoom();
    void wireHealth();
    void learnTargets(const std::vector<wire::TargetStatus>& statuses);
    void follow(const QString& channel);
    void setViewers(std::optional<qint64> viewers);

    client::RelayClient& relay_;
    client::ChannelApi channelApi_;
    client::RoutesApi routes_;
    std::vector<wire::Target> targets_;
    bool asksForTargets_ = false;
    chatui::ChatController& chat_;
    audience::Audience audience_;
    QString channel_;
    std::optional<qint64> viewers_;
};

}  // namespace footlight::studio
