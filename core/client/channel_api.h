#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include "core/client/reply.h"
#include "core/wire/channel_settings.h"

namespace footlight::client {

class RelayApi;

/// One's own channel: its settings, its slate, where encoders publish, what is shown now. Replies as those of
/// RelayApi, which it asks through and which outlives it. On the window's thread.
class ChannelApi : public QObject {
    Q_OBJECT
public:
    explicit ChannelApi(RelayApi& relay, QObject* parent = nullptr);

    void fetchSettings(const QString& channel, Reply<wire::ChannelSettings> reply);
    /// What the patch leaves out stays. Invalid with the relay's words where it does not take a value.
    void changeSettings(const QString& channel, const wire::ChannelSettingsPatch& patch,
                        Reply<wire::ChannelSettings> reply);

    /// The picture or clip as it was sent; NotFound where the channel has none of its own.
    void fetchSlate(const QString& channel, Reply<QByteArray> reply);
    /// A picture or clip of at most 50 MiB, within five minutes. Invalid where the relay cannot use it.
    void setSlate(const QString& channel, const QByteArray& bytes, Reply<> reply);
    void removeSlate(const QString& channel, Reply<> reply);

    void fetchIngest(const QString& channel, Reply<wire::IngestAddresses> reply);
    /// Shows the other publisher from its next key frame on. Conflict while nothing is on air.
    void chooseInput(const QString& channel, wire::IngestSlot slot, Reply<> reply);
    /// A link for `hours` that plays a protected channel without an account.
    void makeLink(const QString& channel, qint64 hours, Reply<wire::PlaybackLink> reply);

private:
    RelayApi& relay_;
};

}  // namespace footlight::client
