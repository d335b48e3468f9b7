#include "core/store/recordings.h"

#include <algorithm>

#include "core/store/row.h"

namespace footlight::store {
namespace {

using Phase = relay::RecordingState::Phase;

constexpr long long kDay = 24LL * 60 * 60 * 1'000;

std::string columnFromPhase(Phase phase) {
    return phase == Phase::Writing ? "writing" : phase == Phase::Paused ? "paused" : "finished";
}

Phase phaseFrom(const std::string& text) {
    return text == "writing" ? Phase::Writing : text == "paused" ? Phase::Paused : Phase::Finished;
}

/// A recording with its broadcast and channel, as a statement reads it.
struct RecordingRow {
    std::string id;
    ChannelRow channel;
    int retentionDays = 0;
    std::string title;
    std::string phase;
    long long bytes = 0;
    long long duration = 0;
    int isKept = 0;
    long long startedAt = 0;
    long long endedAt = 0;
    long long holes = 0;

    [[nodiscard]] relay::RecordingRecord recording() const {
        relay::RecordingRecord record;
        record.id = idFrom<BroadcastId>(id);
        record.channel = channel.channel();
        record.title = title;
        record.startedAt = utcFromMilliseconds(startedAt);
        record.endedAt = endedAt < 0 ? std::nullopt : std::optional(utcFromMilliseconds(endedAt));
        record.phase = phaseFrom(phase);
        record.bytes = bytes;
        record.durationMs = duration;
        record.isKept = isKept != 0;
        record.retentionDays = retentionDays;
        record.holes = holes;
        return record;
    }
};

constexpr auto kRecordingColumns =
    "recordings.broadcast_id, channels.retention_days, recordings.title, recordings.phase, "
    "recordings.bytes, recordings.duration_ms, recordings.is_kept, broadcasts.started_at, "
    "COALESCE(broadcasts.ended_at, -1), (SELECT COUNT(*) FROM recording_holes WHERE "
    "recording_holes.broadcast_id = recordings.broadcast_id), ";
constexpr auto kRecordingTables =
    " FROM recordings JOIN broadcasts ON broadcasts.id = recordings.broadcast_id "
    "JOIN channels ON channels.id = recordings.channel_id WHERE recordings.is_deleted = 0 AND ";

}  // namespace

Result<> Recordings::update(BroadcastId id, const relay::RecordingState& state) {
    const auto key = id.text();
    const auto phase = columnFromPhase(state.phase);
    const auto bytes = static_cast<long long>(state.bytes);
    const auto duration = static_cast<long long>(state.durationMs);
    return transact(sql_, "storing a recording", [&]() -> Result<> {
        sql_ << "INSERT INTO recordings (broadcast_id, channel_id, title, phase, bytes, duration_ms, "
                "is_kept, is_deleted) SELECT id, channel_id, title, :phase, :bytes, :duration, 0, 0 "
                "FROM broadcasts WHERE id = :id "
                "ON CONFLICT (broadcast_id) DO UPDATE SET phase = excluded.phase, bytes = excluded.bytes, "
                "duration_ms = excluded.duration_ms",
            soci::use(phase), soci::use(bytes), soci::use(duration), soci::use(key);
        int exists = 0;
        sql_ << "SELECT COUNT(*) FROM recordings WHERE broadcast_id = :id", soci::use(key),
            soci::into(exists);
        if (exists == 0) {
            return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such broadcast.");
        }
        sql_ << "DELETE FROM recording_holes WHERE broadcast_id = :id", soci::use(key);
        int number = 0;
        for (const auto& hole : state.holes) {
            const auto at = columnFrom(hole.at);
            const auto length = static_cast<long long>(hole.durationMs);
            sql_ << "INSERT INTO recording_holes (broadcast_id, number, began_at, duration_ms) "
                    "VALUES (:id, :number, :at, :duration)",
                soci::use(key), soci::use(number), soci::use(at), soci::use(length);
            ++number;
        }
        return {};
    });
}

Result<std::vector<relay::RecordingRecord>> Recordings::select(const std::string& condition,
                                                               const std::string& first,
                                                               const std::string& second, std::size_t limit) {
    const auto count = static_cast<long long>(limit);
    return attempt("reading recordings", [&]() -> Result<std::vector<relay::RecordingRecord>> {
        RecordingRow row;
        soci::statement statement =
            (sql_.prepare << "SELECT " << kRecordingColumns << kChannelColumns << kRecordingTables
                          << condition << " ORDER BY recordings.broadcast_id DESC LIMIT :count",
             soci::use(first), soci::use(second), soci::use(count), soci::into(row.id),
             soci::into(row.retentionDays), soci::into(row.title), soci::into(row.phase),
             soci::into(row.bytes), soci::into(row.duration), soci::into(row.isKept),
             soci::into(row.startedAt), soci::into(row.endedAt), soci::into(row.holes),
             soci::into(row.channel.id), soci::into(row.channel.owner), soci::into(row.channel.name),
             soci::into(row.channel.title), soci::into(row.channel.visibility));
        std::vector<relay::RecordingRecord> records;
        statement.execute();
        while (statement.fetch()) {
            records.push_back(row.recording());
        }
        return records;
    });
}

Result<std::optional<relay::RecordingRecord>> Recordings::find(BroadcastId id) {
    auto found = select("recordings.broadcast_id >= :id AND recordings.broadcast_id <= :same", id.text(),
                        id.text(), 1);
    if (!found) {
        return fail(std::move(found.error()));
    }
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<relay::RecordingRecord>> Recordings::page(ChannelId channel,
                                                             std::optional<BroadcastId> before,
                                                             std::size_t limit, Which which) {
    // No id sorts behind this text.
    return select(std::string("recordings.channel_id = :channel AND recordings.broadcast_id < :before") +
                      (which == Which::Ended ? " AND broadcasts.ended_at IS NOT NULL" : ""),
                  channel.text(), before ? before->text() : "~", limit);
}

Result<std::vector<relay::RecordingRecord>> Recordings::finishedSince(UtcTime since, std::size_t limit) {
    return select(
        "recordings.phase = :phase AND recordings.duration_ms > 0 "
        "AND broadcasts.ended_at >= CAST(:since AS BIGINT)",
        "finished", std::to_string(columnFrom(since)), limit);
}

Result<std::vector<relay::RecordingHole>> Recordings::holes(BroadcastId id) {
    const auto key = id.text();
    return attempt("reading a recording's holes", [&]() -> Result<std::vector<relay::RecordingHole>> {
        long long at = 0;
        long long duration = 0;
        soci::statement statement = (sql_.prepare << "SELECT began_at, duration_ms FROM recording_holes "
                                                     "WHERE broadcast_id = :id ORDER BY number",
                                     soci::use(key), soci::into(at), soci::into(duration));
        std::vector<relay::RecordingHole> holes;
        statement.execute();
        while (statement.fetch()) {
            holes.push_back({utcFromMilliseconds(at), duration});
        }
        return holes;
    });
}

Result<> Recordings::setTitle(BroadcastId id, const std::string& title) {
    const auto key = id.text();
    return attempt("storing a recording's title", [&]() -> Result<> {
        sql_ << "UPDATE recordings SET title = :title WHERE broadcast_id = :id", soci::use(title),
            soci::use(key);
        return {};
    });
}

Result<> Recordings::setKept(BroadcastId id, bool isKept) {
    return execute("keeping a recording",
                   isKept ? "UPDATE recordings SET is_kept = 1 WHERE broadcast_id = :id"
                          : "UPDATE recordings SET is_kept = 0 WHERE broadcast_id = :id",
                   id);
}

Result<> Recordings::markDeleted(BroadcastId id) {
    return execute("deleting a recording", "UPDATE recordings SET is_deleted = 1 WHERE broadcast_id = :id",
                   id);
}

Result<> Recordings::forget(BroadcastId id) {
    return execute("forgetting a recording",
                   "DELETE FROM recordings WHERE broadcast_id = :id AND is_deleted = 1", id);
}

Result<> Recordings::execute(const char* doing, const std::string& statement, BroadcastId id) {
    const auto key = id.text();
    return attempt(doing, [&]() -> Result<> {
        sql_ << statement, soci::use(key);
        return {};
    });
}

Result<std::vector<BroadcastId>> Recordings::selectIds(const char* doing, const std::string& condition) {
    return attempt(doing, [&]() -> Result<std::vector<BroadcastId>> {
        std::string id;
        soci::statement statement =
            (sql_.prepare << "SELECT recordings.broadcast_id FROM recordings "
                             "JOIN broadcasts ON broadcasts.id = recordings.broadcast_id "
                             "JOIN channels ON channels.id = recordings.channel_id WHERE "
                          << condition << " ORDER BY recordings.broadcast_id",
             soci::into(id));
        std::vector<BroadcastId> ids;
        statement.execute();
        while (statement.fetch()) {
            ids.push_back(idFrom<BroadcastId>(id));
        }
        return ids;
    });
}

Result<std::vector<BroadcastId>> Recordings::deleted() {
    return selectIds("listing deleted recordings", "recordings.is_deleted = 1");
}

Result<std::vector<BroadcastId>> Recordings::expired(UtcTime now) {
    return selectIds(
        "listing old recordings",
        "recordings.is_deleted = 0 AND recordings.is_kept = 0 AND channels.retention_days > 0 "
        "AND broadcasts.ended_at IS NOT NULL AND broadcasts.ended_at + channels.retention_days * " +
            std::to_string(kDay) + " <= " + std::to_string(columnFrom(now)));
}

Result<std::vector<BroadcastId>> Recordings::beyond(std::int64_t bytes) {
    return attempt("adding up recordings", [&]() -> Result<std::vector<BroadcastId>> {
        long long total = 0;
        sql_ << "SELECT COALESCE(SUM(bytes), 0) FROM recordings WHERE is_deleted = 0", soci::into(total);
        std::string id;
        long long size = 0;
        soci::statement statement =
            (sql_.prepare << "SELECT recordings.broadcast_id, recordings.bytes FROM recordings "
                             "JOIN broadcasts ON broadcasts.id = recordings.broadcast_id "
                             "WHERE recordings.is_deleted = 0 AND recordings.is_kept = 0 "
                             "AND broadcasts.ended_at IS NOT NULL ORDER BY recordings.broadcast_id",
             soci::into(id), soci::into(size));
        std::vector<BroadcastId> ids;
        statement.execute();
        while (total > bytes && statement.fetch()) {
            ids.push_back(idFrom<BroadcastId>(id));
            total -= size;
        }
        return ids;
    });
}

}  // namespace footlight::store
