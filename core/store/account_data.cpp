#include "core/store/account_data.h"

#include <array>

#include "core/accounts/name.h"
#include "core/store/row.h"

namespace footlight::store {
namespace {

/// What is a person's alone.
constexpr std::array kOfThePerson{
    "DELETE FROM sessions WHERE user_id = :id",
    "DELETE FROM second_steps WHERE user_id = :id",
    "DELETE FROM recovery_codes WHERE user_id = :id",
    "DELETE FROM invitations WHERE made_by = :id",
    "DELETE FROM follows WHERE user_id = :id",
    "DELETE FROM notifications WHERE user_id = :id",
    "DELETE FROM notifications WHERE from_id = :id",
    "DELETE FROM notification_choices WHERE user_id = :id",
    "DELETE FROM webhooks WHERE user_id = :id",
    "DELETE FROM addresses WHERE user_id = :id",
    "DELETE FROM mailed_codes WHERE user_id = :id",
    "DELETE FROM friendships WHERE from_id = :id",
    "DELETE FROM friendships WHERE to_id = :id",
    "DELETE FROM jobs WHERE subject = :id",
    "UPDATE messages SET text = '', mentions = '', emotes = '', deleted_at = sent_at WHERE user_id = :id",
    "DELETE FROM channel_roles WHERE user_id = :id",
    "DELETE FROM privacy_choices WHERE user_id = :id",
    "DELETE FROM poll_votes WHERE user_id = :id",
    "DELETE FROM question_votes WHERE user_id = :id",
    "DELETE FROM questions WHERE user_id = :id",
};

/// What is of the channel of that owner.
constexpr std::array kOfTheChannel{
    "DELETE FROM stream_keys WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM targets WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM inputs WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM follows WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM schedule_entries WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM channel_pages WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM polls WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM questions WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM channel_pictures WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "DELETE FROM emotes WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
    "UPDATE recordings SET is_deleted = 1, title = '' WHERE channel_id IN (SELECT id FROM channels WHERE "
    "owner_id = :id)",
    "UPDATE broadcasts SET title = '' WHERE channel_id IN (SELECT id FROM channels WHERE owner_id = :id)",
};

/// In what others wrote, and in what is on its way to them.
void forgetIn(soci::session& sql, const std::string& id, const std::string& newName) {
    std::string oldName;
    sql << "SELECT name FROM users WHERE id = :id", soci::use(id), soci::into(oldName);
    const auto before = id + ":" + oldName;
    const auto after = id + ":" + newName;
    const auto anywhere = "%" + id + "%";
    sql << "UPDATE messages SET mentions = REPLACE(mentions, :before, :after) "
           "WHERE mentions <> '' AND mentions LIKE :anywhere",
        soci::use(before), soci::use(after), soci::use(anywhere);
    sql << "DELETE FROM jobs WHERE state IN ('waiting', 'dead') AND payload LIKE :anywhere",
        soci::use(anywhere);
}

}  // namespace

Result<std::vector<relay::OwnMessage>> AccountData::messages(UserId user, std::optional<MessageId> after,
                                                             std::size_t limit) {
    const auto userId = user.text();
    const auto behind = after ? after->text() : "";
    const auto count = static_cast<long long>(limit);
    return attempt("reading what somebody said", [&]() -> Result<std::vector<relay::OwnMessage>> {
        std::string id;
        relay::OwnMessage read;
        long long at = 0;
        soci::statement select =
            (sql_.prepare
                 << "SELECT messages.id, channels.name, messages.text, messages.sent_at FROM messages "
                    "JOIN channels ON channels.id = messages.channel_id "
                    "WHERE messages.user_id = :user AND messages.id > :after "
                    "ORDER BY messages.id LIMIT :count",
             soci::use(userId), soci::use(behind), soci::use(count), soci::into(id), soci::into(read.channel),
             soci::into(read.text), soci::into(at));
        std::vector<relay::OwnMessage> messages;
        select.execute();
        while (select.fetch()) {
            auto& message = messages.emplace_back(read);
            message.id = idFrom<MessageId>(id);
            message.at = utcFromMilliseconds(at);
        }
        return messages;
    });
}

Result<> AccountData::erase(UserId user, const std::string& name) {
    const auto id = user.text();
    const auto folded = accounts::foldName(name);
    return transact(sql_, "deleting an account", [&]() -> Result<> {
        for (const auto* statement : kOfThePerson) {
            sql_ << statement, soci::use(id);
        }
        for (const auto* statement : kOfTheChannel) {
            sql_ << statement, soci::use(id);
        }
        forgetIn(sql_, id, name);
        sql_ << "UPDATE channels SET owner_id = NULL, name = :name, name_folded = :folded, title = '', "
                "visibility = 'protected', slate = '', slate_type = '' WHERE owner_id = :id",
            soci::use(name), soci::use(folded), soci::use(id);
        sql_ << "UPDATE users SET name = :name, name_folded = :folded, password_hash = '' WHERE id = :id",
            soci::use(name), soci::use(folded), soci::use(id);
        return {};
    });
}

}  // namespace footlight::store
