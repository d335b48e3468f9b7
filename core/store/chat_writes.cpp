#include "core/store/chat_writes.h"

#include "core/store/message_row.h"

namespace footlight::store {

void ChatWrites::operator()(const relay::MessageSaid& said) {
    const auto& message = said.message;
    const auto id = message.id.text();
    const auto channel = message.channel.text();
    const auto user = message.user.text();
    const auto at = columnFrom(message.at);
    const auto replyTo = message.replyTo ? message.replyTo->id.text() : std::string();
    const auto mentions = columnFrom(message.mentions);
    const auto emotes = columnFrom(message.emotes);
    sql_
        << "INSERT INTO messages (id, channel_id, user_id, text, sent_at, reply_to, mentions, emotes, nonce) "
           "VALUES (:id, :channel, :user, :text, :at, :reply, :mentions, :emotes, :nonce)",
        soci::use(id), soci::use(channel), soci::use(user), soci::use(message.text), soci::use(at),
        soci::use(replyTo), soci::use(mentions), soci::use(emotes), soci::use(said.nonce);
}

void ChatWrites::operator()(const relay::MessageEdited& edited) {
    const auto& message = edited.message;
    const auto id = message.id.text();
    const auto mentions = columnFrom(message.mentions);
    const auto emotes = columnFrom(message.emotes);
    const auto at = columnFrom(message.editedAt.value_or(message.at));
    sql_ << "UPDATE messages SET text = :text, mentions = :mentions, emotes = :emotes, edited_at = :at "
            "WHERE id = :id AND deleted_at IS NULL",
        soci::use(message.text), soci::use(mentions), soci::use(emotes), soci::use(at), soci::use(id);
}

void ChatWrites::operator()(const relay::MessageDeleted& deleted) {
    const auto id = deleted.id.text();
    const auto by = deleted.by.text();
    const auto at = columnFrom(deleted.at);
    sql_ << "UPDATE messages SET text = '', mentions = '', emotes = '', deleted_at = :at, deleted_by = :by "
            "WHERE id = :id AND deleted_at IS NULL",
        soci::use(at), soci::use(by), soci::use(id);
    sql_ << "DELETE FROM pins WHERE message_id = :id", soci::use(id);
}

void ChatWrites::operator()(const relay::MessagesCleared& cleared) {
    if (cleared.of) {
        removeOf(cleared, cleared.of->text());
    } else {
        clear(cleared);
    }
}

void ChatWrites::removeOf(const relay::MessagesCleared& cleared, const std::string& of) {
    const auto channel = cleared.channel.text();
    const auto last = cleared.last.text();
    const auto by = cleared.by.text();
    const auto at = columnFrom(cleared.at);
    const long long most = relay::MessagesCleared::kPiece;
    unpinOf(channel, of);
    sql_ << "UPDATE messages SET text = '', mentions = '', emotes = '', deleted_at = :at, deleted_by = :by "
            "WHERE number IN (SELECT number FROM messages WHERE channel_id = :channel AND user_id = :of "
            "AND id <= :last AND deleted_at IS NULL ORDER BY id DESC LIMIT :most)",
        soci::use(at), soci::use(by), soci::use(channel), soci::use(of), soci::use(last), soci::use(most);
}

void ChatWrites::operator()(const relay::MessagesHidden& hidden) {
    const auto channel = hidden.channel.text();
    const auto of = hidden.of.text();
    const auto first = hidden.first.text();
    const auto last = hidden.last.text();
    const auto at = columnFrom(hidden.at);
    unpinOf(channel, of);
    sql_ << "UPDATE messages SET hidden_at = :at WHERE channel_id = :channel AND user_id = :of "
            "AND id >= :first AND id <= :last AND deleted_at IS NULL AND hidden_at IS NULL",
        soci::use(at), soci::use(channel), soci::use(of), soci::use(first), soci::use(last);
}

/// A channel has five pins at most.
void ChatWrites::unpinOf(const std::string& channel, const std::string& of) {
    sql_ << "DELETE FROM pins WHERE channel_id = :channel "
            "AND (SELECT user_id FROM messages WHERE messages.id = pins.message_id) = :of",
        soci::use(channel), soci::use(of);
}

/// Takes as long for a million messages as for one.
void ChatWrites::clear(const relay::MessagesCleared& cleared) {
    const auto channel = cleared.channel.text();
    const auto last = cleared.last.text();
    const auto by = cleared.by.text();
    const auto at = columnFrom(cleared.at);
    sql_ << "DELETE FROM pins WHERE channel_id = :channel AND message_id <= :last", soci::use(channel),
        soci::use(last);
    sql_ << "INSERT INTO channel_clears (channel_id, last_id, cleared_by, cleared_at) "
            "VALUES (:channel, :last, :by, :at) ON CONFLICT (channel_id) DO UPDATE SET "
            "last_id = CASE WHEN excluded.last_id > channel_clears.last_id THEN excluded.last_id "
            "ELSE channel_clears.last_id END, cleared_by = excluded.cleared_by, "
            "cleared_at = excluded.cleared_at",
        soci::use(channel), soci::use(last), soci::use(by), soci::use(at);
}

void ChatWrites::operator()(const relay::RoleGiven& given) {
    const auto channel = given.channel.text();
    const auto user = given.user.text();
    if (given.role == chat::Role::Member) {
        sql_ << "DELETE FROM channel_roles WHERE channel_id = :channel AND user_id = :user",
            soci::use(channel), soci::use(user);
        return;
    }
    const auto role = columnFrom(given.role);
    const auto by = given.by.text();
    const auto at = columnFrom(given.at);
    sql_ << "INSERT INTO channel_roles (channel_id, user_id, role, given_by, given_at) "
            "VALUES (:channel, :user, :role, :by, :at) ON CONFLICT (channel_id, user_id) DO UPDATE SET "
            "role = excluded.role, given_by = excluded.given_by, given_at = excluded.given_at",
        soci::use(channel), soci::use(user), soci::use(role), soci::use(by), soci::use(at);
}

void ChatWrites::operator()(const relay::RestrictionSet& set) {
    const auto channel = set.channel.text();
    const auto user = set.restriction.person.user.text();
    long long endsAt = set.restriction.until ? columnFrom(*set.restriction.until) : 0;
    auto hasEnd = set.restriction.until ? soci::i_ok : soci::i_null;
    const auto by = set.by.text();
    const auto at = columnFrom(set.at);
    sql_ << "INSERT INTO channel_restrictions (channel_id, user_id, ends_at, reason, set_by, set_at) "
            "VALUES (:channel, :user, :ends, :reason, :by, :at) ON CONFLICT (channel_id, user_id) DO UPDATE "
            "SET "
            "ends_at = excluded.ends_at, reason = excluded.reason, set_by = excluded.set_by, "
            "set_at = excluded.set_at",
        soci::use(channel), soci::use(user), soci::use(endsAt, hasEnd), soci::use(set.restriction.reason),
        soci::use(by), soci::use(at);
}

void ChatWrites::operator()(const relay::RestrictionLifted& lifted) {
    const auto channel = lifted.channel.text();
    const auto user = lifted.user.text();
    sql_ << "DELETE FROM channel_restrictions WHERE channel_id = :channel AND user_id = :user",
        soci::use(channel), soci::use(user);
}

void ChatWrites::operator()(const relay::ModesSet& set) {
    const auto channel = set.channel.text();
    const auto slow = static_cast<int>(set.modes.slow.count());
    auto followers = static_cast<int>(set.modes.followersFor.value_or(std::chrono::minutes{0}).count());
    auto hasFollowers = set.modes.followersFor ? soci::i_ok : soci::i_null;
    const int isEmotesOnly = set.modes.isEmotesOnly ? 1 : 0;
    sql_ << "INSERT INTO channel_modes (channel_id, slow_s, followers_min, is_emotes_only) "
            "VALUES (:channel, :slow, :followers, :emotes) ON CONFLICT (channel_id) DO UPDATE SET "
            "slow_s = excluded.slow_s, followers_min = excluded.followers_min, "
            "is_emotes_only = excluded.is_emotes_only",
        soci::use(channel), soci::use(slow), soci::use(followers, hasFollowers), soci::use(isEmotesOnly);
}

void ChatWrites::operator()(const relay::MessagePinned& pinned) {
    const auto id = pinned.id.text();
    const auto channel = pinned.channel.text();
    const auto by = pinned.by.text();
    const auto at = columnFrom(pinned.at);
    sql_ << "INSERT INTO pins (message_id, channel_id, pinned_by, pinned_at) "
            "VALUES (:id, :channel, :by, :at) ON CONFLICT (message_id) DO NOTHING",
        soci::use(id), soci::use(channel), soci::use(by), soci::use(at);
}

void ChatWrites::operator()(const relay::MessageUnpinned& unpinned) {
    const auto id = unpinned.id.text();
    sql_ << "DELETE FROM pins WHERE message_id = :id", soci::use(id);
}

void ChatWrites::operator()(const relay::PersonErased& erased) {
    const auto user = erased.user.text();
    const auto since = erased.since.text();
    sql_ << "UPDATE messages SET text = '', mentions = '', emotes = '', deleted_at = sent_at "
            "WHERE user_id = :id AND id >= :since AND deleted_at IS NULL",
        soci::use(user), soci::use(since);
    for (const auto* statement :
         {"DELETE FROM channel_roles WHERE user_id = :id", "DELETE FROM poll_votes WHERE user_id = :id",
          "DELETE FROM question_votes WHERE user_id = :id", "DELETE FROM questions WHERE user_id = :id"}) {
        sql_ << statement, soci::use(user);
    }
}

}  // namespace footlight::store
