#include "core/store/broadcasts.h"

#include "core/store/row.h"

namespace footlight::store {

Result<> Broadcasts::start(const relay::Broadcast& broadcast) {
    const auto id = broadcast.id.text();
    const auto channel = broadcast.channel.text();
    const auto at = columnFrom(broadcast.startedAt);
    return attempt("starting a broadcast", [&]() -> Result<> {
        sql_ << "INSERT INTO broadcasts (id, channel_id, title, started_at) VALUES (:id, :channel, :title, "
                ":at) "
                "ON CONFLICT (id) DO UPDATE SET ended_at = NULL",
            soci::use(id), soci::use(channel), soci::use(broadcast.title), soci::use(at);
        return {};
    });
}

Result<> Broadcasts::end(BroadcastId broadcast, UtcTime at) {
    const auto id = broadcast.text();
    const auto time = columnFrom(at);
    return attempt("ending a broadcast", [&]() -> Result<> {
        sql_ << "UPDATE broadcasts SET ended_at = :at WHERE id = :id AND ended_at IS NULL", soci::use(time),
            soci::use(id);
        return {};
    });
}

Result<std::vector<relay::OpenBroadcast>> Broadcasts::open() {
    return attempt("listing what is on air", [&]() -> Result<std::vector<relay::OpenBroadcast>> {
        std::string id;
        std::string title;
        long long at = 0;
        ChannelRow row;
        soci::statement select =
            (sql_.prepare << "SELECT broadcasts.id, broadcasts.title, broadcasts.started_at, "
                          << kChannelColumns
                          << " FROM broadcasts JOIN channels ON channels.id = broadcasts.channel_id "
                             "WHERE broadcasts.ended_at IS NULL ORDER BY broadcasts.id",
             soci::into(id), soci::into(title), soci::into(at), soci::into(row.id), soci::into(row.owner),
             soci::into(row.name), soci::into(row.title), soci::into(row.visibility));
        std::vector<relay::OpenBroadcast> broadcasts;
        select.execute();
        while (select.fetch()) {
            const auto channel = row.channel();
            broadcasts.push_back(
                {{idFrom<BroadcastId>(id), channel.id, title, utcFromMilliseconds(at)}, channel});
        }
        return broadcasts;
    });
}

}  // namespace footlight::store
