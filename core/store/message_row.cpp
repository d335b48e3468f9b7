#include "core/store/message_row.h"

#include "core/chat/text.h"
#include "core/chat/words.h"

namespace footlight::store {
namespace {

/// A list in one column: "first:second first:second"; neither holds a space or a colon.
template <typename Take>
void split(const std::string& column, Take take) {
    for (const auto word : chat::wordsOf(column)) {
        const auto colon = word.find(':');
        if (colon != std::string_view::npos) {
            take(std::string(word.substr(0, colon)), std::string(word.substr(colon + 1)));
        }
    }
}

void append(std::string& column, const std::string& first, const std::string& second) {
    column += (column.empty() ? "" : " ") + first + ":" + second;
}

constexpr auto kShownQuote =
    "CASE WHEN parents.hidden_at IS NOT NULL OR parents.id <= COALESCE(channel_clears.last_id, '') THEN '' "
    "ELSE COALESCE(parents.text, '') END";
constexpr auto kAnyQuote = "COALESCE(parents.text, '')";

}  // namespace

std::string messageColumns(Quoting quoting) {
    return std::string(
               "SELECT messages.id, messages.channel_id, messages.user_id, users.name, messages.text, "
               "messages.sent_at, messages.mentions, messages.emotes, COALESCE(messages.edited_at, 0), "
               "messages.reply_to, COALESCE(parents.user_id, ''), COALESCE(parent_users.name, ''), ") +
           (quoting == Quoting::Everything ? kAnyQuote : kShownQuote) +
           ", CASE WHEN channels.owner_id = messages.user_id THEN 'owner' "
           "ELSE COALESCE(channel_roles.role, 'member') END "
           "FROM messages JOIN users ON users.id = messages.user_id "
           "AND users.id NOT IN (SELECT user_id FROM erasures) "
           "JOIN channels ON channels.id = messages.channel_id "
           "LEFT JOIN channel_clears ON channel_clears.channel_id = messages.channel_id "
           "LEFT JOIN channel_roles ON channel_roles.channel_id = messages.channel_id "
           "AND channel_roles.user_id = messages.user_id "
           "LEFT JOIN messages AS parents ON parents.id = messages.reply_to "
           "AND parents.user_id NOT IN (SELECT user_id FROM erasures) "
           "LEFT JOIN users AS parent_users ON parent_users.id = parents.user_id ";
}

std::string columnFrom(const std::vector<chat::Person>& people) {
    std::string column;
    for (const auto& person : people) {
        append(column, person.user.text(), person.name);
    }
    return column;
}

std::string columnFrom(const std::vector<chat::Emote>& emotes) {
    std::string column;
    for (const auto& emote : emotes) {
        append(column, emote.name, emote.hash);
    }
    return column;
}

std::string columnFrom(chat::Role role) { return role == chat::Role::Moderator ? "moderator" : "vip"; }

chat::Role roleFrom(const std::string& text) {
    return text == "owner"       ? chat::Role::Owner
           : text == "moderator" ? chat::Role::Moderator
           : text == "vip"       ? chat::Role::Vip
                                 : chat::Role::Member;
}

void MessageRow::exchangeWith(soci::statement& select) {
    for (auto* column : {&id, &channel, &user, &name, &text}) {
        select.exchange(soci::into(*column));
    }
    select.exchange(soci::into(at));
    select.exchange(soci::into(mentions));
    select.exchange(soci::into(emotes));
    select.exchange(soci::into(editedAt));
    for (auto* column : {&replyTo, &parentUser, &parentName, &parentText, &role}) {
        select.exchange(soci::into(*column));
    }
}

chat::Message MessageRow::message() const {
    chat::Message message{idFrom<MessageId>(id),
                          idFrom<ChannelId>(channel),
                          idFrom<UserId>(user),
                          name,
                          text,
                          utcFromMilliseconds(at),
                          roleFrom(role)};
    split(mentions, [&message](const std::string& person, std::string called) {
        message.mentions.push_back({idFrom<UserId>(person), std::move(called)});
    });
    split(emotes, [&message](std::string called, std::string hash) {
        message.emotes.push_back({std::move(called), std::move(hash)});
    });
    if (!replyTo.empty() && !parentUser.empty()) {
        message.replyTo = chat::Quote{idFrom<MessageId>(replyTo),
                                      {idFrom<UserId>(parentUser), parentName},
                                      chat::excerpt(parentText, chat::Quote::kCharacters)};
    }
    if (editedAt != 0) {
        message.editedAt = utcFromMilliseconds(editedAt);
    }
    return message;
}

}  // namespace footlight::store
