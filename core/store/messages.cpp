#include "core/store/messages.h"

#include <algorithm>
#include <variant>

#include "core/chat/message_time.h"
#include "core/chat/words.h"
#include "core/store/message_row.h"

namespace footlight::store {
namespace {

/// Behind every UUID, whose digits are below "g".
constexpr auto kBehindEveryId = "g";

/// What stands in for `:name` in a condition.
struct Value {
    std::variant<std::string, long long> value;
};

std::vector<chat::Message> read(soci::session& sql, const std::string& condition, std::vector<Value> values,
                                Quoting quoting = Quoting::WhatIsShown) {
    MessageRow row;
    soci::statement select(sql);
    row.exchangeWith(select);
    for (auto& bound : values) {
        std::visit([&select](auto& value) { select.exchange(soci::use(value)); }, bound.value);
    }
    select.alloc();
    select.prepare(messageColumns(quoting) + condition);
    select.define_and_bind();
    select.execute();
    std::vector<chat::Message> messages;
    while (select.fetch()) {
        messages.push_back(row.message());
    }
    return messages;
}

/// With the channel once more.
constexpr auto kNotCleared =
    "AND messages.id > (SELECT COALESCE(MAX(last_id), '') FROM channel_clears WHERE channel_id = :cleared) ";

constexpr auto kAddressed =
    "AND (messages.mentions <> '' OR messages.reply_to <> '') "
    "AND messages.id > COALESCE(channel_clears.last_id, '') "
    "AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL AND messages.edited_at IS NULL ";

Value count(std::size_t limit) { return {static_cast<long long>(limit)}; }

/// Every word as the beginning of one, whatever else it would mean to FTS5.
std::string matchOf(const std::string& text) {
    std::string match;
    for (const auto word : chat::wordsOf(text)) {
        match += match.empty() ? "\"" : " \"";
        for (const char c : word) {
            match += c == '"' ? std::string("\"\"") : std::string(1, c);
        }
        match += "\"*";
    }
    return match;
}

}  // namespace

Result<std::vector<chat::Message>> Messages::latest(ChannelId channel, std::optional<MessageId> before,
                                                    std::size_t limit) {
    return attempt("reading chat", [&]() -> Result<std::vector<chat::Message>> {
        auto messages = read(
            sql_,
            std::string("WHERE messages.channel_id = :channel AND messages.id < :before ") + kNotCleared +
                "AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL ORDER BY messages.id DESC "
                "LIMIT :count",
            {{channel.text()}, {before ? before->text() : kBehindEveryId}, {channel.text()}, count(limit)});
        std::ranges::reverse(messages);
        return messages;
    });
}

Result<std::vector<chat::Message>> Messages::between(ChannelId channel, UtcTime from, UtcTime to,
                                                     std::optional<MessageId> after, std::size_t limit) {
    return attempt("reading chat", [&]() -> Result<std::vector<chat::Message>> {
        const auto begin = chat::firstIdAt(from).text();
        return read(sql_,
                    "WHERE messages.channel_id = :channel AND messages.id > :after AND messages.id < :until "
                    "AND messages.deleted_at IS NULL ORDER BY messages.id LIMIT :count",
                    {{channel.text()},
                     {after ? std::max(begin, after->text()) : begin},
                     {chat::firstIdAt(to).text()},
                     count(limit)},
                    Quoting::Everything);
    });
}

Result<relay::MissedMessages> Messages::missed(ChannelId channel, MessageId after, std::size_t limit) {
    return attempt("reading what was missed", [&]() -> Result<relay::MissedMessages> {
        relay::MissedMessages missed;
        // One more than asked tells whether there are more.
        missed.said =
            read(sql_,
                 std::string("WHERE messages.channel_id = :channel AND messages.id > :after ") + kNotCleared +
                     "AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL ORDER BY messages.id "
                     "LIMIT :count",
                 {{channel.text()}, {after.text()}, {channel.text()}, count(limit + 1)});
        missed.edited =
            read(sql_,
                 "WHERE messages.channel_id = :channel AND messages.edited_at >= :since "
                 "AND messages.id <= :after AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL "
                 "LIMIT :count",
                 {{channel.text()}, {toMilliseconds(after.time())}, {after.text()}, count(limit + 1)});
        missed.deleted = deletedSince(channel, after, limit + 1);
        missed.isWhole =
            std::max({missed.said.size(), missed.edited.size(), missed.deleted.size()}) <= limit &&
            !wasCleared(channel, after);
        return missed;
    });
}

bool Messages::wasCleared(ChannelId channel, MessageId since) {
    const auto channelId = channel.text();
    const long long time = toMilliseconds(since.time());
    int count = 0;
    sql_ << "SELECT COUNT(*) FROM channel_clears WHERE channel_id = :channel AND cleared_at >= :since",
        soci::use(channelId), soci::use(time), soci::into(count);
    return count > 0;
}

std::vector<MessageId> Messages::deletedSince(ChannelId channel, MessageId after, std::size_t limit) {
    const auto channelId = channel.text();
    const auto afterId = after.text();
    const long long since = toMilliseconds(after.time());
    const auto most = static_cast<long long>(limit);
    std::string id;
    soci::statement select =
        (sql_.prepare << "SELECT id FROM messages WHERE channel_id = :channel AND deleted_at >= :since "
                         "AND id <= :after UNION "
                         "SELECT id FROM messages WHERE channel_id = :channel2 AND hidden_at >= :since2 "
                         "AND id <= :after2 LIMIT :count",
         soci::use(channelId), soci::use(since), soci::use(afterId), soci::use(channelId), soci::use(since),
         soci::use(afterId), soci::use(most), soci::into(id));
    std::vector<MessageId> deleted;
    select.execute();
    while (select.fetch()) {
        deleted.push_back(idFrom<MessageId>(id));
    }
    return deleted;
}

Result<std::int64_t> Messages::countBetween(ChannelId channel, MessageId after, MessageId before,
                                            std::int64_t most) {
    return attempt("counting what was missed", [&]() -> Result<std::int64_t> {
        const auto channelId = channel.text();
        const auto afterId = after.text();
        const auto beforeId = before.text();
        const long long limit = most;
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE channel_id = :channel AND id > :after "
                "AND id < :before "
             << kNotCleared << "AND deleted_at IS NULL AND hidden_at IS NULL LIMIT :count) AS counted",
            soci::use(channelId), soci::use(afterId), soci::use(beforeId), soci::use(channelId),
            soci::use(limit), soci::into(count);
        return count;
    });
}

Result<std::int64_t> Messages::countOf(ChannelId channel, UserId user) {
    return attempt("counting messages", [&]() -> Result<std::int64_t> {
        const auto channelId = channel.text();
        const auto userId = user.text();
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM messages WHERE channel_id = :channel AND user_id = :user "
                "AND deleted_at IS NULL",
            soci::use(channelId), soci::use(userId), soci::into(count);
        return count;
    });
}

std::string Messages::nameOf(ChannelId channel) {
    const auto id = channel.text();
    std::string name;
    sql_ << "SELECT name FROM channels WHERE id = :id", soci::use(id), soci::into(name);
    return name;
}

bool Messages::isKeptOut(ChannelId channel, UserId user, UtcTime now) {
    const auto channelId = channel.text();
    const auto userId = user.text();
    const auto time = columnFrom(now);
    int count = 0;
    sql_ << "SELECT COUNT(*) FROM channel_restrictions WHERE channel_id = :channel AND user_id = :user "
            "AND (ends_at IS NULL OR ends_at > :now)",
        soci::use(channelId), soci::use(userId), soci::use(time), soci::into(count);
    return count > 0;
}

std::vector<relay::AddressedLine> Messages::addressed(std::vector<chat::Message> said) {
    std::vector<relay::AddressedLine> lines;
    for (auto& message : said) {
        auto& line = lines.emplace_back(relay::AddressedLine{std::move(message), ""});
        line.channel = nameOf(line.message.channel);
        std::erase_if(line.message.mentions, [&](const chat::Person& person) {
            return isKeptOut(line.message.channel, person.user, line.message.at);
        });
        const auto& answered = line.message.replyTo;
        if (answered && isKeptOut(line.message.channel, answered->person.user, line.message.at)) {
            line.message.replyTo.reset();
        }
    }
    return lines;
}

Result<std::vector<relay::AddressedLine>> Messages::addressedLately(std::chrono::milliseconds span,
                                                                    std::size_t limit) {
    return attempt("reading who was spoken to", [&]() -> Result<std::vector<relay::AddressedLine>> {
        return addressed(
            read(sql_,
                 std::string("WHERE messages.number > (SELECT MAX(number) FROM messages) - :count "
                             "AND messages.sent_at >= (SELECT sent_at FROM messages "
                             "ORDER BY number DESC LIMIT 1) - :span ") +
                     kAddressed + "ORDER BY messages.id",
                 {count(limit), {static_cast<long long>(span.count())}}));
    });
}

Result<std::vector<relay::AddressedLine>> Messages::addressedBehind(MessageId after, std::size_t limit) {
    return attempt("reading who was spoken to", [&]() -> Result<std::vector<relay::AddressedLine>> {
        return addressed(read(
            sql_,
            std::string("WHERE messages.id > :after ") + kAddressed + "ORDER BY messages.id LIMIT :count",
            {{after.text()}, count(limit)}));
    });
}

Result<std::optional<chat::Message>> Messages::find(ChannelId channel, MessageId id) {
    return attempt("reading a message", [&]() -> Result<std::optional<chat::Message>> {
        const auto found =
            read(sql_,
                 std::string("WHERE messages.channel_id = :channel AND messages.id = :id ") + kNotCleared +
                     "AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL",
                 {{channel.text()}, {id.text()}, {channel.text()}});
        return found.empty() ? std::nullopt : std::optional(found.front());
    });
}

Result<std::vector<chat::Message>> Messages::search(ChannelId channel, const relay::MessageSearch& search) {
    return attempt("searching chat", [&]() -> Result<std::vector<chat::Message>> {
        std::string condition =
            std::string("WHERE messages.channel_id = :channel AND messages.id < :before ") + kNotCleared +
            "AND messages.deleted_at IS NULL AND messages.hidden_at IS NULL ";
        std::vector<Value> values{
            {channel.text()}, {search.before ? search.before->text() : kBehindEveryId}, {channel.text()}};
        const auto match = matchOf(search.text);
        if (!match.empty()) {
            condition +=
                "AND messages.number IN (SELECT rowid FROM message_words WHERE message_words MATCH :match) ";
            values.push_back({match});
        }
        if (search.of) {
            condition += "AND messages.user_id = :user ";
            values.push_back({search.of->text()});
        }
        values.push_back(count(search.limit));
        auto messages = read(sql_, condition + "ORDER BY messages.id DESC LIMIT :count", std::move(values));
        std::ranges::reverse(messages);
        return messages;
    });
}

}  // namespace footlight::store
