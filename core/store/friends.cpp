#include "core/store/friends.h"

#include <algorithm>
#include <iterator>

#include "core/accounts/name.h"
#include "core/store/row.h"

namespace footlight::store {

using relay::Friendship;

Result<Friendship> Friends::befriend(UserId user, UserId other, UtcTime at, bool& isNew) {
    const auto from = user.text();
    const auto to = other.text();
    const auto time = columnFrom(at);
    return transact(sql_, "making friends", [&]() -> Result<Friendship> {
        isNew = false;
        int accepted = 0;
        sql_ << "SELECT is_accepted FROM friendships WHERE from_id = :from AND to_id = :to", soci::use(from),
            soci::use(to), soci::into(accepted);
        if (sql_.got_data()) {
            return accepted != 0 ? Friendship::Friends : Friendship::Asked;
        }
        sql_ << "SELECT is_accepted FROM friendships WHERE from_id = :from AND to_id = :to", soci::use(to),
            soci::use(from), soci::into(accepted);
        if (!sql_.got_data()) {
            sql_
                << "INSERT INTO friendships (from_id, to_id, is_accepted, since) VALUES (:from, :to, 0, :at)",
                soci::use(from), soci::use(to), soci::use(time);
            isNew = true;
            return Friendship::Asked;
        }
        if (accepted == 0) {
            sql_ << "UPDATE friendships SET is_accepted = 1, since = :at WHERE from_id = :from AND to_id = "
                    ":to",
                soci::use(time), soci::use(to), soci::use(from);
            isNew = true;
        }
        return Friendship::Friends;
    });
}

Result<> Friends::part(UserId user, UserId other) {
    const auto one = user.text();
    const auto two = other.text();
    return attempt("parting friends", [&]() -> Result<> {
        sql_
            << "DELETE FROM friendships WHERE (from_id = :a AND to_id = :b) OR (from_id = :c AND to_id = :d)",
            soci::use(one), soci::use(two), soci::use(two), soci::use(one);
        return {};
    });
}

std::vector<relay::FriendRecord> Friends::read(const std::string& own, const std::string& which) {
    std::string id;
    std::string name;
    int accepted = 0;
    int asked = 0;
    long long since = 0;
    soci::statement select =
        (sql_.prepare << "SELECT users.id, users.name, f.is_accepted, f.from_id = :a, f.since "
                         "FROM friendships f JOIN users "
                         "ON users.id = CASE WHEN f.from_id = :b THEN f.to_id ELSE f.from_id END WHERE "
                      << which,
         soci::use(own), soci::use(own), soci::use(own), soci::use(own), soci::into(id), soci::into(name),
         soci::into(accepted), soci::into(asked), soci::into(since));
    std::vector<relay::FriendRecord> friends;
    select.execute();
    while (select.fetch()) {
        const auto how = accepted != 0 ? Friendship::Friends
                         : asked != 0  ? Friendship::Asked
                                       : Friendship::WasAsked;
        friends.push_back({{idFrom<UserId>(id), name}, how, utcFromMilliseconds(since)});
    }
    return friends;
}

Result<std::vector<relay::FriendRecord>> Friends::list(UserId user) {
    const auto own = user.text();
    return attempt("listing friends", [&]() -> Result<std::vector<relay::FriendRecord>> {
        auto friends = read(own,
                            "f.from_id = :c OR (f.to_id = :d AND f.is_accepted = 1) "
                            "ORDER BY users.name_folded LIMIT 900");
        auto asking = read(own,
                           "f.to_id = :c AND f.from_id <> :d AND f.is_accepted = 0 "
                           "ORDER BY f.since DESC, users.name_folded LIMIT 100");
        std::ranges::move(asking, std::back_inserter(friends));
        std::ranges::sort(friends, {}, [](const auto& one) { return accounts::foldName(one.account.name); });
        return friends;
    });
}

Result<std::size_t> Friends::ownCount(UserId user) {
    const auto own = user.text();
    return attempt("counting friends", [&]() -> Result<std::size_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM friendships WHERE from_id = :a OR (to_id = :b AND is_accepted = 1)",
            soci::use(own), soci::use(own), soci::into(count);
        return static_cast<std::size_t>(count);
    });
}

Result<> Friends::forgetUnanswered(UtcTime before) {
    const auto time = columnFrom(before);
    return attempt("forgetting who asked to be friends", [&]() -> Result<> {
        sql_ << "DELETE FROM friendships WHERE is_accepted = 0 AND since < :before", soci::use(time);
        return {};
    });
}

Result<std::vector<accounts::Account>> Friends::shown(UserId user) {
    const auto own = user.text();
    return attempt("listing friends", [&]() -> Result<std::vector<accounts::Account>> {
        std::string id;
        std::string name;
        soci::statement select =
            (sql_.prepare << "SELECT users.id, users.name FROM friendships f JOIN users "
                             "ON users.id = CASE WHEN f.from_id = :a THEN f.to_id ELSE f.from_id END "
                             "LEFT JOIN privacy_choices p ON p.user_id = users.id "
                             "WHERE (f.from_id = :b OR f.to_id = :c) AND f.is_accepted = 1 "
                             "AND COALESCE(p.shows_watching, 1) = 1 ORDER BY users.name_folded LIMIT 1000",
             soci::use(own), soci::use(own), soci::use(own), soci::into(id), soci::into(name));
        std::vector<accounts::Account> friends;
        select.execute();
        while (select.fetch()) {
            friends.push_back({idFrom<UserId>(id), name});
        }
        return friends;
    });
}

Result<relay::FriendAudience> Friends::audienceOf(UserId user) {
    const auto own = user.text();
    return attempt("looking up who is a friend", [&]() -> Result<relay::FriendAudience> {
        relay::FriendAudience audience;
        int isShown = 1;
        sql_ << "SELECT users.name, COALESCE(p.shows_watching, 1) FROM users "
                "LEFT JOIN privacy_choices p ON p.user_id = users.id WHERE users.id = :id",
            soci::use(own), soci::into(audience.name), soci::into(isShown);
        audience.isShown = isShown != 0;
        std::string id;
        soci::statement select =
            (sql_.prepare << "SELECT CASE WHEN from_id = :a THEN to_id ELSE from_id END FROM friendships "
                             "WHERE (from_id = :b OR to_id = :c) AND is_accepted = 1 LIMIT 1000",
             soci::use(own), soci::use(own), soci::use(own), soci::into(id));
        select.execute();
        while (select.fetch()) {
            audience.friends.push_back(idFrom<UserId>(id));
        }
        return audience;
    });
}

Result<> Friends::show(UserId user, bool isShown) {
    const auto own = user.text();
    const int shows = isShown ? 1 : 0;
    return attempt("storing a choice", [&]() -> Result<> {
        sql_ << "INSERT INTO privacy_choices (user_id, shows_watching) VALUES (:id, :shows) "
                "ON CONFLICT (user_id) DO UPDATE SET shows_watching = excluded.shows_watching",
            soci::use(own), soci::use(shows);
        return {};
    });
}

}  // namespace footlight::store
