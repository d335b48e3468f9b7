#pragma once

#include <QObject>
#include <optional>

#include "core/client/notification_api.h"
#include "ui/people/notification_list_model.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// What we are told: fetched when somebody signs in and when the connection comes back, and live from then
/// on. Made by the app, on the window's thread; the relay outlives it.
class Inbox final : public QObject {
    Q_OBJECT
public:
    explicit Inbox(client::RelayClient& relay, QObject* parent = nullptr);

    [[nodiscard]] NotificationListModel& items() { return items_; }
    [[nodiscard]] client::NotificationApi& api() { return api_; }
    [[nodiscard]] qint64 unread() const { return unread_; }
    [[nodiscard]] bool hasMore() const { return next_.has_value(); }
    [[nodiscard]] bool isSignedIn() const;
    /// Changes whenever somebody signs in or out (see forSameUser).
    [[nodiscard]] int userRun() const { return run_; }

    void refresh();
    /// The next page of older ones.
    void loadMore();
    /// All that are shown, and all older.
    void markAllRead();
    /// This one and all older.
    void markRead(int row);

Q_SIGNALS:
    void changed();
    /// Somebody signed in or out: what was typed and shown is not for who is here now.
    void userChanged();
    /// Just now.
    void arrived(const footlight::wire::Notification& notification);
    /// What was asked was not done; for people. Empty once it is.
    void failed(const QString& message);

private:
    void forget();
    void hear(const wire::Notification& notification);
    void tellRead(NotificationId upTo);
    void take(const Result<wire::NotificationPage>& page, bool isFirst);

    client::RelayClient& relay_;
    client::NotificationApi api_;
    NotificationListModel items_;
    qint64 unread_ = 0;
    std::optional<NotificationId> next_;
    bool asking_ = false;    ///< for older ones
    bool fetching_ = false;  ///< the newest
    bool again_ = false;     ///< something arrived meanwhile, which the answer may not have
    int list_ = 0;           ///< older ones that were asked for before a refresh are of another list
    int run_ = 0;            ///< answers to whom was signed in before are of another run
};

}  // namespace footlight::people
