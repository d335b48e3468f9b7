#include "core/store/notifications.h"

#include "core/jobs/job.h"
#include "core/store/jobs.h"
#include "core/store/row.h"

namespace footlight::store {
namespace {

/// Mails of one person, deliveries of one webhook.
constexpr std::size_t kMostWaiting = 200;

}  // namespace

relay::NotificationWays Notifications::waysOf(const std::string& user, const std::string& kind) {
    int inApp = 0;
    int email = 0;
    int webhook = 0;
    sql_ << "SELECT in_app, email, webhook FROM notification_choices WHERE user_id = :user AND kind = :kind",
        soci::use(user), soci::use(kind), soci::into(inApp), soci::into(email), soci::into(webhook);
    return sql_.got_data() ? relay::NotificationWays{inApp != 0, email != 0, webhook != 0}
                           : relay::NotificationWays{};
}

bool Notifications::putIntoInbox(const relay::Delivery& delivery) {
    const auto id = delivery.id.text();
    const auto user = delivery.to.text();
    const auto at = columnFrom(delivery.at);
    const auto from = delivery.from ? delivery.from->text() : "";
    auto hasFrom = delivery.from ? soci::i_ok : soci::i_null;
    soci::statement insert =
        (sql_.prepare << "INSERT INTO notifications (id, user_id, news_key, body, is_read, told_at, from_id) "
                         "VALUES (:id, :user, :key, :body, 0, :at, :from) ON CONFLICT DO NOTHING",
         soci::use(id), soci::use(user), soci::use(delivery.key), soci::use(delivery.body), soci::use(at),
         soci::use(from, hasFrom));
    insert.execute(true);
    return insert.get_affected_rows() == 1;
}

void Notifications::addJob(const relay::Delivery& delivery, const std::string& kind,
                           const std::string& subject, UtcTime now) {
    const jobs::NewJob job{kind,
                           kind + ":" + delivery.key + ":" + subject,
                           subject,
                           delivery.body,
                           now,
                           kMostWaiting,
                           delivery.to.text()};
    insertJob(sql_, job, now);
}

std::vector<std::string> Notifications::webhooksOf(const std::string& user) {
    std::string id;
    std::vector<std::string> ids;
    soci::statement select =
        (sql_.prepare << "SELECT id FROM webhooks WHERE user_id = :user AND channel_id IS NULL "
                         "AND suspended_at IS NULL ORDER BY id",
         soci::use(user), soci::into(id));
    select.execute();
    while (select.fetch()) {
        ids.push_back(id);
    }
    return ids;
}

bool Notifications::hasAddress(const std::string& user) {
    int count = 0;
    sql_ << "SELECT COUNT(*) FROM addresses WHERE user_id = :user", soci::use(user), soci::into(count);
    return count == 1;
}

Result<std::vector<NotificationId>> Notifications::deliver(const std::vector<relay::Delivery>& deliveries,
                                                           UtcTime now) {
    return transact(sql_, "telling people", [&]() -> Result<std::vector<NotificationId>> {
        std::vector<NotificationId> fresh;
        for (const auto& delivery : deliveries) {
            const auto user = delivery.to.text();
            const auto ways = waysOf(user, delivery.kind);
            if (ways.inApp && putIntoInbox(delivery)) {
                fresh.push_back(delivery.id);
            }
            if (ways.email && hasAddress(user)) {
                addJob(delivery, "mail", user, now);
            }
            if (ways.webhook) {
                for (const auto& webhook : webhooksOf(user)) {
                    addJob(delivery, "webhook", webhook, now);
                }
            }
        }
        return fresh;
    });
}

Result<std::vector<relay::InboxEntry>> Notifications::page(UserId user, std::optional<NotificationId> before,
                                                           std::size_t limit) {
    const auto userId = user.text();
    // Behind every UUID, whose digits are below "g".
    const std::string end = before ? before->text() : "g";
    const auto count = static_cast<long long>(limit);
    return attempt("reading notifications", [&]() -> Result<std::vector<relay::InboxEntry>> {
        std::string id;
        std::string body;
        int isRead = 0;
        soci::statement select =
            (sql_.prepare
                 << "SELECT id, body, is_read FROM notifications WHERE user_id = :user AND id < :before "
                    "ORDER BY id DESC LIMIT :count",
             soci::use(userId), soci::use(end), soci::use(count), soci::into(id), soci::into(body),
             soci::into(isRead));
        std::vector<relay::InboxEntry> entries;
        select.execute();
        while (select.fetch()) {
            entries.push_back({idFrom<NotificationId>(id), body, isRead != 0});
        }
        return entries;
    });
}

Result<std::int64_t> Notifications::unread(UserId user) {
    const auto userId = user.text();
    return attempt("counting notifications", [&]() -> Result<std::int64_t> {
        long long count = 0;
        sql_ << "SELECT COUNT(*) FROM notifications WHERE user_id = :user AND is_read = 0", soci::use(userId),
            soci::into(count);
        return count;
    });
}

Result<> Notifications::markRead(UserId user, std::optional<NotificationId> upTo) {
    const auto userId = user.text();
    const std::string last = upTo ? upTo->text() : "g";
    return attempt("marking notifications as read", [&]() -> Result<> {
        sql_ << "UPDATE notifications SET is_read = 1 WHERE user_id = :user AND id <= :last AND is_read = 0",
            soci::use(userId), soci::use(last);
        return {};
    });
}

Result<std::map<std::string, relay::NotificationWays>> Notifications::choices(UserId user) {
    const auto userId = user.text();
    return attempt(
        "reading what somebody chose", [&]() -> Result<std::map<std::string, relay::NotificationWays>> {
            std::string kind;
            int inApp = 0;
            int email = 0;
            int webhook = 0;
            soci::statement select =
                (sql_.prepare
                     << "SELECT kind, in_app, email, webhook FROM notification_choices WHERE user_id = :user",
                 soci::use(userId), soci::into(kind), soci::into(inApp), soci::into(email),
                 soci::into(webhook));
            std::map<std::string, relay::NotificationWays> chosen;
            select.execute();
            while (select.fetch()) {
                chosen[kind] = {inApp != 0, email != 0, webhook != 0};
            }
            return chosen;
        });
}

Result<> Notifications::choose(UserId user, const std::map<std::string, relay::NotificationWays>& choices) {
    const auto userId = user.text();
    return transact(sql_, "storing what somebody chose", [&]() -> Result<> {
        for (const auto& [kind, ways] : choices) {
            const int inApp = ways.inApp ? 1 : 0;
            const int email = ways.email ? 1 : 0;
            const int webhook = ways.webhook ? 1 : 0;
            sql_ << "INSERT INTO notification_choices (user_id, kind, in_app, email, webhook) "
                    "VALUES (:user, :kind, :app, :email, :webhook) ON CONFLICT (user_id, kind) DO UPDATE SET "
                    "in_app = excluded.in_app, email = excluded.email, webhook = excluded.webhook",
                soci::use(userId), soci::use(kind), soci::use(inApp), soci::use(email), soci::use(webhook);
        }
        return {};
    });
}

Result<> Notifications::forget(UtcTime before) {
    const auto time = columnFrom(before);
    return attempt("forgetting old notifications", [&]() -> Result<> {
        sql_ << "DELETE FROM notifications WHERE told_at < :before", soci::use(time);
        return {};
    });
}

}  // namespace footlight::store
