#include "core/store/messages.h"

#include <algorithm>

#include "core/store/row.h"

namespace footlight::store {

Result<> Messages::append(const std::vector<chat::Message>& messages) {
    return transact(sql_, "storing chat", [&]() -> Result<> {
        std::string id;
        std::string channel;
        std::string user;
        std::string text;
        long long at = 0;
        soci::statement insert =
            (sql_.prepare << "INSERT INTO messages (id, channel_id, user_id, text, sent_at) "
                             "VALUES (:id, :channel, :user, :text, :at)",
             soci::use(id), soci::use(channel), soci::use(user), soci::use(text), soci::use(at));
        for (const auto& message : messages) {
            id = message.id.text();
            channel = message.channel.text();
            user = message.user.text();
            text = message.text;
            at = columnFrom(message.at);
            insert.execute(true);
        }
        return {};
    });
}

Result<std::vector<chat::Message>> Messages::latest(ChannelId channel, std::optional<MessageId> before,
                                                    std::size_t limit) {
    const auto channelId = channel.text();
    // Behind every UUID, whose digits are below "g".
    const std::string end = before ? before->text() : "g";
    const auto count = static_cast<long long>(limit);
    return attempt("reading chat", [&]() -> Result<std::vector<chat::Message>> {
        std::string id;
        std::string user;
        std::string name;
        std::string text;
        long long at = 0;
        soci::statement select =
            (sql_.prepare
                 << "SELECT messages.id, messages.user_id, users.name, messages.text, messages.sent_at "
                    "FROM messages JOIN users ON users.id = messages.user_id "
                    "WHERE messages.channel_id = :channel AND messages.id < :before "
                    "ORDER BY messages.id DESC LIMIT :count",
             soci::use(channelId), soci::use(end), soci::use(count), soci::into(id), soci::into(user),
             soci::into(name), soci::into(text), soci::into(at));
        std::vector<chat::Message> messages;
        select.execute();
        while (select.fetch()) {
            messages.push_back(
                {idFrom<MessageId>(id), channel, idFrom<UserId>(user), name, text, utcFromMilliseconds(at)});
        }
        std::ranges::reverse(messages);
        return messages;
    });
}

}  // namespace footlight::store
