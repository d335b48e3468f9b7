#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/client/reply.h"
#include "core/wire/channel_input.h"
#include "core/wire/target.h"

namespace footlight::client {

class RelayApi;

/// Where one's own channel goes on to (targets) and what the relay fetches for it (inputs). Replies as those
/// of RelayApi, which it asks through and which outlives it. On the window's thread.
class RoutesApi : public QObject {
    Q_OBJECT
public:
    explicit RoutesApi(RelayApi& relay, QObject* parent = nullptr);

    void fetchTargets(const QString& channel, Reply<std::vector<wire::Target>> reply);
    /// Conflict where the channel has 20 already.
    void addTarget(const QString& channel, const wire::NewTarget& target, Reply<wire::Target> reply);
    /// `enabled` starts and stops it on air.
    void changeTarget(const QString& channel, TargetId id, const wire::TargetPatch& patch,
                      Reply<wire::Target> reply);
    void removeTarget(const QString& channel, TargetId id, Reply<> reply);

    void fetchInputs(const QString& channel, Reply<std::vector<wire::ChannelInput>> reply);
    /// Conflict where the channel has 20 already.
    void addInput(const QString& channel, const wire::NewChannelInput& input,
                  Reply<wire::ChannelInput> reply);
    void changeInput(const QString& channel, InputId id, const wire::ChannelInputPatch& patch,
                     Reply<wire::ChannelInput> reply);
    void removeInput(const QString& channel, InputId id, Reply<> reply);

private:
    RelayApi& relay_;
};

}  // namespace footlight::client
