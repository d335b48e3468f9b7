#pragma once

#include <QObject>
#include <QTimer>
#include <vector>

#include "core/client/page_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

class Follows;

/// What the channels that one follows have announced for the next week, the first to begin first. On the
/// window's thread; everything given outlives it.
class Upcoming final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString channel;
        wire::ScheduleEntry entry;
    };

    Upcoming(client::RelayClient& relay, Follows& follows, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void take(const QString& channel, const std::vector<wire::ScheduleEntry>& schedule);

    client::PageApi api_;
    Follows& follows_;
    std::vector<Entry> entries_;
    QTimer pulse_;
    int run_ = 0;
};

}  // namespace footlight::people
