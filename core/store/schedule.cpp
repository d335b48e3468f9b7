#include "core/store/schedule.h"

#include "core/store/row.h"

namespace footlight::store {
namespace {

/// An entry as a statement reads it.
struct EntryRow {
    std::string id;
    long long starts = 0;
    long long ends = 0;
    long long changed = 0;
    std::string title;
    std::string category;

    [[nodiscard]] relay::ScheduleEntry entry() const {
        return {idFrom<ScheduleEntryId>(id),
                utcFromMilliseconds(starts),
                utcFromMilliseconds(ends),
                title,
                category,
                utcFromMilliseconds(changed)};
    }
};

}  // namespace

Result<std::vector<relay::ScheduleEntry>> Schedule::list(ChannelId channel, UtcTime from, std::size_t limit) {
    const auto channelId = channel.text();
    const auto time = columnFrom(from);
    const auto count = static_cast<long long>(limit);
    return attempt("reading a schedule", [&]() -> Result<std::vector<relay::ScheduleEntry>> {
        EntryRow row;
        soci::statement select =
            (sql_.prepare
                 << "SELECT id, starts_at, ends_at, changed_at, title, category FROM schedule_entries "
                    "WHERE channel_id = :channel AND ends_at > :from ORDER BY starts_at, id LIMIT :count",
             soci::use(channelId), soci::use(time), soci::use(count), soci::into(row.id),
             soci::into(row.starts), soci::into(row.ends), soci::into(row.changed), soci::into(row.title),
             soci::into(row.category));
        std::vector<relay::ScheduleEntry> entries;
        select.execute();
        while (select.fetch()) {
            entries.push_back(row.entry());
        }
        return entries;
    });
}

Result<std::vector<relay::UpcomingEntry>> Schedule::upcoming(UtcTime from, std::size_t limit) {
    const auto time = columnFrom(from);
    const auto count = static_cast<long long>(limit);
    return attempt("reading schedules", [&]() -> Result<std::vector<relay::UpcomingEntry>> {
        EntryRow row;
        ChannelRow channel;
        soci::statement select =
            (sql_.prepare << "SELECT e.id, e.starts_at, e.ends_at, e.changed_at, e.title, e.category, "
                          << kChannelColumns
                          << " FROM schedule_entries e JOIN channels ON channels.id = e.channel_id "
                             "WHERE e.starts_at > :from ORDER BY e.starts_at, e.id LIMIT :count",
             soci::use(time), soci::use(count), soci::into(row.id), soci::into(row.starts),
             soci::into(row.ends), soci::into(row.changed), soci::into(row.title), soci::into(row.category),
             soci::into(channel.id), soci::into(channel.owner), soci::into(channel.name),
             soci::into(channel.title), soci::into(channel.visibility));
        std::vector<relay::UpcomingEntry> entries;
        select.execute();
        while (select.fetch()) {
            entries.push_back({channel.channel(), row.entry()});
        }
        return entries;
    });
}

Result<std::optional<relay::ScheduleEntry>> Schedule::find(ChannelId channel, ScheduleEntryId id) {
    const auto channelId = channel.text();
    const auto entryId = id.text();
    return attempt("reading a schedule", [&]() -> Result<std::optional<relay::ScheduleEntry>> {
        EntryRow row;
        sql_ << "SELECT id, starts_at, ends_at, changed_at, title, category FROM schedule_entries "
                "WHERE channel_id = :channel AND id = :id",
            soci::use(channelId), soci::use(entryId), soci::into(row.id), soci::into(row.starts),
            soci::into(row.ends), soci::into(row.changed), soci::into(row.title), soci::into(row.category);
        return sql_.got_data() ? std::optional(row.entry()) : std::nullopt;
    });
}

Result<> Schedule::put(ChannelId channel, const relay::ScheduleEntry& entry) {
    const auto channelId = channel.text();
    const auto id = entry.id.text();
    const auto starts = columnFrom(entry.startsAt);
    const auto ends = columnFrom(entry.endsAt);
    const auto changed = columnFrom(entry.changedAt);
    return attempt("storing an entry of a schedule", [&]() -> Result<> {
        sql_ << "INSERT INTO schedule_entries (id, channel_id, starts_at, ends_at, title, category, "
                "changed_at) "
                "VALUES (:id, :channel, :starts, :ends, :title, :category, :changed) ON CONFLICT (id) DO "
                "UPDATE SET "
                "starts_at = excluded.starts_at, ends_at = excluded.ends_at, title = excluded.title, "
                "category = excluded.category, changed_at = excluded.changed_at",
            soci::use(id), soci::use(channelId), soci::use(starts), soci::use(ends), soci::use(entry.title),
            soci::use(entry.category), soci::use(changed);
        return {};
    });
}

Result<> Schedule::remove(ChannelId channel, ScheduleEntryId id) {
    const auto channelId = channel.text();
    const auto entryId = id.text();
    return attempt("removing an entry of a schedule", [&]() -> Result<> {
        soci::statement removal =
            (sql_.prepare << "DELETE FROM schedule_entries WHERE channel_id = :channel AND id = :id",
             soci::use(channelId), soci::use(entryId));
        removal.execute(true);
        if (removal.get_affected_rows() == 0) {
            return fail(ErrorCategory::NotFound, "schedule.unknown", "The schedule has no such entry.");
        }
        return {};
    });
}

}  // namespace footlight::store
