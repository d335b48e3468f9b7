#include "core/store/channels.h"

#include "core/accounts/name.h"
#include "core/store/row.h"

namespace footlight::store {

Result<accounts::Channel> Channels::create(const relay::NewChannel& channel) {
    accounts::Channel made{ChannelId::make(channel.at), channel.owner, channel.name, "",
                           accounts::Visibility::Public};
    const auto id = made.id.text();
    const auto owner = channel.owner ? channel.owner->text() : "";
    auto ownerIndicator = channel.owner ? soci::i_ok : soci::i_null;
    const auto folded = accounts::foldName(channel.name);
    const auto at = columnFrom(channel.at);
    auto created = attempt("making a channel", [&]() -> Result<accounts::Channel> {
        sql_ << "INSERT INTO channels (id, owner_id, name, name_folded, title, created_at) "
                "VALUES (:id, :owner, :name, :folded, '', :at)",
            soci::use(id), soci::use(owner, ownerIndicator), soci::use(channel.name), soci::use(folded),
            soci::use(at);
        return made;
    });
    if (!created && created.error().category() == ErrorCategory::Conflict) {
        return fail(ErrorCategory::Conflict, "channel.name_taken",
                    "There is a channel " + channel.name + " already; choose another name.");
    }
    return created;
}

Result<std::optional<accounts::Channel>> Channels::find(const std::string& name) {
    const auto folded = accounts::foldName(name);
    return attempt("looking up a channel", [&]() -> Result<std::optional<accounts::Channel>> {
        ChannelRow row;
        sql_ << "SELECT " << kChannelColumns << " FROM channels WHERE name_folded = :folded",
            soci::use(folded), soci::into(row.id), soci::into(row.owner), soci::into(row.name),
            soci::into(row.title), soci::into(row.visibility);
        return sql_.got_data() ? std::optional(row.channel()) : std::nullopt;
    });
}

Result<std::vector<accounts::Channel>> Channels::page(const std::string& after, std::size_t limit) {
    const auto folded = accounts::foldName(after);
    const auto count = static_cast<long long>(limit);
    return attempt("listing channels", [&]() -> Result<std::vector<accounts::Channel>> {
        ChannelRow row;
        soci::statement select =
            (sql_.prepare << "SELECT " << kChannelColumns
                          << " FROM channels WHERE name_folded > :after "
                             "AND visibility = 'public' "
                             "ORDER BY name_folded LIMIT :count",
             soci::use(folded), soci::use(count), soci::into(row.id), soci::into(row.owner),
             soci::into(row.name), soci::into(row.title), soci::into(row.visibility));
        std::vector<accounts::Channel> channels;
        select.execute();
        while (select.fetch()) {
            channels.push_back(row.channel());
        }
        return channels;
    });
}

Result<relay::ChannelSettings> Channels::settings(ChannelId channel) {
    const auto id = channel.text();
    return attempt("reading a channel's settings", [&]() -> Result<relay::ChannelSettings> {
        long long grace = 0;
        int isRecorded = 0;
        int allowsRtmpPlay = 0;
        std::string visibility;
        relay::ChannelSettings settings;
        sql_ << "SELECT grace_ms, is_recorded, retention_days, visibility, rtmp_play, slate, slate_type "
                "FROM channels WHERE id = :id",
            soci::use(id), soci::into(grace), soci::into(isRecorded), soci::into(settings.retentionDays),
            soci::into(visibility), soci::into(allowsRtmpPlay), soci::into(settings.slate),
            soci::into(settings.slateType);
        if (!sql_.got_data()) {
            return fail(ErrorCategory::NotFound, "channel.unknown", "There is no such channel.");
        }
        settings.grace = std::chrono::milliseconds(grace);
        settings.isRecorded = isRecorded != 0;
        settings.visibility = visibilityFrom(visibility);
        settings.allowsRtmpPlay = allowsRtmpPlay != 0;
        return settings;
    });
}

Result<> Channels::setSettings(ChannelId channel, const relay::ChannelSettings& settings) {
    const auto id = channel.text();
    const auto grace = static_cast<long long>(settings.grace.count());
    const int isRecorded = settings.isRecorded ? 1 : 0;
    const int allowsRtmpPlay = settings.allowsRtmpPlay ? 1 : 0;
    const auto visibility = columnFrom(settings.visibility);
    return attempt("storing a channel's settings", [&]() -> Result<> {
        sql_ << "UPDATE channels SET grace_ms = :grace, is_recorded = :recorded, retention_days = :days, "
                "visibility = :visibility, rtmp_play = :play, slate = :slate, slate_type = :type "
                "WHERE id = :id",
            soci::use(grace), soci::use(isRecorded), soci::use(settings.retentionDays), soci::use(visibility),
            soci::use(allowsRtmpPlay), soci::use(settings.slate), soci::use(settings.slateType),
            soci::use(id);
        return {};
    });
}

Result<std::size_t> Channels::usersOfSlate(const std::string& slate) {
    return attempt("counting a slate's channels", [&]() -> Result<std::size_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM channels WHERE slate = :slate", soci::use(slate), soci::into(count);
        return static_cast<std::size_t>(count);
    });
}

Result<> Channels::setTitle(ChannelId channel, const std::string& title) {
    const auto id = channel.text();
    return attempt("storing a title", [&]() -> Result<> {
        sql_ << "UPDATE channels SET title = :title WHERE id = :id", soci::use(title), soci::use(id);
        return {};
    });
}

Result<> Channels::setKey(ChannelId channel, const relay::StreamKeyRecord& key) {
    const auto id = channel.text();
    const auto at = columnFrom(key.createdAt);
    return attempt("storing a stream key", [&]() -> Result<> {
        sql_ << "INSERT INTO stream_keys (channel_id, key_hash, created_at) VALUES (:id, :hash, :at) "
                "ON CONFLICT (channel_id) DO UPDATE SET key_hash = excluded.key_hash, "
                "created_at = excluded.created_at",
            soci::use(id), soci::use(key.keyHash), soci::use(at);
        return {};
    });
}

Result<std::optional<relay::StreamKeyRecord>> Channels::key(ChannelId channel) {
    const auto id = channel.text();
    return attempt("looking up a stream key", [&]() -> Result<std::optional<relay::StreamKeyRecord>> {
        std::string hash;
        long long at = 0;
        sql_ << "SELECT key_hash, created_at FROM stream_keys WHERE channel_id = :id", soci::use(id),
            soci::into(hash), soci::into(at);
        return sql_.got_data() ? std::optional(relay::StreamKeyRecord{hash, utcFromMilliseconds(at)})
                               : std::nullopt;
    });
}

Result<std::optional<accounts::Channel>> Channels::findByKey(const std::string& keyHash) {
    return attempt("checking a stream key", [&]() -> Result<std::optional<accounts::Channel>> {
        ChannelRow row;
        sql_ << "SELECT " << kChannelColumns
             << " FROM stream_keys JOIN channels ON channels.id = stream_keys.channel_id "
                "WHERE stream_keys.key_hash = :hash",
            soci::use(keyHash), soci::into(row.id), soci::into(row.owner), soci::into(row.name),
            soci::into(row.title), soci::into(row.visibility);
        return sql_.got_data() ? std::optional(row.channel()) : std::nullopt;
    });
}

}  // namespace footlight::store
