#pragma once

#include <string>
#include <vector>

#include "core/chat/message.h"
#include "core/store/row.h"

namespace footlight::store {

/// The columns of messages and of what they speak of, in the order of kMessageColumns, as a statement reads
/// them.
struct MessageRow {
    std::string id;
    std::string channel;
    std::string user;
    std::string name;
    std::string text;
    long long at = 0;
    std::string mentions;
    std::string emotes;
    long long editedAt = 0;
    std::string replyTo;
    std::string parentUser;
    std::string parentName;
    std::string parentText;
    std::string role;

    /// The statement reads into this row, which must outlive it.
    void exchangeWith(soci::statement& select);
    [[nodiscard]] chat::Message message() const;
};

/// To be followed by WHERE; speaks of deleted messages as well, but never of those of deleted people.
inline constexpr auto kMessageColumns =
    "SELECT messages.id, messages.channel_id, messages.user_id, users.name, messages.text, messages.sent_at, "
    "messages.mentions, messages.emotes, COALESCE(messages.edited_at, 0), messages.reply_to, "
    "COALESCE(parents.user_id, ''), COALESCE(parent_users.name, ''), COALESCE(parents.text, ''), "
    "CASE WHEN channels.owner_id = messages.user_id THEN 'owner' "
    "ELSE COALESCE(channel_roles.role, 'member') END "
    "FROM messages JOIN users ON users.id = messages.user_id "
    "AND users.id NOT IN (SELECT user_id FROM erasures) "
    "JOIN channels ON channels.id = messages.channel_id "
    "LEFT JOIN channel_roles ON channel_roles.channel_id = messages.channel_id "
    "AND channel_roles.user_id = messages.user_id "
    "LEFT JOIN messages AS parents ON parents.id = messages.reply_to "
    "AND parents.user_id NOT IN (SELECT user_id FROM erasures) "
    "LEFT JOIN users AS parent_users ON parent_users.id = parents.user_id ";

std::string columnFrom(const std::vector<chat::Person>& people);
std::string columnFrom(const std::vector<chat::Emote>& emotes);
std::string columnFrom(chat::Role role);
chat::Role roleFrom(const std::string& text);

}  // namespace footlight::store
