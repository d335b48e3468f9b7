#include "core/store/follows.h"

#include "core/accounts/name.h"
#include "core/store/row.h"

namespace footlight::store {

Result<bool> Follows::follow(UserId user, ChannelId channel, UtcTime at) {
    const auto userId = user.text();
    const auto channelId = channel.text();
    const auto time = columnFrom(at);
    return attempt("following a channel", [&]() -> Result<bool> {
        soci::statement insert = (sql_.prepare << "INSERT INTO follows (user_id, channel_id, followed_at) "
                                                  "VALUES (:user, :channel, :at) ON CONFLICT DO NOTHING",
                                  soci::use(userId), soci::use(channelId), soci::use(time));
        insert.execute(true);
        return insert.get_affected_rows() == 1;
    });
}

Result<> Follows::unfollow(UserId user, ChannelId channel) {
    const auto userId = user.text();
    const auto channelId = channel.text();
    return attempt("following a channel no more", [&]() -> Result<> {
        sql_ << "DELETE FROM follows WHERE user_id = :user AND channel_id = :channel", soci::use(userId),
            soci::use(channelId);
        return {};
    });
}

Result<bool> Follows::isFollowing(UserId user, ChannelId channel) {
    const auto since = followedSince(user, channel);
    return since ? Result<bool>(since->has_value()) : fail(since.error());
}

Result<std::optional<UtcTime>> Follows::followedSince(UserId user, ChannelId channel) {
    const auto userId = user.text();
    const auto channelId = channel.text();
    return attempt("looking up a follower", [&]() -> Result<std::optional<UtcTime>> {
        long long at = 0;
        sql_ << "SELECT followed_at FROM follows WHERE user_id = :user AND channel_id = :channel",
            soci::use(userId), soci::use(channelId), soci::into(at);
        return sql_.got_data() ? std::optional(utcFromMilliseconds(at)) : std::nullopt;
    });
}

Result<std::int64_t> Follows::followers(ChannelId channel) {
    const auto channelId = channel.text();
    return attempt("counting followers", [&]() -> Result<std::int64_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM follows WHERE channel_id = :channel", soci::use(channelId),
            soci::into(count);
        return count;
    });
}

Result<std::vector<relay::FollowedChannel>> Follows::page(UserId user, const std::string& after,
                                                          std::size_t limit) {
    const auto userId = user.text();
    const auto folded = accounts::foldName(after);
    const auto count = static_cast<long long>(limit);
    return attempt("reading followed channels", [&]() -> Result<std::vector<relay::FollowedChannel>> {
        ChannelRow row;
        long long at = 0;
        soci::statement select =
            (sql_.prepare << "SELECT follows.followed_at, " << kChannelColumns
                          << " FROM follows JOIN channels ON channels.id = follows.channel_id "
                             "WHERE follows.user_id = :user AND channels.name_folded > :after "
                             "ORDER BY channels.name_folded LIMIT :count",
             soci::use(userId), soci::use(folded), soci::use(count), soci::into(at), soci::into(row.id),
             soci::into(row.owner), soci::into(row.name), soci::into(row.title), soci::into(row.visibility));
        std::vector<relay::FollowedChannel> followed;
        select.execute();
        while (select.fetch()) {
            followed.push_back({row.channel(), utcFromMilliseconds(at)});
        }
        return followed;
    });
}

Result<std::vector<UserId>> Follows::followersOf(ChannelId channel, std::optional<UserId> after,
                                                 std::size_t limit) {
    const auto channelId = channel.text();
    const auto behind = after ? after->text() : "";
    const auto count = static_cast<long long>(limit);
    return attempt("reading followers", [&]() -> Result<std::vector<UserId>> {
        std::string user;
        soci::statement select =
            (sql_.prepare << "SELECT user_id FROM follows WHERE channel_id = :channel AND user_id > :after "
                             "ORDER BY user_id LIMIT :count",
             soci::use(channelId), soci::use(behind), soci::use(count), soci::into(user));
        std::vector<UserId> users;
        select.execute();
        while (select.fetch()) {
            users.push_back(idFrom<UserId>(user));
        }
        return users;
    });
}

}  // namespace footlight::store
