#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/client/page_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

class Follows;

/// What the channels that one follows have announced for the next week, the first to begin first. On the
/// window's thread; everything given outlives it. Asks for one schedule at a time.
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
    /// Those whose schedules are shown, as many as there may be.
    [[nodiscard]] QStringList followed() const;
    void follow();
    void askNext();
    void take(const QString& channel, const std::vector<wire::ScheduleEntry>& schedule);
    void keep(const QString& channel);
    void settle();

    client::PageApi api_;
    Follows& follows_;
    std::vector<Entry> entries_;
    std::vector<Entry> next_;  ///< gathered by the run that is on its way
    QStringList known_;        ///< what was followed when it was last asked
    QStringList left_;         ///< not asked yet, one after the other
    QTimer pulse_;
    QTimer soon_;
    int run_ = 0;
};

}  // namespace footlight::people
