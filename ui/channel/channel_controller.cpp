#include "ui/channel/channel_controller.h"

#include "core/client/relay_client.h"

namespace footlight::channel {

template <typename T, typename Use>
client::Reply<T> ChannelController::into(Use use) {
    return {this, [this, asked = channel_, use](Result<T> result) {
                if (asked != channel_) {
                    return;
                }
                if (!result) {
                    Q_EMIT failed(QString::fromStdString(result.error().message()));
                    return;
                }
                if constexpr (std::is_void_v<T>) {
                    use();
                } else {
                    use(*result);
                }
            }};
}

template <typename T>
client::Reply<T> ChannelController::then(void (ChannelController::*again)()) {
    return {this, [this, asked = channel_, again](const Result<T>& result) {
                if (asked != channel_) {
                    return;
                }
                // Also after a refusal: the row that was pressed shows how things are again.
                (this->*again)();
                if (result) {
                    Q_EMIT saved();
                } else {
                    Q_EMIT failed(QString::fromStdString(result.error().message()));
                }
            }};
}

ChannelController::ChannelController(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()), routes_(relay.api()) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { follow(QString::fromStdString(session.channel)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { follow({}); });
    connect(&relay_.live(), &client::LiveSocket::healthReceived, this, [this](const wire::Health& health) {
        if (QString::fromStdString(health.channel) == channel_) {
            Q_EMIT targetStatusChanged(health.targets);
        }
    });
    connect(&relay_.live(), &client::LiveSocket::ended, this, [this](const QString& channel) {
        if (channel == channel_) {
            Q_EMIT targetStatusChanged({});
        }
    });
    if (const auto& session = relay_.api().session()) {
        follow(QString::fromStdString(session->channel));
    }
}

void ChannelController::follow(const QString& channel) {
    channel_ = channel;
    Q_EMIT channelChanged(channel_);
    refresh();
}

void ChannelController::refresh() {
    if (channel_.isEmpty()) {
        return;
    }
    api_.fetchSettings(channel_, into<wire::ChannelSettings>([this](const wire::ChannelSettings& settings) {
                           Q_EMIT settingsChanged(settings);
                           fetchSlate(settings.hasSlate);
                       }));
    api_.fetchIngest(channel_, into<wire::IngestAddresses>([this](const wire::IngestAddresses& addresses) {
                         Q_EMIT ingestChanged(addresses);
                     }));
    fetchTargets();
    fetchInputs();
}

void ChannelController::fetchSlate(bool hasOwn) {
    if (!hasOwn) {
        Q_EMIT slateChanged({});
        return;
    }
    api_.fetchSlate(channel_,
                    into<QByteArray>([this](const QByteArray& bytes) { Q_EMIT slateChanged(bytes); }));
}

void ChannelController::change(const wire::ChannelSettingsPatch& patch) {
    api_.changeSettings(channel_, patch,
                        {this, [this, asked = channel_](const auto& changed) {
                             if (asked != channel_) {
                                 return;
                             }
                             if (changed) {
                                 Q_EMIT settingsChanged(*changed);
                                 Q_EMIT saved();
                             } else {
                                 Q_EMIT failed(QString::fromStdString(changed.error().message()));
                                 refresh();
                             }
                         }});
}

void ChannelController::setSlate(const QByteArray& bytes) {
    api_.setSlate(channel_, bytes, into<void>([this, bytes] {
                      Q_EMIT slateChanged(bytes);
                      Q_EMIT saved();
                  }));
}

void ChannelController::removeSlate() {
    api_.removeSlate(channel_, into<void>([this] {
                         Q_EMIT slateChanged({});
                         Q_EMIT saved();
                     }));
}

void ChannelController::makeLink(qint64 hours) {
    api_.makeLink(channel_, hours, into<wire::PlaybackLink>([this](const wire::PlaybackLink& link) {
                      Q_EMIT linkMade(link);
                  }));
}

QString ChannelController::address() const {
    const auto& relay = relay_.relay();
    return relay && !channel_.isEmpty()
               ? QStringLiteral("%1/live/%2/index.m3u8").arg(QString::fromStdString(relay->media), channel_)
               : QString();
}

void ChannelController::fetchTargets() {
    routes_.fetchTargets(channel_, into<std::vector<wire::Target>>(
                                       [this](const auto& targets) { Q_EMIT targetsChanged(targets); }));
}

void ChannelController::addTarget(const wire::NewTarget& target) {
    routes_.addTarget(channel_, target, then<wire::Target>(&ChannelController::fetchTargets));
}

void ChannelController::changeTarget(TargetId id, const wire::TargetPatch& patch) {
    routes_.changeTarget(channel_, id, patch, then<wire::Target>(&ChannelController::fetchTargets));
}

void ChannelController::removeTarget(TargetId id) {
    routes_.removeTarget(channel_, id, then<void>(&ChannelController::fetchTargets));
}

void ChannelController::fetchInputs() {
    routes_.fetchInputs(channel_, into<std::vector<wire::ChannelInput>>(
                                      [this](const auto& inputs) { Q_EMIT inputsChanged(inputs); }));
}

void ChannelController::addInput(const wire::NewChannelInput& input) {
    routes_.addInput(channel_, input, then<wire::ChannelInput>(&ChannelController::fetchInputs));
}

void ChannelController::changeInput(InputId id, const wire::ChannelInputPatch& patch) {
    routes_.changeInput(channel_, id, patch, then<wire::ChannelInput>(&ChannelController::fetchInputs));
}

void ChannelController::removeInput(InputId id) {
    routes_.removeInput(channel_, id, then<void>(&ChannelController::fetchInputs));
}

}  // namespace footlight::channel
