#pragma once

#include <QObject>
#include <QTimer>

namespace footlight::client {
class RelayClient;
}
namespace footlight::models {
class ChannelListModel;
}

namespace footlight::watch {

/// Keeps the list of live channels true: asks every few seconds while the relay is there, and at once when
/// something goes live or ends. Lives on the window's thread.
class ChannelFeed final : public QObject {
    Q_OBJECT
public:
    ChannelFeed(client::RelayClient& relay, models::ChannelListModel& channels, QObject* parent = nullptr);

    void refresh();

private:
    client::RelayClient& relay_;
    models::ChannelListModel& channels_;
    QTimer pulse_;
    bool asking_ = false;
};

}  // namespace footlight::watch
