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

bool AccountData::showsWatching(const std::string& user) {
    int shows = 1;
    sql_ << "SELECT shows_watching FROM privacy_choices WHERE user_id = :user", soci::use(user),
        soci::into(shows);
    return !sql_.got_data() || shows != 0;
}

std::vector<relay::OwnAudience::Vote> AccountData::votes(const std::string& user) {
    relay::OwnAudience::Vote read;
    long long at = 0;
    soci::statement select =
        (sql_.prepare << "SELECT channels.name, polls.question, poll_options.text, poll_votes.cast_at "
                         "FROM poll_votes JOIN polls ON polls.id = poll_votes.poll_id "
                         "JOIN poll_options ON poll_options.poll_id = polls.id "
                         "AND poll_options.number = poll_votes.number "
                         "JOIN channels ON channels.id = polls.channel_id "
                         "WHERE poll_votes.user_id = :user ORDER BY poll_votes.cast_at LIMIT 100000",
         soci::use(user), soci::into(read.channel), soci::into(read.question), soci::into(read.option),
         soci::into(at));
    std::vector<relay::OwnAudience::Vote> votes;
    select.execute();
    while (select.fetch()) {
        votes.push_back(read);
        votes.back().at = utcFromMilliseconds(at);
    }
    return votes;
}

std::vector<relay::OwnAudience::Question> AccountData::questions(const std::string& user) {
    relay::OwnAudience::Question read;
    long long at = 0;
    long long answered = 0;
    soci::statement select =
        (sql_.prepare << "SELECT channels.name, questions.text, questions.asked_at, "
                         "COALESCE(questions.answered_at, 0) FROM questions "
                         "JOIN channels ON channels.id = questions.channel_id "
                         "WHERE questions.user_id = :user ORDER BY questions.id LIMIT 100000",
         soci::use(user), soci::into(read.channel), soci::into(read.text), soci::into(at),
         soci::into(answered));
    std::vector<relay::OwnAudience::Question> questions;
    select.execute();
    while (select.fetch()) {
        auto& question = questions.emplace_back(read);
        question.at = utcFromMilliseconds(at);
        if (answered != 0) {
            question.answeredAt = utcFromMilliseconds(answered);
        }
    }
    return questions;
}

std::vector<relay::OwnAudience::Upvote> AccountData::upvotes(const std::string& user) {
    relay::OwnAudience::Upvote read;
    long long at = 0;
    soci::statement select =
        (sql_.prepare << "SELECT channels.name, questions.text, questions.asked_at FROM question_votes "
                         "JOIN questions ON questions.id = question_votes.question_id "
                         "JOIN channels ON channels.id = questions.channel_id "
                         "WHERE question_votes.user_id = :user AND questions.user_id <> :user2 "
                         "ORDER BY questions.id LIMIT 100000",
         soci::use(user), soci::use(user), soci::into(read.channel), soci::into(read.text), soci::into(at));
    std::vector<relay::OwnAudience::Upvote> upvotes;
    select.execute();
    while (select.fetch()) {
        upvotes.push_back(read);
        upvotes.back().at = utcFromMilliseconds(at);
    }
    return upvotes;
}

std::vector<relay::OwnAudience::Role> AccountData::roles(const std::string& user) {
    relay::OwnAudience::Role read;
    long long at = 0;
    soci::statement select =
        (sql_.prepare
             << "SELECT channels.name, channel_roles.role, channel_roles.given_at FROM channel_roles "
                "JOIN channels ON channels.id = channel_roles.channel_id "
                "WHERE channel_roles.user_id = :user ORDER BY channel_roles.given_at LIMIT 100000",
         soci::use(user), soci::into(read.channel), soci::into(read.role), soci::into(at));
    std::vector<relay::OwnAudience::Role> roles;
    select.execute();
    while (select.fetch()) {
        roles.push_back(read);
        roles.back().since = utcFromMilliseconds(at);
    }
    return roles;
}

std::vector<relay::OwnAudience::Restriction> AccountData::restrictions(const std::string& user) {
    relay::OwnAudience::Restriction read;
    long long at = 0;
    long long ends = 0;
    soci::statement select =
        (sql_.prepare << "SELECT channels.name, r.reason, r.set_at, COALESCE(r.ends_at, 0) "
                         "FROM channel_restrictions AS r JOIN channels ON channels.id = r.channel_id "
                         "WHERE r.user_id = :user ORDER BY r.set_at LIMIT 100000",
         soci::use(user), soci::into(read.channel), soci::into(read.reason), soci::into(at),
         soci::into(ends));
    std::vector<relay::OwnAudience::Restriction> restrictions;
    select.execute();
    while (select.fetch()) {
        auto& restriction = restrictions.emplace_back(read);
        restriction.since = utcFromMilliseconds(at);
        if (ends != 0) {
            restriction.until = utcFromMilliseconds(ends);
        }
    }
    return restrictions;
}

Result<relay::OwnAudience> AccountData::audience(UserId user) {
    const auto id = user.text();
    return attempt("reading what somebody did in an audience", [&]() -> Result<relay::OwnAudience> {
        relay::OwnAudience own;
        own.showsWatching = showsWatching(id);
        own.votes = votes(id);
        own.questions = questions(id);
        own.upvotes = upvotes(id);
        own.roles = roles(id);
        own.restrictions = restrictions(id);
        return own;
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
