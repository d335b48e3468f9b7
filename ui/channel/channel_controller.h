#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <vector>

#include "core/client/channel_api.h"
#include "core/client/routes_api.h"
#include "core/wire/socket.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::channel {

/// One's own channel as the relay knows it: fetches it for whoever is signed in, changes it, and tells what
/// came of that. Sections show its signals and call its verbs. On the window's thread.
class ChannelController final : public QObject {
    Q_OBJECT
public:
    explicit ChannelController(client::RelayClient& relay, QObject* parent = nullptr);

    /// Empty while nobody is signed in.
    [[nodiscard]] const QString& channel() const { return channel_; }
    /// Where players find the broadcast while everybody may watch; empty while the relay is unknown.
    [[nodiscard]] QString address() const;
    /// Asks for everything anew.
    void refresh();

    void change(const wire::ChannelSettingsPatch& patch);
    void setSlate(const QByteArray& bytes);
    void removeSlate();
    /// linkMade follows.
    void makeLink(qint64 hours);

    void addTarget(const wire::NewTarget& target);
    void changeTarget(TargetId id, const wire::TargetPatch& patch);
    void removeTarget(TargetId id);

    void addInput(const wire::NewChannelInput& input);
    void changeInput(InputId id, const wire::ChannelInputPatch& patch);
    void removeInput(InputId id);

Q_SIGNALS:
    /// Another channel, or none: what was shown is void.
    void channelChanged(const QString& channel);
    void settingsChanged(const footlight::wire::ChannelSettings& settings);
    void ingestChanged(const footlight::wire::IngestAddresses& addresses);
    /// The channel's own picture or clip; empty: the relay's.
    void slateChanged(const QByteArray& bytes);
    void linkMade(const footlight::wire::PlaybackLink& link);
    void targetsChanged(const std::vector<footlight::wire::Target>& targets);
    void targetStatusChanged(const std::vector<footlight::wire::TargetStatus>& statuses);
    void inputsChanged(const std::vector<footlight::wire::ChannelInput>& inputs);
    /// What was asked was not done; for people.
    void failed(const QString& message);
    /// What was asked is done and kept.
    void saved();

private:
    void follow(const QString& channel);
    void fetchSlate(bool hasOwn);
    void fetchTargets();
    void fetchInputs();
    /// A reply for a change that leaves a list to be asked for again.
    template <typename T>
    client::Reply<T> then(void (ChannelController::*again)());
    /// A reply that says what went wrong, or hands on what came.
    template <typename T, typename Use>
    client::Reply<T> into(Use use);

    client::RelayClient& relay_;
    client::ChannelApi api_;
    client::RoutesApi routes_;
    QString channel_;
};

}  // namespace footlight::channel
