#include "core/store/targets.h"

#include "core/store/row.h"

namespace footlight::store {

Result<std::vector<relay::TargetRecord>> Targets::list(ChannelId channel) {
    const auto channelId = channel.text();
    return attempt("listing targets", [&]() -> Result<std::vector<relay::TargetRecord>> {
        std::string id;
        int isEnabled = 0;
        relay::TargetRecord row;
        soci::statement select =
            (sql_.prepare << "SELECT id, name, url, sealed_key, audio_track, is_enabled "
                             "FROM targets WHERE channel_id = :channel ORDER BY id",
             soci::use(channelId), soci::into(id), soci::into(row.name), soci::into(row.url),
             soci::into(row.sealedKey), soci::into(row.audioTrack), soci::into(isEnabled));
        std::vector<relay::TargetRecord> targets;
        select.execute();
        while (select.fetch()) {
            row.id = idFrom<TargetId>(id);
            row.isEnabled = isEnabled != 0;
            targets.push_back(row);
        }
        return targets;
    });
}

Result<> Targets::put(ChannelId channel, const relay::TargetRecord& target) {
    const auto channelId = channel.text();
    const auto id = target.id.text();
    const int isEnabled = target.isEnabled ? 1 : 0;
    return attempt("storing a target", [&]() -> Result<> {
        sql_ << "INSERT INTO targets (id, channel_id, name, url, sealed_key, audio_track, is_enabled) "
                "VALUES (:id, :channel, :name, :url, :key, :track, :enabled) "
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name, url = excluded.url, "
                "sealed_key = excluded.sealed_key, audio_track = excluded.audio_track, "
                "is_enabled = excluded.is_enabled",
            soci::use(id), soci::use(channelId), soci::use(target.name), soci::use(target.url),
            soci::use(target.sealedKey), soci::use(target.audioTrack), soci::use(isEnabled);
        return {};
    });
}

Result<> Targets::remove(ChannelId channel, TargetId target) {
    const auto channelId = channel.text();
    const auto id = target.text();
    return attempt("removing a target", [&]() -> Result<> {
        sql_ << "DELETE FROM targets WHERE channel_id = :channel AND id = :id", soci::use(channelId),
            soci::use(id);
        return {};
    });
}

}  // namespace footlight::store
