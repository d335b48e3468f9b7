#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/client/reply.h"
#include "core/wire/channel.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"

namespace footlight::client {

class RelayApi;

/// What a channel shows of itself: followers, page, schedule; and the changes of its owner. Replies as those
/// of RelayApi, which it asks through and which outlives it. On the window's thread.
class PageApi : public QObject {
    Q_OBJECT
public:
    explicit PageApi(RelayApi& relay, QObject* parent = nullptr);

    /// With `followers`, and `following` for who is signed in. NotFound "channel.unknown".
    void fetchChannel(const QString& channel, Reply<wire::Channel> reply);
    void fetchAbout(const QString& channel, Reply<wire::ChannelAbout> reply);
    /// Takes the place of all of it. Invalid "page.description", "page.link", "page.category", "page.tag".
    void setAbout(const QString& channel, const wire::ChannelAbout& about, Reply<wire::ChannelAbout> reply);

    /// The first to begin first.
    void fetchSchedule(const QString& channel, Reply<std::vector<wire::ScheduleEntry>> reply);
    /// The same as a calendar (RFC 5545).
    void fetchCalendar(const QString& channel, Reply<QByteArray> reply);
    /// Invalid "schedule.time", "schedule.title", "schedule.category"; Conflict "schedule.too_many".
    void addEntry(const QString& channel, const wire::NewScheduleEntry& entry,
                  Reply<wire::ScheduleEntry> reply);
    void changeEntry(const QString& channel, ScheduleEntryId id, const wire::NewScheduleEntry& entry,
                     Reply<wire::ScheduleEntry> reply);
    void removeEntry(const QString& channel, ScheduleEntryId id, Reply<> reply);

private:
    RelayApi& relay_;
};

}  // namespace footlight::client
