#include "core/store/room_rows.h"

#include <algorithm>

#include "core/accounts/name.h"
#include "core/chat/message_time.h"
#include "core/store/audience_rows.h"
#include "core/store/chat_writes.h"
#include "core/store/message_row.h"

namespace footlight::store {

Result<> RoomRows::apply(const std::vector<relay::ChatChange>& changes) {
    return transact(sql_, "storing chat", [&]() -> Result<> {
        ChatWrites writes(sql_);
        for (const auto& change : changes) {
            std::visit(writes, change);
        }
        return {};
    });
}

Result<chat::RoomState> RoomRows::load(ChannelId channel, UtcTime now) {
    auto history = messages_.latest(channel, std::nullopt, chat::History::kSize);
    if (!history) {
        return fail(std::move(history.error()));
    }
    return attempt("opening a room", [&]() -> Result<chat::RoomState> {
        const auto id = channel.text();
        chat::RoomState state{std::move(*history)};
        state.roles = roles(id);
        state.restrictions = restrictions(id, now);
        state.modes = modes(id);
        state.pins = pins(channel);
        state.emotes = emotesOf(id);
        state.last = lastIdOf(id);
        state.posted = posted(id, now);
        AudienceRows(sql_).load(id, state.audience);
        return state;
    });
}

MessageId RoomRows::lastIdOf(const std::string& channel) {
    std::string said;
    std::string cleared;
    sql_ << "SELECT COALESCE((SELECT MAX(id) FROM messages WHERE channel_id = :channel "
            "AND deleted_at IS NULL), ''), "
            "COALESCE((SELECT last_id FROM channel_clears WHERE channel_id = :channel2), '')",
        soci::use(channel), soci::use(channel), soci::into(said), soci::into(cleared);
    return MessageId::parse(std::max(said, cleared)).value_or(MessageId{});
}

/// The newest of those whose senders may send them once more. By their time alone (the + keeps SQLite from
/// the channel's index): two minutes of all channels are fewer than all of one.
std::vector<chat::Posted> RoomRows::posted(const std::string& channel, UtcTime now) {
    constexpr int kMostPosted = 20'000;
    const auto since = chat::firstIdAt(now - chat::Speaker::kNonceLife).text();
    std::string user;
    std::string nonce;
    std::string message;
    long long at = 0;
    soci::statement select =
        (sql_.prepare << "SELECT user_id, nonce, id, sent_at FROM messages WHERE +channel_id = :channel "
                         "AND id > :since AND nonce <> '' ORDER BY id DESC LIMIT :most",
         soci::use(channel), soci::use(since), soci::use(kMostPosted), soci::into(user), soci::into(nonce),
         soci::into(message), soci::into(at));
    std::vector<chat::Posted> posted;
    select.execute();
    while (select.fetch()) {
        posted.push_back({idFrom<UserId>(user), nonce, idFrom<MessageId>(message), utcFromMilliseconds(at)});
    }
    std::ranges::reverse(posted);
    return posted;
}

std::vector<chat::Appointment> RoomRows::roles(const std::string& channel) {
    std::string user;
    std::string name;
    std::string role;
    soci::statement select =
        (sql_.prepare
             << "SELECT users.id, users.name, channel_roles.role FROM channel_roles "
                "JOIN users ON users.id = channel_roles.user_id WHERE channel_roles.channel_id = :channel",
         soci::use(channel), soci::into(user), soci::into(name), soci::into(role));
    std::vector<chat::Appointment> roles;
    select.execute();
    while (select.fetch()) {
        roles.push_back({{idFrom<UserId>(user), name}, roleFrom(role)});
    }
    return roles;
}

Result<chat::Role> RoomRows::roleOf(ChannelId channel, UserId user) {
    return attempt("looking a role up", [&]() -> Result<chat::Role> {
        const auto channelId = channel.text();
        const auto userId = user.text();
        std::string role;
        sql_ << "SELECT role FROM channel_roles WHERE channel_id = :channel AND user_id = :user",
            soci::use(channelId), soci::use(userId), soci::into(role);
        return roleFrom(role);
    });
}

std::vector<chat::Restriction> RoomRows::restrictions(const std::string& channel, UtcTime now) {
    const auto from = columnFrom(now);
    std::string user;
    std::string name;
    std::string reason;
    long long endsAt = 0;
    soci::statement select =
        (sql_.prepare << "SELECT users.id, users.name, r.reason, COALESCE(r.ends_at, 0) "
                         "FROM channel_restrictions AS r JOIN users ON users.id = r.user_id "
                         "WHERE r.channel_id = :channel AND (r.ends_at IS NULL OR r.ends_at > :now)",
         soci::use(channel), soci::use(from), soci::into(user), soci::into(name), soci::into(reason),
         soci::into(endsAt));
    std::vector<chat::Restriction> restrictions;
    select.execute();
    while (select.fetch()) {
        chat::Restriction restriction{{idFrom<UserId>(user), name}, {}, reason};
        if (endsAt != 0) {
            restriction.until = utcFromMilliseconds(endsAt);
        }
        restrictions.push_back(std::move(restriction));
    }
    return restrictions;
}

chat::Modes RoomRows::modes(const std::string& channel) {
    int slow = 0;
    int followers = -1;
    int isEmotesOnly = 0;
    sql_ << "SELECT slow_s, COALESCE(followers_min, -1), is_emotes_only FROM channel_modes "
            "WHERE channel_id = :channel",
        soci::use(channel), soci::into(slow), soci::into(followers), soci::into(isEmotesOnly);
    chat::Modes modes{std::chrono::seconds{slow}, {}, isEmotesOnly != 0};
    if (followers >= 0) {
        modes.followersFor = std::chrono::minutes{followers};
    }
    return modes;
}

std::vector<chat::Pin> RoomRows::pins(ChannelId channel) {
    const auto channelId = channel.text();
    std::string message;
    std::string user;
    std::string name;
    long long at = 0;
    soci::statement select =
        (sql_.prepare << "SELECT pins.message_id, users.id, users.name, pins.pinned_at FROM pins "
                         "JOIN users ON users.id = pins.pinned_by WHERE pins.channel_id = :channel "
                         "ORDER BY pins.pinned_at, pins.message_id",
         soci::use(channelId), soci::into(message), soci::into(user), soci::into(name), soci::into(at));
    std::vector<chat::Pin> pins;
    select.execute();
    while (select.fetch()) {
        const auto found = messages_.find(channel, idFrom<MessageId>(message));
        if (found && *found) {
            pins.push_back({**found, {idFrom<UserId>(user), name}, utcFromMilliseconds(at)});
        }
    }
    return pins;
}

Result<std::vector<chat::Person>> RoomRows::people(const std::vector<std::string>& names) {
    return attempt("looking people up", [&]() -> Result<std::vector<chat::Person>> {
        std::string folded;
        std::string id;
        std::string name;
        soci::statement select = (sql_.prepare << "SELECT id, name FROM users WHERE name_folded = :name",
                                  soci::use(folded), soci::into(id), soci::into(name));
        std::vector<chat::Person> people;
        for (const auto& asked : names) {
            folded = accounts::foldName(asked);
            if (select.execute(true)) {
                people.push_back({idFrom<UserId>(id), name});
            }
        }
        return people;
    });
}

}  // namespace footlight::store
