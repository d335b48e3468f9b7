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

}  // namespace

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
