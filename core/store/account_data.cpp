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
    "DELETE FROM notification_choices WHERE user_id = :id",
    "DELETE FROM webhooks WHERE user_id = :id",
    "DELETE FROM addresses WHERE user_id = :id",
    "DELETE FROM mailed_codes WHERE user_id = :id",
    "DELETE FROM friendships WHERE from_id = :id",
    "DELETE FROM friendships WHERE to_id = :id",
    "DELETE FROM jobs WHERE subject = :id",
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

/// Behind every UUID, whose digits are below "g".
constexpr auto kBehindEveryId = "g";

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
        const auto anywhere = "%" + id + "%";
        sql_ << "DELETE FROM jobs WHERE state IN ('waiting', 'dead') AND payload LIKE :anywhere",
            soci::use(anywhere);
        sql_ << "INSERT INTO erasures (user_id, old_name, new_name, lines_before, mentions_after) "
                "SELECT id, name, :new, :before, '' FROM users WHERE id = :id",
            soci::use(name), soci::use(std::string(kBehindEveryId)), soci::use(id);
        sql_ << "UPDATE channels SET owner_id = NULL, name = :name, name_folded = :folded, title = '', "
                "visibility = 'protected', slate = '', slate_type = '' WHERE owner_id = :id",
            soci::use(name), soci::use(folded), soci::use(id);
        sql_ << "UPDATE users SET name = :name, name_folded = :folded, password_hash = '' WHERE id = :id",
            soci::use(name), soci::use(folded), soci::use(id);
        return {};
    });
}

/// How far one person's lines are off.
struct AccountData::Erasure {
    std::string user;
    std::string oldName;
    std::string newName;
    std::string linesBefore;  ///< those older than this one are there yet; empty: none
    std::string mentionsAfter;
};

Result<bool> AccountData::eraseSome(std::size_t rows) {
    return transact(sql_, "taking off what somebody said", [&]() -> Result<bool> {
        Erasure erasure;
        sql_ << "SELECT user_id, old_name, new_name, lines_before, mentions_after FROM erasures "
                "ORDER BY user_id LIMIT 1",
            soci::into(erasure.user), soci::into(erasure.oldName), soci::into(erasure.newName),
            soci::into(erasure.linesBefore), soci::into(erasure.mentionsAfter);
        if (!sql_.got_data()) {
            return false;
        }
        const auto most = static_cast<long long>(rows);
        if (!erasure.linesBefore.empty()) {
            eraseLines(erasure, most);
        } else if (!eraseNotifications(erasure, most)) {
            eraseMentions(erasure, most);
        }
        return true;
    });
}

/// The newest first: they are read most.
void AccountData::eraseLines(const Erasure& erasure, long long rows) {
    long long count = 0;
    std::string oldest;
    sql_ << "SELECT COUNT(*), COALESCE(MIN(id), '') FROM (SELECT id FROM messages WHERE user_id = :user "
            "AND id < :before ORDER BY id DESC LIMIT :count) AS some",
        soci::use(erasure.user), soci::use(erasure.linesBefore), soci::use(rows), soci::into(count),
        soci::into(oldest);
    sql_ << "UPDATE messages SET text = '', mentions = '', emotes = '', deleted_at = sent_at "
            "WHERE user_id = :user AND id >= :oldest AND id < :before",
        soci::use(erasure.user), soci::use(oldest), soci::use(erasure.linesBefore);
    const std::string left = count < rows ? std::string() : oldest;
    sql_ << "UPDATE erasures SET lines_before = :left WHERE user_id = :user", soci::use(left),
        soci::use(erasure.user);
}

/// False where there were none.
bool AccountData::eraseNotifications(const Erasure& erasure, long long rows) {
    soci::statement removal = (sql_.prepare << "DELETE FROM notifications WHERE id IN (SELECT id FROM "
                                               "notifications WHERE from_id = :user LIMIT :count)",
                               soci::use(erasure.user), soci::use(rows));
    removal.execute(true);
    return removal.get_affected_rows() > 0;
}

/// In what others wrote. Behind the last of them the person is forgotten.
void AccountData::eraseMentions(const Erasure& erasure, long long rows) {
    long long count = 0;
    std::string last;
    sql_ << "SELECT COUNT(*), COALESCE(MAX(id), '') FROM (SELECT id FROM messages WHERE mentions <> '' "
            "AND id > :after ORDER BY id LIMIT :count) AS some",
        soci::use(erasure.mentionsAfter), soci::use(rows), soci::into(count), soci::into(last);
    const auto before = erasure.user + ":" + erasure.oldName;
    const auto after = erasure.user + ":" + erasure.newName;
    const auto anywhere = "%" + erasure.user + "%";
    sql_ << "UPDATE messages SET mentions = REPLACE(mentions, :before, :after) "
            "WHERE mentions <> '' AND id > :behind AND id <= :last AND mentions LIKE :anywhere",
        soci::use(before), soci::use(after), soci::use(erasure.mentionsAfter), soci::use(last),
        soci::use(anywhere);
    if (count < rows) {
        sql_ << "DELETE FROM erasures WHERE user_id = :user", soci::use(erasure.user);
    } else {
        sql_ << "UPDATE erasures SET mentions_after = :last WHERE user_id = :user", soci::use(last),
            soci::use(erasure.user);
    }
}

}  // namespace footlight::store
