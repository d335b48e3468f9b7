#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/client/reply.h"
#include "core/wire/recording.h"

namespace footlight::client {

class RelayApi;

/// What was kept of broadcasts: one's own, and of others' what may be played. Replies as those of RelayApi,
/// which it asks through and which outlives it. On the window's thread.
class RecordingApi : public QObject {
    Q_OBJECT
public:
    explicit RecordingApi(RelayApi& relay, QObject* parent = nullptr);

    /// Newest first, at most 500. Denied where the channel is protected and another's.
    void fetchAll(const QString& channel, Reply<std::vector<wire::Recording>> reply);
    void fetch(BroadcastId id, Reply<wire::Recording> reply);
    void change(BroadcastId id, const wire::RecordingPatch& patch, Reply<wire::Recording> reply);
    /// Conflict while it is on air.
    void remove(BroadcastId id, Reply<> reply);

    void fetchHoles(BroadcastId id, Reply<std::vector<wire::RecordingHole>> reply);
    /// Where the FLV of hole `number` (its place in the list) may be sent. NotFound where it is filled by
    /// now.
    void askToFill(BroadcastId id, int number, Reply<wire::FillTicket> reply);

private:
    void fetchPage(const QString& channel, const QString& page, std::vector<wire::Recording> soFar,
                   Reply<std::vector<wire::Recording>> reply);

    RelayApi& relay_;
};

}  // namespace footlight::client
