#include "core/store/room_rows.h"
#include "core/store/row.h"

namespace footlight::store {

std::vector<chat::Emote> RoomRows::emotesOf(const std::string& channel) {
    chat::Emote row;
    soci::statement select =
        (sql_.prepare << "SELECT name, hash FROM emotes WHERE channel_id = :channel ORDER BY name",
         soci::use(channel), soci::into(row.name), soci::into(row.hash));
    std::vector<chat::Emote> emotes;
    select.execute();
    while (select.fetch()) {
        emotes.push_back(row);
    }
    return emotes;
}

Result<std::vector<chat::Emote>> RoomRows::emotes(ChannelId channel) {
    const auto channelId = channel.text();
    return attempt("listing emotes",
                   [&]() -> Result<std::vector<chat::Emote>> { return emotesOf(channelId); });
}

Result<> RoomRows::putEmote(ChannelId channel, const chat::Emote& emote, const std::string& type,
                            UtcTime at) {
    const auto channelId = channel.text();
    const auto addedAt = columnFrom(at);
    return attempt("storing an emote", [&]() -> Result<> {
        sql_ << "INSERT INTO emotes (channel_id, name, hash, type, added_at) "
                "VALUES (:channel, :name, :hash, :type, :at) ON CONFLICT (channel_id, name) DO UPDATE SET "
                "hash = excluded.hash, type = excluded.type, added_at = excluded.added_at",
            soci::use(channelId), soci::use(emote.name), soci::use(emote.hash), soci::use(type),
            soci::use(addedAt);
        return {};
    });
}

Result<> RoomRows::removeEmote(ChannelId channel, const std::string& name) {
    const auto channelId = channel.text();
    return attempt("removing an emote", [&]() -> Result<> {
        sql_ << "DELETE FROM emotes WHERE channel_id = :channel AND name = :name", soci::use(channelId),
            soci::use(name);
        return {};
    });
}

Result<std::optional<std::string>> RoomRows::emoteType(const std::string& hash) {
    return attempt("looking an emote up", [&]() -> Result<std::optional<std::string>> {
        std::string type;
        sql_ << "SELECT type FROM emotes WHERE hash = :hash LIMIT 1", soci::use(hash), soci::into(type);
        return sql_.got_data() ? std::optional(type) : std::nullopt;
    });
}

}  // namespace footlight::store
